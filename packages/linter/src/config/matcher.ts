import picomatch from 'picomatch'
import type { Matches } from './resolve.js'

/** A pattern without a slash matches in every folder, and one that names a folder all that is in it. */
export function createMatcher(): Matches {
  const compiled = new Map<string, (path: string) => boolean>()
  return (pattern, path) => {
    const matcher = compiled.get(pattern) ?? compile(pattern)
    compiled.set(pattern, matcher)
    return matcher(path)
  }
}

function compile(pattern: string): (path: string) => boolean {
  const rooted = pattern.replace(/^\.?\//u, '')
  const anywhere = rooted.includes('/') || rooted !== pattern ? rooted : `**/${rooted}`
  return picomatch([anywhere, `${anywhere.replace(/\/$/u, '')}/**`], { dot: true })
}
