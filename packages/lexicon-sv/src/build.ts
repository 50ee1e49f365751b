// Writes sv.lexicon beside this file, from the dictionary-sv that is installed.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { compileLexicon } from './compile-lexicon.js'

const dictionary = (file: string): string => readFileSync(new URL(file, import.meta.resolve('dictionary-sv')), 'utf8')

const target = new URL('./sv.lexicon', import.meta.url)
const unfinished = new URL('./sv.lexicon.tmp', import.meta.url)
writeFileSync(unfinished, compileLexicon(dictionary('index.aff'), dictionary('index.dic')))
renameSync(unfinished, target)
