import { wordKey } from '@klarsprak/swedish'
import type { KeyPath } from '../formats/yaml/read-concepts.js'
import type { Concept, Term } from '../model/concept.js'
import { nearest } from '../model/nearest.js'
import type { Overlay } from '../model/overlay.js'
import { type Place, type Problem, problem } from '../problems/problem.js'
import type { Change, Layer } from './bank.js'

/** A concept on its way up through the layers. */
export interface Entry {
  /** Of the layer the concept comes from; 0 is the lowest. */
  readonly level: number
  readonly layer: string
  /** As it was read. */
  readonly original: Concept
  concept: Concept
  readonly changes: Change[]
  /** The level that added a term or last set its status, by the term's label; absent for the concept's own level. */
  readonly termLevels: Map<string, number>
}

const SETTABLE = ['definition', 'citizenWording', 'neverReplace', 'reviewBy'] as const

/** Applies one change from `layer` to `entry`; what cannot be applied becomes a problem and the rest is applied. */
export function applyOverlay(entry: Entry, overlay: Overlay, layer: Layer, level: number): readonly Problem[] {
  const problems: Problem[] = []
  const placeOf = (key: KeyPath): Place => layer.placeOf?.(overlay, key) ?? ({ path: layer.name } as Place)
  const { id } = entry.concept
  let terms: readonly Term[] = entry.concept.terms

  /** Notes that `value` is set here, unless this layer has set it already. */
  const claim = (value: string, key: KeyPath, before: unknown): boolean => {
    const earlier = entry.changes.findLast((change) => change.value === value)
    if (earlier?.layer === layer.name) {
      problems.push(
        problem('BANK-OVERLAY-CONFLICT', { ...placeOf(key), conceptId: id }, { value, id, layer: layer.name }),
      )
      return false
    }
    if (earlier !== undefined) {
      const data = { value, id, below: earlier.layer, above: layer.name }
      problems.push(problem('BANK-LAYER-OVERRIDE', { ...placeOf(key), conceptId: id }, data))
    }
    note(value, before)
    return true
  }
  const note = (value: string, before: unknown): void => {
    const change = { value, layer: layer.name, reason: overlay.reason }
    entry.changes.push(before === undefined ? change : { ...change, before: JSON.stringify(before) })
  }
  const find = (
    label: string,
    key: KeyPath,
    like: { lang?: string | undefined; pos?: string | undefined } = {},
  ): number => {
    const index = terms.findIndex(
      (term) =>
        wordKey(term.label) === wordKey(label) &&
        (like.lang ?? 'sv') === term.lang &&
        (like.pos === undefined || like.pos === term.pos),
    )
    if (index < 0) {
      const guess = nearest(
        label,
        terms.map((term) => term.label),
      )
      const what = `”${label}” är ingen term i ${id}.${guess === undefined ? ' Lägg till den under add.' : ` Menar du ”${guess}”?`}`
      problems.push(problem('BANK-OVERLAY-TARGET', { ...placeOf(key), conceptId: id }, { what }))
    }
    return index
  }
  const replace = (index: number, term: Term): void => {
    terms = terms.with(index, term)
  }
  const setStatus = (label: string, status: Term['status'], key: KeyPath): void => {
    const index = find(label, key)
    if (index < 0) return
    const { reason: oldReason, ...term } = terms[index]!
    if (!claim(`terms.${term.label}.status`, key, term.status)) return
    const reason = status === 'deprecated' ? overlay.reason : undefined
    replace(index, reason === undefined ? { ...term, status } : { ...term, status, reason })
    entry.termLevels.set(term.label, level)
  }

  overlay.add?.forEach((term, i) => {
    if (
      terms.some((one) => one.lang === term.lang && one.pos === term.pos && wordKey(one.label) === wordKey(term.label))
    ) {
      const what = `”${term.label}” finns redan i ${id}. Använd prefer, admit, forbid eller change.`
      problems.push(problem('BANK-OVERLAY-TARGET', { ...placeOf(['add', i]), conceptId: id }, { what }))
      return
    }
    terms = [...terms, term]
    entry.termLevels.set(term.label, level)
    note(`terms.${term.label}`, undefined)
  })
  overlay.change?.forEach((change, i) => {
    const index = find(change.label, ['change', i, 'label'], change)
    if (index < 0) return
    const { label, lang, pos, ...values } = change
    for (const [name, value] of Object.entries(values)) {
      const old = terms[index]!
      if (value === undefined || !claim(`terms.${old.label}.${name}`, ['change', i, name], old[name as keyof Term]))
        continue
      replace(index, { ...old, [name]: value })
    }
  })
  for (const [i, label] of overlay.forbid?.entries() ?? []) setStatus(label, 'deprecated', ['forbid', i])
  for (const [i, label] of overlay.admit?.entries() ?? []) setStatus(label, 'admitted', ['admit', i])
  if (overlay.prefer !== undefined) {
    const chosen = wordKey(overlay.prefer)
    setStatus(overlay.prefer, 'preferred', ['prefer'])
    if (terms.some((term) => term.status === 'preferred' && wordKey(term.label) === chosen)) {
      terms.forEach((term, index) => {
        if (term.status !== 'preferred' || term.lang !== 'sv' || wordKey(term.label) === chosen) return
        note(`terms.${term.label}.status`, term.status)
        replace(index, { ...term, status: 'admitted' })
      })
    }
  }

  let concept: Concept = { ...entry.concept, terms: [...terms] }
  for (const name of SETTABLE) {
    const value = overlay.set?.[name]
    if (value !== undefined && claim(name, ['set', name], concept[name])) concept = { ...concept, [name]: value }
  }
  entry.concept = concept
  return problems
}
