import type { AnalysedSegment } from '@klarsprak/linter'
import { type Span, selectForm, tokenise, wordKey } from '@klarsprak/swedish'
import { grammarOf, type Term, type TermIndex, termForms } from '@klarsprak/termbank'
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  MarkupKind,
} from 'vscode-languageserver-types'
import type { ClientAbilities } from '../client-abilities.js'
import type { Texts } from '../texts/texts.js'
import type { View } from '../view.js'
import { agrees, expectedAt } from './expected-form.js'
import { createLabelTable, type LabelledTerm, type LabelTable } from './label-table.js'
import { asPlainText, isAvoided, preferredTerms, showSense } from './show-concept.js'

/** Words back from the cursor that may be the beginning of a term. */
const MOST_WORDS = 5
/** Letters that must be typed before anything is offered. */
const FEWEST_LETTERS = 3
/** Of a word, compared with the beginnings of labels: a form may differ from its label further on. */
const STEM = 3
const MOST_CANDIDATES = 400
const MOST_ITEMS = 40
/** Forms of an avoided term that are tried in the sentence. */
const MOST_REWRITES = 3

/** The beginning of a term, as typed. Offsets are in the file. */
interface Typed extends Span {
  readonly text: string
  readonly key: string
}

/** The terms that what stands before `offset` may become: the recommended ones, in a form that goes on from it. */
export type Completion = (view: View, offset: number, client: ClientAbilities, texts: Texts) => CompletionList

export function createCompletion(): Completion {
  const tables = new WeakMap<TermIndex, LabelTable>()
  const tableOf = (index: TermIndex): LabelTable => {
    const known = tables.get(index) ?? createLabelTable(index)
    tables.set(index, known)
    return known
  }

  return (view, offset, client, texts) => {
    const none: CompletionList = { isIncomplete: false, items: [] }
    const typed = typedBefore(view, offset)
    const last = typed.at(-1)
    const passage = last === undefined ? undefined : passageAt(view, last)
    if (last === undefined || passage === undefined) return none
    const table = tableOf(view.project.index)
    const found = new Map<string, Found>()
    let isCut = false
    for (const beginning of typed) {
      const candidates = table.startingWith(stemOf(beginning.key))
      isCut ||= candidates.length > MOST_CANDIDATES
      for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
        for (const one of completionsOf(view, passage, beginning, candidate)) {
          const key = `${one.span.start} ${one.text}`
          const known = found.get(key)
          if (known === undefined || one.rank < known.rank) found.set(key, one)
        }
      }
    }
    const best = [...found.values()].sort(
      (a, b) => a.rank - b.rank || a.text.length - b.text.length || (a.text < b.text ? -1 : 1),
    )
    return {
      // What was typed decides about forms and not only about which terms, so the list is asked for again.
      isIncomplete: isCut || best.length > 0,
      items: best.slice(0, MOST_ITEMS).map((one, at) => itemOf(view, one, at, client, texts)),
    }
  }
}

interface Found {
  readonly span: Span
  readonly text: string
  /** What the typed text is compared with. */
  readonly filter: string
  readonly from: LabelledTerm
  /** The term that is written; another than `from` when that one is avoided. */
  readonly term: Term
  readonly rank: number
}

function completionsOf(view: View, passage: AnalysedSegment, typed: Typed, from: LabelledTerm): readonly Found[] {
  const { concept, term } = from
  const forms = termForms(term).filter(({ form, rare }) => rare !== true && wordKey(form).startsWith(typed.key))
  if (forms.length === 0) return []
  if (!isAvoided(term)) {
    const rank = term.status === 'preferred' ? 0 : 1
    const expected = expectedAt(view.file.text, typed.start)
    return forms
      .filter(({ guess }) => guess !== true)
      .map(({ form, features }) => ({
        span: typed,
        text: inCase(typed.text, form),
        filter: form,
        from,
        term,
        rank: rank + (wordKey(form) === from.key ? 0 : agrees(features, expected) ? 2 : 3),
      }))
  }
  if (concept.neverReplace !== undefined) return []
  const [preferred, ...others] = preferredTerms(concept)
  // Between several a writer has to choose, and knows which only from what they mean.
  if (preferred === undefined || others.length > 0) return []
  const shortest = [...forms].sort((a, b) => a.form.length - b.form.length)
  const written = shortest
    .slice(0, MOST_REWRITES)
    .flatMap(({ form }) => rewriteTyped(view, passage, typed, form, term, preferred))
  const first = shortest[0]!
  const plain = written.length > 0 ? undefined : selectForm(preferred.label, grammarOf(preferred), first.features)
  const answers = plain === undefined ? written : [{ span: typed as Span, text: inCase(typed.text, plain) }]
  return answers.map(({ span, text }, at) => ({
    span,
    text,
    filter: view.file.text.slice(span.start, typed.start) + first.form,
    from,
    term: preferred,
    // In the order of the forms that may have been begun, the shortest first.
    rank: 4 + at / 10,
  }))
}

