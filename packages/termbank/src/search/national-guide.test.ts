import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBank } from '../bank/create-bank.js'
import { readSources } from '../formats/yaml/read-sources.js'
import { compileIndex } from '../index/compile-index.js'
import { fileStore } from '../store/file-store.js'
import { createBankSearch } from './bank-search.js'

const sources = readSources(await fileStore(join(import.meta.dirname, '../../concepts')).readAll())
const { bank } = createBank({ layers: [{ name: 'national', release: 'test', ...sources }] })
const { search, guide } = createBankSearch(compileIndex(bank))

/** The thirty situations of the reports, said in other forms and another order, and the terms that help. */
test.each<[query: string, ...terms: string[]]>([
  ['köra bilen får jag inte längre', 'färdtjänst'],
  ['anteckningarna i journalen är borta, jag kan inte läsa dem', 'Journalen', 'journal'],
  ['kom inte in på mitt videobesök för bank-id fungerade inte', 'e-legitimation', 'bank-id', 'videobesök'],
  [
    'har fått räkningar för besök som jag inte kände till',
    'kallelse',
    'faktura',
    'avgift för uteblivet besök',
    'patientavgift',
  ],
  ['vilken av apparna ska man använda', 'digital ingång', 'app'],
  ['det går inte att ladda ner appen', 'app', 'digital ingång'],
  [
    'loggar in från utlandet men det går inte',
    'inloggning',
    'logga in',
    'e-legitimation',
    'e-tjänst',
    'digital ingång',
  ],
  ['vi kommer inte in sedan barnet fyllde 13', 'ombud'],
  [
    'jag förstod inte att jag hade listats på en annan vårdcentral',
    'listning',
    'vårdcentral',
    'välja vårdcentral',
    'lista sig',
    'val av vårdcentral',
  ],
  ['min barnmorska går inte att nå', 'barnmorska', 'barnmorskemottagning'],
  ['på mig står läkarbesöken som är någon annans', 'journal', 'Journalen', 'patientnämnd', 'läkarbesök', 'sekretess'],
  ['hjälpa mamma på nätet med hennes vård', 'ombud', 'närstående', 'anhörigvårdare', 'fullmakt'],
  ['saknar bank-id', 'e-legitimation', 'bank-id'],
  ['går det att lita på det man läser om sjukdomar', '1177'],
  ['ett barn som jag känner oroar mig', 'orosanmälan'],
  ['räcker inte pengarna till hyran', 'ekonomiskt bistånd'],
  ['hemma klarar sig inte pappa', 'hemtjänst', 'trygghetslarm', 'särskilt boende'],
  ['hemma bråkar vi hela tiden', 'familjerådgivning'],
  ['hur blir man god man eller familjehem', 'familjehem', 'god man', 'intresseanmälan'],
  ['har ångest och sover mycket dåligt', 'Stöd och behandling', 'kognitiv beteendeterapi'],
  ['medicinen har tagit slut', 'förnya recept', 'recept', 'receptförnyelse'],
  ['vad har jag för utskrivna mediciner', 'Läkemedelskollen'],
  ['har gränsen för frikortet nåtts', 'frikort'],
  ['testa sig för klamydia', 'sexuellt överförd infektion', 'provtagning', 'prov'],
  ['jobbet behöver ett intyg', 'intyg', 'läkarintyg'],
  ['ska jag åka in, vad är det som är fel på mig', '1177', '1177 direkt'],
  ['tiden jag har vill jag ändra', 'avboka', 'omboka', 'boka om', 'tidbokning', 'boka tid'],
  ['jag kan inte jobba för barnet är sjukt', 'vab'],
  ['vem har läst i min journal, jag vill inte att alla läser', 'spärr', 'loggranskning', 'logg', 'loggutdrag'],
  ['missnöjd med den vård jag fått', 'patientnämnd', 'Inspektionen för vård och omsorg'],
])('”%s” leads to what helps, among the first three', (query, ...terms) => {
  const found = guide(query, 3).flatMap(({ concept }) => concept.terms.map(({ label }) => label))
  expect(
    found.filter((label) => terms.includes(label)),
    `found: ${guide(query, 3)
      .map(({ term }) => term.label)
      .join(', ')}`,
  ).not.toEqual([])
})

