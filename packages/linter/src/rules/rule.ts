import type { Span } from '@klarsprak/swedish'
import type { Source } from '@klarsprak/termbank'
import type { z } from 'zod'
import type { AnalysedSegment } from '../analysis/analyse.js'
import type { EnglishReader, ReadsEnglish } from '../analysis/english.js'
import type { Finding } from '../findings/finding.js'
import type { Sign } from './hears.js'
import type { Replacer } from './replacement.js'

export const SEVERITIES = ['error', 'warning', 'info', 'off'] as const
export type Severity = (typeof SEVERITIES)[number]

/**
 * Sets of rules that can be asked for by name. `recommended` holds rules with at least 95 % right
 * findings on real pages, `strict` also those that need an editor's judgement, and `all` every rule.
 */
export const PRESETS = ['recommended', 'strict', 'all'] as const
export type Preset = (typeof PRESETS)[number]

/** The library of schemas. It is given to what makes a schema, so that a run without settings never loads it. */
export type Zod = typeof z

/** The `{name}`s of a message. */
export type Placeholders<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** A replacement for a stretch of a segment's prose. */
export interface ProseSuggestion {
  readonly span: Span
  readonly text: string
  readonly safe: boolean
}

/** What a rule tells about a stretch of a segment's prose. */
export interface Report<Messages extends Record<string, string>, Id extends keyof Messages & string> {
  readonly segment: AnalysedSegment
  readonly span: Span
  readonly messageId: Id
  readonly data: Readonly<Record<Placeholders<Messages[Id]>, string | number>>
  /** When a rule has several levels. Left out, the severity of the rule. */
  readonly severity?: Exclude<Severity, 'off'>
  readonly conceptId?: string
  /** Why, in whole sentences. */
  readonly reasons?: readonly string[]
  readonly sources?: readonly Source[]
  readonly suggestions?: readonly ProseSuggestion[]
  /** For rules with `acrossFiles`: what is noted here, to be weighed when all files have been read. Plain data. */
  readonly noted?: Finding['noted']
}

/** What a rule sees: one file, understood. It finds nothing more out for itself. */
export interface RuleContext<Messages extends Record<string, string>> {
  /** The segments in Swedish that have what the rule `hears`, in the order of the file. */
  readonly segments: readonly AnalysedSegment[]
  /** All segments in Swedish, for what stands around. */
  readonly all: readonly AnalysedSegment[]
  /** The segments in English and a measure of them, for a rule that `readsEnglish`, when the linter has been given one. */
  readonly english?: { readonly segments: readonly AnalysedSegment[]; readonly reader: EnglishReader } | undefined
  /** The file, for what the prose leaves out, such as line breaks. */
  readonly text: string
  readonly replace: Replacer
  report<Id extends keyof Messages & string>(report: Report<Messages, Id>): void
}

/** What a rule about several files says in the end of something that it has noted in one of them. */
export interface Conclusion<Messages extends Record<string, string>> {
  readonly path: string
  readonly finding: Finding
  readonly messageId: keyof Messages & string
  readonly data: Readonly<Record<string, string | number>>
  readonly reasons?: readonly string[]
}

/** A file and what a rule has noted in it. */
export interface NotedFile {
  readonly path: string
  readonly noted: readonly Finding[]
}

