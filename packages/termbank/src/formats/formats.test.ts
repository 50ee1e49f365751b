import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Concept, type ConceptInput } from '../model/concept.js'
import type { ExchangeFormat, Loss } from './exchange-format.js'
import { exchangeFormat, exchangeFormats, guessFormat } from './formats.js'
import { checkSkos } from './skos/check-skos.js'
import { jsonLd, rdfXml, turtle } from './skos/syntaxes.js'
import { checkTbx } from './tbx/check-tbx.js'

const options = { release: '2026.1', title: 'Klarspråks termbank', base: 'https://termer.exempel.se/begrepp/' }

const entrance = Concept.parse({
  id: 'c-0001',
  subject: 'digital-ingang',
  definition: {
    public: { sv: 'En app eller webbplats för vård & omsorg, med ”egna” sidor.', en: 'An app or a website.' },
    professional: { sv: 'Ingång med öppen information och inloggad del.' },
  },
  sources: [
    {
      name: 'Digitala ingångar, E-hälsomyndigheten 2023',
      url: 'https://exempel.se/rapport?a=1&b=2',
      relation: 'based-on',
    },
  ],
  terms: [
    {
      label: 'digital ingång',
      status: 'preferred',
      gender: 'common',
      plural: 'digitala ingångar',
      register: 'neutral',
    },
    {
      label: 'ingång',
      status: 'admitted',
      gender: 'common',
      plural: 'ingångar',
      compoundForms: ['ingångs', 'ingång'],
      unless: ['ingång till huset'],
      nearWords: ['webb', 'digital'],
      notNearWords: ['trappa'],
    },
    {
      label: 'hälsoportal',
      status: 'deprecated',
      gender: 'common',
      plural: 'hälsoportaler',
      reason: 'Okänt ord för många.',
    },
    {
      label: 'DI',
      status: 'admitted',
      pos: 'abbreviation',
      abbreviationOf: 'digital ingång',
      uiPlace: ['button', 'link'],
    },
    {
      label: 'vårdguide',
      status: 'superseded',
      gender: 'common',
      plural: false,
      homograph: true,
      reason: 'Gammalt namn.',
    },
  ],
  citizenWording: { sv: 'webbplats eller app', en: 'website or app' },
  relations: [
    { type: 'carried-by', target: 'c-0003' },
    { type: 'related', target: 'c-0003' },
    { type: 'close-match', target: 'https://id.exempel.se/999' },
  ],
  equivalents: {
    en: [{ label: 'health portal', confirmed: true }, { label: 'patient portal' }],
    fi: [{ label: 'OmaKanta', confirmed: true }],
  },
  situations: [{ sv: 'Vilken app ska jag använda', leadsTo: 'Se vad som finns i din region.' }],
  hiddenLabels: ['hälsoprotal'],
  notes: ['Namnge den helst.'],
  examples: ['Logga in i den digitala ingången.'],
  flags: ['Logga in i hälsoportalen.'],
  allows: ['Logga in i den digitala ingången.'],
  neverReplace: 'Exempel.',
  reviewBy: '2027-12-31',
})
const platform = Concept.parse({
  id: 'c-0003',
  subject: 'teknik',
  definition: { public: { sv: 'Teknik som bär en eller flera digitala ingångar.' } },
  terms: [{ label: 'plattform', status: 'preferred', gender: 'common', plural: 'plattformar' }],
})
const bank = [entrance, platform]

const reading = exchangeFormats.filter(
  (format): format is ExchangeFormat & Required<Pick<ExchangeFormat, 'read'>> => format.read !== undefined,
)

