/** Longest wait for something to come about. Long, since the machine may have much else to do; nothing waits for long in vain. */
export const PATIENCE = 90_000

/** Asks until `look` gives something; what it throws is as if there was nothing. Says in the end what it saw last. */
export async function until(what, look, patience = PATIENCE) {
  let last
  for (const end = Date.now() + patience; ; ) {
    try {
      last = await look()
      if (last) return last
    } catch (error) {
      last = error
    }
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}. Last seen: ${show(last)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const show = (value) => (value instanceof Error ? value.message : (JSON.stringify(value) ?? 'nothing')).slice(0, 600)
