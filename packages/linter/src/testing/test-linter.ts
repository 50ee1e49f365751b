import { type LoadedWords, loadWords } from '../config/load-words.js'
import { createLinter, type Linter } from '../create-linter.js'

/** The small bank of the tests. */
export const testBank = `${import.meta.dirname}/bank.yaml`

/** The national bank as its authors write it, so that tests need no build. */
const nationalSources = `${import.meta.dirname}/../../../termbank/concepts`

/** All rules, the real language engine and the small bank. */
export const testLinter = async (): Promise<Linter> => createLinter(await testWords(testBank))

/** The same with the national bank. */
export const nationalWords = (): Promise<LoadedWords> => testWords(nationalSources)

export async function testWords(path: string): Promise<LoadedWords> {
  const words = await loadWords({ paths: [path] })
  const errors = words.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return words
}
