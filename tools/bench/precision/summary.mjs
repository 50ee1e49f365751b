/** Findings for every 1,000 words that a whole site can live with, all recommended rules together. */
const TO_REACH = 12
/** Findings that come up most often are shown for reading: what is false there is false many times over. */
const COMMONEST = 20
const LONGEST_TEXT = 60

/** The table of how often each rule speaks up, those that say most first. */
export function summary(what, rules, texts) {
  const total = (findings, words) => ((findings * 1000) / words).toFixed(2)
  const countOf = (findings, id) => findings.filter(({ ruleId }) => ruleId === id).length
  const rows = rules
    .map(({ rule }) => ({ id: rule.id, counts: texts.map(({ findings }) => countOf(findings, rule.id)) }))
    .sort((a, b) => sum(b.counts) - sum(a.counts) || (a.id < b.id ? -1 : 1))
  const line = (name, counts) => {
    const cells = counts.map((count, at) => `${count} | ${total(count, texts[at].words)}`)
    return `| ${name} | ${cells.join(' | ')} |`
  }
  return [
    `Findings, ${what}:`,
    ...texts.map(({ name, files, words }) => `  ${name}: ${files} files, ${words} Swedish words`),
    '',
    `| Rule | ${texts.map(({ name }) => `${name} | per 1,000 words`).join(' | ')} |`,
    `| --- | ${texts.map(() => '--: | --:').join(' | ')} |`,
    ...rows.map(({ id, counts }) => line(`\`${id}\``, counts)),
    line(
      `all${what === 'recommended' ? ` (to reach: < ${TO_REACH})` : ''}`,
      texts.map(({ findings }) => findings.length),
    ),
  ]
}

/** The findings that come up most often, by rule and text. */
export function commonest(name, findings) {
  const counts = new Map()
  for (const { ruleId, text } of findings) {
    const key = `${ruleId}\u0000${text.toLowerCase().replaceAll(/\s+/gu, ' ').slice(0, LONGEST_TEXT)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, COMMONEST)
  return [
    '',
    `Commonest in ${name}:`,
    ...most.map(([key, count]) => `${String(count).padStart(5)}  ${key.replace('\u0000', '  ')}`),
  ]
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
