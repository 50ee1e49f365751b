import {
  createLinter,
  type Finding,
  type Linter,
  prepareEnglish,
  prepareParsers,
  presetRules,
  type Rewriter,
  type TermSearch,
} from '@klarsprak/linter'
import type { Readability } from '@klarsprak/swedish'
import { type CheckFormat, type CheckPreset, EXTENSIONS, PRESETS, readabilityOf, textFile } from './text-file.js'

export interface CheckRequest {
  readonly text: string
  readonly format: CheckFormat
  readonly preset: CheckPreset
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

export class CheckTooSlow extends Error {
  override readonly name = 'CheckTooSlow'
}

/**
 * The linter with a limit in time. The clock is looked at for each paragraph and each rule, so a check may
 * take somewhat longer than `budget` milliseconds.
 */
export async function createChecker({
  index,
  rewrite,
  budget = 2_000,
  now = () => performance.now(),
}: {
  readonly index: TermSearch
  readonly rewrite: Rewriter
  readonly budget?: number
  readonly now?: () => number
}): Promise<Checker> {
  const parserFor = await prepareParsers(Object.values(EXTENSIONS))
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
  const linters = new Map<CheckPreset, Linter>(
    PRESETS.map((preset) => [
      preset,
      createLinter({
        index: timed,
        rewrite,
        parserFor,
        english,
        rules: presetRules(preset).map((configured) => ({
          ...configured,
          rule: {
            ...configured.rule,
            check(context, options) {
              inTime()
              configured.rule.check(context, options)
            },
          },
        })),
      }),
    ]),
  )
  return {
    check({ text, format, preset }) {
      deadline = now() + budget
      try {
        const file = textFile(text, format)
        const findings = linters.get(preset)!.lint(file)
        const document = parserFor(file).parse(text)
        inTime()
        return { findings, readability: readabilityOf(document) }
      } finally {
        deadline = Number.POSITIVE_INFINITY
      }
    },
  }
}
