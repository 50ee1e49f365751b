/** A size as people write it: `500 kB`, `2 MB`. */
export const FILE_SIZE = /^\d{1,6}\s?(?:kB|MB)$/iu

/** Bytes, of a number of them or a text like `FILE_SIZE`. */
export const fileSizeInBytes = (size: number | string): number =>
  typeof size === 'number' ? size : Number.parseInt(size, 10) * (/k/iu.test(size) ? 1_000 : 1_000_000)
