import type { Concept, Overlay } from '@klarsprak/termbank/model'
import { stringify } from 'yaml'
import { labelOf } from '../api/operations/show-concept.js'

/** A text file, by its path with slashes. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

const LONGEST_SLUG = 60

/** Å, ä and ö as a, a and o, and whatever else is no letter or digit as a hyphen: `digital-ingang`. */
function slugOf(label: string): string {
  const slug = label
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/gu, '')
  return slug === '' ? 'begrepp' : slug
}

/** A concept of the national bank as the file it is there: `resor/c-0002-fardtjanst.yaml`. */
export function conceptFile(concept: Concept): TextFile {
  const known = written.get(concept)
  if (known !== undefined) return known
  const file = {
    path: `${concept.subject}/${concept.id}-${slugOf(labelOf(concept))}.yaml`,
    text: yaml(withoutDefaults(concept)),
  }
  written.set(concept, file)
  return file
}

/** Concepts never change, and writing them all takes half a second. */
const written = new WeakMap<Concept, TextFile>()

/** The layer of an organisation as one file, for `--bank` and `klarsprak bank check`. */
export const layerFile = (
  name: string,
  { concepts, overlays }: { readonly concepts: readonly Concept[]; readonly overlays: readonly Overlay[] },
): TextFile => ({
  path: `${name}.yaml`,
  text: yaml({
    concepts: concepts.map(withoutDefaults),
    overlays: overlays.map((overlay) =>
      overlay.add === undefined ? overlay : { ...overlay, add: overlay.add.map(shortTerm) },
    ),
  }),
})

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

/** As an author writes it: what follows from the model is not said. */
function withoutDefaults({ subject, terms, equivalents, ...rest }: Concept): object {
  const { id, definition, sources, ...others } = rest
  return clean({
    id,
    subject: subject === 'ovrigt' ? undefined : subject,
    definition,
    sources,
    terms: terms.map(shortTerm),
    ...others,
    equivalents:
      equivalents === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(equivalents).map(([lang, all]) => [
              lang,
              all.map(({ confirmed, ...equivalent }) => clean({ ...equivalent, confirmed: confirmed || undefined })),
            ]),
          ),
  })
}

const shortTerm = ({ lang, pos, ...term }: Concept['terms'][number]): object =>
  clean({ ...term, lang: lang === 'sv' ? undefined : lang, pos: pos === 'noun' ? undefined : pos })

const clean = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined))
