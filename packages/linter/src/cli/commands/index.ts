import type { Command } from '../command.js'
import { explainCommand } from './explain.js'
import { lintCommand } from './lint.js'
import { rulesCommand } from './rules.js'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [lintCommand, rulesCommand, explainCommand]
