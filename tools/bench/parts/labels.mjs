const PARTS =
  'vård hälso sjuk omsorg patient läkar journal remiss recept intyg besök tid bok avgift frikort resa tolk stöd hem boende äldre barn ungdom skol familje rehab arbets inkomst ansök anmäl beslut underlag avtal samtyck spärr logg portal tjänst ingång plattform system register katalog nummer adress konto kort brev svar fråga guide råd kontakt möte plan mål insats åtgärd kontroll prov test mät vaccin medicin dos behandling operation mottagning klinik avdelning central enhet region kommun nämnd styrelse'.split(
    ' ',
  )
const ENDINGS = ['', 'er', 'ning', 'het', 'are', 'skap', 'else', 'an']

/** The same labels every time: compounds of two or three parts, every fourth a phrase. */
export function labels(count) {
  let seed = 42
  const random = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((seed / 0x7fffffff) * below)
  }
  const part = () => PARTS[random(PARTS.length)]
  const word = () => part() + part() + (random(2) ? part() : '') + ENDINGS[random(ENDINGS.length)]
  const set = new Set()
  while (set.size < count) {
    const one = random(4) === 0 ? `${word()} ${word()}` : word()
    set.add(set.size > count * 0.9 ? `${one}${random(1_000)}` : one)
  }
  return [...set]
}
