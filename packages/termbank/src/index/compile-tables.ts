import {
  type Features,
  firstPartForms,
  functionWords,
  isParticle,
  TokenKind,
  tokenise,
  WORD_HASH_START,
  wordHashEnd,
  wordHashStep,
  wordKey,
} from '@klarsprak/swedish'
import type { Bank } from '../bank/bank.js'
import type { Concept, Term } from '../model/concept.js'
import { exceptionForms, termForms } from '../model/term-forms.js'
import { isCased } from './case-rule.js'
import {
  edgeHash,
  Guarded,
  type KeyTables,
  keyBits,
  LONGEST_KEY,
  NodeFlag,
  partBit,
  partEntries,
  SenseFlag,
  type TermTables,
} from './tables.js'
import { signsOfTerm } from './word-signs.js'
import { dependsOnWordsNear } from './words-near.js'

/** A sense being put together: all readings of one form of one term. */
interface Draft {
  readonly term: number
  readonly features: number[]
  readonly cased: number
  flags: number
}

const REFLEXIVES = new Set(['sig', 'mig', 'dig', 'oss', 'er'])
const FINITE = new Set(['present', 'past', 'imperative'])
const encoder = new TextEncoder()

/** Compiles the terms of one language. Time and memory are linear in the number of forms. */
export function compileTables(bank: Bank, lang: string): TermTables {
  const keys = numbered()
  const features = numbered()
  const featureLists = numbered()
  const casedForms = numbered()
  const keyNode: number[] = []
  const keyPart: number[] = []
  const keySigns: number[] = []
  const nodeFlags: number[] = [0]
  const edges = new Map<number, number>()
  const drafts = new Map<number, Draft[]>()
  const partDrafts = new Map<number, Draft[]>()
  const partStarts = new Uint32Array(0x10000 / 32)
  let longestGuard = 0

  const termConcept: number[] = []
  const termNumber: number[] = []
  const termLayer: number[] = []
  const termGuarded: number[] = []
  const layers = bank.layers.map(({ name }) => name)

  const keyOf = (key: string): number => {
    const id = keys.number(key)
    if (id === keyNode.length) {
      keyNode.push(0)
      keyPart.push(0)
      keySigns.push(0)
    }
    return id
  }
  const newNode = (): number => nodeFlags.push(0) - 1
  const stepFrom = (node: number, key: number): number => {
    const edge = node * 0x400000 + key
    let to = edges.get(edge)
    if (to === undefined) {
      to = newNode()
      edges.set(edge, to)
      nodeFlags[node]! |= NodeFlag.More
    }
    return to
  }
  /** The nodes along the words of `form`, or undefined when it is nothing that can be matched. */
  const pathOf = (form: string): readonly number[] | undefined => {
    const keys = keysOfForm(form)
    if (keys === undefined) return undefined
    const path: number[] = []
    for (const [i, key] of keys.entries()) {
      if (key.length > LONGEST_KEY) return undefined
      const id = keyOf(key)
      if (i === 0) path.push(keyNode[id] || (keyNode[id] = newNode()))
      else path.push(stepFrom(path[i - 1]!, id))
    }
    return path.length === 0 ? undefined : path
  }
  /** The word by which a form is known to be possible in a text: the longest, and no small everyday word if there are others. */
  const rarestKeyOf = (form: string): number => {
    const keys = keysOfForm(form)!
    const rare = keys.filter((key) => !functionWords.has(key))
    return keyOf((rare.length > 0 ? rare : keys).reduce((best, key) => (key.length > best.length ? key : best)))
  }
  // Forms share their feature objects, so the text of each is made once.
  const featureNumbers = new Map<Features, number>()
  const featureNumber = (reading: Features): number => {
    let id = featureNumbers.get(reading)
    if (id === undefined) {
      id = features.number(JSON.stringify(reading))
      featureNumbers.set(reading, id)
    }
    return id
  }
  const addSense = (
    to: Map<number, Draft[]>,
    at: number,
    term: number,
    flags: number,
    cased: number,
    reading?: Features,
  ): void => {
    const list = to.get(at) ?? []
    if (list.length === 0) to.set(at, list)
    const loose = ~(SenseFlag.Guess | SenseFlag.Split)
    let draft = list.find((one) => one.term === term && one.cased === cased && (one.flags & loose) === (flags & loose))
    if (draft === undefined) {
      draft = { term, features: [], cased, flags }
      list.push(draft)
    }
    // One sure reading makes the form sure.
    if ((flags & SenseFlag.Guess) === 0) draft.flags &= ~SenseFlag.Guess
    draft.flags |= flags & SenseFlag.Split
    if (reading === undefined) return
    const id = featureNumber(reading)
    if (!draft.features.includes(id)) draft.features.push(id)
  }
  const addPart = (form: string, term: number, flags: number, cased: number, reading?: Features): void => {
    const key = wordKey(form)
    if (key === '' || key.length > LONGEST_KEY || /\s/u.test(key)) return
    addSense(partDrafts, keyOf(key), term, flags, cased, reading)
    if (key.length >= 3) {
      const bit = partBit(key.charCodeAt(0), key.charCodeAt(1), key.charCodeAt(2))
      partStarts[bit >> 5]! |= 1 << (bit & 31)
    }
  }

  const addTerm = (concept: Concept, conceptNumber: number, term: Term, number: number): void => {
    const id = termConcept.push(conceptNumber) - 1
    termNumber.push(number)
    termLayer.push(layers.indexOf(bank.layerOf(concept, term)))
    termGuarded.push(
      (term.unless?.length ? Guarded.ByPhrase : 0) | (dependsOnWordsNear(term) ? Guarded.ByWordsNear : 0),
    )
    const shadow = bank.isShadowed(concept, term) ? SenseFlag.Shadowed : 0
    const cased = isCased(term)
    const { first: asFirst, head: asHead } = compoundRoles(term)
    const signs = shadow === 0 ? signsOfTerm(concept, term) : 0
    const own = new Set<string>()

    for (const { form, features: reading, guess } of termForms(term)) {
      const path = pathOf(form)
      if (path === undefined) continue
      own.add(wordKey(form))
      if (signs !== 0) keySigns[rarestKeyOf(form)]! |= signs
      const flags = shadow | (guess ? SenseFlag.Guess : 0) | (cased ? SenseFlag.Cased : 0)
      const casedForm = cased ? casedForms.number(form) + 1 : 0
      const splits = path.length > 1 && FINITE.has(reading.verbForm ?? '') && opensGap(term, form)
      if (splits) {
        nodeFlags[path[0]!]! |= NodeFlag.Gap
        nodeFlags[path[1]!]! |= NodeFlag.AfterGap
      }
      addSense(drafts, path.at(-1)!, id, flags | (splits ? SenseFlag.Split : 0), casedForm, reading)
      if (asHead && path.length === 1) addPart(form, id, flags | SenseFlag.Head, casedForm, reading)
    }
    if (asFirst) {
      const declared = term.compoundForms?.map((form) => form.replace(/-$/u, ''))
      const forms = declared ?? (term.label.includes(' ') ? [] : firstPartForms(term.label))
      for (const form of forms) {
        const flags = shadow | SenseFlag.First | (cased ? SenseFlag.Cased : 0)
        addPart(form, id, flags, cased ? casedForms.number(form) + 1 : 0)
      }
    }
    for (const phrase of term.unless ?? []) {
      for (const form of lang === 'sv' ? exceptionForms(term, phrase) : [phrase]) {
        // A form that is nothing but the term would silence it everywhere; what the author wrote stands.
        if (form !== phrase && own.has(wordKey(form))) continue
        const path = pathOf(form)
        if (path === undefined) continue
        addSense(drafts, path.at(-1)!, id, SenseFlag.Guard, 0)
        longestGuard = Math.max(longestGuard, path.length)
      }
    }
    if (
      term.abbreviationOf !== undefined &&
      !concept.terms.some(({ label }) => wordKey(label) === wordKey(term.abbreviationOf!))
    ) {
      addHidden(term.abbreviationOf, id, shadow)
    }
  }
  const addHidden = (label: string, term: number, shadow: number): void => {
    const path = pathOf(label)
    if (path !== undefined) addSense(drafts, path.at(-1)!, term, shadow | SenseFlag.Hidden, 0)
  }

  bank.concepts.forEach((concept, conceptNumber) => {
    let main = -1
    concept.terms.forEach((term, number) => {
      if (term.lang !== lang) return
      if (main < 0 || (term.status === 'preferred' && concept.terms[termNumber[main]!]!.status !== 'preferred')) {
        main = termConcept.length
      }
      addTerm(concept, conceptNumber, term, number)
    })
    if (lang === 'sv' && main >= 0) for (const label of concept.hiddenLabels ?? []) addHidden(label, main, 0)
  })

  // From here on everything is known, and only has to be laid out flat.
  const entryStarts: number[] = [0]
  const senses: Draft[] = []
  const addEntry = (list: readonly Draft[]): number => {
    senses.push(...list)
    return entryStarts.push(senses.length) - 1
  }
  const nodeEntry = new Uint32Array(nodeFlags.length)
  // Most forms mean the same as the last part of a compound, and then share an entry: nobody asks a form whether it is a part.
  const keyOfNode = new Map<number, number>()
  for (const key of partDrafts.keys()) keyOfNode.set(keyNode[key]!, key)
  for (const [node, list] of drafts) {
    const key = keyOfNode.get(node)
    const parts = key === undefined ? [] : partDrafts.get(key)!
    const heads = parts.filter(({ flags }) => (flags & SenseFlag.Head) !== 0)
    if (key === undefined || !isSameButForHead(list, heads)) {
      nodeEntry[node] = addEntry(list)
      continue
    }
    nodeEntry[node] = addEntry(heads)
    const firsts = parts.filter(({ flags }) => (flags & SenseFlag.Head) === 0)
    if (firsts.length > 0) addEntry(firsts)
    keyPart[key] = partEntries(nodeEntry[node]! - 1, firsts.length > 0 ? 2 : 1)
    partDrafts.delete(key)
  }
  for (const [key, list] of partDrafts) keyPart[key] = partEntries(addEntry(list) - 1, 1)

  const edgeSize = powerOfTwo(edges.size * 2 + 1)
  const edgeNode = new Uint32Array(edgeSize)
  const edgeKey = new Uint32Array(edgeSize)
  const edgeTo = new Uint32Array(edgeSize)
  for (const [edge, to] of edges) {
    const node = Math.floor(edge / 0x400000)
    const key = edge % 0x400000
    let slot = edgeHash(node, key) & (edgeSize - 1)
    while (edgeNode[slot] !== 0) slot = (slot + 1) & (edgeSize - 1)
    edgeNode[slot] = node
    edgeKey[slot] = key
    edgeTo[slot] = to
  }

  const senseFeatures = Uint16Array.from(senses, (one) => featureLists.number(one.features.join(' ')))
  const json = bank.concepts.map((concept) => encoder.encode(JSON.stringify(concept)))
  const conceptIds = encoder.encode(bank.concepts.map(({ id }) => id).join('\n'))
  return {
    meta: {
      lang,
      release: bank.release,
      layers,
      features: features.list().map((one) => JSON.parse(one)),
      featureLists: featureLists.list().map((one) => one.split(' ').filter(Boolean).map(Number)),
      casedForms: casedForms.list(),
      longestGuard,
      identity: identityOf(bank.release, conceptIds, termNumber),
    },
    ...keyTable(keys.list()),
    keyNode: Uint32Array.from(keyNode),
    keyPart: Uint32Array.from(keyPart),
    keySigns: Uint8Array.from(keySigns),
    partStarts,
    nodeEntry,
    nodeFlags: Uint8Array.from(nodeFlags),
    edgeNode,
    edgeKey,
    edgeTo,
    entryStarts: Uint32Array.from(entryStarts),
    senseTerm: Uint32Array.from(senses, ({ term }) => term),
    senseFeatures,
    senseFlags: Uint8Array.from(senses, ({ flags }) => flags),
    senseCased: Uint32Array.from(senses, ({ cased }) => cased),
    termConcept: Uint32Array.from(termConcept),
    termNumber: Uint32Array.from(termNumber),
    termLayer: Uint8Array.from(termLayer),
    termGuarded: Uint8Array.from(termGuarded),
    conceptLayer: Uint8Array.from(bank.concepts, (concept) => layers.indexOf(bank.provenance(concept).layer)),
    conceptStarts: runningTotal(json.map(({ length }) => length)),
    conceptBytes: joined(json),
    conceptIds,
  }
}

