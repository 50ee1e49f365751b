/**
 * Whether a value in a file of texts is something that people read: it has a letter, and is no
 * address, path, colour, date or name in code. `om-oss` and `e-tjänst` look alike, so words with hyphens are read.
 */
export function isCopy(value: string): boolean {
  const text = value.trim()
  if (!/\p{L}/u.test(text)) return false
  if (/\s/u.test(text)) return !/^(?:https?:\/\/|data:|mailto:)\S+$/iu.test(text)
  if (/^(?:[a-z][a-z\d+.-]*:)?\/\/|^(?:mailto|tel|data|javascript):|^\.{0,2}\/|^www\./iu.test(text)) return false
  if (/<[a-z]/iu.test(text)) return true
  // One word without white space: a path, a name in code, a key, a file, a colour or a format.
  if (/[/\\_=#@|~^*[\]]/u.test(text)) return false
  if (/^[\p{Ll}\d]+\p{Lu}/u.test(text) || /[\p{L}\d]\.[\p{L}\d]/u.test(text)) return false
  if (/^(?:true|false|null|undefined|sv|en|utf-?8)$/iu.test(text)) return false
  if (/^[\dA-Fa-f]{8}-[\dA-Fa-f-]{27}$/u.test(text)) return false
  return /\p{L}{2}/u.test(text)
}
