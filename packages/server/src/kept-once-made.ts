/** Gives what `make` makes, made when it is first asked for and then kept. What could not be made is tried again by whoever asks next. */
export function keptOnceMade<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
