// What a client needs to know of the server without having it: `@klarsprak/language-server/names`.
export { COMMAND } from './commands.js'
export type { Figures } from './features/code-lens.js'
export type { LookedUp } from './features/look-up.js'
export { STATUS } from './status.js'
