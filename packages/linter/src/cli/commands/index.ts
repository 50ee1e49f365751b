import type { Command } from '../command.js'
import { bankCheckCommand } from './bank-check.js'
import { explainCommand } from './explain.js'
import { formsCommand } from './forms.js'
import { lintCommand } from './lint.js'
import { rulesCommand } from './rules.js'
import { termCommand } from './term.js'
import { traceCommand } from './trace.js'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  lintCommand,
  termCommand,
  formsCommand,
  traceCommand,
  rulesCommand,
  explainCommand,
  bankCheckCommand,
]
