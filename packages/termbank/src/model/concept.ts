import { POS } from '@klarsprak/swedish'
import { z } from 'zod'

const text = z.string().trim().min(1)
/** Two letters are found in too many words to say what a text is about. */
const wordPart = text.regex(
  /^(?=.*\p{L}{3})[\p{L}\p{N}]+([ -][\p{L}\p{N}]+)*$/u,
  'expected a part of a word, with at least three letters, for example kräm',
)

export const STATUSES = ['preferred', 'admitted', 'deprecated', 'superseded'] as const
export const REGISTERS = ['everyday', 'neutral', 'professional'] as const
export const COMPOUND_POLICIES = ['flag', 'head', 'modifier', 'never'] as const
export const RELATION_TYPES = [
  'broader',
  'narrower',
  'part-of',
  'has-part',
  'carries',
  'carried-by',
  'related',
  'replaced-by',
  'replaces',
  'exact-match',
  'close-match',
] as const

/** A text in one or more languages. Swedish is the language of the bank, so `sv` is always there. */
export const LocalisedText = z.strictObject({
  sv: text.describe('På svenska.'),
  en: text.optional().describe('In English.'),
})
export type LocalisedText = z.output<typeof LocalisedText>

export const Source = z.strictObject({
  name: text.describe('Källans namn, med utgivare och år.'),
  url: z.url().optional().describe('Adressen till källan.'),
  relation: z
    .enum(['based-on', 'see-also', 'agrees-with', 'differs-from'])
    .optional()
    .describe('Hur vår uppgift förhåller sig till källan.'),
})
export type Source = z.output<typeof Source>

export const Term = z.strictObject({
  label: text.describe('Termen i grundform, till exempel ”hälsoportal”.'),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/u)
    .default('sv')
    .describe('Språkkod, till exempel sv, en eller nb.'),
  status: z.enum(STATUSES).describe('Hur skribenter ska behandla termen.'),
  register: z.enum(REGISTERS).optional().describe('Vilket slags språk termen hör till. ”professional” är fackspråk.'),
  pos: z.enum(POS).default('noun').describe('Ordklass.'),
  gender: z.enum(['common', 'neuter']).optional().describe('Substantiv: en-ord (common) eller ett-ord (neuter).'),
  plural: z
    .union([text, z.literal(false)])
    .optional()
    .describe('Substantiv: obestämd form plural, eller false. Adjektiv: plural om den är oregelbunden.'),
  definite: text.optional().describe('Substantiv: bestämd form singular om den är oregelbunden.'),
  present: text.optional().describe('Verb: presens.'),
  past: text.optional().describe('Verb: preteritum.'),
  supine: text.optional().describe('Verb: supinum.'),
  passive: z.boolean().optional().describe('Verb: false om verbet inte har någon användbar s-passiv.'),
  neuter: text.optional().describe('Adjektiv: neutrum om den är oregelbunden.'),
  forms: z.array(text).min(1).optional().describe('Alla former; ersätter de former som annars räknas fram.'),
  compoundForms: z
    .array(text)
    .optional()
    .describe('Former som termen har som förled, till exempel ”hälso”. Den första används när vi skriver.'),
  compound: z
    .enum(COMPOUND_POLICIES)
    .optional()
    .describe(
      'Rapporteras termen inne i sammansättningar? flag: ja (förvalt), head: bara som efterled, modifier: bara som förled, never: aldrig.',
    ),
  abbreviationOf: text.optional().describe('Vad förkortningen står för, utskrivet.'),
  homograph: z
    .boolean()
    .optional()
    .describe('true om formen också är ett annat, vanligt ord. Då rapporteras bara träffar som sammanhanget stöder.'),
  unless: z
    .array(text)
    .optional()
    .describe('Fraser där termen är i sin ordning, till exempel ”psykisk hälsa” för ”psykisk”.'),
  nearWords: z
    .array(wordPart)
    .min(1)
    .optional()
    .describe(
      'Delar av ord, till exempel ”kräm” för ”applicera”. Termen rapporteras bara i stycken där något ord innehåller någon av dem.',
    ),
  notNearWords: z
    .array(wordPart)
    .min(1)
    .optional()
    .describe(
      'Delar av ord som visar att en annan betydelse är menad, till exempel ”präst” för ”ordination”. Då rapporteras inte termen i det stycket.',
    ),
  uiPlace: z
    .array(z.enum(['button', 'heading', 'link', 'label', 'text']))
    .optional()
    .describe('Var i gränssnittet termen används.'),
  reason: text.optional().describe('Varför termen är avrådd eller ersatt. Visas för skribenten.'),
  note: text.optional().describe('Anmärkning om bruket.'),
  sources: z.array(Source).optional().describe('Källor för just den här termen.'),
  validFrom: z.iso.date().optional().describe('Från och med när statusen gäller.'),
  reviewBy: z.iso.date().optional().describe('När termen senast ska ses över.'),
})
export type Term = z.output<typeof Term>

