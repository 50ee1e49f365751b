import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainTextParser } from './plain-text.js'

const read = (text: string) => plainTextParser.parse(text).segments.map(({ prose }) => prose)

describe('blocks of plain text', () => {
  const cases = [
    { name: 'blank lines part them', text: 'Ett.\n\nTvå.', blocks: ['Ett.', 'Två.'] },
    { name: 'a line break is a space', text: 'digital \n ingång', blocks: ['digital ingång'] },
    {
      name: 'every other line blank, as out of a PDF',
      text: 'en digital \n\ningång till vård. \n\nDet',
      blocks: ['en digital ingång till vård.', 'Det'],
    },
    { name: 'a heading stays apart', text: 'Förord\n\nDenna rapport', blocks: ['Förord', 'Denna rapport'] },
    { name: 'a hyphenated word is put together', text: 'flera e-\ntjänster', blocks: ['flera e-tjänster'] },
    { name: 'a shared second part keeps its space', text: 'hälso- \noch sjukvård', blocks: ['hälso- och sjukvård'] },
    { name: 'points of a list', text: '- ett\n- två\ntre\n• fyra', blocks: ['- ett', '- två tre', '• fyra'] },
    { name: 'CRLF and form feeds', text: 'ett\r\ntvå\fTre', blocks: ['ett två Tre'] },
    { name: 'a byte order mark', text: '\ufeffett', blocks: ['ett'] },
    { name: 'nothing', text: '\n \n', blocks: [] },
  ]
  for (const { name, text, blocks } of cases) test(name, () => expect(read(text)).toEqual(blocks))
})

test('the words of the prose are the words of the file, in their places', () => {
  const fragment = fc.constantFrom(
    'hälsa',
    'e-',
    ' ',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    '- ',
    'A.',
    '👩‍⚕️',
    'a\u0308',
    '\u00a0',
    '\f',
    '\r',
  )
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const { segments } = plainTextParser.parse(text)
      const squeeze = (value: string) => value.replace(/[\s\u00a0]/gu, '')
      expect(squeeze(segments.map(({ prose }) => prose).join(''))).toBe(squeeze(text))
      for (const { prose, map } of segments) {
        for (let at = 0; at < prose.length; at++) {
          if (prose[at] === ' ') continue
          const { start, end } = map.toSource({ start: at, end: at + 1 })
          expect(text.slice(start, end)).toBe(prose[at])
          expect(map.toProse(start)).toBe(at)
        }
      }
    }),
  )
})
