/**
 * A name for a finding that survives edits elsewhere in the file: a hash of the rule, the concept,
 * the words and the words around them; no line, no place. Two findings may have the same one, so
 * those who compare count them.
 */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.join('\0').normalize('NFC').toLowerCase().replace(/\s+/gu, ' ')
  // FNV-1a over UTF-16 code units, twice, from different seeds.
  let first = 0x81_1c_9d_c5
  let second = 0x0b_ad_5e_ed
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    first = Math.imul(first ^ unit, 0x01_00_01_93)
    second = Math.imul(second ^ unit, 0x01_00_01_93)
  }
  return hexadecimal(first) + hexadecimal(second)
}

/** 32 bits as eight digits. */
const hexadecimal = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
