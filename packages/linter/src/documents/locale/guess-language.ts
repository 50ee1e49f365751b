const SWEDISH = new Set(
  'och att det som en ett är på för med av till den inte du din ditt dina har kan ska om vi ni eller här när från vill måste alla'.split(
    ' ',
  ),
)
// No words that Swedish has too: in, is, all, for, an, by.
const ENGLISH = new Set(
  'the and of to that you your with are this not have can will we here when from want please which these been our their was'.split(
    ' ',
  ),
)
/** UTF-16 code units that are looked at. */
const SAMPLE = 20_000

/**
 * The language of text whose file does not say: English when its small words are clearly English,
 * otherwise Swedish, which is what the linter is for.
 */
export function guessLanguage(text: string): 'sv' | 'en' {
  const { swedish, english } = smallWords(text)
  return english > 2 * swedish && english >= 2 ? 'en' : 'sv'
}

/** Whether `text` is clearly Swedish, so that what says that it is English must be wrong. */
export function isMostlySwedish(text: string): boolean {
  const { swedish, english } = smallWords(text)
  return swedish > 2 * english && swedish >= 2
}

function smallWords(text: string): { readonly swedish: number; readonly english: number } {
  let swedish = 0
  let english = 0
  for (const [word] of text.slice(0, SAMPLE).matchAll(/[\p{L}\p{M}]+/gu)) {
    const lower = word.toLowerCase()
    if (SWEDISH.has(lower) || /[åäö]/u.test(lower)) swedish++
    else if (ENGLISH.has(lower)) english++
  }
  return { swedish, english }
}
