import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { nationalWords } from '../testing/test-linter.js'

const linter = createLinter(await nationalWords())
const found = (text: string) =>
  linter.lint({ path: 'a.md', text }).map(({ ruleId, text: words }) => `${ruleId} ${words.toLowerCase()}`)
const portal = 'avoid-term hälsoportal'

describe('words that are named, not used', () => {
  const cases = [
    { text: 'Få känner igen termen hälsoportal.', finds: [] },
    { text: 'Ordet hälsoportaler används ibland.', finds: [] },
    { text: 'Begreppen ingång, vårdportal och hälsoportal blandas ihop.', finds: [] },
    { text: 'Det finns benämningar som hälsoportal och vårdportal.', finds: [] },
    { text: 'Undvik uttryck, till exempel hälsoportal.', finds: [] },
    { text: 'Den digitala ingången, även kallad hälsoportal, är öppen.', finds: [] },
    { text: 'De så kallade hälsoportalerna är öppna.', finds: [] },
    { text: 'Det vi kallar hälsoportal är öppet.', finds: [] },
    { text: 'En sökning på hälsoportal ger få svar.', finds: [] },
    { text: 'Hälsoportal är en term som vi undviker.', finds: [] },
    { text: 'Hälsoportal är ett gammalt ord.', finds: [] },
    { text: 'Hälsoportaler är ord som vi undviker.', finds: [] },
    { text: 'Hälsoportal är ett bra stöd.', finds: [portal] },
    { text: 'Vi använder digital ingång i stället för hälsoportal.', finds: [] },
    { text: 'Gå till apoteket i stället för vår hälsoportal.', finds: [portal] },
    { text: 'Sök på hälsoportalen efter en tid.', finds: [`${portal}en`] },
    { text: 'Med andra ord är vår hälsoportal öppen.', finds: [portal] },
    { text: 'I dag öppnar en hälsoportal.', finds: [portal] },
    { text: 'Ordet är fritt. Vår hälsoportal är öppen.', finds: [portal] },
    { text: 'Vi kallar vårdtagaren till ett besök.', finds: ['jargon vårdtagaren'] },
    { text: 'Det är ord som erhåller ett nytt sammanhang.', finds: ['heavy-word erhåller'] },
  ]
  for (const { text, finds } of cases) test(text, () => expect(found(text)).toEqual(finds))
})

describe('works that are cited', () => {
  const cases = [
    { text: '1 Socialdepartementet och SKL. Vision e-hälsa 2025. Stockholm, 2016.', finds: [] },
    { text: 'Genomförandeplan 2020–2022, Bilaga till Strategidokument, Stockholm, november 2020.', finds: [] },
    { text: 'Berg (2019) – Omvärldsanalys av hälsoportaler', finds: [] },
    { text: 'Socialdepartementet. Våra hälsoportaler. Stockholm, 2020.', finds: [] },
    { text: 'Läs mer i rapporten Hälsoportaler i Norden.', finds: [] },
    { text: 'Öppna appen Hälsoportalen.', finds: [] },
    { text: 'Vår hälsoportal öppnade 2016.', finds: [portal] },
    { text: 'Kom i dag. Vår hälsoportal är öppen. Den kom 2016.', finds: [portal] },
  ]
  for (const { text, finds } of cases) test(text, () => expect(found(text)).toEqual(finds))
})

describe('English in a Swedish sentence', () => {
  const cases = [
    { text: 'Läs mer (SNS and SPMS websites).', finds: [] },
    { text: 'Besök våra websites i dag.', finds: ['avoid-term websites'] },
  ]
  for (const { text, finds } of cases) test(text, () => expect(found(text)).toEqual(finds))
})

