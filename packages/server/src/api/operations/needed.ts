import { type Refusal, refuse } from '../problems.js'

/**
 * A parameter that an operation cannot do without. The description calls every parameter optional, as the national
 * profile asks (FNS.05), so its absence is told here.
 */
export function needed(name: string, value: string | undefined): { readonly value: string } | Refusal {
  const text = value?.trim() ?? ''
  if (text !== '') return { value: text }
  return refuse('missing-parameter', {
    sv: `Ange parametern ${name}, till exempel ?${name}=ord.`,
    en: `Give the parameter ${name}, for example ?${name}=ord.`,
  })
}
