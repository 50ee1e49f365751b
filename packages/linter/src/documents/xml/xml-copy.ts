import type { DocumentParser, SourceFile } from '../document.js'
import { androidStringsParser } from './android-strings.js'
import { resxParser } from './resx.js'
import { xliffParser } from './xliff.js'

/** Reads an .xml file by its outermost element: Android's strings, XLIFF or .NET resources. Other XML is no copy. */
export const xmlCopyParser = (file: SourceFile): DocumentParser => ({
  parse(text) {
    const root = /<([a-z][\w:.-]{0,60})/iu.exec(text.replace(/<!--[\s\S]*?(?:-->|$)/gu, ''))?.[1]
    if (root === 'resources') return androidStringsParser(file).parse(text)
    if (root === 'xliff') return xliffParser(file).parse(text)
    if (root === 'root') return resxParser(file).parse(text)
    return { text, segments: [], comments: [] }
  },
})
