/** What an editor may ask the server to do by name. Kept apart, so that clients can name them too. */
export const COMMAND = {
  replaceInWorkspace: 'klarsprak.server.replaceInWorkspace',
  explainRule: 'klarsprak.server.explainRule',
  checkWorkspace: 'klarsprak.server.checkWorkspace',
  lookUp: 'klarsprak.server.lookUp',
} as const
