// Writes what is generated from the sources and committed: schemas and the tables of the docs.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib.mjs'

/** Every generated file: its path and its text. One entry a file; CI fails when one is not current. */
const files = []

for (const { path, text } of files) {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}
console.log(`${files.length} generated files are current.`)
