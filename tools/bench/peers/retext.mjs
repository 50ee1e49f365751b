// A process of remark and retext with one rule, as its own documentation says to build one: `latin` looks each word up in
// the terms of a JSON file, `simplify` runs retext-simplify. Arguments: which, file of terms, folder or file.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import retextLatin from 'retext-latin'
import retextSimplify from 'retext-simplify'
import retextStringify from 'retext-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'

const [which, termsFile, path] = process.argv.slice(2)
const terms = new Map(JSON.parse(readFileSync(termsFile, 'utf8')))
const oneRule = () => (tree, file) => {
  visit(tree, 'WordNode', (node) => {
    const word = node.children.map(({ value }) => value).join('')
    const right = terms.get(word.toLowerCase())
    if (right !== undefined) file.message(`Skriv ”${right}” i stället för ”${word}”.`, { place: node.position })
  })
}
const text = unified()
  .use(which === 'latin' ? retextLatin : retextEnglish)
  .use(which === 'latin' ? oneRule : retextSimplify)
  .use(retextStringify)
const processor = unified().use(remarkParse).use(remarkRetext, text)
const files = statSync(path).isDirectory()
  ? readdirSync(path, { recursive: true })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => join(path, name))
  : [path]
let messages = 0
for (const name of files) {
  const file = new VFile({ path: name, value: readFileSync(name, 'utf8') })
  await processor.run(processor.parse(file), file)
  messages += file.messages.length
}
console.log(messages)
