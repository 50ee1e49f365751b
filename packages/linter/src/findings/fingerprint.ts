/**
 * A name for a finding that survives edits elsewhere in the file: a hash of the rule, the concept,
 * the words and the words around them; no line, no place. Two findings may have the same one, so
 * those who compare count them.
 */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.join('\0').normalize('NFC').toLowerCase().replace(/\s+/gu, ' ')
  return hash(text, 0x81_1c_9d_c5) + hash(text, 0x0b_ad_5e_ed)
}

/** FNV-1a over UTF-16 code units, 32 bits as eight hexadecimal digits. */
function hash(text: string, seed: number): string {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93)
  return (value >>> 0).toString(16).padStart(8, '0')
}