test.each([
  'får ingen luft',
  'han andas inte',
  'det trycker över bröstet och gör ont',
  'mamma vaknar inte',
  'min pappa som är åttio har ramlat i trappan och andas inte',
  'orkar inte leva längre',
  'dottern har tagit för många tabletter',
  'mannen min slår mig',
  'jag har ont i bröstet',
  'barnet svalde ett batteri',
  'hon har tagit för många alvedon',
  'krampanfall som inte slutar',
  'bebisen är slapp och går inte att väcka',
  'kunde plötsligt inte prata, men nu är det bra',
  'plötsligt svag i armen men det gick över',
  'hostar blod och har svårt att andas',
  'jag blev förlamad i ena sidan',
  'min sambo försökte strypa mig',
  'hon har tagit en överdos',
  'bebisen är blå om läpparna',
  'magen gör ont och jag kräks blod',
  'barnet andas konstigt',
  'bebisen andas tungt',
])('”%s” leads to 112 first', (query) => {
  expect(guide(query, 3)[0]).toMatchObject({ emergency: true, leadsTo: expect.stringContaining('112') })
})

test.each([
  ['min mamma behöver hjälp hemma', 'hemtjänst'],
  ['mat hem till äldre', 'hemtjänst'],
  ['kan en sköterska komma hem', 'hemsjukvård'],
  ['ont i tanden på helgen', 'akuttandvård'],
  ['vill prata med en psykolog', 'psykolog'],
  ['pappa ramlar ofta och bor ensam', 'trygghetslarm'],
  ['barnet har hög feber', 'sjukvårdsrådgivning'],
  ['min dotter har hög feber', 'sjukvårdsrådgivning'],
  ['knöl i bröstet', 'mammografi'],
  ['tar jag för många mediciner', 'läkemedelsgenomgång'],
  ['jag ser dåligt på ena ögat', 'syncentral'],
  ['svårt att svälja maten', 'sväljsvårigheter'],
  ['ska lämna prov på lungorna', 'spirometri'],
  ['ge sprutan i muskeln', 'intramuskulär'],
  ['ont i armen', 'fysioterapeut'],
  ['min arm gör ont', 'fysioterapeut'],
  ['barnet har ont i magen', 'sjukvårdsrådgivning'],
  ['ont när jag kissar', 'urinvägsinfektion'],
  ['hjärtat slår ojämnt', 'förmaksflimmer'],
  ['svimmar när jag reser mig', 'svimning'],
])('”%s” has a word in common with a danger, and leads to %s and not to 112', (query, label) => {
  const hits = guide(query, 2)
  expect(hits[0]?.emergency).toBe(false)
  expect(hits.map(({ term }) => term.label)).toContain(label)
})

test.each([
  ['ont i bröstet', 'huvudvärk'],
  ['han andas inte', 'andnöd'],
  ['hon blöder och det slutar inte', 'rökstopp'],
])('beside the danger of ”%s”, what fits less well (%s) is not shown', (query, label) => {
  const hits = guide(query, 6)
  expect(hits[0]?.emergency).toBe(true)
  expect(hits.map(({ term }) => term.label)).not.toContain(label)
})

test.each([['hög feber', 'sjukvårdsrådgivning']])(
  'beside the danger that ”%s” may be, what fits as well (%s) is shown',
  (query, label) => {
    expect(guide(query, 6).map(({ term }) => term.label)).toContain(label)
  },
)

test('somebody who thinks of ending their life gets a number to call, however it is said', () => {
  for (const query of ['jag vill ta livet av mig', 'jag vill ta mitt liv', 'jag funderar på självmord'])
    expect(guide(query, 1)[0]?.leadsTo).toContain('90101')
})

test.each(['farfar dog av hjärtinfarkt förra året', 'pappa hade stroke i våras och behöver träna'])(
  'somebody who names what is dangerous is not in danger: ”%s”',
  (query) => {
    for (const { emergency, leadsTo = '' } of guide(query, 3)) {
      expect(emergency).toBe(false)
      expect(leadsTo).not.toMatch(/^Ring 112/u)
    }
  },
)

test.each([
  ['remissens', 'remiss', 'inflected'],
  ['ingångarna', 'digital ingång', 'inflected'],
  ['hälsoprotal', 'digital ingång', 'misspelling'],
  ['eletronisk legitimation', 'e-legitimation', 'misspelling'],
])('%s is %s (%s)', (query, label, matchType) => {
  const [first] = search(query)
  expect(first?.matchType).toBe(matchType)
  expect(first?.concept.terms.map((term) => term.label)).toContain(label)
})