/** Everything of a concept as `path = value` lines, so that what differs can be named. */
function facts(concept: ConceptInput): Map<string, string[]> {
  const lines = new Map<string, string[]>()
  const add = (key: string, value: unknown): void => {
    lines.set(key, [...(lines.get(key) ?? []), JSON.stringify(value)].sort())
  }
  const walk = (key: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(key, item)
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value))
        if (inner !== undefined) walk(`${key}.${name}`, inner)
        else add(key, value)
  }
  for (const [key, value] of Object.entries(Concept.parse(concept))) {
    if (key === 'terms') {
      for (const term of value as Concept['terms'])
        for (const [name, inner] of Object.entries(term)) walk(`terms[${term.label}].${name}`, inner)
    } else if (key === 'equivalents') {
      for (const items of Object.values(value as NonNullable<Concept['equivalents']>))
        for (const { label, ...rest } of items) walk(`equivalents[${label}]`, { label, ...rest })
    } else walk(key, value)
  }
  return lines
}

/** The fields that came back otherwise than they went, without those that the report names. */
function unreported(before: readonly Concept[], after: readonly ConceptInput[], losses: readonly Loss[]): string[] {
  return before.flatMap((concept) => {
    const found = after.find(({ id }) => id === concept.id)
    if (found === undefined) return [`${concept.id} is gone`]
    const reported = losses.filter(({ conceptId }) => conceptId === concept.id).map(({ field }) => field)
    const was = facts(concept)
    const is = facts(found)
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((key) => (was.get(key) ?? []).join() !== (is.get(key) ?? []).join())
      .filter(
        (key) =>
          !reported.some(
            (field) =>
              key === field ||
              key.startsWith(`${field}.`) ||
              key.startsWith(field.replace(/^definition\.(sv|en)$/u, 'definition')),
          ),
      )
      .map(
        (key) =>
          `${concept.id} ${key}: ${was.get(key)?.join() ?? 'nothing'} became ${is.get(key)?.join() ?? 'nothing'}`,
      )
  })
}

