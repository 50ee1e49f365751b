import { wordKey } from '@klarsprak/swedish'
import type { PlaceOf } from '../formats/yaml/read-concepts.js'
import { CONCEPT_ID, type Concept, type Term } from '../model/concept.js'
import { termForms } from '../model/term-forms.js'
import { inFileOrder, type Problem, type ProblemData, problem } from '../problems/problem.js'
import { isNationalOnly, type ProblemCode } from '../problems/problem-codes.js'
import { relationCycles } from './relation-cycles.js'

export interface CheckOptions {
  /** Where an entry stands, for problems; see `readConcepts`. */
  readonly placeOf?: PlaceOf | undefined
  /** Ask what is asked of the national bank: definition, sources, tests, file names. */
  readonly strict?: boolean | undefined
  /** Today as `YYYY-MM-DD`, for dates of review; without it they are not looked at. */
  readonly today?: string | undefined
  /** Ids that exist beside these concepts, for example in the layers below. */
  readonly knownIds?: ReadonlySet<string> | undefined
  /** What problems call the place of a concept that did not come from a file. */
  readonly name?: string | undefined
}

/** The longest definition that still is read in one go. ISO 704 asks for one sentence; the number is our own choice. */
export const LONGEST_DEFINITION = 40

const ALLOWED = new Set<Term['status']>(['preferred', 'admitted'])
/** Word classes whose meaning a definition can give; ”när” and names are explained, not defined. */
const DEFINED = new Set<Term['pos']>(['noun', 'verb', 'adjective'])
const STATUS_WORDS: Readonly<Record<Term['status'], string>> = {
  preferred: 'rekommenderad',
  admitted: 'tillåten',
  deprecated: 'avrådd',
  superseded: 'ersatt',
}
export const statusWord = (status: Term['status']): string => STATUS_WORDS[status]

/** What two terms share when they are the same word in the same language. */
export const termKey = (term: Pick<Term, 'label' | 'lang'>): string => `${term.lang}:${wordKey(term.label)}`

type Report = <C extends ProblemCode>(
  code: C,
  concept: Concept,
  key: readonly (string | number)[],
  data: ProblemData<C>,
) => void

/**
 * Everything that can be wrong with concepts that the schema cannot see, in the order of the files.
 * The concepts of one layer; what layers do to each other is for `createBank`.
 */
export function checkConcepts(concepts: readonly Concept[], options: CheckOptions = {}): readonly Problem[] {
  const { placeOf, strict = false, today, knownIds, name = 'banken' } = options
  const problems: Problem[] = []
  const report: Report = (code, concept, key, data) => {
    if (isNationalOnly(code) && !strict) return
    const place = placeOf?.(concept, key) ?? { path: name }
    problems.push(problem(code, { ...place, conceptId: concept.id }, data))
  }

  for (const concept of concepts) {
    checkTerms(concept, report)
    checkDefinition(concept, report)
    checkRequired(concept, report)
    if (today !== undefined) checkDates(concept, today, report)
    const path = placeOf?.(concept)?.path
    if (path !== undefined) checkFileName(concept, path, report)
  }
  checkIds(concepts, placeOf, report)
  checkRelations(concepts, knownIds, report)
  checkSharedTerms(concepts, report)
  return inFileOrder(problems)
}

function checkTerms(concept: Concept, report: Report): void {
  const seen = new Map<string, Term>()
  const preferred = new Map<string, Term>()
  concept.terms.forEach((term, i) => {
    const key = termKey(term)
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, term)
    else if (ALLOWED.has(earlier.status) !== ALLOWED.has(term.status)) {
      const data = { label: term.label, first: statusWord(earlier.status), second: statusWord(term.status) }
      report('BANK-STATUS-OVERLAP', concept, ['terms', i, 'status'], data)
    } else if (earlier.pos === term.pos) report('BANK-REPEATED-TERM', concept, ['terms', i], { label: term.label })

    // Button and heading may have a word each.
    const slot = `${term.lang} ${term.uiPlace?.join() ?? ''}`
    const other = preferred.get(slot)
    if (term.status === 'preferred') {
      if (other === undefined) preferred.set(slot, term)
      // Everyday words for officialese are a choice for the sentence, so a concept may offer several.
      else if (other.pos === term.pos && !(other.register === 'everyday' && term.register === 'everyday')) {
        report('BANK-MANY-PREFERRED', concept, ['terms', i], { label: term.label, other: other.label })
      }
    }
    if (!ALLOWED.has(term.status) && term.reason === undefined) {
      report('BANK-NO-REASON', concept, ['terms', i], { label: term.label })
    }
    if (term.pos === 'abbreviation' && term.abbreviationOf === undefined) {
      report('BANK-NO-EXPANSION', concept, ['terms', i], { label: term.label })
    }
    checkForms(concept, term, i, report)
  })
  const avoided = concept.terms.find((term) => !ALLOWED.has(term.status))
  const hasAdvice = concept.terms.some((term) => ALLOWED.has(term.status))
  if (avoided && !hasAdvice && concept.citizenWording === undefined && concept.replacedBy === undefined) {
    report('BANK-NO-PREFERRED', concept, ['terms'], { label: avoided.label })
  }
}

