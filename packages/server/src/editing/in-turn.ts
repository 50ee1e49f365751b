/** The last of those that wait, by what they wait for. */
const turns = new Map<string, Promise<unknown>>()

/** Work that begins when all that was asked for under the same name before has ended. */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(name) ?? Promise.resolve()).then(work, work)
  turns.set(name, mine)
  const leave = (): void => {
    if (turns.get(name) === mine) turns.delete(name)
  }
  mine.then(leave, leave)
  return mine
}
