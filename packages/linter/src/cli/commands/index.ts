import type { Command } from '../command.js'
import { bankBuildCommand } from './bank-build.js'
import { bankCheckCommand } from './bank-check.js'
import { bankDiffCommand } from './bank-diff.js'
import { bankExportCommand } from './bank-export.js'
import { bankImpactCommand } from './bank-impact.js'
import { bankImportCommand } from './bank-import.js'
import { bankPinCommand } from './bank-pin.js'
import { bankStatsCommand } from './bank-stats.js'
import { explainCommand } from './explain.js'
import { extractCommand } from './extract.js'
import { formsCommand } from './forms.js'
import { guideCommand } from './guide.js'
import { initCommand } from './init.js'
import { lintCommand } from './lint.js'
import { lspCommand } from './lsp.js'
import { rulesCommand } from './rules.js'
import { serveCommand } from './serve.js'
import { termCommand } from './term.js'
import { traceCommand } from './trace.js'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  lintCommand,
  initCommand,
  termCommand,
  guideCommand,
  formsCommand,
  traceCommand,
  rulesCommand,
  explainCommand,
  extractCommand,
  serveCommand,
  lspCommand,
  bankCheckCommand,
  bankStatsCommand,
  bankDiffCommand,
  bankImpactCommand,
  bankBuildCommand,
  bankPinCommand,
  bankImportCommand,
  bankExportCommand,
]
