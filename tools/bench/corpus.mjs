// Swedish pages to measure with: the same every time, made from the project's own sentences. Half of the sentences are
// definitions and examples from the term bank or paragraphs of the guide; the other half are written to a pattern with
// places, figures and compounds in them, so that a page is never a copy of another and new words go on turning up, as
// they do in real texts.
//
//   corpus({ bytes: 10_000_000, files: 2_000 })      as on most sites: about nine findings in 1,000 words
//   corpus({ bytes: 10_000_000, density: 'dense' })  as in an old report: about thirty
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../scripts/lib.mjs'

/** One sentence in this many is a sentence that the bank says must be reported. */
const ONE_FLAGGED_IN = { normal: 10, dense: 3 }
const FILE_BYTES = 5_000

const PLACES = {
  first:
    'Norr Söder Väster Öster Lill Stor Gammel Ny Ek Björk Ale Gran Sten Sand Ång Älv Åker Käll Bäck Sjö Tall Rönn Hög Råd Ving'.split(
      ' ',
    ),
  second: 'vik by sele hamn torp köping strand berga ås fors lund mark rum holm näs bro dal boda tuna sund'.split(' '),
}
const NAMES =
  'Aino Astrid Björn Cecilia Dragan Elsa Fatima Gunnar Hassan Inga Jonas Karin Leila Maja Nils Olof Petra Rakel Sara Åke Örjan'.split(
    ' ',
  )
const THINGS = {
  first:
    'arbets barn boende dag familje fri färd förskole grann hand hem höst idrotts jul kväll kultur led lokal lån mat morgon musik natur parkerings park post rese rum sim skog skol sommar sten strand stuga tork torg trädgårds tvätt ute vatten vinter vecko väg'.split(
      ' ',
    ),
  second:
    'anläggningen avgiften bussen dagen festen gruppen gården hallen klubben kursen kartan listan lokalen nyckeln planen platsen sidan skylten stunden tiden tavlan träffen vägen'.split(
      ' ',
    ),
}
const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')
const PATTERNS = [
  'Mottagningen i {place} har öppet för dig som bor i {place}.',
  'Under {month} kom {number} personer till {thing} i {place}.',
  '{name} arbetar i {place} och svarar när du ringer.',
  'Du hittar {thing} på sidan {number} eller vid ingången mot {place}.',
  'Från {place} går bussen var {small}:e minut till {place}.',
  'I {month} kan {name} och {name} visa dig {thing}.',
  'Det kostar {number} kronor, och du betalar i {place} den {small} {month}.',
  'Barnen från {place} lekte vid den gamla eken medan {name} läste tidningen.',
  'Ta med {thing} hem och lämna den till {name} före den {small} {month}.',
  'Vill du veta mer kan du fråga {name} på {thing} i {place}.',
  'De flesta butikerna i {place} stänger klockan {small}, men {thing} är öppen längre.',
  'Vintern var kall det året, och isen låg kvar i {place} långt in i {month}.',
  'Har du frågor om {thing}? Då svarar {name} på torsdagar.',
  'Det finns {number} platser i {place} och {small} i {place}.',
  'Efter lunch fortsatte {name} arbetet i trädgården och planterade om krukorna.',
]