/** The sentence with the avoided term typed to its end, and the recommended one in its place. */
function rewriteTyped(
  { file, project, lines }: View,
  { prose, map }: AnalysedSegment,
  typed: Typed,
  form: string,
  term: Term,
  preferred: Term,
): readonly { readonly span: Span; readonly text: string }[] {
  const start = map.toProse(typed.start)
  const before = map.toProse(typed.end - 1)
  if (start === undefined || before === undefined) return []
  const end = before + 1
  const words = tokenise(prose.slice(0, start) + inCase(typed.text, form) + prose.slice(end))
  const match = project.index
    .search(words)
    .find((found) => found.span.start === start && found.span.end === start + form.length && found.part === 'whole')
  const sense = match?.senses.find((one) => one.term.label === term.label)
  if (match === undefined || sense === undefined) return []
  const { rewrites } = project.rewrite({
    text: words,
    first: match.first,
    last: match.last,
    span: match.span,
    part: match.part,
    features: sense.features,
    from: { label: term.label, grammar: grammarOf(term) },
    to: { label: preferred.label, grammar: grammarOf(preferred) },
  })
  return rewrites.flatMap(({ span, text, safe }) => {
    if (!safe || span.end !== match.span.end || span.start > start) return []
    const inProse = { start: span.start, end }
    const source = map.toSource(inProse)
    const isOnOneLine = lines.positionAt(source.start).line === lines.positionAt(source.end).line
    return map.isPlain(inProse) && isOnOneLine && source.end <= file.text.length ? [{ span: source, text }] : []
  })
}

function itemOf(
  { file, lines, project }: View,
  { span, text, filter, from, term }: Found,
  at: number,
  { markdownCompletion }: ClientAbilities,
  texts: Texts,
): CompletionItem {
  const { concept } = from
  const instead = isAvoided(from.term) ? texts.insteadOf(from.term.label) : ''
  const documentation = showSense({ concept, term }, project.index, texts)
  return {
    label: text,
    kind: CompletionItemKind.Text,
    detail: `${term.status === 'preferred' ? texts.suggested.preferred : texts.suggested.admitted}${instead}`,
    documentation: markdownCompletion
      ? { kind: MarkupKind.Markdown, value: documentation }
      : { kind: MarkupKind.PlainText, value: asPlainText(documentation) },
    sortText: String(at).padStart(4, '0'),
    // The editor compares with what stands in the text, in the case it stands in.
    filterText: inCase(file.text.slice(span.start, span.end), filter),
    textEdit: { range: lines.rangeOf(span), newText: text },
    ...(isAvoided(term) ? { tags: [CompletionItemTag.Deprecated] } : {}),
  }
}

/** The words that end at `offset`: the last one, the last two and so on, the most first. */
function typedBefore({ file, lines }: View, offset: number): readonly Typed[] {
  const { start } = lines.line(lines.positionAt(offset).line)
  const line = file.text.slice(Math.max(start, offset - 200), offset)
  const base = offset - line.length
  const typed: Typed[] = []
  for (let at = line.length; at > 0 && typed.length < MOST_WORDS; ) {
    const word = /[\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}'’:.-]*$/u.exec(line.slice(0, at))
    if (word === null) break
    const text = line.slice(word.index)
    const key = wordKey(text)
    if (key.length >= FEWEST_LETTERS) typed.unshift({ start: base + word.index, end: offset, text, key })
    // Only single spaces stand inside a term.
    if (line[word.index - 1] !== ' ') break
    at = word.index - 1
  }
  return typed
}

const stemOf = (key: string): string => key.slice(0, Math.min(STEM, key.search(/\s|$/u)))

/** The passage that holds what was typed as it stands; none in code and addresses. */
const passageAt = ({ passages }: View, { start, end, text }: Typed): AnalysedSegment | undefined =>
  passages.find(({ map, prose }) => {
    const first = map.toProse(start)
    const last = map.toProse(end - 1)
    return first !== undefined && last !== undefined && prose.slice(first, last + 1) === text
  })

/** `form` with the capitals that were typed. */
export function inCase(typed: string, form: string): string {
  const first = [...typed][0] ?? ''
  if (first === '' || first === first.toLowerCase()) return form
  const [initial = '', ...rest] = [...form]
  const isAllCapitals = [...typed].length > 1 && typed === typed.toUpperCase()
  return isAllCapitals ? form.toUpperCase() : initial.toUpperCase() + rest.join('')
}