/** Whether the senses of a form and of the same letters as a part of compounds differ in nothing but that. */
const isSameButForHead = (whole: readonly Draft[], part: readonly Draft[]): boolean =>
  whole.length === part.length &&
  whole.every(({ term, cased, flags, features }, at) => {
    const other = part[at]!
    return (
      term === other.term &&
      cased === other.cased &&
      (flags | SenseFlag.Head) === other.flags &&
      features.join(' ') === other.features.join(' ')
    )
  })

/** Plain words; cut at the spaces they are what the tokeniser makes of them, at a tenth of the cost. */
const PLAIN_WORDS = /^[a-zà-öø-ÿ]+(?:-[a-zà-öø-ÿ]+)*(?: [a-zà-öø-ÿ]+(?:-[a-zà-öø-ÿ]+)*)*$/iu

/** The keys of a form's tokens, or undefined when it holds what can never be matched. */
export function keysOfForm(form: string): readonly string[] | undefined {
  if (PLAIN_WORDS.test(form)) return wordKey(form).split(' ')
  const tokens = tokenise(form)
  return tokens.kinds.includes(TokenKind.Slot)
    ? undefined
    : Array.from({ length: tokens.count }, (_, i) => tokens.key(i))
}

/** Where the term may be found in compounds, by its policy. Verbs and the like only when their author says so. */
function compoundRoles({ compound, pos, homograph }: Term): { readonly first: boolean; readonly head: boolean } {
  const policy = compound ?? ((pos === 'noun' || pos === 'abbreviation') && !homograph ? 'flag' : 'never')
  return { first: policy === 'flag' || policy === 'modifier', head: policy === 'flag' || policy === 'head' }
}

