/** What an editor may ask the server to do by name. Kept apart, so that clients can name them too. */
export const COMMAND = {
  replaceInWorkspace: 'klarsprak.server.replaceInWorkspace',
  explainRule: 'klarsprak.server.explainRule',
  checkWorkspace: 'klarsprak.server.checkWorkspace',
  lookUp: 'klarsprak.server.lookUp',
  guide: 'klarsprak.server.guide',
  formsFor: 'klarsprak.server.formsFor',
  proposeTerm: 'klarsprak.server.proposeTerm',
  report: 'klarsprak.server.report',
} as const

/** What a client that says it `showsUses` does when somebody clicks on the number of uses: shows the references at a place. */
export const SHOW_USES = 'klarsprak.showUses'
