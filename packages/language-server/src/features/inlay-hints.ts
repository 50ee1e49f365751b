import type { Span } from '@klarsprak/swedish'
import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types'
import type { View } from '../view.js'
import { textEdits } from './edits.js'

/** After every word that has a safe replacement, the replacement. */
export const inlayHintsIn = (view: View, span: Span): readonly InlayHint[] =>
  view.findings
    .filter(({ span: { start, end } }) => start <= span.end && span.start <= end)
    .flatMap((finding) => {
      const fix = finding.conceptId === undefined ? undefined : finding.suggestions.find(({ safe }) => safe)
      if (fix === undefined) return []
      return [
        {
          position: view.lines.positionAt(fix.span.end),
          label: `→ ${fix.text}`,
          kind: InlayHintKind.Parameter,
          paddingLeft: true,
          tooltip: finding.message,
          textEdits: textEdits(view, [fix]),
        },
      ]
    })