function checkForms(concept: Concept, term: Term, i: number, report: Report): void {
  if (term.lang !== 'sv') return
  const forms = termForms(term)
  const missing = missingGrammar(term)
  // The joined participles of a particle verb (inloggad) are always guessed, and nobody can be asked to list them.
  const joined = term.pos === 'verb' && term.label.includes(' ')
  const guessed = forms
    .filter(({ guess, features }) => guess && !(joined && features.verbForm?.endsWith('participle')))
    .map(({ form }) => form)
  if (missing !== undefined && guessed.length > 0) {
    const shown = guessed.slice(0, 4).join(', ') + (guessed.length > 4 ? ' …' : '')
    report('BANK-NO-PARADIGM', concept, ['terms', i, 'label'], { label: term.label, guessed: shown, missing })
  }
  term.unless?.forEach((phrase, n) => {
    const text = ` ${wordKey(phrase).replace(/[^\p{L}\p{M}\p{N}'-]+/gu, ' ')} `
    if (!forms.some(({ form }) => text.includes(wordKey(form)))) {
      report('BANK-IDLE-EXCEPTION', concept, ['terms', i, 'unless', n], { phrase, label: term.label })
    }
  })
  for (const key of ['nearWords', 'notNearWords'] as const) {
    term[key]?.forEach((part, n) => {
      if (!forms.some(({ form }) => wordKey(form).includes(wordKey(part)))) return
      report('BANK-NEAR-ITSELF', concept, ['terms', i, key, n], { part, label: term.label })
    })
  }
}

/** What the author should add for the forms to be known; undefined when nothing can be asked for. */
function missingGrammar({ pos, gender, plural, present, past, forms }: Term): string | undefined {
  if (forms !== undefined) return undefined
  if (pos === 'noun') {
    if (gender === undefined) return plural === undefined ? 'gender och plural' : 'gender'
    return plural === undefined ? 'plural (false om det inte finns någon)' : 'definite eller forms'
  }
  if (pos === 'verb') {
    if (present === undefined) return 'present, past och supine'
    return past === undefined ? 'past och supine' : 'supine eller forms'
  }
  if (pos === 'adjective') return 'neuter, plural eller forms'
  if (pos === 'name' || pos === 'abbreviation') return gender === undefined ? 'gender' : undefined
  return undefined
}

function checkDefinition(concept: Concept, report: Report): void {
  for (const audience of ['public', 'professional'] as const) {
    const definition = concept.definition?.[audience]?.sv
    if (definition === undefined) continue
    const words = definition.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
    if (words.length > LONGEST_DEFINITION) {
      const data = { count: String(words.length), limit: String(LONGEST_DEFINITION) }
      report('BANK-LONG-DEFINITION', concept, ['definition', audience, 'sv'], data)
    }
    const text = ` ${words.map(wordKey).join(' ')} `
    const own = concept.terms.find(
      (term) =>
        term.lang === 'sv' &&
        DEFINED.has(term.pos) &&
        ALLOWED.has(term.status) &&
        termForms(term).some(({ form }) => text.includes(` ${wordKey(form)} `)),
    )
    if (own) report('BANK-CIRCULAR-DEFINITION', concept, ['definition', audience, 'sv'], { label: own.label })
  }
}

function checkRequired(concept: Concept, report: Report): void {
  if (concept.definition === undefined) report('BANK-MISSING', concept, [], { key: 'definition' })
  if (concept.sources === undefined || concept.sources.length === 0) {
    report('BANK-MISSING', concept, [], { key: 'sources' })
  }
  // The sentences are in Swedish.
  const reported = concept.terms.some(
    (term) => term.lang === 'sv' && !ALLOWED.has(term.status) && term.compound !== 'never',
  )
  if (reported && !concept.flags?.length) {
    const what = 'Begreppet har avrådda termer men ingen exempelmening i flags. Skriv en mening som ska rapporteras.'
    report('BANK-NO-EXAMPLE', concept, [], { what })
  }
  if (!concept.allows?.length) {
    const what = 'Begreppet har ingen exempelmening i allows. Skriv en mening som inte får rapporteras.'
    report('BANK-NO-EXAMPLE', concept, [], { what })
  }
}

