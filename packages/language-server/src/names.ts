// What a client needs to know of the server without having it: `@klarsprak/language-server/names`.
export { ASSET, type Asset, FIND_FILES, READ_FILE } from './browser/requests.js'
export { COMMAND, SHOW_USES } from './commands.js'
export type { Figures } from './features/code-lens.js'
export type { Guided } from './features/guide.js'
export type { InsertableForm } from './features/insertable-forms.js'
export type { LookedUp } from './features/look-up.js'
export type { Proposal } from './features/propose-term.js'
export { STATUS } from './status.js'