/** Sentences of the term bank and paragraphs of the guide, in the order of the files. */
function material() {
  const files = (folder, ending) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => readFileSync(join(root, folder, name), 'utf8'))
  const concepts = files('packages/termbank/concepts', '.yaml')
  const list = (key) =>
    concepts.flatMap((text) => {
      const block = new RegExp(`^${key}:\\n((?:  ?- .*\\n)+)`, 'mu').exec(text)?.[1] ?? ''
      return block
        .split('\n')
        .map((line) => line.replace(/^ *- /u, '').replace(/^(['"])(.*)\1$/u, '$2'))
        .filter((line) => /^\p{Lu}[^:#>]*[.?]$/u.test(line))
    })
  const guide = files('docs/guide', '.md').flatMap((text) =>
    text
      .split(/\n\n+/u)
      .filter((paragraph) => /^\p{Lu}/u.test(paragraph) && !paragraph.includes('|'))
      .map((paragraph) => paragraph.replaceAll('\n', ' ')),
  )
  return { plain: [...list('allows'), ...guide], flagged: list('flags') }
}

/** Numbers that look random and are the same every time: Lehmer's generator. */
function sequence(seed) {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

let read

/**
 * Pages in Markdown of about `bytes` in all.
 *
 * @returns `files`, each with a path and a text, and how many bytes and words they have in all.
 */
export function corpus({ bytes, files = Math.max(1, Math.round(bytes / FILE_BYTES)), density = 'normal', seed = 1 }) {
  read ??= material()
  const { plain, flagged } = read
  const random = sequence(seed)
  const one = (list) => list[random(list.length)]
  const thing = () => `${one(THINGS.first)}${one(THINGS.second)}`
  const slots = {
    place: () => `${one(PLACES.first)}${one(PLACES.second)}`,
    name: () => one(NAMES),
    thing,
    month: () => one(MONTHS),
    number: () => 13 + random(900),
    small: () => 2 + random(10),
  }
  const written = () => one(PATTERNS).replace(/\{(\w+)\}/gu, (_, slot) => slots[slot]())
  const title = () => `${thing()} i ${slots.place()}`.replace(/^./u, (letter) => letter.toUpperCase())
  const sentence = () => {
    if (random(ONE_FLAGGED_IN[density]) === 0) return one(flagged)
    return random(2) === 0 ? one(plain) : written()
  }
  const sentences = (count) => Array.from({ length: count }, sentence).join(' ')
  const blocks = {
    paragraph: () => sentences(2 + random(4)),
    wrapped: () => wrap(sentences(3 + random(3)), 100),
    list: () => Array.from({ length: 2 + random(4) }, () => `- ${sentence()}`).join('\n'),
    link: () =>
      `${sentences(2)} Läs mer om [${title()}](https://exempel.se/${random(9_999)}) och \`kod-${random(99)}\`.`,
    strong: () => `**${title()}:** ${sentences(2)}`,
    quote: () => `> ${written()}\n> ${written()}`,
    table: () =>
      `| Plats | Vad som gäller |\n| --- | --- |\n${Array.from({ length: 3 }, () => `| ${slots.place()} | ${written()} |`).join('\n')}`,
    heading: () => `## ${title()}`,
  }
  const kinds = 'paragraph paragraph paragraph wrapped wrapped list link strong heading heading quote table'.split(' ')

  const made = []
  let size = 0
  for (let nth = 0; nth < files; nth++) {
    const upTo = Math.round((bytes / files) * (nth + 1)) - 200
    const parts = [`# ${title()}`]
    size += Buffer.byteLength(parts[0]) + 2
    do {
      const block = blocks[one(kinds)]()
      parts.push(block)
      size += Buffer.byteLength(block) + 2
    } while (size < upTo)
    const path = `${String(nth % 50).padStart(2, '0')}/sida-${String(nth).padStart(5, '0')}.md`
    made.push({ path, text: `${parts.join('\n\n')}\n` })
  }
  return {
    files: made,
    bytes: made.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    words: made.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu) ?? []).length, 0),
  }
}

/** Writes the pages under `folder`, so that a command can be run on it. */
export function writeCorpus(folder, files) {
  for (const { path, text } of files) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}

/** Breaks lines at a space before `width`. */
function wrap(text, width) {
  const lines = ['']
  for (const word of text.split(' ')) {
    if (lines.at(-1) !== '' && lines.at(-1).length + word.length >= width) lines.push('')
    lines[lines.length - 1] += lines.at(-1) === '' ? word : ` ${word}`
  }
  return lines.join('\n')
}
