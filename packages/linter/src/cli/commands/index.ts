import type { CommandEntry } from '../command.js'

/** Every command, in the order of the help. Only the one that runs is loaded. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'lint', load: async () => (await import('./lint.js')).lintCommand },
  { name: 'init', load: async () => (await import('./init.js')).initCommand },
  { name: 'term', load: async () => (await import('./term.js')).termCommand },
  { name: 'guide', load: async () => (await import('./guide.js')).guideCommand },
  { name: 'forms', load: async () => (await import('./forms.js')).formsCommand },
  { name: 'trace', load: async () => (await import('./trace.js')).traceCommand },
  { name: 'rules', load: async () => (await import('./rules.js')).rulesCommand },
  { name: 'explain', load: async () => (await import('./explain.js')).explainCommand },
  { name: 'extract', load: async () => (await import('./extract.js')).extractCommand },
  { name: 'serve', load: async () => (await import('./serve.js')).serveCommand },
  { name: 'lsp', load: async () => (await import('./lsp.js')).lspCommand },
  { name: 'mcp', load: async () => (await import('./mcp.js')).mcpCommand },
  { name: 'bank check', load: async () => (await import('./bank-check.js')).bankCheckCommand },
  { name: 'bank stats', load: async () => (await import('./bank-stats.js')).bankStatsCommand },
  { name: 'bank diff', load: async () => (await import('./bank-diff.js')).bankDiffCommand },
  { name: 'bank impact', load: async () => (await import('./bank-impact.js')).bankImpactCommand },
  { name: 'bank build', load: async () => (await import('./bank-build.js')).bankBuildCommand },
  { name: 'bank pin', load: async () => (await import('./bank-pin.js')).bankPinCommand },
  { name: 'bank import', load: async () => (await import('./bank-import.js')).bankImportCommand },
  { name: 'bank export', load: async () => (await import('./bank-export.js')).bankExportCommand },
]
