import { inFileOrder, type Problem } from '../problems/problem.js'
import type { Bank } from './bank.js'
import { checkConcepts } from './check-concepts.js'

/** The layer whose concepts must have definitions, sources and tests. */
export const NATIONAL = 'national'

/**
 * Everything that is wrong with the concepts of a bank, beside what `createBank` has reported.
 *
 * @param options.strict ask of every layer what is asked of the national one; `false`: of none
 * @param options.today `YYYY-MM-DD`; without it dates of review are not looked at
 */
export function checkBank(
  bank: Bank,
  { strict, today }: { readonly strict?: boolean; readonly today?: string } = {},
): readonly Problem[] {
  const knownIds = new Set(bank.concepts.map(({ id }) => id))
  return inFileOrder(
    bank.layers.flatMap(({ name }) => {
      const own = bank.concepts.filter((concept) => bank.provenance(concept).layer === name)
      return checkConcepts(own, { placeOf: bank.placeOf, strict: strict ?? name === NATIONAL, today, knownIds, name })
    }),
  )
}
