/** Counts sentences that hold. A failed one is told with its first line, and what `onFailure` saves of it. */
export function createTally() {
  const tally = { passed: 0, failed: 0 }
  return {
    tally,
    async test(sentence, work, onFailure = async () => '') {
      const started = Date.now()
      try {
        await work()
        tally.passed++
        console.log(`ok   ${sentence} (${Date.now() - started} ms)`)
      } catch (error) {
        tally.failed++
        const saved = await onFailure().catch(() => '')
        console.log(`FAIL ${sentence}\n     ${String(error).split('\n').slice(0, 3).join('\n     ')}\n     ${saved}`)
      }
    },
  }
}
