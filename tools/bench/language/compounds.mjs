// Terms inside compounds: precision and recall on labelled words, and how long one question takes.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadLexicon } from '@klarsprak/lexicon-sv'
import * as swedish from '@klarsprak/swedish'

/** Gender and indefinite plural of the labelled terms, as an author would declare them. */
const TERMS = {
  avgift: ['common', 'avgifter'],
  bok: ['common', 'böcker'],
  intyg: ['neuter', 'intyg'],
  knapp: ['common', 'knappar'],
  konto: ['neuter', 'konton'],
  kort: ['neuter', 'kort'],
  läkare: ['common', 'läkare'],
  mall: ['common', 'mallar'],
  mål: ['neuter', 'mål'],
  ombud: ['neuter', 'ombud'],
  patient: ['common', 'patienter'],
  portal: ['common', 'portaler'],
  prov: ['neuter', 'prov'],
  remiss: ['common', 'remisser'],
  råd: ['neuter', 'råd'],
  sida: ['common', 'sidor'],
  system: ['neuter', 'system'],
  tjänst: ['common', 'tjänster'],
  uppgift: ['common', 'uppgifter'],
  ärende: ['neuter', 'ärenden'],
}

/**
 * Measures against `compounds.tsv` (term, word, frequency, label) in `goldFolder`. Rows labelled
 * `lex` are left out. Returns the lines of a report, wrong rows last; these go to `failures` too.
 */
export function measureCompounds(goldFolder, failures = []) {
  const file = join(goldFolder, 'compounds.tsv')
  if (!existsSync(file)) return [`compounds: left out, there is no ${file}`]
  const lexicon = loadLexicon()
  const finder = swedish.createTermPartFinder({ lexicon })
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([term, , , label]) => label !== 'lex' && term in TERMS)
  const formsOf = new Map(Object.keys(TERMS).map((term) => [term, termForms(term, lexicon)]))
  const counts = {}
  const wrong = []
  for (const [term, word, , label] of rows) {
    const forms = formsOf.get(term)
    const parts = forms.isHead(word) ? [{ part: 'form' }] : finder.find(word, forms)
    const found = parts.length > 0
    const expected = label !== 'no'
    counts[label] ??= { rows: 0, right: 0 }
    counts[label].rows++
    if (found === expected) counts[label].right++
    else failures.push({ part: 'compounds', term, word, label, found })
    if (found !== expected) wrong.push(`${expected ? 'missed' : 'false '}  ${label.padEnd(4)}  ${term}  ${word}`)
  }
  const wanted = rows.filter(([, , , label]) => label !== 'no').length
  const missed = wrong.filter((line) => line.startsWith('missed')).length
  const falseOnes = wrong.length - missed
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`
  const started = performance.now()
  let asked = 0
  for (let round = 0; round < 20; round++)
    for (const [term, word] of rows) asked += finder.find(word, formsOf.get(term)).length >= 0 ? 1 : 0
  const microseconds = ((performance.now() - started) * 1000) / asked
  return [
    `compounds: ${rows.length} words, precision ${percent(wanted - missed, wanted - missed + falseOnes)}, recall ${percent(wanted - missed, wanted)}, ${microseconds.toFixed(1)} µs a word`,
    ...Object.entries(counts).map(([label, { rows, right }]) => `  ${label.padEnd(4)} ${right}/${rows} right`),
    ...wrong.map((line) => `  ${line}`),
  ]
}

function termForms(term, lexicon) {
  const [gender, plural] = TERMS[term]
  const heads = new Set(swedish.inflect(term, { pos: 'noun', gender, plural }).map(({ form }) => form))
  const firsts = new Set(swedish.firstPartForms(term, lexicon))
  return { isHead: (form) => heads.has(form), isFirst: (form) => firsts.has(form) }
}