describe('jargon that is explained', () => {
  const cases = [
    { text: 'Du får antikoagulantia, en typ av läkemedel som löser blodproppar.', finds: [] },
    { text: 'Med triage menas att vi bedömer hur bråttom det är. Triage görs av en sjuksköterska.', finds: [] },
    { text: 'Ordet triage betyder att vi bedömer hur bråttom det är. Triage görs av en sjuksköterska.', finds: [] },
    { text: 'Till triage räknas att ställa frågor och ta puls.', finds: [] },
    { text: 'Triage: vi bedömer hur bråttom det är', finds: [] },
    { text: 'Läkemedlet ges peroralt, genom munnen, eller på annat sätt.', finds: [] },
    { text: 'Du får göra triage. Med triage menas att vi bedömer hur bråttom det är.', finds: [] },
    { text: 'Anropa API:et för triage. Svaret är JSON eller XML från en endpoint.', finds: [] },
    { text: 'Vi gör triage, även kallat sortering, i luckan.', finds: [] },
    { text: '# Triage\n\nTriage, som också kallas sortering, görs i luckan.', finds: [] },
    { text: 'Vi gör triage, även för barn.', finds: ['jargon triage'] },
    { text: 'Vi gör triage, ett samtal och ett prov.', finds: ['jargon triage'] },
  ]
  for (const { text, finds } of cases) test(text, () => expect(found(text)).toEqual(finds))
})

describe('abbreviations', () => {
  const cases = [
    { text: 'Ring XQZ om ditt barn har feber.', finds: ['undefined-abbreviation xqz'] },
    { text: 'Provet tas hemma med XQZ Home.', finds: [] },
    { text: 'Handlingarna följer standarden XQZ.', finds: [] },
    { text: 'Vi använder Cosmic XQZ i vården.', finds: [] },
    { text: 'Sätt XQZ=true i filen.', finds: [] },
    { text: 'På mötet var XQZ: Anna Lind med.', finds: ['undefined-abbreviation xqz'] },
    { text: 'Läs mer hos XQ eller gör en XQ-undersökning.', finds: ['undefined-abbreviation xq'] },
    { text: 'Du har KOL.', finds: ['undefined-abbreviation kol'] },
    { text: 'Du har sjukdomen KOL.', finds: [] },
    { text: '# KOL\n\nKOL (kroniskt obstruktiv lungsjukdom) är en sjukdom i lungorna.', finds: [] },
    { text: 'Du ska göra ett EKG.', finds: ['undefined-abbreviation ekg'] },
    { text: 'Läs om appen Min XQZ-kontakt.', finds: [] },
    { text: 'Anropa API:et med XQZ. Svaret är JSON eller XML från en endpoint.', finds: [] },
    {
      text: 'Anropa API:et med GDPR. Svaret är JSON eller XML från en endpoint.',
      finds: ['undefined-abbreviation gdpr'],
    },
  ]
  for (const { text, finds } of cases) test(text, () => expect(found(text)).toEqual(finds))
})

describe('advice in the form of the text', () => {
  const messages = (text: string) => linter.lint({ path: 'a.md', text }).map(({ message }) => message)
  const cases = [
    { text: 'Se till tillhandahållande av tjänsten.', says: 'Skriv om ”tillhandahållande” med ”erbjuda”.' },
    { text: 'Det tas i beaktande att du är ny.', says: 'Skriv om ”beaktande” med ”ta hänsyn till”.' },
    { text: 'Dina behov beaktas.', says: 'Skriv om ”beaktas” med ”ta hänsyn till”.' },
    { text: 'Det möjliggör ett samtal.', says: 'Skriv ”gör det möjligt” i stället för ”möjliggör”.' },
    { text: 'Då kan du ha möjlighet att byta.', says: 'Skriv om ”ha möjlighet att” med ”kunna”.' },
    { text: 'Såret sutureras direkt.', says: 'Förklara ”sutureras” första gången det används.' },
    { text: 'Din ansökan är mottagen.', says: 'Skriv om ”mottagen” med ”ta emot”.' },
    { text: 'Läs ovannämnda texter.', says: 'Skriv om ”ovannämnda” med ”den här”.' },
    { text: 'Det åligger dig att svara.', says: 'Skriv om ”åligger” med ”måste”.' },
    { text: 'Vederbörande nämnd beslutar.', says: 'Undvik ”Vederbörande”.' },
    { text: 'Vederbörande ska svara.', says: 'Skriv ”Personen” i stället för ”Vederbörande”.' },
    { text: 'Fråga läkaren om dennes råd.', says: 'Skriv ”personens” i stället för ”dennes”.' },
    {
      text: 'Lokalen passar funktionshindrade.',
      says: 'Skriv ”personer med funktionsnedsättning” i stället för ”funktionshindrade”.',
    },
    { text: 'Exempel 2 innefattar bland annat att du svarar.', says: 'Skriv ”innehåller” i stället för ”innefattar”.' },
  ]
  for (const { text, says } of cases) test(text, () => expect(messages(text)).toEqual([says]))
})

