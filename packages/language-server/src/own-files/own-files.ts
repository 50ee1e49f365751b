import { bankFileJsonSchema, readConcepts } from '@klarsprak/termbank'
import {
  type CodeLens,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentLink,
  type Hover,
  type Location,
  MarkupKind,
  type Position,
} from 'vscode-languageserver-types'
import type { ClientAbilities } from '../client-abilities.js'
import type { OpenDocument } from '../documents/open-document.js'
import { uriOfPath } from '../documents/path-of.js'
import { SOURCE } from '../features/diagnostics.js'
import { locationOf } from '../features/occurrences.js'
import { asPlainText, preferredTerms, showSense } from '../features/show-concept.js'
import type { SettingsFiles } from '../ports.js'
import type { Project } from '../projects/project.js'
import type { Texts } from '../texts/texts.js'
import { checkBankFile, conceptIdAt, conceptIdsIn, isBankFile, rangeOfLine } from './bank-file.js'
import { completeBySchema, describeKeyAt, type JsonSchemaNode } from './complete-by-schema.js'

/** A file that is about texts, not one of them: terms of a bank, or settings. */
export interface OwnFile {
  diagnostics(): readonly Diagnostic[]
  hover(position: Position, client: ClientAbilities, texts: Texts): Hover | undefined
  completion(position: Position): CompletionList
  definition(position: Position): readonly Location[]
  /** The concept that is named at a place, or that is written there. */
  conceptIdAt(position: Position): readonly string[]
  links(texts: Texts): readonly DocumentLink[]
  lenses(): readonly CodeLens[]
}

export interface OwnFiles {
  /** Undefined when the text is neither. */
  of(document: OpenDocument, path: string, project: () => Promise<Project>): Promise<OwnFile | undefined>
}

export function createOwnFiles(settingsFiles: SettingsFiles | undefined): OwnFiles {
  let bankSchema: JsonSchemaNode | undefined
  return {
    async of(document, path, project) {
      if (settingsFiles?.isSettings(path) === true) return settingsFile(document, path, settingsFiles)
      if (!isBankFile(path, document.text)) return undefined
      bankSchema ??= bankFileJsonSchema() as JsonSchemaNode
      return bankFile(document, await project(), bankSchema)
    },
  }
}

const nothing = (): readonly never[] => []

function settingsFile({ text, lines }: OpenDocument, path: string, { schema, check }: SettingsFiles): OwnFile {
  return {
    diagnostics: () =>
      check(text, path).map(({ line, message }) => ({
        range: rangeOfLine(text, lines, line - 1),
        severity: DiagnosticSeverity.Error,
        source: SOURCE,
        message,
      })),
    hover: (position) => describedKey(schema, text, lines, position),
    completion: (position) => completeBySchema(schema, text, lines.offsetAt(position), lines),
    definition: nothing,
    conceptIdAt: nothing,
    links: nothing,
    lenses: nothing,
  }
}

function bankFile({ uri, text, lines }: OpenDocument, project: Project, schema: JsonSchemaNode): OwnFile {
  const { index } = project
  const read = () => readConcepts(text, uri)
  const placeHere = (id: string): Location | undefined => {
    const { concepts, placeOf } = read()
    const concept = concepts.find((one) => one.id === id)
    const line = concept === undefined ? undefined : placeOf(concept, ['id'])?.line
    if (line === undefined) return undefined
    return { uri, range: rangeOfLine(text, lines, line - 1) }
  }
  const placesOf = (id: string): readonly Location[] => {
    const here = placeHere(id)
    const concept = index.conceptOf(id)
    return here !== undefined ? [here] : concept === undefined ? [] : locationOf(project, concept)
  }

  return {
    diagnostics: () => checkBankFile(text, lines, { index, today: project.today?.(), words: project.exampleWords }),
    hover(position, { markdownHover }, texts) {
      const found = conceptIdAt(text, lines.offsetAt(position))
      const concept = found === undefined ? undefined : index.conceptOf(found.id)
      if (found === undefined || concept === undefined) return describedKey(schema, text, lines, position)
      const markdown = showSense({ concept, term: preferredTerms(concept)[0] ?? concept.terms[0]! }, index, texts)
      return {
        range: lines.rangeOf(found),
        contents: markdownHover
          ? { kind: MarkupKind.Markdown, value: markdown }
          : { kind: MarkupKind.PlainText, value: asPlainText(markdown) },
      }
    },
    completion: (position) => completeBySchema(schema, text, lines.offsetAt(position), lines, index),
    definition(position) {
      const found = conceptIdAt(text, lines.offsetAt(position))
      return found === undefined ? [] : placesOf(found.id)
    },
    conceptIdAt(position) {
      const named = conceptIdAt(text, lines.offsetAt(position))
      if (named !== undefined) return [named.id]
      // Anywhere else, the concept that begins last before the place.
      const { concepts, placeOf } = read()
      const before = concepts.filter((concept) => (placeOf(concept)?.line ?? 0) - 1 <= position.line)
      return before.slice(-1).map(({ id }) => id)
    },
    links: (texts) =>
      [...conceptIdsIn(text)].flatMap(({ id, ...span }) => {
        const concept = index.conceptOf(id)
        const place = concept === undefined ? undefined : project.placeOf(concept)
        if (place === undefined) return []
        const target = `${uriOfPath(place.path)}#L${place.line}`
        return [{ range: lines.rangeOf(span), target, tooltip: texts.openConcept }]
      }),
    lenses() {
      const { concepts, placeOf } = read()
      return concepts.flatMap((concept) => {
        const line = placeOf(concept, ['id'])?.line
        if (line === undefined) return []
        return [{ range: rangeOfLine(text, lines, line - 1), data: { conceptId: concept.id, uri } }]
      })
    },
  }
}

function describedKey(
  schema: JsonSchemaNode,
  text: string,
  lines: OpenDocument['lines'],
  position: Position,
): Hover | undefined {
  const found = describeKeyAt(schema, text, lines.offsetAt(position))
  if (found === undefined) return undefined
  return { range: lines.rangeOf(found.span), contents: { kind: MarkupKind.PlainText, value: found.description } }
}
