import { expect, test } from 'vitest'
import { COMMANDS } from '../cli/commands/index.js'
import { run } from '../cli/run.js'
import { temporaryFolders } from '../testing/temporary-folder.js'
import { testIo } from '../testing/test-io.js'
import { testBank } from '../testing/test-linter.js'
import { prepareEnglish } from './english.js'

const folder = temporaryFolders()
const HARD =
  'Following submission of the requisite documentation, an administrative determination regarding eligibility will subsequently be communicated electronically.'
const EASY = 'When you have sent us your papers, we will write to you and say if you can get a place to live.'

async function found(argv: readonly string[]): Promise<readonly string[]> {
  const cwd = folder({
    'a.md': `---\nlang: en-GB\n---\n\n${EASY} ${HARD}\n`,
    'b.html': `<html lang="sv"><p>${HARD}</p><p lang="en">å 😀 ${EASY} ${HARD}</p></html>`,
    'locales/en.json': JSON.stringify({ hjälp: { text: HARD, kort: EASY } }),
    'locales/sv.json': JSON.stringify({ text: HARD }),
    'c.md': `${HARD}\n`,
  })
  const io = testIo({ cwd })
  const rule = ['--rule', 'english-readability']
  await run(['lint', '.', '--only-bank', '--bank', testBank, '--format', 'json', ...rule, ...argv], io, COMMANDS)
  const { files } = JSON.parse(io.output()) as {
    files: { path: string; findings: { text: string; keyPath?: string }[] }[]
  }
  return files.flatMap(({ path, findings }) =>
    findings.map(({ text, keyPath = '' }) => `${path} ${keyPath} ${text}`.trim()),
  )
}

test('hard sentences are found in what is marked as English, and nowhere else', async () => {
  expect(await found([])).toEqual([`a.md  ${HARD}`, `b.html  ${HARD}`, `locales/en.json hjälp.text ${HARD}`])
})

test('nothing is loaded for rules about Swedish', async () => {
  expect(await prepareEnglish([{ rule: {} }])).toBeUndefined()
})
