// Compiles the packages, then the term bank and the lexicon to the binary form that the command loads.
import { tool } from './lib.mjs'

tool('tsc', '-b', 'tsconfig.json')
