import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from './needs.mjs'

/** The pictures of the README, and what the tests call them. */
const SHOWN = {
  'hovring.png': 'desktop-hovring.png',
  'snabbrattning.png': 'desktop-snabbrättning.png',
  'termer.png': 'desktop-termer.png',
  'forhandsgranskning.png': 'desktop-förhandsgranskning.png',
}

/** Takes the pictures of a run into the README: `node e2e/editor.mjs --take-shots`. Look at them first. */
export function takeShots() {
  const folder = join(paths.e2e, '../media/shots')
  mkdirSync(folder, { recursive: true })
  for (const [name, made] of Object.entries(SHOWN)) copyFileSync(join(paths.out, made), join(folder, name))
}
