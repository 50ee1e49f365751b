import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The texts of the tests, on a disk. */
export function createWorkspace(folder) {
  const path = (name) => join(folder, name)
  const put = (name, text) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), text)
  }
  put('sida.md', '# Boka tid i hälsoportalen\n\nDu får en avisering innan besöket.\n')
  put('spara.md', 'Gå till hälsoportalen.\n\nBåda hälsoportalerna är öppna.\n')
  put('skriv.md', 'Hej!\n\n')
  put('en.md', 'Logga in i hälsoportalen.\n')
  put('två.md', 'Våra hälsoportaler är stängda.\n')
  put('locales/sv.json', '{\n  "titel": "Välkommen till hälsoportalen",\n  "knapp": "Boka {count} tider"\n}\n')
  return {
    folder,
    path,
    put,
    read: (name) => readFileSync(path(name), 'utf8'),
    exists: (name) => existsSync(path(name)),
    remove: (name) => rmSync(path(name), { force: true }),
  }
}