function checkDates(concept: Concept, today: string, report: Report): void {
  // ISO dates sort as text.
  if (concept.reviewBy !== undefined && concept.reviewBy < today) {
    report('BANK-PAST-REVIEW', concept, ['reviewBy'], { what: 'Begreppet', date: concept.reviewBy })
  }
  concept.terms.forEach((term, i) => {
    if (term.reviewBy !== undefined && term.reviewBy < today) {
      const data = { what: `”${term.label}”`, date: term.reviewBy }
      report('BANK-PAST-REVIEW', concept, ['terms', i, 'reviewBy'], data)
    }
  })
}

/** In the national bank, a concept lies in `<subject>/<id>-<slug>.yaml`. */
function checkFileName(concept: Concept, path: string, report: Report): void {
  const [folder, file] = path.split('/').slice(-2)
  if (folder !== concept.subject || !new RegExp(`^${concept.id}-[a-z0-9-]+\\.yaml$`, 'u').test(file ?? '')) {
    report('BANK-FILE-NAME', concept, ['id'], { expected: `${concept.subject}/${concept.id}-….yaml` })
  }
}

function checkIds(concepts: readonly Concept[], placeOf: PlaceOf | undefined, report: Report): void {
  const first = new Map<string, Concept>()
  for (const concept of concepts) {
    const earlier = first.get(concept.id)
    if (earlier === undefined) {
      first.set(concept.id, concept)
      continue
    }
    const place = placeOf?.(earlier, ['id'])
    const other = place === undefined ? 'ett annat begrepp' : `${place.path}:${place.line}`
    report('BANK-DUPLICATE-ID', concept, ['id'], { id: concept.id, other })
  }
}

function checkRelations(concepts: readonly Concept[], knownIds: ReadonlySet<string> | undefined, report: Report): void {
  const ids = new Set(concepts.map(({ id }) => id))
  const exists = (id: string): boolean => ids.has(id) || knownIds?.has(id) === true
  for (const concept of concepts) {
    concept.relations?.forEach(({ type, target }, i) => {
      // A concept in another collection is named by its address or by a prefix such as ”snomed:”.
      if (CONCEPT_ID.test(target) ? exists(target) : target.includes(':')) return
      report('BANK-DANGLING-RELATION', concept, ['relations', i, 'target'], { type, target })
    })
    if (concept.replacedBy !== undefined && !exists(concept.replacedBy)) {
      report('BANK-DANGLING-RELATION', concept, ['replacedBy'], { type: 'replacedBy', target: concept.replacedBy })
    }
  }
  for (const { type, chain } of relationCycles(concepts)) {
    report('BANK-CYCLE', chain[0]!, ['relations'], {
      type,
      chain: [...chain, chain[0]!].map(({ id }) => id).join(' → '),
    })
  }
}

/** Terms that stand in more than one concept. */
function checkSharedTerms(concepts: readonly Concept[], report: Report): void {
  const allowed = new Map<string, { concept: Concept; term: Term }[]>()
  for (const concept of concepts) {
    concept.terms.forEach((term, i) => {
      if (!ALLOWED.has(term.status)) return
      const key = termKey(term)
      const others = allowed.get(key) ?? []
      if (others.length === 0) allowed.set(key, others)
      if (term.status === 'preferred' && !term.homograph) {
        const clash = others.find(
          (other) =>
            other.concept !== concept &&
            other.concept.id !== concept.id &&
            other.term.status === 'preferred' &&
            other.term.pos === term.pos &&
            other.concept.subject === concept.subject,
        )
        if (clash) report('BANK-DUPLICATE-TERM', concept, ['terms', i], { label: term.label, other: clash.concept.id })
      }
      others.push({ concept, term })
    })
  }
  for (const concept of concepts) {
    concept.terms.forEach((term, i) => {
      if (ALLOWED.has(term.status) || term.homograph) return
      const other = allowed
        .get(termKey(term))
        ?.find((one) => one.concept.id !== concept.id && one.term.pos === term.pos)
      if (other) report('BANK-MIXED-ADVICE', concept, ['terms', i], { label: term.label, other: other.concept.id })
    })
  }
}
