import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedIn } from './changed-lines.js'
import { touching } from './touching.js'

describe('what git diff says', () => {
  const cases = [
    { name: 'nothing', diff: '', changed: {} },
    {
      name: 'lines added, changed and taken away',
      diff: '--- a/x.md\n+++ b/x.md\n@@ -1,0 +2,3 @@ # x\n+a\n+b\n+c\n@@ -9 +12 @@\n-d\n+e\n@@ -20,2 +22,0 @@\n-f\n-g\n',
      changed: { 'x.md': ['2-4', '12-12'] },
    },
    {
      name: 'lines that look like the diff itself',
      diff: '--- a/x.md\n+++ b/x.md\n@@ -3 +3,2 @@\n--- a/y.md\n+++ b/y.md\n+@@ -1 +1 @@\n--- a/z.md\n+++ b/z.md\n@@ -1 +1 @@\n-a\n+b\n',
      changed: { 'x.md': ['3-4'], 'z.md': ['1-1'] },
    },
    {
      name: 'names with spaces, quotes and Swedish letters',
      diff: '--- a/å ö.md\t\n+++ b/å ö.md\t\n@@ -1 +1 @@\n-a\n+b\n--- "a/\\"c\\"\\t.md"\n+++ "b/\\"c\\"\\t.md"\n@@ -1 +5 @@\n-a\n+b\n',
      changed: { 'å ö.md': ['1-1'], '"c"\t.md': ['5-5'] },
    },
    { name: 'a file taken away', diff: '--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n', changed: {} },
    {
      name: 'files that are no text',
      diff: 'Binary files a/å.docx and b/å.docx differ\nBinary files /dev/null and "b/\\"c\\".docx" differ\nBinary files a/x and /dev/null differ\n',
      changed: { 'å.docx': 'all', '"c".docx': 'all' },
    },
    {
      name: 'no line break at the end',
      diff: '--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n@@ -5 +5 @@\n-c\n+d\n',
      changed: { 'x.md': ['1-1', '5-5'] },
    },
  ]
  for (const { name, diff, changed } of cases) {
    test(name, () => {
      const shown = [...changedIn(diff)].map(([path, ranges]) => [
        path,
        ranges === 'all' ? ranges : ranges.map(({ first, last }) => `${first}-${last}`),
      ])
      expect(Object.fromEntries(shown)).toEqual(changed)
    })
  }
})

test('a stretch touches the lines that a plain count says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('å', '\n', '\r\n', '😀', '\r'), { maxLength: 20 }),
      fc.nat(20),
      fc.nat(20),
      fc.integer({ min: 1, max: 10 }),
      fc.nat(3),
      (parts, from, length, first, more) => {
        const text = parts.join('')
        const start = Math.min(from, text.length)
        const end = Math.min(start + length, text.length)
        const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
        const lines = [lineOf(start), lineOf(Math.max(start, end - 1))] as const
        const expected = first <= lines[1] && lines[0] <= first + more
        expect(touching(text, [{ first, last: first + more }])(start, end)).toBe(expected)
      },
    ),
  )
})
