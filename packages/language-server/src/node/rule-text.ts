import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The page about a rule, as it lies in the linter's package; undefined when it is not there. */
export async function ruleText(id: string): Promise<string | undefined> {
  // Beside this package is where a bundle, and a flat folder of packages, has it.
  for (const linter of [resolved(), new URL('../../../linter/dist/', import.meta.url).href]) {
    try {
      if (linter !== undefined)
        return await readFile(fileURLToPath(new URL(`../src/rules/${id}/rule.md`, linter)), 'utf8')
    } catch {
      // Looked for in the next place.
    }
  }
  return undefined
}

function resolved(): string | undefined {
  try {
    return import.meta.resolve('@klarsprak/linter')
  } catch {
    return undefined
  }
}
