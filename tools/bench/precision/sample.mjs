/** At most `most` findings of each rule, drawn at random: the same findings and seed give the same sample. */
export function sampleOf(findings, most, seed) {
  return [...byRule(findings)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ruleId, all]) => {
      const random = randomFrom(`${ruleId} ${seed}`)
      const left = [...all]
      const drawn = []
      while (drawn.length < most && left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1))
      return { ruleId, of: all.length, drawn }
    })
}

/** The sample as a text to fill in: a cross in the brackets of each finding that is false. */
export function sampleText(sample) {
  return sample
    .map(({ ruleId, of, drawn }) => {
      const rows = drawn.map(
        ({ path, line, column, context, message }, at) =>
          `[ ] ${at + 1}. ${path}:${line}:${column}\n    …${context}…\n    ${message}\n`,
      )
      return `## ${ruleId}: ${drawn.length} of ${of}\n\n${rows.join('\n')}`
    })
    .join('\n')
}

function byRule(findings) {
  const groups = new Map()
  for (const finding of findings) {
    const group = groups.get(finding.ruleId)
    if (group === undefined) groups.set(finding.ruleId, [finding])
    else group.push(finding)
  }
  return groups
}

/** Numbers in [0, 1) that follow from `name`: FNV-1a for the start, mulberry32 for the rest. */
function randomFrom(name) {
  let state = 0x811c9dc5
  for (const char of name) state = Math.imul(state ^ char.codePointAt(0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
