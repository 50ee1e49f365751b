/** Makes something when it is first asked for: what costs time at the start of a process, and that not every text needs. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
