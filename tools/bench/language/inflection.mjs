// Inflection against SALDO and the treebank: recall, over-generation, precision, and how much the
// rules can tell from a word alone. Beside each figure stands the one to reach.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inflect } from '@klarsprak/swedish'

const POS = { nn: 'noun', av: 'adjective', vb: 'verb' }
/** Forms that are only parts of compounds. */
const COMPOUND_FORMS = new Set(['c', 'ci', 'cm', 'sms'])
const NOUN_CELLS = {
  'sg indef nom': { number: 'singular', definite: false },
  'sg def nom': { number: 'singular', definite: true },
  'pl indef nom': { number: 'plural', definite: false },
  'pl def nom': { number: 'plural', definite: true },
}

const percent = (part, whole) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(2)} %`)
const line = (what, part, whole, target) =>
  `  ${what.padEnd(86)} ${percent(part, whole).padStart(9)}${target === undefined ? '' : `   (to reach: ${target} %)`}`

/**
 * Measures against the files in `goldFolder`; returns the lines of a report. `failures` collects
 * what went wrong, for whoever works on the rules.
 */
export function measureInflection(goldFolder, failures = []) {
  const file = join(goldFolder, 'saldo_forms.tsv.gz')
  if (!existsSync(file)) return [`inflection: left out, there is no ${file}`]
  const entries = readSaldo(file)
  const known = formsByLemma(entries)
  return [
    'inflection, SALDO, with the key forms of the paradigm given:',
    ...Object.values(POS).flatMap((pos) => withKeyForms(entries, known, pos, failures)),
    'inflection, nouns of SALDO with every form right:',
    ...fromLess(entries, failures),
    'inflection, treebank, key forms from SALDO:',
    ...Object.entries({ noun: 'nouns', adjective: 'adjectives', verb: 'verbs' }).flatMap(([pos, name]) =>
      treebank(goldFolder, entries, pos, name, failures),
    ),
    ...speed(entries),
  ]
}

/** One entry for each lemma and paradigm: its forms by cell. */
function readSaldo(file) {
  const entries = new Map()
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  for (const row of text.split('\n').slice(1)) {
    const [lemma, tag, gender, paradigm, form, cell] = row.split('\t')
    const pos = POS[tag]
    if (pos === undefined || COMPOUND_FORMS.has(cell) || cell === undefined) continue
    const key = `${lemma}|${tag}|${gender}|${paradigm}`
    if (!entries.has(key)) entries.set(key, { lemma, pos, gender, paradigm, cells: {}, forms: new Set() })
    const entry = entries.get(key)
    entry.cells[cell] ??= []
    entry.cells[cell].push(form)
    entry.forms.add(form)
  }
  return [...entries.values()]
}

const keyOf = (lemma, pos) => `${pos}|${lemma}`

function formsByLemma(entries) {
  const known = new Map()
  for (const { lemma, pos, forms } of entries) {
    const key = keyOf(lemma, pos)
    if (!known.has(key)) known.set(key, new Set())
    for (const form of forms) known.get(key).add(form)
  }
  return known
}

/** The grammar an author would declare for an entry: gender, plural and definite; neuter and plural; present, past and supine. */
function keyForms({ lemma, pos, gender, cells }, { definite = true } = {}) {
  const first = (cell) => cells[cell]?.[0]
  if (pos === 'noun') {
    const plural = first('pl indef nom')
    if (gender === 'p') return { pos, plural: plural ?? lemma }
    const neuter = gender === 'n' || (gender === 'v' && /t$/.test(first('sg def nom') ?? ''))
    return {
      pos,
      gender: neuter ? 'neuter' : 'common',
      plural: plural ?? false,
      ...(definite && first('sg def nom') !== undefined && { definite: first('sg def nom') }),
    }
  }
  if (pos === 'adjective') {
    if (cells.invar !== undefined) return { pos, neuter: lemma, plural: lemma }
    return { pos, neuter: first('pos indef sg n nom'), plural: first('pos indef pl nom') }
  }
  const passive = cells['inf s-form'] !== undefined
  const voice = lemma.endsWith('s') && cells['inf aktiv'] === undefined ? 's-form' : 'aktiv'
  return {
    pos,
    present: first(`pres ind ${voice}`),
    past: first(`pret ind ${voice}`),
    supine: first(`sup ${voice}`),
    ...(!passive && { passive: false }),
  }
}

/** The grammars of an entry that has several genders, definites or plurals: one for each, as it takes as many terms. */
function allKeyForms(entry) {
  const first = keyForms(entry)
  if (entry.pos !== 'noun' || entry.gender === 'p') return [first]
  const plurals = entry.cells['pl indef nom'] ?? [false]
  return (entry.cells['sg def nom'] ?? [undefined]).flatMap((definite) =>
    plurals.map((plural) => ({
      ...first,
      plural,
      ...(definite !== undefined && { definite }),
      ...(entry.gender === 'v' && definite !== undefined && { gender: definite.endsWith('t') ? 'neuter' : 'common' }),
    })),
  )
}

function withKeyForms(entries, known, pos, failures) {
  let wanted = 0
  let found = 0
  let extra = 0
  let made = 0
  let rareExtra = 0
  let rareMade = 0
  let whole = 0
  let count = 0
  let foundWithAll = 0
  for (const entry of entries) {
    if (entry.pos !== pos) continue
    const generated = inflect(entry.lemma, keyForms(entry))
    const forms = new Set(generated.map(({ form }) => form))
    const written = new Set(generated.filter(({ rare }) => !rare).map(({ form }) => form))
    const missing = [...entry.forms].filter((form) => !forms.has(form))
    const all =
      missing.length === 0
        ? forms
        : new Set(allKeyForms(entry).flatMap((grammar) => inflect(entry.lemma, grammar).map(({ form }) => form)))
    for (const form of entry.forms) if (all.has(form)) foundWithAll++
    const attested = known.get(keyOf(entry.lemma, pos))
    const unknown = [...written].filter((form) => !attested.has(form))
    count++
    wanted += entry.forms.size
    found += entry.forms.size - missing.length
    made += written.size
    extra += unknown.length
    rareMade += forms.size
    rareExtra += [...forms].filter((form) => !attested.has(form)).length
    if (missing.length === 0) whole++
    else failures.push({ test: `saldo ${pos} missing`, lemma: entry.lemma, paradigm: entry.paradigm, forms: missing })
    if (unknown.length > 0)
      failures.push({ test: `saldo ${pos} extra`, lemma: entry.lemma, paradigm: entry.paradigm, forms: unknown })
  }
  return [
    line(`${pos}s: forms found of ${wanted}`, foundWithAll, wanted, pos === 'verb' ? 98.5 : 99.5),
    ...(pos === 'noun'
      ? [line('nouns: the same with only the first gender, definite and plural of each', found, wanted)]
      : []),
    line(`${pos}s: entries with every form found of ${count}`, whole, count),
    line(`${pos}s: written forms that SALDO does not have for the lemma`, extra, made),
    line(`${pos}s: the same, with rare forms counted`, rareExtra, rareMade),
  ]
}

/** Every cell that SALDO fills is written with one of its forms, and no other cell is. */
function isRight(entry, grammar) {
  const generated = inflect(entry.lemma, grammar).filter(
    ({ rare, features }) => !rare && features.case === 'nominative',
  )
  return Object.entries(NOUN_CELLS).every(([cell, { number, definite }]) => {
    const mine = generated.filter(({ features }) => features.number === number && features.definite === definite)
    const theirs = entry.cells[cell] ?? []
    return mine.length === 0 ? theirs.length === 0 : mine.every(({ form }) => theirs.includes(form))
  })
}

function fromLess(entries, failures) {
  const nouns = entries.filter(({ pos, gender }) => pos === 'noun' && gender !== 'p')
  const full = nouns.filter(({ cells }) => cells['sg indef nom'] && cells['sg def nom'])
  let declared = 0
  let withGender = 0
  let alone = 0
  const lemmas = new Set(full.map(({ lemma }) => lemma))
  const rightLemmas = new Set()
  for (const entry of full) {
    const { gender, plural } = keyForms(entry, { definite: false })
    if (isRight(entry, { pos: 'noun', gender, plural })) declared++
    else failures.push({ test: 'noun from gender and plural', lemma: entry.lemma, paradigm: entry.paradigm, forms: [] })
    if (isRight(entry, { pos: 'noun', gender })) withGender++
    if (isRight(entry, { pos: 'noun' })) {
      alone++
      rightLemmas.add(entry.lemma)
    } else failures.push({ test: 'noun from the lemma', lemma: entry.lemma, paradigm: entry.paradigm, forms: [] })
  }
  return [
    line(`from lemma, gender and plural, of ${full.length}`, declared, full.length, 98.8),
    line('from lemma and gender', withGender, full.length),
    line('from the lemma alone, each paradigm of a lemma counted', alone, full.length),
    line(`from the lemma alone, one of its paradigms, of ${lemmas.size} lemmas`, rightLemmas.size, lemmas.size, 85),
    line(`verbs of SALDO with every written form right, from the infinitive alone`, ...verbsAlone(entries, failures)),
    line(
      `adjectives of SALDO with neuter, plural and weak right, from the lemma alone`,
      ...adjectivesAlone(entries, failures),
    ),
  ]
}

function verbsAlone(entries, failures) {
  const verbs = entries.filter(
    ({ pos, cells }) => pos === 'verb' && cells['inf aktiv'] && cells['pret ind aktiv'] && cells['sup aktiv'],
  )
  const cells = { present: 'pres ind aktiv', past: 'pret ind aktiv', supine: 'sup aktiv', imperative: 'imper' }
  let right = 0
  for (const entry of verbs) {
    const forms = inflect(entry.lemma, { pos: 'verb' }).filter(
      ({ rare, features }) => !rare && features.voice === 'active',
    )
    const ok = Object.entries(cells).every(([verbForm, cell]) =>
      forms
        .filter(({ features }) => features.verbForm === verbForm)
        .every(({ form }) => (entry.cells[cell] ?? [form]).includes(form)),
    )
    if (ok) right++
    else
      failures.push({
        test: 'verb from the infinitive',
        lemma: entry.lemma,
        paradigm: entry.paradigm,
        forms: entry.cells['pret ind aktiv'],
      })
  }
  return [right, verbs.length]
}

function adjectivesAlone(entries, failures) {
  const adjectives = entries.filter(({ pos, cells }) => pos === 'adjective' && cells['pos indef sg n nom'])
  let right = 0
  for (const entry of adjectives) {
    const forms = new Set(inflect(entry.lemma, { pos: 'adjective' }).map(({ form }) => form))
    const cells = ['pos indef sg n nom', 'pos indef pl nom', 'pos def sg no_masc nom'].map(
      (cell) => entry.cells[cell] ?? [],
    )
    if (cells.every((cell) => cell.length === 0 || cell.some((form) => forms.has(form)))) right++
    else
      failures.push({
        test: 'adjective from the lemma',
        lemma: entry.lemma,
        paradigm: entry.paradigm,
        forms: cells.flat(),
      })
  }
  return [right, adjectives.length]
}

/**
 * Attested inflected forms, and how many matched forms belong to another word. Precision pools the
 * three files: a row counts as wrong when its form is generated but its lemma is spelt otherwise.
 */
function treebank(goldFolder, entries, pos, name, failures) {
  const rows = Object.fromEntries(
    ['nouns', 'adjectives', 'verbs'].map((each) => [each, readRows(join(goldFolder, `${each}.tsv`))]),
  )
  const byForm = new Map()
  for (const row of Object.values(rows).flat()) {
    if (!byForm.has(row.form)) byForm.set(row.form, [])
    byForm.get(row.form).push(row)
  }
  const ofLemma = new Map()
  for (const entry of entries) {
    if (entry.pos !== pos) continue
    if (!ofLemma.has(entry.lemma)) ofLemma.set(entry.lemma, [])
    ofLemma.get(entry.lemma).push(entry)
  }
  let found = 0
  let wanted = 0
  const missing = new Set()
  const own = { sum: 0, clean: 0, lemmas: 0 }
  const exact = { sum: 0, clean: 0, lemmas: 0 }
  for (const lemma of new Set(rows[name].map((row) => row.lemma))) {
    const its = ofLemma.get(lemma)
    if (its === undefined) continue
    const forms = new Set(its.flatMap((entry) => inflect(lemma, keyForms(entry)).map(({ form }) => form)))
    for (const row of rows[name]) {
      if (row.lemma !== lemma || row.form.toLowerCase() === lemma.toLowerCase()) continue
      wanted++
      if (forms.has(row.form) || forms.has(row.form.toLowerCase())) found++
      else missing.add(`${lemma}: ${row.form}`)
    }
    if (lemma.length < 5) continue
    addPrecision(own, lemma, forms, byForm)
    addPrecision(exact, lemma, new Set(its.flatMap((entry) => [...entry.forms])), byForm)
  }
  const unseen = { found: 0, wanted: 0 }
  for (const { lemma, form } of rows[name]) {
    if (ofLemma.has(lemma) || form.toLowerCase() === lemma.toLowerCase()) continue
    unseen.wanted++
    const forms = new Set(inflect(lemma, { pos }).map((each) => each.form))
    if (forms.has(form) || forms.has(form.toLowerCase())) unseen.found++
  }
  for (const each of missing) failures.push({ test: `treebank ${name} missing`, lemma: each, paradigm: '', forms: [] })
  const target = { nouns: [99, 99], adjectives: [99, 97.8], verbs: [97, 95.8] }[name]
  return [
    line(`${name}: inflected forms found of ${wanted}`, found, wanted, target[0]),
    line(
      `${name}: inflected forms of lemmas that SALDO lacks, from the lemma alone, of ${unseen.wanted}`,
      unseen.found,
      unseen.wanted,
    ),
    line(`${name}: precision, mean over ${own.lemmas} lemmas of five letters or more`, own.sum, own.lemmas, target[1]),
    line(`${name}: the same for SALDO's own forms`, exact.sum, exact.lemmas),
    line(`${name}: lemmas without a false match`, own.clean, own.lemmas),
    line(`${name}: the same for SALDO's own forms`, exact.clean, exact.lemmas),
  ]
}

