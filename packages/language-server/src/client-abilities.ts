import type { ClientCapabilities } from 'vscode-languageserver'
import { chooseEncoding, type Encoding } from './documents/lines.js'

/** What the editor at the other end can do, as far as it changes our answers. */
export interface ClientAbilities {
  readonly encoding: Encoding
  /** Edits may name the version they are for. */
  readonly documentChanges: boolean
  /** Edits may ask to be looked at before they are made. */
  readonly changeAnnotations: boolean
  readonly markdownHover: boolean
  readonly markdownCompletion: boolean
  /** Can be asked to show an address. */
  readonly showDocument: boolean
  /** Pulls findings when it wants them; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean
  /** Our own extension: knows the command `SHOW_USES`. */
  readonly showsUses: boolean
}

export function abilitiesOf(
  client: ClientCapabilities,
  { showsUses = false }: { readonly showsUses?: boolean } = {},
): ClientAbilities {
  const { general, textDocument, window, workspace } = client
  const edit = workspace?.workspaceEdit
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    documentChanges: edit?.documentChanges === true,
    changeAnnotations: edit?.documentChanges === true && edit.changeAnnotationSupport !== undefined,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') ?? false,
    showDocument: window?.showDocument?.support === true,
    // Without being told when to ask again it would go on showing what was right with the settings before.
    pullsDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    showsUses,
  }
}
