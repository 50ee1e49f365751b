/** Language codes that file and folder names are likely to hold: ISO 639-1 and the minority languages of Sweden. */
const LANGUAGES = new Set(
  (
    'aa ab af am an ar as ay az ba be bg bn bo br bs ca co cs cy da de dv el en eo es et eu fa fi fil fit fj fo fr fy ga gd gl ' +
    'gu ha he hi hr ht hu hy id ig is it iw ja jv ka kk kl km kn ko ku ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ' +
    'ne nl nn no om or pa pl ps pt rm ro rom ru rw se sh si sk sl sm sma sme smj sn so sq sr st su sv sw ta te tg th ti ' +
    'tk tl to tr tt ug uk ur uz vi wo xh yi yo zh zu'
  ).split(' '),
)
/** Codes that may end a hyphenated file name: the rest (`log-in`, `add-to`) are as likely words. */
const PLAIN_CODES = new Set('sv en fi nb nn da de fr'.split(' '))

const TAG = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]r?([a-z]{2}|\d{3}))?$/iu

/** The language a name is a code for: `sv`, `sv-SE`, `sv_SE`, `zh_Hans`, `sv-rFI`. In lower case; `undefined` when it is none. */
export function languageTag(name: string): string | undefined {
  const [, language, script, region] = TAG.exec(name) ?? []
  if (language === undefined || !LANGUAGES.has(language.toLowerCase())) return undefined
  return [language, script, region].flatMap((part) => part?.toLowerCase() ?? []).join('-')
}

/**
 * The language a path says its file is in: `sv.json`, `messages_sv_SE.properties`, `Texter.sv.resx`,
 * `locales/sv/common.json`, `sv.lproj/Localizable.strings`, `values-sv/strings.xml`. The part nearest
 * to the file's name decides.
 */
export function localeOf(path: string): string | undefined {
  const parts = path.replace(/\\/gu, '/').split('/')
  const name = parts.pop() ?? ''
  const stem = name.replace(/\.[^.]*$/u, '')
  const tail = /[._-]([a-z]{2,3}(?:[-_](?:[a-z]{4}[-_])?[a-z]{2})?)$/iu.exec(stem)
  const fromTail = tail === null ? undefined : languageTag(tail[1]!)
  const isSure = tail !== null && (stem[tail.index] !== '-' || PLAIN_CODES.has(tail[1]!.toLowerCase().slice(0, 2)))
  const fromName = languageTag(stem) ?? languageTag(/^[a-z]{2,3}(?=\.)/iu.exec(stem)?.[0] ?? '')
  if (fromName !== undefined) return fromName
  if (fromTail !== undefined && isSure) return fromTail
  for (const folder of parts.reverse()) {
    const code = languageTag(folder.replace(/\.lproj$/iu, '').replace(/^values-/u, ''))
    // One-word folders such as `no` and `it` are languages only beside others like them, which a path cannot show.
    if (code !== undefined && !/^(?:id|is|it|no|so|to)$/u.test(code)) return code
  }
  return undefined
}
