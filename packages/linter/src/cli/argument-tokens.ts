/** What a word of the command line says. */
export type ArgumentToken =
  | { readonly kind: 'positional'; readonly value: string }
  | {
      readonly kind: 'option'
      /** Without dashes; of a short option the long one it stands for. */
      readonly name: string
      /** As it was written. */
      readonly rawName: string
      readonly value: string | undefined
    }

type OptionKinds = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>

/**
 * Reads arguments as `parseArgs` of `node:util` does with `strict: false`: `--name=value`, `-o FILE`, `-oFILE`, `-ab`, `--`.
 * Loading that one takes as long as reading the bank does.
 */
export function argumentTokens(argv: readonly string[], options: OptionKinds): readonly ArgumentToken[] {
  const nameOfShort = (short: string): string =>
    Object.keys(options).find((name) => options[name]?.short === short) ?? short
  const takesValue = (name: string): boolean => Object.hasOwn(options, name) && options[name]?.type === 'string'
  const tokens: ArgumentToken[] = []
  const left = [...argv]
  const push = (name: string, rawName: string, value: string | undefined) =>
    tokens.push({ kind: 'option', name, rawName, value: value ?? (takesValue(name) ? left.shift() : undefined) })

  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') {
      for (const value of left) tokens.push({ kind: 'positional', value })
      return tokens
    }
    if (word.length < 2 || !word.startsWith('-')) tokens.push({ kind: 'positional', value: word })
    else if (word.startsWith('--')) {
      const equals = word.includes('=', 3) ? word.indexOf('=') : -1
      if (equals < 0) push(word.slice(2), word, undefined)
      else push(word.slice(2, equals), word.slice(0, equals), word.slice(equals + 1))
    } else {
      // The first in a group that takes a value has what is left of the word.
      for (let at = 1; at < word.length; at++) {
        const short = word.charAt(at)
        const name = nameOfShort(short)
        const rest = takesValue(name) ? word.slice(at + 1) : ''
        push(name, `-${short}`, rest === '' ? undefined : rest)
        if (rest !== '') break
      }
    }
  }
  return tokens
}
