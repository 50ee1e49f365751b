/** After ”inte”, in one of its forms, and what to write instead of the two. */
export const POSITIVE: ReadonlyMap<string, string> = new Map([
  ['öppen', 'stängd'],
  ['öppet', 'stängt'],
  ['öppna', 'stängda'],
  ['närvarande', 'borta'],
  ['tillåten', 'förbjuden'],
  ['tillåtet', 'förbjudet'],
  ['tillåtna', 'förbjudna'],
])

/** After ”inte”, with ”än”: ”inte fler än” is ”högst”. */
export const LIMITS: ReadonlyMap<string, string> = new Map([
  ['mer', 'högst'],
  ['mera', 'högst'],
  ['fler', 'högst'],
  ['flera', 'högst'],
  ['längre', 'högst'],
  ['äldre', 'högst'],
  ['större', 'högst'],
  ['senare', 'senast'],
  ['mindre', 'minst'],
  ['färre', 'minst'],
  ['yngre', 'minst'],
  ['tidigare', 'tidigast'],
])

/** What tells the reader what not to do, where one may tell what to do. */
export const CALLS: readonly (readonly [words: string, instead: string])[] = [
  ['glöm inte att', 'kom ihåg att'],
  ['glöm inte bort att', 'kom ihåg att'],
  ['glöm ej att', 'kom ihåg att'],
  ['tveka inte att', 'du får gärna'],
  ['tveka inte på att', 'du får gärna'],
]