/** What says how a term inflects and where it is found; everything else is about what it means and who may use it. */
export const GRAMMAR_KEYS = [
  'plural',
  'definite',
  'present',
  'past',
  'supine',
  'passive',
  'neuter',
  'forms',
  'compoundForms',
  'compound',
  'homograph',
  'unless',
  'nearWords',
  'notNearWords',
] as const satisfies readonly (keyof Term)[]

export const Relation = z.strictObject({
  type: z.enum(RELATION_TYPES).describe('Vad målet är i förhållande till det här begreppet.'),
  target: text.describe('Begreppets id, eller en webbadress för begrepp i andra samlingar.'),
  note: text.optional().describe('Anmärkning.'),
})
export type Relation = z.output<typeof Relation>

export const Equivalent = z.strictObject({
  label: text.describe('Termen på det andra språket.'),
  confirmed: z.boolean().default(false).describe('true om motsvarigheten är belagd i en källa.'),
  note: text.optional().describe('Anmärkning.'),
})
export type Equivalent = z.output<typeof Equivalent>

export const Situation = z.strictObject({
  sv: text.describe('Vad en invånare säger eller skriver, med egna ord.'),
  leadsTo: text.describe('Vad det heter, vart man vänder sig och vad man gör.'),
  emergency: z.boolean().optional().describe('true om rådet är att ringa 112.'),
})
export type Situation = z.output<typeof Situation>

export const CONCEPT_ID = /^c-\d{4,}$/u

export const Concept = z.strictObject({
  id: z
    .string()
    .regex(CONCEPT_ID, 'expected c- and at least four digits, for example c-0107')
    .describe('Varaktigt id utan innebörd. Återanvänds aldrig.'),
  subject: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'expected lower-case words with hyphens, for example digital-ingang')
    .default('ovrigt')
    .describe('Ämnesområde.'),
  definition: z
    .strictObject({
      public: LocalisedText.describe('För alla: i klarspråk.'),
      professional: LocalisedText.optional().describe('För yrkesverksamma, när den skiljer sig.'),
    })
    .optional()
    .describe('Vad begreppet betyder, med våra egna ord. Krävs i den nationella banken.'),
  sources: z.array(Source).optional().describe('Varifrån uppgifterna kommer. Krävs i den nationella banken.'),
  terms: z.array(Term).min(1).describe('Benämningarna på begreppet.'),
  citizenWording: LocalisedText.optional().describe('Vad man skriver till invånare. Behöver inte vara en term.'),
  neverReplace: text.optional().describe('Varför inget i begreppet får bytas ut automatiskt. Då ges inga rättningar.'),
  relations: z.array(Relation).optional().describe('Relationer till andra begrepp.'),
  equivalents: z
    .record(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/u), z.array(Equivalent).min(1))
    .optional()
    .describe('Motsvarigheter på andra språk.'),
  situations: z.array(Situation).optional().describe('Vardagliga formuleringar som leder hit.'),
  hiddenLabels: z.array(text).optional().describe('Stavningar som sökningen ska känna igen men som aldrig visas.'),
  notes: z.array(text).optional().describe('Anmärkningar.'),
  examples: z.array(text).optional().describe('Exempel på bruk.'),
  flags: z.array(text).optional().describe('Meningar där något i begreppet ska rapporteras. Körs som test.'),
  allows: z.array(text).optional().describe('Meningar där inget i begreppet får rapporteras. Körs som test.'),
  replacedBy: z.string().regex(CONCEPT_ID).optional().describe('Id för det begrepp som har tagit över.'),
  reviewBy: z.iso.date().optional().describe('När begreppet senast ska ses över.'),
})
export type Concept = z.output<typeof Concept>
/** A concept as authors write it, before defaults are filled in. */
export type ConceptInput = z.input<typeof Concept>
