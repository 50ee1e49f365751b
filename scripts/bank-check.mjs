// Prints the problems of the national bank, or of the concept files and folders named. Ends with 1 when there are errors.
import { join, relative } from 'node:path'
import { checkBank, createBank, fileStore, formatProblem, inFileOrder, readSources } from '@klarsprak/termbank'
import { root } from './lib.mjs'

// Relations and shared terms need the whole bank, whatever part of it is asked about.
const asked = process.argv.slice(2)
const sources = await fileStore([join(root, 'packages/termbank/concepts'), ...asked]).readAll()
const read = readSources(sources)
const { bank, problems: joining } = createBank({ layers: [{ name: 'national', ...read }] })
const today = new Date().toISOString().slice(0, 10)
const all = inFileOrder([...read.problems, ...joining, ...checkBank(bank, { strict: true, today })])

const named = asked.map((path) => relative(process.cwd(), path))
const isAsked = ({ path }) => named.length === 0 || named.some((name) => path === name || path.startsWith(`${name}/`))
const problems = all.filter(isAsked)
for (const problem of problems) {
  console.log(`${problem.severity === 'error' ? 'fel    ' : 'varning'}  ${formatProblem(problem)}`)
}
const errors = problems.filter(({ severity }) => severity === 'error').length
console.log(
  `${sources.length} filer, ${bank.concepts.length} begrepp: ${errors} fel, ${problems.length - errors} varningar.`,
)
process.exitCode = errors > 0 ? 1 : 0
