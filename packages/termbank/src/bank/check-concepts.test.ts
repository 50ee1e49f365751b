import { describe, expect, test } from 'vitest'
import { readConcepts } from '../formats/yaml/read-concepts.js'
import { formatProblem } from '../problems/problem.js'
import { problemCodes } from '../problems/problem-codes.js'
import { checkConcepts } from './check-concepts.js'

const check = (text: string, options = {}): string[] => {
  const { concepts, problems, placeOf } = readConcepts(text, 'b.yaml')
  expect(problems).toEqual([])
  return checkConcepts(concepts, { placeOf, ...options }).map(formatProblem)
}
const term = (label: string, rest = 'status: preferred, gender: common, plural: false'): string =>
  `{label: ${label}, ${rest}}`
const old = (label: string, rest = 'reason: r'): string =>
  term(label, `status: deprecated, gender: common, plural: false, ${rest}`)

describe('what is wrong, and what to do about it', () => {
  test.each([
    { name: 'nothing', text: `concepts:\n- id: c-0001\n  terms:\n  - ${term('bil')}\n`, problems: [] },
    {
      name: 'the same id twice',
      text: `concepts:\n- id: c-0001\n  terms: [${term('a')}]\n- id: c-0001\n  terms: [${term('b')}]\n`,
      problems: [
        'b.yaml:4  BANK-DUPLICATE-ID  c-0001 används redan i b.yaml:2. Ge det här begreppet ett id som aldrig har använts.',
      ],
    },
    {
      name: 'a term preferred in two concepts',
      text: `concepts:\n- id: c-0001\n  terms: [${term('e-tjänst')}]\n- id: c-0002\n  terms:\n  - ${term('E-tjänst')}\n`,
      problems: [
        'b.yaml:6  BANK-DUPLICATE-TERM  ”E-tjänst” är rekommenderad även i c-0001. Slå ihop begreppen, eller ge dem olika ämnen (subject) om de betyder olika saker.',
      ],
    },
    {
      name: 'a term preferred in two concepts of different subjects',
      text: `concepts:\n- {id: c-0001, subject: a, terms: [${term('lag')}]}\n- {id: c-0002, subject: b, terms: [${term('lag')}]}\n`,
      problems: [],
    },
    {
      name: 'preferred and deprecated at once',
      text: `id: c-0001\nterms:\n- ${term('bil')}\n- ${old('bil')}\n`,
      problems: [
        'b.yaml:4  BANK-STATUS-OVERLAP  ”bil” är både rekommenderad och avrådd i samma begrepp. Välj en status.',
      ],
    },
    {
      name: 'the same term twice',
      text: `id: c-0001\nterms:\n- ${old('bil')}\n- ${old('bil')}\n- ${term('fordon')}\n`,
      problems: ['b.yaml:4  BANK-REPEATED-TERM  ”bil” står två gånger i begreppet. Behåll en av dem.'],
    },
    {
      name: 'a relation to nothing',
      text: `id: c-0001\nterms: [${term('bil')}]\nrelations:\n- type: broader\n  target: c-0404\n`,
      problems: [
        'b.yaml:5  BANK-DANGLING-RELATION  broader pekar på c-0404, som inte finns i banken. Rätta id:t eller ta bort relationen.',
      ],
    },
    {
      name: 'a relation to another collection',
      text: `id: c-0001\nterms: [${term('bil')}]\nrelations: [{type: exact-match, target: 'https://example.org/x'}]\n`,
      problems: [],
    },
    {
      name: 'relations that go round, by way of an inverse',
      text: `concepts:\n- {id: c-0001, terms: [${term('a')}], relations: [{type: broader, target: c-0002}]}\n- {id: c-0002, terms: [${term('b')}], relations: [{type: narrower, target: c-0003}, {type: broader, target: c-0003}]}\n- {id: c-0003, terms: [${term('c')}]}\n`,
      problems: [
        'b.yaml:3  BANK-CYCLE  Relationerna (broader) går i cirkel: c-0002 → c-0003 → c-0002. Ta bort eller vänd en av dem.',
      ],
    },
    {
      name: 'a noun without grammar',
      text: 'id: c-0001\nterms:\n- {label: flaska, status: preferred}\n',
      problems: [
        expect.stringMatching(
          /^b\.yaml:3 {2}BANK-NO-PARADIGM {2}Böjningen av ”flaska” är gissad: .*\. Ange gender och plural\.$/u,
        ),
      ],
    },
    {
      name: 'a deprecated term without reason',
      text: `id: c-0001\nterms:\n- ${term('bil')}\n- ${old('åkdon', 'note: n')}\n`,
      problems: [
        'b.yaml:4  BANK-NO-REASON  ”åkdon” är avrådd utan skäl. Skriv i reason varför, så att skribenten förstår.',
      ],
    },
    {
      name: 'nothing to write instead',
      text: `id: c-0001\nterms: [${old('åkdon')}]\n`,
      problems: [
        'b.yaml:2  BANK-NO-PREFERRED  Begreppet säger inte vad man ska skriva i stället för ”åkdon”. Lägg till en rekommenderad term, citizenWording eller replacedBy.',
      ],
    },
    {
      name: 'two preferred terms',
      text: `id: c-0001\nterms:\n- ${term('bil')}\n- ${term('fordon')}\n`,
      problems: [
        'b.yaml:4  BANK-MANY-PREFERRED  Både ”fordon” och ”bil” är rekommenderade. Behåll en och gör den andra tillåten (admitted).',
      ],
    },
    {
      name: 'an abbreviation that is not spelt out',
      text: 'id: c-0001\nterms:\n- {label: SIP, status: preferred, pos: abbreviation}\n',
      problems: ['b.yaml:3  BANK-NO-EXPANSION  Det framgår inte vad ”SIP” står för. Ange abbreviationOf.'],
    },
    {
      name: 'a definition with the term in it',
      text: `id: c-0001\ndefinition:\n  public:\n    sv: En bil är bilens bästa vän.\nterms: [${term('bil')}]\n`,
      problems: [
        'b.yaml:4  BANK-CIRCULAR-DEFINITION  Definitionen innehåller ”bil”, som den ska förklara. Förklara med andra ord.',
      ],
    },
    {
      name: 'a definition without end',
      text: `id: c-0001\ndefinition:\n  public:\n    sv: ${'ord '.repeat(41)}\nterms: [${term('bil')}]\n`,
      problems: [
        'b.yaml:4  BANK-LONG-DEFINITION  Definitionen har 41 ord. Korta den till högst 40, och lägg resten i notes.',
      ],
    },
    {
      name: 'an exception without the term',
      text: `id: c-0001\nterms:\n- ${term('ny')}\n- label: portal\n  status: deprecated\n  reason: r\n  gender: common\n  plural: portaler\n  unless: [svenska portalen, portsluss]\n`,
      problems: [
        'b.yaml:9  BANK-IDLE-EXCEPTION  Undantaget ”portsluss” innehåller ingen form av ”portal” och får därför aldrig effekt. Rätta eller ta bort det.',
      ],
    },
    {
      name: 'a word near that every form of the term has',
      text: `id: c-0001\nterms:\n- ${term('ny')}\n- label: portal\n  status: deprecated\n  reason: r\n  gender: common\n  plural: portaler\n  nearWords: [webb]\n  notNearWords: [kyrk, port]\n`,
      problems: [
        'b.yaml:10  BANK-NEAR-ITSELF  ”port” finns i ”portal” själv och säger därför inget om sammanhanget. Välj ett ord som brukar stå intill.',
      ],
    },
    {
      name: 'deprecated here and preferred there',
      text: `concepts:\n- id: c-0001\n  terms: [${term('x')}, ${old('bil')}]\n- id: c-0002\n  terms: [${term('bil')}]\n`,
      problems: [
        'b.yaml:3  BANK-MIXED-ADVICE  ”bil” är avrådd här men rekommenderad eller tillåten i c-0002. Sätt homograph: true om orden bara råkar se lika ut, annars välj en status.',
      ],
    },
  ])('$name', ({ text, problems }) => expect(check(text)).toEqual(problems))

  test('a date of review that has passed, when today is known', () => {
    const text = `id: c-0001\nreviewBy: 2026-01-31\nterms: [${term('bil')}]\n`
    expect(check(text)).toEqual([])
    expect(check(text, { today: '2026-01-31' })).toEqual([])
    expect(check(text, { today: '2026-02-01' })).toEqual([
      'b.yaml:2  BANK-PAST-REVIEW  Begreppet skulle ha setts över senast 2026-01-31. Se över och sätt ett nytt datum i reviewBy.',
    ])
  })

  test('the national bank is asked for more', () => {
    const found = check(`id: c-0001\nterms: [${term('x')}, ${old('bil')}]\n`, { strict: true })
    expect(found.map((line) => line.split('  ')[1])).toEqual([
      'BANK-FILE-NAME',
      'BANK-MISSING',
      'BANK-MISSING',
      'BANK-NO-EXAMPLE',
      'BANK-NO-EXAMPLE',
    ])
  })
})

test('every kind of problem has a summary and a sentence that end with a full stop', () => {
  for (const { summary, message } of Object.values(problemCodes)) {
    expect(summary).toMatch(/\.$/u)
    expect(message).toMatch(/[.}]$/u)
  }
})
