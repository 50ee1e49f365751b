/** Flags with a meaning of their own, as the .aff file declares them; '' for what it does not. */
export interface SpecialFlags {
  readonly first: string
  readonly middle: string
  readonly last: string
  readonly onlyInCompound: string
  readonly forbidden: string
  readonly needsAffix: string
  /** On an affix: the affixed form may stand inside a compound. */
  readonly permitInCompound: string
}

/** One line of an affix table: take `strip` away, put `add` there, if `condition` holds. */
export interface AffixRule {
  readonly flag: string
  readonly strip: string
  readonly add: string
  /** Flags of the affixed form. */
  readonly flags: string
  /** Whether the end (for a prefix: the beginning) of the stem allows the rule. */
  applies(stem: string): boolean
}

export interface Affixes {
  readonly special: SpecialFlags
  readonly suffixes: ReadonlyMap<string, readonly AffixRule[]>
  readonly prefixes: ReadonlyMap<string, readonly AffixRule[]>
}

/** A line of the .dic file. */
export interface Entry {
  readonly stem: string
  readonly flags: string
}

/** A form that an entry stands for, and the affix that made it; none for the stem itself. */
export interface ExpandedForm {
  readonly form: string
  readonly rule?: AffixRule
}

const SPECIAL = {
  COMPOUNDBEGIN: 'first',
  COMPOUNDMIDDLE: 'middle',
  COMPOUNDEND: 'last',
  ONLYINCOMPOUND: 'onlyInCompound',
  FORBIDDENWORD: 'forbidden',
  NEEDAFFIX: 'needsAffix',
  COMPOUNDPERMITFLAG: 'permitInCompound',
} as const satisfies Record<string, keyof SpecialFlags>

/**
 * Reads the part of a Hunspell .aff file that decides which forms there are: affix tables and the
 * flags of compounds. Flags are single characters (no FLAG line), as in dictionary-sv.
 * Suggestions, replacements, breaks and compound rules for numbers are left out.
 * Source: hunspell(5).
 *
 * @throws {Error} if the file uses another kind of flag or encoding, or a table is broken.
 */
export function readAffixes(aff: string): Affixes {
  const special: Record<keyof SpecialFlags, string> = {
    first: '',
    middle: '',
    last: '',
    onlyInCompound: '',
    forbidden: '',
    needsAffix: '',
    permitInCompound: '',
  }
  const tables = { SFX: new Map<string, AffixRule[]>(), PFX: new Map<string, AffixRule[]>() }
  aff.split(/\r?\n/u).forEach((line, i) => {
    const words = line.trim().split(/\s+/u)
    const keyword = words[0]!
    if (keyword === 'FLAG' || (keyword === 'SET' && words[1] !== 'UTF-8')) {
      throw new Error(`Line ${i + 1} of the .aff file: ”${line}” is not supported.`)
    }
    if (Object.hasOwn(SPECIAL, keyword)) special[SPECIAL[keyword as keyof typeof SPECIAL]] = words[1]!
    if (keyword !== 'SFX' && keyword !== 'PFX') return
    const [, flag, strip, addition, condition] = words
    // The head of a table: SFX flag Y|N count.
    if (condition === undefined && /^\d+$/u.test(addition ?? '')) return
    if (flag === undefined || strip === undefined || addition === undefined) {
      throw new Error(`Line ${i + 1} of the .aff file: expected an affix rule, got ”${line}”.`)
    }
    const [add = '', flags = ''] = addition.split('/')
    const table = tables[keyword]
    if (!table.has(flag)) table.set(flag, [])
    const stripped = strip === '0' ? '' : strip
    const matches = readCondition(condition ?? '.', keyword === 'SFX')
    table.get(flag)!.push({
      flag,
      strip: stripped,
      add: add === '0' ? '' : add,
      flags,
      applies: (stem) => (keyword === 'SFX' ? stem.endsWith(stripped) : stem.startsWith(stripped)) && matches(stem),
    })
  })
  return { special, suffixes: tables.SFX, prefixes: tables.PFX }
}

/** A condition is letters, ”.” and sets in brackets, each for one letter of the stem. */
function readCondition(condition: string, atEnd: boolean): (stem: string) => boolean {
  if (condition === '.') return () => true
  const tests = [...condition.matchAll(/\[(\^?)([^\]]*)\]|(.)/gu)].map(([, not, set, letter]) =>
    letter !== undefined
      ? (c: string) => letter === '.' || letter === c
      : (c: string) => set!.includes(c) === (not === ''),
  )
  return (stem) => {
    if (stem.length < tests.length) return false
    const from = atEnd ? stem.length - tests.length : 0
    return tests.every((test, i) => test(stem[from + i]!))
  }
}

/** The entries of a .dic file. Its first line, a count, and comments after a tab are left out. */
export function readEntries(dic: string): readonly Entry[] {
  const entries: Entry[] = []
  for (const line of dic.split(/\r?\n/u).slice(1)) {
    const text = line.split('\t')[0]!.trimEnd()
    if (text === '') continue
    // A slash that begins the word is part of it.
    const slash = text.indexOf('/', 1)
    entries.push(
      slash === -1 ? { stem: text, flags: '' } : { stem: text.slice(0, slash), flags: text.slice(slash + 1) },
    )
  }
  return entries
}

/** Every form of an entry. Affixes are taken once: dictionary-sv has none that open for others. */
export function expand({ stem, flags }: Entry, affixes: Affixes): readonly ExpandedForm[] {
  const forms: ExpandedForm[] =
    affixes.special.needsAffix !== '' && flags.includes(affixes.special.needsAffix) ? [] : [{ form: stem }]
  for (const flag of flags) {
    for (const rule of affixes.suffixes.get(flag) ?? []) {
      if (rule.applies(stem)) forms.push({ form: stem.slice(0, stem.length - rule.strip.length) + rule.add, rule })
    }
    for (const rule of affixes.prefixes.get(flag) ?? []) {
      if (rule.applies(stem)) forms.push({ form: rule.add + stem.slice(rule.strip.length), rule })
    }
  }
  return forms
}
