import { createBank, readConcepts } from '@klarsprak/termbank'

/** A bank of a few concepts. The answers that the description shows are made from it. */
const CONCEPTS = `
concepts:
  - id: c-0001
    subject: digital-ingang
    definition:
      public:
        sv: Webbplats eller app där du kan läsa om vård och omsorg och göra ärenden.
        en: Website or app where you can read about health and social care and handle errands.
    sources:
      - name: Digitala ingångar till vård och omsorg. E-hälsomyndigheten, 2023
        relation: based-on
    terms:
      - { label: digital ingång, status: preferred, register: neutral, gender: common, plural: digitala ingångar }
      - { label: hälsoportal, status: deprecated, gender: common, plural: hälsoportaler, compoundForms: [hälsoportals], reason: Läsarna vet inte vad en hälsoportal är. }
    citizenWording: { sv: 'webbplatsen eller appen, helst med namn', en: 'the website or app, preferably by name' }
    relations:
      - { type: related, target: c-0002 }
    equivalents:
      nb: [{ label: helseportal, confirmed: true }]
    hiddenLabels: [hälsoprotal]
    notes: [Namnge helst ingången.]
    examples: [Den digitala ingången har öppet dygnet runt.]
  - id: c-0002
    subject: resor
    definition:
      public: { sv: Resor för den som inte kan åka med buss eller tåg. }
    sources:
      - name: Lag (1997:736) om färdtjänst
        relation: based-on
    terms:
      - { label: färdtjänst, status: preferred, gender: common, plural: färdtjänster }
    situations:
      - { sv: Jag kan inte köra bil längre, leadsTo: 'Det heter färdtjänst. Ansök hos din kommun.' }
  - id: c-0003
    subject: kommunikation
    definition:
      public: { sv: Text som någon skickar till dig. }
    sources:
      - name: Klarspråk
    terms:
      - { label: meddelande, status: preferred, gender: neuter, plural: meddelanden }
      - { label: avisering, status: deprecated, gender: common, plural: aviseringar, reason: Ordet är ovanligt. }
`

/** @throws {Error} when the concepts have problems, which a test would find first */
export function exampleBank(release = '2026.1') {
  const { concepts, problems } = readConcepts(CONCEPTS, 'example.yaml')
  const { bank, problems: more } = createBank({ layers: [{ name: 'national', release, concepts }] })
  const all = [...problems, ...more].filter(({ severity }) => severity === 'error')
  if (all.length > 0) throw new Error(all.map(({ message }) => message).join('\n'))
  return bank
}
