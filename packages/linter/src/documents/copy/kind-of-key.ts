import type { SegmentKind } from '../document.js'

const KINDS: readonly (readonly [kind: SegmentKind, names: ReadonlySet<string>])[] = [
  ['button', new Set('button buttons btn cta knapp knappar submit'.split(' '))],
  ['attribute', new Set('alt aria placeholder tooltip arialabel alttext'.split(' '))],
  ['link', new Set('link links linktext anchor lank länk länkar'.split(' '))],
  ['heading', new Set('heading headings header headline title rubrik rubriker titel h1 h2 h3 h4 h5 h6'.split(' '))],
  ['label', new Set('label labels legend etikett ledtext option options'.split(' '))],
  ['list-item', new Set('bullet bullets item items li punkt punkter'.split(' '))],
]
/** Names that say nothing of their own, so that the name around them decides: `knapp.text`. */
const GENERAL = new Set('text value message one other few many zero two label title content default'.split(' '))

/** What a text is, by the names that lead to it: `bokning.avbokaKnapp` is a button. Names are all we have. */
export function kindOfKey(keys: readonly (string | number)[]): SegmentKind {
  const names = keys.filter((key): key is string => typeof key === 'string')
  const last = kindOfName(names.at(-1) ?? '')
  if (names.length > 1 && GENERAL.has((names.at(-1) ?? '').toLowerCase())) {
    return kindOfName(names.at(-2)!) ?? last ?? 'text'
  }
  return last ?? 'text'
}

/** What a name in code says that it names: `SubmitButton` is a button. */
export function kindOfName(name: string): SegmentKind | undefined {
  if (name.length > 200) return undefined
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .flatMap((word) => [word, word.replace(/\d+$/u, '')])
  return KINDS.find(([, known]) => words.some((word) => known.has(word)))?.[0]
}

/** `['tider', 2, 'rubrik']` as a person writes it: `tider[2].rubrik`. */
export function showKeyPath(keys: readonly (string | number)[]): string {
  return keys.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('')
}
