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
import { type Readability, segmentsReadability, tokenise } from '@klarsprak/swedish'

export const FORMATS = ['plain', 'markdown', 'html'] as const
export type CheckFormat = (typeof FORMATS)[number]
export const PRESETS = ['recommended', 'strict', 'all'] as const
export type CheckPreset = (typeof PRESETS)[number]

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

const EXTENSIONS: Readonly<Record<CheckFormat, string>> = { plain: '.txt', markdown: '.md', html: '.html' }

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
        const file = { path: `text${EXTENSIONS[format]}`, text }
        const findings = linters.get(preset)!.lint(file)
        const segments = parserFor(file)
          .parse(text)
          .segments.filter(({ kind }) => kind === 'paragraph' || kind === 'list-item' || kind === 'text')
        inTime()
        return { findings, readability: segmentsReadability(segments.map(({ prose }) => tokenise(prose))) }
      } finally {
        deadline = Number.POSITIVE_INFINITY
      }
    },
  }
}