describe.each(reading)('$name ($id)', (format) => {
  test('what is written and read back is the same bank, but for what the report lists', async () => {
    const { content, losses } = await format.write(bank, options)
    const back = await format.read(content)
    expect(unreported(bank, back.concepts, losses)).toEqual([])
  })

  test('the second round loses nothing more', async () => {
    const once = await format.read((await format.write(bank, options)).content)
    const concepts = once.concepts.map((concept) => Concept.parse(concept))
    const { content, losses } = await format.write(concepts, options)
    const twice = await format.read(content)
    expect(unreported(concepts, twice.concepts, losses)).toEqual([])
  })

  test('an empty bank is written and read as no concepts', async () => {
    const { content } = await format.write([], options)
    expect((await format.read(content)).concepts).toEqual([])
  })

  test('a file of another kind is refused with a sentence', async () => {
    for (const foreign of ['hej', '<html/>', '{"a":', '\u0000\u0001']) {
      const answer = await format.read(foreign).then(
        ({ concepts }) => concepts,
        (error: Error) => error,
      )
      if (answer instanceof Error) expect(answer.name, answer.message).toBe('UnreadableFile')
      else expect(answer).toEqual([])
    }
  })

  test('labels with any characters survive, or the file says nothing else', async () => {
    const written = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '' && !/[\u0000-\u001F\uFFFE\uFFFF]|\p{Cs}/u.test(text))
    // Excel’s writer drops U+FFFD, and keeps its texts in a plain object that loses the names every object has.
    const label = format.id === 'xlsx' ? written.filter((text) => !text.includes('\uFFFD') && !(text in {})) : written
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(label, { minLength: 1, maxLength: 3 }), async (labels) => {
        const concept = Concept.parse({
          id: 'c-0042',
          subject: 'prov',
          terms: labels.map((text, index) => ({
            label: text,
            status: index === 0 ? 'preferred' : 'admitted',
            pos: 'phrase',
          })),
        })
        const { content } = await format.write([concept], options)
        const { concepts } = await format.read(content)
        expect(concepts[0]?.terms.map((term) => term.label).sort()).toEqual([...labels].sort())
      }),
      { numRuns: format.id === 'xlsx' ? 10 : 40 },
    )
  })

  test('broken files never crash or hang', async () => {
    const { content } = await format.write(bank, options)
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(bytes.length - 1),
        async (at, byte, cut) => {
          const broken = bytes.slice(0, Math.max(cut, 1))
          if (at < broken.length) broken[at] = byte
          const input = typeof content === 'string' ? new TextDecoder().decode(broken) : broken
          const error = await format.read(input).then(
            () => undefined,
            (thrown: Error) => thrown,
          )
          if (error !== undefined) expect(error.name, error.stack).toBe('UnreadableFile')
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('TBX', () => {
  test.each(['tbx', 'tbx-dct', 'tbx-linguist', 'tbx-linguist-dct'])('%s keeps the rules of the dialect', async (id) => {
    const { content } = await exchangeFormat(id)!.write(bank, options)
    expect(checkTbx(content as string)).toEqual([])
  })

  test('the check sees what is wrong', () => {
    const wrong = `<?xml version="1.0"?><tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="sv"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
      <conceptEntry id="1a"><ref type="crossReference" target="c-9">related</ref><langSec xml:lang="sv"><termSec><term>a</term><note>n</note><termNote type="administrativeStatus">good</termNote></termSec></langSec></conceptEntry></body></text></tbx>`
    expect(checkTbx(wrong)).toEqual([
      'id "1a" is no NCName',
      'termNote after other notes',
      '"good" is no value of administrativeStatus',
      'reference to "c-9", which is not in the file',
    ])
  })

  test('a file of version 2 with tig and ntig is read', async () => {
    const martif = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
      <martif type="TBX" xml:lang="sv"><martifHeader><fileDesc><sourceDesc><p>Prov</p></sourceDesc></fileDesc></martifHeader><text><body>
        <termEntry id="eid-7"><descrip type="subjectField">Hälso- och sjukvård</descrip>
          <langSet xml:lang="sv"><descripGrp><descrip type="definition">Begäran om vård.</descrip><admin type="source">Banken</admin></descripGrp>
            <tig><term>remiss</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
            <ntig><termGrp><term>hänvisning</term><termNote type="usageStatus">deprecated</termNote></termGrp></ntig></langSet>
          <langSet xml:lang="en-GB"><tig><term>referral</term></tig></langSet></termEntry></body></text></martif>`
    const { concepts, losses } = await exchangeFormat('tbx')!.read!(martif)
    expect(concepts).toEqual([
      {
        id: 'c-900001',
        subject: 'halso-och-sjukvard',
        definition: { public: { sv: 'Begäran om vård.' } },
        sources: [{ name: 'Banken' }],
        terms: [
          { label: 'remiss', lang: 'sv', status: 'preferred', pos: 'noun' },
          { label: 'hänvisning', lang: 'sv', status: 'deprecated' },
          { label: 'referral', lang: 'en-GB', status: 'admitted' },
        ],
      },
    ])
    expect(losses.map(({ field }) => field)).toEqual(['terms[referral].status'])
  })

  test('DCT with the other picklists is read', async () => {
    const dct = `<tbx style="dct" type="TBX-Basic" xml:lang="sv" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
      <conceptEntry id="c5"><min:subjectField>vård</min:subjectField><langSec xml:lang="sv"><termSec><term>fraktur</term><min:administrativeStatus>admitted</min:administrativeStatus><min:partOfSpeech>noun</min:partOfSpeech><basic:context>En fraktur läker.</basic:context></termSec></langSec></conceptEntry></body></text></tbx>`
    const { concepts } = await exchangeFormat('tbx')!.read!(dct)
    expect(concepts[0]).toEqual({
      id: 'c-900001',
      subject: 'vard',
      terms: [{ label: 'fraktur', lang: 'sv', status: 'admitted', pos: 'noun' }],
      examples: ['En fraktur läker.'],
    })
  })

  test('entities declared in the file are refused, so that nothing grows without end', async () => {
    await expect(exchangeFormat('tbx')!.read!('<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>')).rejects.toThrow(
      'ENTITY',
    )
  })
})

describe('SKOS', () => {
  test.each([
    ['skos-turtle', turtle],
    ['skosxl-turtle', turtle],
    ['skosxl-rdfxml', rdfXml],
    ['skosxl-jsonld', jsonLd],
  ] as const)('%s keeps the integrity conditions', async (id, syntax) => {
    const { content } = await exchangeFormat(id)!.write(bank, options)
    expect(checkSkos(await syntax.read(content as string))).toEqual([])
  })

  test('the three syntaxes say the same', async () => {
    const counts = await Promise.all(
      (
        [
          ['skosxl-turtle', turtle],
          ['skosxl-rdfxml', rdfXml],
          ['skosxl-jsonld', jsonLd],
        ] as const
      ).map(
        async ([id, syntax]) =>
          (await syntax.read((await exchangeFormat(id)!.write(bank, options)).content as string)).length,
      ),
    )
    expect(new Set(counts).size, String(counts)).toBe(1)
  })

  test('a vocabulary from elsewhere keeps its addresses as matches', async () => {
    const file = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <https://id.exempel.se/a> a skos:Concept ; skos:prefLabel "remiss"@sv, "referral"@en ; skos:altLabel "hänvisning"@sv ; skos:hiddenLabel "remis"@sv ; skos:broader <https://id.exempel.se/b> .
      <https://id.exempel.se/b> a skos:Concept ; skos:prefLabel "dokument"@sv .`
    const { concepts } = await exchangeFormat('skos-turtle')!.read!(file)
    expect(concepts[0]).toEqual({
      id: 'c-900001',
      subject: 'ovrigt',
      terms: [
        { label: 'remiss', lang: 'sv', status: 'preferred' },
        { label: 'referral', lang: 'en', status: 'preferred' },
        { label: 'hänvisning', lang: 'sv', status: 'admitted' },
      ],
      relations: [
        { type: 'broader', target: 'c-900002' },
        { type: 'exact-match', target: 'https://id.exempel.se/a' },
      ],
      hiddenLabels: ['remis'],
    })
  })

  test('a context at an address is not fetched, and the file is refused with the way out', async () => {
    await expect(
      exchangeFormat('skos-jsonld')!.read!('{"@context":"https://exempel.se/c.json","@id":"a"}'),
    ).rejects.toThrow('lägg in innehållet')
  })
})

test('a table saved with semicolons is read as one with commas', async () => {
  const { concepts } = await exchangeFormat('csv')!.read!('id;label;status\nc-0001;remiss, svar;preferred\n')
  expect(concepts).toEqual([{ id: 'c-0001', terms: [{ label: 'remiss, svar', status: 'preferred' }] }])
})

describe('lists for other linters', () => {
  const lists = exchangeFormats.filter(({ read }) => read === undefined)
  test.each(lists)('$name spells out the forms of a term advised against', async (format) => {
    const { neverReplace: _, ...replaceable } = entrance
    const { content } = await format.write([replaceable], options)
    expect(content).toContain(format.id === 'vale-vocab' ? 'digitala ingångarna' : 'hälsoportal')
  })

  test('a form with the same form in the recommended term is replaced, one that needs an article is not', async () => {
    const { neverReplace: _, ...replaceable } = entrance
    const { content } = await exchangeFormat('vale')!.write([replaceable], options)
    expect(content).toContain('hälsoportaler(?![\\\\p{L}\\\\p{N}-]): digitala ingångar'.replaceAll('\\\\', '\\'))
    expect(content).not.toContain('hälsoportalen(')
  })
})

test('a file shows its format by its ending or by how it begins', () => {
  expect(guessFormat('a.ttl', '')?.id).toBe('skosxl-turtle')
  expect(guessFormat('a.xml', '<?xml version="1.0"?><martif type="TBX">')?.id).toBe('tbx')
  expect(guessFormat('a.xml', '<VOCABULARY>')?.id).toBe('ntrf')
  expect(guessFormat('a.xml', '<rdf:RDF xmlns')?.id).toBe('skosxl-rdfxml')
  expect(guessFormat('a.doc', '')).toBeUndefined()
})
