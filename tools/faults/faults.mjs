// npm run faults: kill -9, a database that goes away, a full disk. Prints tables; ends with 1 when something was lost.
// npm run faults -- --rounds 3 --edits 50 for a shorter run. Needs a build.
import { parseArgs } from 'node:util'
import { awayAndBack } from './away.mjs'
import { embedded, hasPostgres, postgres } from './databases.mjs'
import { fullDisk, fullTablespace, smallDisk } from './full.mjs'
import { killRounds } from './kill.mjs'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    edits: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const isAsked = (what) => values.only === undefined || values.only === what
let isWhole = true
const row = (cells, widths) => console.log(cells.map((cell, at) => String(cell).padStart(widths[at])).join('  '))

async function kills(database) {
  console.log(`\nkill -9 during ${values.edits} edits, ${values.rounds} times: ${database.name}`)
  const widths = [5, 9, 4, 4, 10, 15]
  row(['round', 'answered', 'lost', 'half', 'unanswered', 'ready after ms'], widths)
  const results = await killRounds(database, {
    rounds: Number(values.rounds),
    edits: Number(values.edits),
    seed: Number(values.seed),
    onRound: ({ round, answered, lost, half, unanswered, readyAfter }) =>
      row([round, answered, lost, half, unanswered, readyAfter], widths),
  })
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  row(['all', sum('answered'), results.at(-1).lost, results.at(-1).half, results.at(-1).unanswered, ''], widths)
  if (results.some(({ lost, half }) => lost + half > 0)) isWhole = false
}

function show(title, checks) {
  console.log(`\n${title}`)
  for (const { what, is, isRight } of checks) {
    console.log(`  ${isRight ? 'ok ' : 'BAD'}  ${what.padEnd(44)} ${is}`)
    if (!isRight) isWhole = false
  }
}

const withDatabase = async (database, work) => {
  try {
    await work(database)
  } finally {
    database.remove()
  }
}
const withDisk = async (size, work) => {
  const disk = smallDisk(size)
  if (disk === undefined) return console.log('\nA full disk was not tried: only root can make a small one.')
  try {
    await work(disk)
  } finally {
    disk.remove()
  }
}

if (isAsked('kill')) await withDatabase(embedded(), kills)
if (isAsked('full')) await withDisk('6m', async (disk) => show('A full disk: SQLite', await fullDisk(disk)))
if (!hasPostgres()) console.log('\nPostgreSQL was not found (initdb), so it was not tried.')
else {
  if (isAsked('kill')) await withDatabase(await postgres(), kills)
  if (isAsked('away'))
    await withDatabase(await postgres(), async (database) =>
      show('The database goes away and comes back: PostgreSQL', await awayAndBack(database)),
    )
  if (isAsked('full'))
    await withDatabase(await postgres(), (database) =>
      withDisk('24m', async (disk) =>
        show('A full disk: PostgreSQL, tables on a disk of their own', await fullTablespace(disk, database)),
      ),
    )
}
console.log(isWhole ? '\nNothing was lost.' : '\nSomething was lost or kept by half.')
process.exitCode = isWhole ? 0 : 1
