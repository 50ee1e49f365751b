import type { Root } from 'nlcst'
import retextEnglish from 'retext-english'
import retextReadability from 'retext-readability'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { EnglishReader, HardnessLimits } from './english.js'

/** The formulas that retext-readability 8 lets vote: Dale-Chall, ARI, Coleman-Liau, Flesch, SMOG, Gunning fog and Spache. */
const FORMULAS = 7

/** `EnglishReader` with retext-english and retext-readability. */
export function createEnglishReader(): EnglishReader {
  const made = new Map<string, (prose: string) => VFile>()

  function check({ age, agreeing, minWords }: HardnessLimits): (prose: string) => VFile {
    const key = `${age} ${agreeing} ${minWords}`
    const known = made.get(key)
    if (known !== undefined) return known
    const processor = unified()
      .use(retextEnglish)
      .use(retextReadability, { age, minWords, threshold: agreeing / FORMULAS })
      .freeze()
    const checked = (prose: string) => {
      const file = new VFile(prose)
      processor.runSync(processor.parse(file) as Root, file)
      return file
    }
    made.set(key, checked)
    return checked
  }

  return {
    hardSentences: (prose, limits) =>
      check(limits)(prose).messages.flatMap(({ place, reason }) => {
        const [start, end] = place !== undefined && 'start' in place ? [place.start.offset, place.end.offset] : []
        if (start === undefined || end === undefined) return []
        // How many agree is told in the sentence only: ”according to 5 out of 7 algorithms”, or ”all 7”.
        const [, agreeing = FORMULAS] = /(\d+) out of/u.exec(reason) ?? []
        return [{ start, end, agreeing: Number(agreeing), formulas: FORMULAS }]
      }),
  }
}
