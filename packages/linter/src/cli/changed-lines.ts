import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from './io.js'
import type { LineRange } from './touching.js'

/** By path; `all` for a file that git does not know, or that is no text. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[] | 'all'>

/**
 * The lines that differ from where the current branch left `ref`, in the working tree.
 *
 * @throws {UserError} when there is no git, no repository or no such commit
 */
export async function changedLinesSince(ref: string, cwd: string): Promise<ChangedLines> {
  const git = async (...argv: string[]) => {
    try {
      // No shell, and what the user wrote is never an option.
      return (await run('git', argv, { cwd, maxBuffer: 1 << 30, encoding: 'utf8' })).stdout
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        throw new UserError('--since behöver programmet git, men det finns inte här.')
      }
      return undefined
    }
  }
  const root = (await git('rev-parse', '--show-toplevel'))?.replace(/\r?\n$/u, '')
  if (root === undefined) throw new UserError('--since behöver ett git-förråd, men mappen ligger inte i något.')
  const commit = (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`))?.trim()
  if (commit === undefined)
    throw new UserError(`--since: git känner inte till ”${ref}”. Hämta grenen, eller ange en annan.`)
  const base = (await git('merge-base', commit, 'HEAD'))?.trim() || commit
  const diff = await git(
    '-c',
    'core.quotePath=false',
    'diff',
    '-U0',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--diff-filter=AMT',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    base,
    '--',
    root,
  )
  const untracked = await git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', root)
  if (diff === undefined || untracked === undefined) throw new UserError('--since: git kunde inte jämföra filerna.')
  const changed = new Map<string, readonly LineRange[] | 'all'>()
  for (const [path, ranges] of changedIn(diff)) changed.set(resolve(root, path), ranges)
  for (const path of untracked.split('\0')) if (path !== '') changed.set(resolve(root, path), 'all')
  return changed
}

const run = promisify(execFile)

/** The new lines of each file in what `git diff -U0` says. The lines' own text is passed by. */
export function changedIn(diff: string): ChangedLines {
  const changed = new Map<string, readonly LineRange[] | 'all'>()
  let ranges: LineRange[] = []
  let left = 0
  for (const line of diff.split('\n')) {
    if (left > 0 && /^[-+]/u.test(line)) {
      left--
      continue
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u.exec(line)
    if (hunk !== null) {
      const [, removed = '1', first = '1', added = '1'] = hunk
      left = Number(removed) + Number(added)
      if (Number(added) > 0) ranges.push({ first: Number(first), last: Number(first) + Number(added) - 1 })
    } else if (line.startsWith('+++ ')) {
      ranges = []
      const path = unquoted(line.slice('+++ '.length))
      if (path.startsWith('b/')) changed.set(path.slice('b/'.length), ranges)
    } else if (line.startsWith('Binary files ')) {
      // A Word document has changed; git does not see where.
      const path = unquoted(/ and ("?b\/.*) differ$/u.exec(line)?.[1] ?? '')
      if (path !== '') changed.set(path.slice('b/'.length), 'all')
    }
  }
  return changed
}

/** A path as git writes it: in quotes, as in C, when it holds quotes or control characters. */
function unquoted(path: string): string {
  if (!path.startsWith('"')) return path.replace(/\t$/u, '')
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' }
  return path
    .slice(1, path.lastIndexOf('"'))
    .replace(/\\(?:([0-7]{3})|(.))/gu, (_, octal: string | undefined, letter: string) =>
      octal === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)),
    )
}
