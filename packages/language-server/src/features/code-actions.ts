import type { Finding } from '@klarsprak/linter'
import type { Span } from '@klarsprak/swedish'
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types'
import type { ClientAbilities } from '../client-abilities.js'
import { COMMAND } from '../commands.js'
import type { Settings } from '../settings.js'
import { type Texts, textsIn } from '../texts/texts.js'
import { findingsAt, type View } from '../view.js'
import { diagnosticOf } from './diagnostics.js'
import { disableInFile, disableLine } from './disable.js'
import { type Edit, editsBetween, workspaceEditOf } from './edits.js'

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.klarsprak`

/** Findings that one menu offers help with, and suggestions for each. More would bury the first. */
const MOST_FINDINGS = 5
const MOST_SUGGESTIONS = 5

interface Context {
  readonly settings: Settings
  readonly client: ClientAbilities
  /** The kinds asked for; left out, all. */
  readonly only?: readonly string[] | undefined
  /** Whether files that are not open can be changed too. */
  readonly hasWorkspace: boolean
}

/**
 * What can be done about the findings that `span` touches, always in the same order: the replacements,
 * the same replacement all over the text, and over the workspace, leaving out, explaining, proposing.
 */
export function codeActionsFor(view: View, span: Span, context: Context): readonly CodeAction[] {
  const wants = (kind: string) =>
    context.only === undefined || context.only.some((asked) => kind === asked || kind.startsWith(`${asked}.`))
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(view, span, context) : []),
    ...(wants(FIX_ALL) ? fixAll(view, { client: context.client, texts: textsIn(context.settings.uiLanguage) }) : []),
  ]
}

function quickFixes(view: View, span: Span, { settings, client, hasWorkspace }: Context): readonly CodeAction[] {
  const texts = textsIn(settings.uiLanguage)
  const making = { client, texts }
  const findings = findingsAt(view, span).slice(0, MOST_FINDINGS)
  const diagnostics = new Map(findings.map((finding) => [finding, [diagnosticOf(finding, view.lines, settings)]]))
  const action = (finding: Finding, title: string, rest: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.get(finding) as Diagnostic[],
    ...rest,
  })
  const withEdit = (finding: Finding, title: string, edit: Edit | undefined): readonly CodeAction[] =>
    edit === undefined
      ? []
      : [action(finding, title, { edit: workspaceEditOf([{ view, edits: [{ ...edit, safe: true }] }], making) })]

  const replacements = findings.flatMap((finding) =>
    finding.suggestions.slice(0, MOST_SUGGESTIONS).map((suggestion, at) =>
      action(finding, texts.write(suggestion.text), {
        // The writer has chosen this one and sees it at once, so it need not be marked.
        edit: workspaceEditOf([{ view, edits: [{ ...suggestion, safe: true }] }], making),
        ...(at === 0 && suggestion.safe ? { isPreferred: true } : {}),
      }),
    ),
  )

  const byConcept = oncePer(findings, ({ conceptId }) => conceptId).filter(({ suggestions }) => suggestions.length > 0)
  const inFile = byConcept.flatMap((finding) => {
    const edits = conceptEdits(view, finding.conceptId!)
    const usable = client.changeAnnotations ? edits.length : edits.filter(({ safe }) => safe).length
    return usable < 2
      ? []
      : [
          action(finding, texts.replaceInFile(finding.text, usable), {
            edit: workspaceEditOf([{ view, edits }], making),
          }),
        ]
  })
  const inWorkspace = !hasWorkspace
    ? []
    : byConcept.map((finding) => {
        const title = texts.replaceInWorkspace(finding.text)
        return action(finding, title, {
          command: { title, command: COMMAND.replaceInWorkspace, arguments: [view.uri, finding.conceptId] },
        })
      })

  const byRule = oncePer(findings, ({ ruleId }) => ruleId)
  return [
    ...replacements,
    ...inFile,
    ...inWorkspace,
    ...byRule.flatMap((finding) =>
      withEdit(finding, texts.disableLine(finding.ruleId), disableLine(view, finding, texts)),
    ),
    ...byRule.flatMap((finding) =>
      withEdit(finding, texts.disableInFile(finding.ruleId), disableInFile(view, finding, texts)),
    ),
    ...byRule.map((finding) => {
      const title = texts.explainRule(finding.ruleId)
      return action(finding, title, {
        command: { title, command: COMMAND.explainRule, arguments: [finding.ruleId] },
      })
    }),
    ...proposals(
      view,
      span,
      oncePer(findings, ({ conceptId }) => conceptId),
      texts,
    ),
  ]
}

/** To say that the bank is wrong about a word, or that a word which has been chosen is missing. */
function proposals(view: View, span: Span, byConcept: readonly Finding[], texts: Texts): readonly CodeAction[] {
  const chosen = view.file.text.slice(span.start, span.end)
  const words = byConcept.map(({ text }) => text)
  if (words.length === 0 && isPhrase(chosen)) words.push(chosen.trim())
  return words.map((word) => {
    const title = texts.proposeTerm(word)
    const command = {
      title,
      command: COMMAND.proposeTerm,
      arguments: [view.uri, word, view.lines.positionAt(span.start)],
    }
    return { title, kind: CodeActionKind.QuickFix, command }
  })
}

const LONGEST_PHRASE = 60
const isPhrase = (text: string): boolean => text.length <= LONGEST_PHRASE && /^\s*\p{L}[^\r\n]*\s*$/u.test(text)

/** The first suggestion for every finding about a concept. */
export const conceptEdits = ({ findings }: View, conceptId: string): readonly Edit[] =>
  findings
    .filter((finding) => finding.conceptId === conceptId)
    .flatMap(({ suggestions }) => suggestions.find(({ safe }) => safe) ?? suggestions[0] ?? [])

function fixAll(
  view: View,
  making: { readonly client: ClientAbilities; readonly texts: Texts },
): readonly CodeAction[] {
  if (!view.findings.some(({ suggestions }) => suggestions.some(({ safe }) => safe))) return []
  const edits = editsBetween(view.file.text, view.checker.fix(view.file).text)
  return edits.length === 0
    ? []
    : [
        {
          title: making.texts.fixAll,
          kind: FIX_ALL,
          edit: workspaceEditOf([{ view, edits }], making),
        },
      ]
}

function oncePer(findings: readonly Finding[], keyOf: (finding: Finding) => string | undefined): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const key = keyOf(finding)
    if (key === undefined || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
