/**
 * The key with marks over letters taken away: å and ä become a, ö becomes o, é becomes e. For the
 * forgiving tier of search only, where a person without a Swedish keyboard types ”halsoportal”.
 * Everywhere else å, ä and ö are letters of their own. Never changes a key that is plain a–z.
 */
export function foldKey(key: string): string {
  for (let at = 0; at < key.length; at++)
    if (key.charCodeAt(at) > 0x7f)
      return key
        .normalize('NFD')
        .replaceAll(/\p{M}+/gu, '')
        .replaceAll('ø', 'o')
        .replaceAll('æ', 'a')
  return key
}
