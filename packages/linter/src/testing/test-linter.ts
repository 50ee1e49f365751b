import { fileURLToPath } from 'node:url'
import { loadWords } from '../config/load-words.js'
import { createLinter, type Linter } from '../create-linter.js'

/** The small bank of the tests. */
export const testBank = fileURLToPath(new URL('../../src/testing/bank.yaml', import.meta.url))

/** A linter with all rules, the real language engine and the small bank. */
export async function testLinter(): Promise<Linter> {
  const { index, rewrite, problems } = await loadWords({ paths: [testBank] })
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return createLinter({ index, rewrite })
}