/** A particle verb or a reflexive one: its subject comes between when the sentence begins with something else. */
function opensGap({ pos }: Term, form: string): boolean {
  const second = wordKey(form).split(' ')[1]
  return pos === 'verb' && second !== undefined && (isParticle(second) || REFLEXIVES.has(second))
}

/** Gives each distinct text a number, in the order they come. */
function numbered(): { number(text: string): number; list(): string[] } {
  const numbers = new Map<string, number>()
  return {
    number(text) {
      let id = numbers.get(text)
      if (id === undefined) {
        id = numbers.size
        numbers.set(text, id)
      }
      return id
    },
    list: () => [...numbers.keys()],
  }
}

export function keyTable(keys: readonly string[]): KeyTables {
  // At most five eighths full: fuller, it takes many steps to see that a word is not there.
  const keySlots = new Uint32Array(powerOfTwo(Math.ceil((keys.length * 8) / 5) + 1))
  const bits = keyBits(keys.length)
  const keyStarts = runningTotal(keys.map(({ length }) => length))
  const keyUnits = new Uint16Array(keyStarts[keys.length]!)
  const mask = keySlots.length - 1
  keys.forEach((key, id) => {
    let hash = WORD_HASH_START
    for (let i = 0; i < key.length; i++) {
      keyUnits[keyStarts[id]! + i] = key.charCodeAt(i)
      hash = wordHashStep(hash, key.charCodeAt(i))
    }
    const ended = wordHashEnd(hash)
    let slot = ended & mask
    while (keySlots[slot] !== 0) slot = (slot + 1) & mask
    keySlots[slot] = ((ended >>> bits) << bits) | (id + 1)
  })
  return { keySlots, keyStarts, keyUnits }
}

function runningTotal(lengths: readonly number[]): Uint32Array {
  const totals = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, i) => {
    totals[i + 1] = totals[i]! + length
  })
  return totals
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, least)))

/** The concepts and terms by number, as one number. */
function identityOf(release: string, conceptIds: Uint8Array, termNumber: readonly number[]): number {
  let hash = WORD_HASH_START
  for (let i = 0; i < release.length; i++) hash = wordHashStep(hash, release.charCodeAt(i))
  for (const byte of conceptIds) hash = wordHashStep(hash, byte)
  for (const number of termNumber) hash = wordHashStep(hash, number)
  return hash >>> 0
}
