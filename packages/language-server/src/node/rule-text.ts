import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The page about a rule, as it lies in the linter's package; undefined when it is not there. */
export async function ruleText(id: string): Promise<string | undefined> {
  try {
    const linter = import.meta.resolve('@klarsprak/linter')
    return await readFile(fileURLToPath(new URL(`../src/rules/${id}/rule.md`, linter)), 'utf8')
  } catch {
    return undefined
  }
}
