import {
  createLinter,
  type Document,
  type DocumentParser,
  type Finding,
  type Linter,
  prepareEnglish,
  prepareParsers,
  presetRules,
  type Rewriter,
  type SourceFile,
  type TermSearch,
} from '@klarsprak/linter'
import { type Audience, audienceIn, rulesByAudience } from '@klarsprak/linter/config'
import type { Readability } from '@klarsprak/swedish'
import { keptOnceMade } from '../kept-once-made.js'
import { type CheckFormat, type CheckPreset, EXTENSIONS, PRESETS, readabilityOf, textFile } from './text-file.js'

export interface CheckRequest {
  readonly text: string
  readonly format: CheckFormat
  readonly preset: CheckPreset
  /** Whom it is written to, unless it says so itself; citizens when nobody says. */
  readonly audience?: Audience | undefined
}

export interface CheckResult {
  readonly findings: readonly Finding[]
  readonly readability: Readability
}

/** Checks texts. Keeps nothing of them. */
export interface Checker {
  /** @throws {CheckTooSlow} when the time is up */
  check(request: CheckRequest): CheckResult
}

/** The same where the answer has to be waited for: what checks is made first, or works in a thread. */
export interface AwaitedChecker {
  /** @throws {CheckTooSlow} when the time is up */
  check(request: CheckRequest): Promise<CheckResult>
}

/** A checker that is made when the first text comes: its rules and readers take a tenth of a second, and many never ask. */
export function checkerWhenAsked(make: () => Promise<Checker>): AwaitedChecker {
  const checker = keptOnceMade(make)
  return { check: async (request) => (await checker()).check(request) }
}

export class CheckTooSlow extends Error {
  override readonly name = 'CheckTooSlow'
}

/** One for each preset and audience, and those of a day gone by. */
const MOST_LINTERS = 24

/**
 * The linter with a limit in time. The clock is looked at for each paragraph and each rule, so a check may
 * take somewhat longer than `budget` milliseconds.
 */
export async function createChecker({
  index,
  rewrite,
  budget = 2_000,
  now = () => performance.now(),
  today = () => new Date().toISOString().slice(0, 10),
}: {
  readonly index: TermSearch
  readonly rewrite: Rewriter
  readonly budget?: number
  readonly now?: () => number
  /** Today, as 2027-01-31, for comments that count until a day. */
  readonly today?: () => string
}): Promise<Checker> {
  const parsers = await prepareParsers(Object.values(EXTENSIONS))
  /** The text that is being checked, as the linter has read it: how it reads is counted on the same. */
  let document: Document | undefined
  const parserFor = (file: SourceFile): DocumentParser => ({
    parse(text) {
      document = parsers(file).parse(text)
      return document
    },
  })
  const english = await prepareEnglish(PRESETS.flatMap(presetRules))
  let deadline = Number.POSITIVE_INFINITY
  const inTime = (): void => {
    if (now() > deadline) throw new CheckTooSlow(`A check took more than ${budget} ms.`)
  }
  const timed: TermSearch = {
    ...index,
    search(words) {
      inTime()
      return index.search(words)
    },
  }
  const linters = new Map<string, Linter>()
  // A text, or a part of it, may say itself who it is written to, as it may to the command.
  const linterFor = (preset: CheckPreset, audience: Audience | undefined): Linter => {
    const day = today()
    const key = `${preset} ${audience ?? ''} ${day}`
    const known = linters.get(key)
    if (known !== undefined) return known
    if (linters.size > MOST_LINTERS) linters.clear()
    const linter = createLinter({
      index: timed,
      rewrite,
      parserFor,
      english,
      rules: rulesByAudience(audience === undefined ? { preset } : { preset, audience }),
      today: day,
      timed(_, work) {
        inTime()
        return work()
      },
    })
    linters.set(key, linter)
    return linter
  }
  return {
    check({ text, format, preset, audience }) {
      // To make a linter is no part of the time that a text may take.
      const linter = linterFor(preset, audienceIn(text) ?? audience)
      deadline = now() + budget
      try {
        const findings = linter.lint(textFile(text, format))
        inTime()
        return { findings, readability: readabilityOf(document!) }
      } finally {
        document = undefined
        deadline = Number.POSITIVE_INFINITY
      }
    },
  }
}