export interface RuleDeclaration<Messages extends Record<string, string>, Options extends z.ZodType> {
  readonly id: string
  /** One sentence in Swedish for lists of rules. */
  readonly summary: string
  /** Unless the settings say otherwise. */
  readonly severity: Exclude<Severity, 'off'>
  /** The presets that hold the rule, beside `all`. */
  readonly presets?: readonly Exclude<Preset, 'all'>[]
  /** The options a preset uses where they are not the defaults. */
  readonly presetOptions?: Partial<Readonly<Record<Preset, z.input<Options>>>>
  /**
   * `text`: the rule is about a whole sentence, paragraph or file, so its findings stand beside those
   * about the words in it. `words` unless said: one finding for each stretch of text.
   */
  readonly about?: 'words' | 'text'
  /**
   * `segment`: what the rule says of a segment follows from that segment and from how it is written in the file, and
   * from nothing around it. An editor then asks only about segments that have changed. `file` unless said.
   */
  readonly reach?: 'segment' | 'file'
  /**
   * What the rule listens for: it is asked about the segments that have some of it, and about no others. Left out, about
   * all. Most texts have nothing of what most rules are about, so this is what makes them cost nothing.
   */
  readonly hears?: readonly Sign[]
  /** The rule is about text in English. */
  readonly readsEnglish?: ReadsEnglish
  /** Whole sentences, so that they can be proofread; `{name}` is filled in. */
  readonly messages: Messages
  readonly options: (z: Zod) => Options
  check(context: RuleContext<Messages>, options: z.output<Options>): void
  /**
   * For rules about several files at once: what `check` reports is then only noted, and this says what to tell of it.
   * Called once, with every file that has something noted by the rule.
   */
  acrossFiles?(files: readonly NotedFile[], options: z.output<Options>): readonly Conclusion<Messages>[]
}

/** A rule as the engine holds it. What `check` is given is as `optionsSchema` reads it. */
export interface Rule {
  readonly id: string
  readonly summary: string
  readonly severity: Exclude<Severity, 'off'>
  readonly presets?: readonly Exclude<Preset, 'all'>[]
  readonly presetOptions?: Partial<Readonly<Record<Preset, unknown>>>
  readonly about?: 'words' | 'text'
  readonly reach?: 'segment' | 'file'
  readonly hears?: readonly Sign[]
  readonly readsEnglish?: ReadsEnglish
  readonly messages: Readonly<Record<string, string>>
  readonly options: (z: Zod) => z.ZodType
  check(context: RuleContext<Record<string, string>>, options: unknown): void
  acrossFiles?(files: readonly NotedFile[], options: unknown): readonly Conclusion<Record<string, string>>[]
}

/** Makes a declaration a rule. A missing `{placeholder}` is a compile error where it is reported. */
export function defineRule<const Messages extends Record<string, string>, Options extends z.ZodType>(
  declaration: RuleDeclaration<Messages, Options>,
): Rule {
  // A rule reports with its own messages only, so the engine may hold all rules as one type.
  return declaration as unknown as Rule
}

/** The sentence for `messageId` with `data` filled in. */
export function messageOf(rule: Rule, messageId: string, data: Readonly<Record<string, string | number>>): string {
  const message = rule.messages[messageId]
  if (message === undefined) throw new RangeError(`The rule ${rule.id} has no message ${messageId}.`)
  const parts = partsOf(message)
  let sentence = parts[0]!
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at]!
    const value = data[name]
    if (value === undefined) throw new RangeError(`The message ${rule.id}/${messageId} needs ${name}.`)
    sentence += String(value) + parts[at + 1]!
  }
  return sentence
}

const knownParts = new Map<string, readonly string[]>()

/** A message cut at its `{name}`s: what stands before the first, its name, what stands between, the next name, and so on. */
function partsOf(message: string): readonly string[] {
  let parts = knownParts.get(message)
  if (parts === undefined) {
    parts = message.split(/\{(\w+)\}/u)
    knownParts.set(message, parts)
  }
  return parts
}

/** Where the help page of a rule lies. */
export const ruleUrl = (id: string) =>
  `https://github.com/klarsprak/klarsprak/blob/main/packages/linter/src/rules/${id}/rule.md`

/** Options of the rules about words: what kinds of text they read. */
export const guardOptions = (z: Zod) => ({
  quotes: z.boolean().default(false).describe('Läs också citat.'),
  references: z.boolean().default(false).describe('Läs också lagars namn och hänvisningar till författningar.'),
  names: z.boolean().default(false).describe('Läs också det som ser ut som egennamn.'),
})
export type GuardOptions = { readonly quotes: boolean; readonly references: boolean; readonly names: boolean }
