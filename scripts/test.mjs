// Every test; more arguments go to vitest.
import { tool } from './lib.mjs'

tool('vitest', 'run', ...process.argv.slice(2))
