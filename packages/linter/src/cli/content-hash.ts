/**
 * 64 bits that stand for the content of `bytes`, as 16 hexadecimal digits. Quick, so that a folder can be asked whether
 * it is as it was; not for bytes that somebody may have made to look like others. After MurmurHash3 (Appleby, public
 * domain): two of its 32-bit hashes with constants of their own, over the same words.
 */
export function contentHash(bytes: Uint8Array): string {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
  let a = 0x9747b28c
  let b = 0x2f6e9b1d
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    a = mixA(a, word)
    b = mixB(b, word)
  }
  let tail = 0
  for (let i = words.length * 4; i < aligned.length; i++) tail = (tail << 8) | aligned[i]!
  a = finish(mixA(a, tail) ^ aligned.length)
  b = finish(mixB(b, tail) ^ aligned.length)
  return hex(a) + hex(b)
}

function mixA(hash: number, word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51)
  const turned = hash ^ Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0
}

function mixB(hash: number, word: number): number {
  const mixed = Math.imul(word, 0x239b961b)
  const turned = hash ^ Math.imul((mixed << 16) | (mixed >>> 16), 0xab0e9789)
  return (Math.imul((turned << 17) | (turned >>> 15), 5) + 0x561ccd1b) | 0
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const hex = (number: number): string => number.toString(16).padStart(8, '0')
