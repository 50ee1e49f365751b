import type { Severity } from '../rules/rule.js'

/** Who a text is written to. */
export const AUDIENCES = ['citizen', 'staff', 'decision'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * What a rule does for readers other than citizens, unless the settings say more. Staff know the words
 * of their trade and are not spoken to as ”du”; a decision speaks of a case and says no when it must.
 */
export const AUDIENCE_RULES: Readonly<Record<Audience, Readonly<Record<string, Severity>>>> = {
  citizen: {},
  staff: {
    jargon: 'off',
    'undefined-abbreviation': 'info',
    'direct-address': 'off',
    'negative-framing': 'off',
    'foreign-word': 'off',
  },
  decision: { 'direct-address': 'off', 'negative-framing': 'off' },
}

/** Only the beginning of a text is looked at: a page says who it is for before it begins. */
const BEGINNING = 10_000

/**
 * The audience that a page names for itself: `audience: staff`, alone or under `klarsprak:`, in its
 * front matter, or `data-klarsprak-audience="staff"` on `<html>` or `<body>`. Elements inside say it for
 * themselves: see `rulesByAudience`.
 */
export function audienceIn(text: string): Audience | undefined {
  const beginning = text.slice(0, BEGINNING)
  const [frontMatter] = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---/u.exec(beginning) ?? []
  const [, named] =
    (frontMatter === undefined ? undefined : IN_FRONT_MATTER.exec(frontMatter)) ?? IN_HTML.exec(beginning) ?? []
  return AUDIENCES.find((audience) => audience === named)
}

const IN_FRONT_MATTER = /^(?:klarsprak:[ \t]*\r?\n[ \t]+)?audience:[ \t]*["']?(\w+)/mu
const IN_HTML = /<(?:html|body)\s[^<>]*?data-klarsprak-audience\s*=\s*["']?(\w+)/iu