function addPrecision(to, lemma, forms, byForm) {
  let right = 0
  let wrong = 0
  for (const form of forms) {
    for (const row of byForm.get(form) ?? []) {
      if (row.lemma === lemma) right += row.count
      else wrong += row.count
    }
  }
  if (right + wrong === 0) return
  to.lemmas++
  to.sum += right / (right + wrong)
  if (wrong === 0) to.clean++
}

const readRows = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .map(([lemma, form, , count]) => ({ lemma, form, count: Number(count) }))

/** 2,000 terms: two in three nouns, the rest verbs and adjectives, with their key forms. */
function speed(entries) {
  const some = entries.filter((_, place) => place % Math.floor(entries.length / 2000) === 0).slice(0, 2000)
  const terms = some.map((entry) => [entry.lemma, keyForms(entry)])
  const round = () => {
    const started = performance.now()
    let forms = 0
    for (const [lemma, grammar] of terms) forms += inflect(lemma, grammar).length
    return { time: performance.now() - started, forms }
  }
  const first = round()
  const times = Array.from({ length: 15 }, () => round().time).sort((a, b) => a - b)
  return [
    `inflection, speed: ${terms.length} terms, ${first.forms} forms: ${first.time.toFixed(0)} ms the first time, ${times[7].toFixed(0)} ms warm   (to reach: 50 ms)`,
  ]
}
