export type { ExchangeFormat, Loss, Read, WriteOptions, Written } from './formats/exchange-format.js'
export { UnreadableFile } from './formats/exchange-format.js'
export { exchangeFormat, exchangeFormats, guessFormat } from './formats/formats.js'
