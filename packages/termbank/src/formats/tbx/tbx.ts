import { type ExchangeFormat, textOf } from '../exchange-format.js'
import type { TbxDialect, TbxStyle } from './categories.js'
import { readTbx } from './read-tbx.js'
import { writeTbx } from './write-tbx.js'

const tbx = (id: string, dialect: TbxDialect, style: TbxStyle): ExchangeFormat => ({
  id,
  name: `${dialect}, ${style.toUpperCase()}`,
  mediaType: 'application/x-tbx+xml',
  extensions: ['tbx', 'xml'],
  write: async (concepts, options) => writeTbx(concepts, { dialect, style }, options),
  read: async (content) => readTbx(textOf(content)),
})

/** TBX v3. Any of them reads all, v2 files too. */
export const tbxFormats: readonly ExchangeFormat[] = [
  tbx('tbx', 'TBX-Basic', 'dca'),
  tbx('tbx-dct', 'TBX-Basic', 'dct'),
  tbx('tbx-linguist', 'TBX-Linguist', 'dca'),
  tbx('tbx-linguist-dct', 'TBX-Linguist', 'dct'),
]