describe('what is changed unseen', () => {
  const fixed = (text: string) =>
    linter.lint({ path: 'a.md', text }).flatMap(({ suggestions }) => suggestions.filter(({ safe }) => safe))
  const cases = [
    { text: 'Angående avgiften finns ett beslut.', fixes: [] },
    { text: 'Frågor angående avgiften.', fixes: ['om'] },
    { text: 'Faktura angående 2025.', fixes: [] },
    { text: 'Det är ett icke bindande svar.', fixes: [] },
    { text: 'Du skall svara.', fixes: ['ska'] },
    { text: 'Då kan du ha möjlighet att byta.', fixes: [] },
    { text: 'Du ska ha möjlighet att byta.', fixes: ['kunna'] },
  ]
  for (const { text, fixes } of cases) test(text, () => expect(fixed(text).map((fix) => fix.text)).toEqual(fixes))
})

describe('illnesses with a capital inside a sentence', () => {
  const cases = [
    { text: 'Har du Pneumoni ska du vila.', finds: ['jargon pneumoni'] },
    { text: 'Du kan få medicin mot Hypertoni.', finds: ['jargon hypertoni'] },
    { text: 'Läs broschyren Pneumoni och annat.', finds: [] },
    { text: 'Ring Urologi för att boka tid.', finds: [] },
    { text: 'Du har Dermatolog Ek på onsdag.', finds: [] },
    { text: 'Palliativa rådet beslutar om det.', finds: [] },
    { text: 'Palliativa insatser ges hemma.', finds: ['jargon palliativa'] },
  ]
  for (const { text, finds } of cases) test(text, () => expect(found(text)).toEqual(finds))

  test('the everyday word is written small', () => {
    const [finding] = linter.lint({ path: 'a.md', text: 'Har du Pneumoni ska du vila.' })
    expect(finding?.message).toBe('Förklara ”Pneumoni” eller skriv ”lunginflammation”.')
  })
})

describe('abbreviations that are explained further on', () => {
  const cases = [
    {
      text: '# Stöd enligt LSS\n\nLagen om stöd och service till vissa funktionshindrade (LSS) ger dig stöd.',
      finds: [],
    },
    { text: '# Stöd enligt LSS\n\nLSS ger dig stöd.', finds: ['undefined-abbreviation lss'] },
    { text: 'Du kallas till SIP. SIP (samordnad individuell plan) är ett möte.', finds: [] },
    {
      text: 'Du kallas till SIP. Vi ses. SIP (samordnad individuell plan) är ett möte.',
      finds: ['undefined-abbreviation sip'],
    },
  ]
  for (const { text, finds } of cases)
    test(text, () => expect(found(text).filter((one) => one.startsWith('undefined'))).toEqual(finds))

  test('of letters that stand for several things none is chosen', () => {
    const [finding] = linter.lint({ path: 'a.md', text: 'Du som bor i ett land i EES kan få vård.' })
    expect(finding).toMatchObject({ message: expect.stringMatching(/^Skriv ut ”EES”/u), suggestions: [] })
  })
})

describe('what may be chosen', () => {
  const offered = (text: string) =>
    linter.lint({ path: 'a.md', text }).flatMap(({ suggestions }) => suggestions.map(({ text: words }) => words))
  const cases = [
    { text: 'Frågor avseende avgiften.', offers: ['om', 'för', 'när det gäller'] },
    { text: 'Kostnaden avseende tolken betalas av regionen.', offers: ['för', 'när det gäller'] },
    { text: 'Avgiften avseende 2025.', offers: ['för', 'när det gäller'] },
    { text: 'Du får 500 kronor avseende trapphiss.', offers: ['för', 'när det gäller'] },
    { text: 'Återkoppla till oss i god tid.', offers: ['Svara'] },
    { text: 'Vi återkopplar inom två dagar.', offers: ['svarar'] },
  ]
  for (const { text, offers } of cases) test(text, () => expect(offered(text)).toEqual(offers))
})
