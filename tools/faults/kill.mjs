// kill -9 in the middle of edits: everything that was answered is there, and nothing is there by half.
import { adminKey, startService } from './service.mjs'

const LAYER = 'region-x'
/** Concepts that are edited at the same time, each by an editor of its own. */
const EDITED = ['c-0001', 'c-0002', 'c-0003', 'c-0004']

/** The same numbers each time, so that a round can be run again. */
export function numbers(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * @param options.edits are begun in each round; the service is killed after a random number of answers among them
 * @param onRound is told each round's figures
 */
export async function killRounds(database, { rounds, edits, seed = 1, onRound = () => undefined }) {
  const random = numbers(seed)
  const key = await adminKey(database.surroundings)
  /** What was answered: `concept/version` and the text that was saved. */
  const answered = new Map()
  const accepted = new Set()
  const results = []
  let service = await startService(database.surroundings, key)
  // The concept that proposals are about in each round; a concept has not room for all of them.
  const { concepts } = (await service.call('GET', '/concepts?limit=100')).body
  const proposed = concepts.slice(EDITED.length, EDITED.length + rounds).map(({ id }) => id)
  await service.call('POST', '/organisations', { body: { name: LAYER, title: 'Region X' } })
  for (let round = 1; round <= rounds; round++) {
    const before = answered.size + accepted.size
    const deadline = before + 1 + random(edits)
    let begun = 0
    let dead
    const answeredOne = () => {
      if (answered.size + accepted.size >= deadline) dead ??= service.kill()
    }
    const overlays = EDITED.map(async (id, editor) => {
      while (begun < edits && dead === undefined) {
        begun++
        const path = `/organisations/${LAYER}/overlays/${id}`
        const now = await service.call('GET', path)
        if (now === undefined) return
        const text = `Ändring ${round}-${editor}-${begun}.`
        const done = await service.call('PUT', path, {
          body: { overlay: { concept: id, reason: text }, reason: text },
          headers: now.status === 200 ? { 'if-match': now.headers.get('etag') } : {},
        })
        if (done === undefined) return
        if (done.status > 201) throw new Error(`${path}: ${done.status} ${JSON.stringify(done.body)}`)
        answered.set(`${id}/${done.body.version}`, text)
        answeredOne()
      }
    })
    const proposals = async () => {
      while (begun < edits && dead === undefined) {
        begun++
        const value = `Anmärkning ${round}-${begun}.`
        const conceptId = proposed[round - 1]
        const draft = await service.call('GET', `/drafts/${conceptId}`)
        const start =
          draft?.status === 200 ? draft.body.concept : (await service.call('GET', `/concepts/${conceptId}`))?.body
        const hasNotes = (start?.notes ?? []).length > 0
        const made = await service.call('POST', '/proposals', {
          body: {
            conceptId,
            title: value,
            operations: [
              hasNotes ? { op: 'add', path: '/notes/-', value } : { op: 'add', path: '/notes', value: [value] },
            ],
          },
        })
        if (made === undefined) return
        if (made.status !== 201) throw new Error(`proposal: ${made.status} ${JSON.stringify(made.body)}`)
        const decided = await service.call('POST', `/proposals/${made.body.id}/decisions`, {
          body: { status: 'ACCEPTED', answer: 'Tack för förslaget.' },
          headers: { 'if-match': `"v${made.body.version}"` },
        })
        if (decided === undefined) return
        if (decided.status !== 200) throw new Error(`decision: ${decided.status} ${JSON.stringify(decided.body)}`)
        accepted.add(value)
        answeredOne()
      }
    }
    await Promise.all([...overlays, proposals()])
    await (dead ?? service.kill())
    service = await startService(database.surroundings, key)
    const state = await look(service, answered, accepted, proposed.slice(0, round))
    const result = {
      round,
      answered: answered.size + accepted.size - before,
      ...state,
      readyAfter: Math.round(service.readyAfter),
    }
    results.push(result)
    onRound(result)
  }
  await service.stop()
  return results
}

/** What is missing of what was answered, what is there by half, and what was kept though its answer never came. */
async function look(service, answered, accepted, proposed) {
  let lost = 0
  let half = 0
  let unanswered = 0
  let revisions = 0
  for (const id of EDITED) {
    const path = `/organisations/${LAYER}/overlays/${id}`
    const now = await service.call('GET', path)
    if (now.status === 404) continue
    const history = await service.all(`${path}/revisions`, 'revisions')
    revisions += history.length
    for (const [at, { version, value, reason }] of history.entries()) {
      // Without gaps, each whole.
      if (version !== history.length - at || value?.reason !== reason || value?.concept !== id) half++
      if (!answered.has(`${id}/${version}`)) unanswered++
    }
    if (now.body.version !== history[0].version || now.body.overlay.reason !== history[0].value.reason) half++
    const texts = new Map(history.map(({ version, value }) => [`${id}/${version}`, value?.reason]))
    for (const [key, text] of answered) if (key.startsWith(`${id}/`) && texts.get(key) !== text) lost++
  }
  const log = await service.all('/audit-entries', 'auditEntries')
  half += Math.abs(log.filter(({ action }) => action === 'overlay.save').length - revisions)

  // An accepted proposal and the draft it became: both or neither.
  const notes = new Set()
  for (const id of proposed) {
    const draft = await service.call('GET', `/drafts/${id}`)
    for (const note of draft.body.concept?.notes ?? []) if (note.startsWith('Anmärkning ')) notes.add(note)
  }
  const decided = await service.all('/proposals?status=ACCEPTED', 'proposals')
  for (const { title } of decided) if (!notes.has(title)) half++
  if (decided.length !== notes.size) half++
  for (const title of accepted) if (!decided.some((proposal) => proposal.title === title)) lost++
  unanswered += decided.filter(({ title }) => !accepted.has(title)).length
  return { lost, half, unanswered }
}
