import { quoted } from './quoted.js'

/**
 * What the server says in menus, notes and hovers, in Swedish. What rules say of a text is not here:
 * they are about Swedish, and say it in Swedish.
 */
const sv = {
  write: (text: string) => `Skriv ${quoted(text)}`,
  replaceInFile: (text: string, places: number) =>
    `Byt ut ${quoted(text)} och liknande i hela filen (${places} ställen)`,
  replaceInWorkspace: (text: string) => `Byt ut ${quoted(text)} och liknande i alla filer`,
  replaceEverywhere: 'Byt ut en term i alla filer',
  disableLine: (ruleId: string) => `Lämna det här stället i fred (${ruleId})`,
  disableInFile: (ruleId: string) => `Stäng av ${ruleId} i den här filen`,
  explainRule: (ruleId: string) => `Förklara regeln ${ruleId}`,
  proposeTerm: (text: string) => `Föreslå en ändring i termbanken: ${quoted(text)}`,
  fixAll: 'Rätta allt som säkert går att rätta i filen',
  why: 'skriv varför',
  needsLook: 'Behöver granskas',
  needsLookBecause: 'Orden runt omkring kan behöva ändras.',
  replaces: 'Byts ut',
  replacesBecause: 'I rätt form. Se efter att det är samma sak som menas.',

  tooLong: (length: number, most: number) =>
    `Filen har ${length} tecken och granskas inte medan du skriver. Gränsen är ${most}; ändra den i inställningen klarsprak.maxFileSize, eller kör klarsprak lint.`,
  longLine: (most: number) =>
    `En rad har fler än ${most} tecken. Det är knappast text som någon ska läsa, så filen hoppas över.`,
  tooMany: (shown: number, all: number) =>
    `Här visas de första ${shown} av ${all} fynd. Ändra det i inställningen klarsprak.maxProblems.`,
  unreadBank:
    'Texten granskas bara mot den nationella termbanken. Er egen ordbank kan inte läsas i webbläsaren; öppna mappen i VS Code på datorn, eller kör klarsprak lint.',

  figures: (lix: string | undefined, words: number, found: number) =>
    [lix, `${words} ord`, found === 0 ? 'inga fynd' : `${found} fynd`].filter((part) => part !== undefined).join(' · '),
  lix: (lix: number, band: string) => `LIX ${Math.round(lix)} (${band})`,
  uses: (places: number) =>
    places === 0
      ? 'används inte i arbetsytan'
      : places === 1
        ? '1 ställe i arbetsytan'
        : `${places} ställen i arbetsytan`,

  openConcept: 'Öppna begreppet',
  readAboutRule: 'Läs om regeln',

  status: {
    preferred: 'rekommenderad term',
    admitted: 'tillåten term',
    deprecated: 'avrådd term',
    superseded: 'ersatt term',
  },
  suggested: { preferred: 'Rekommenderad', admitted: 'Tillåten' },
  insteadOf: (label: string) => ` i stället för ${label}`,
  relations: {
    broader: 'Vidare',
    narrower: 'Snävare',
    'part-of': 'Del av',
    'has-part': 'Har delen',
    carries: 'Bär',
    'carried-by': 'Bärs av',
    related: 'Se också',
    'replaced-by': 'Ersatt av',
    replaces: 'Ersätter',
    'exact-match': 'Samma som',
    'close-match': 'Nästan samma som',
  } as Readonly<Record<string, string>>,
  facts: {
    write: 'Skriv',
    citizens: 'Till invånare',
    why: 'Varför',
    note: 'Tänk på',
    stands: 'Står för',
    also: 'Också',
    avoid: 'Undvik',
    source: 'Källa',
  },

  unusableSettings: (names: string) => `Inställningarna ${names} går inte att använda.`,
} as const

/** `T` with any text where `T` has one. */
type Written<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Written<T[Key]> }

export type Texts = Written<typeof sv>

const en: Texts = {
  write: (text) => `Write ${quoted(text)}`,
  replaceInFile: (text, places) => `Replace ${quoted(text)} and its like in the file (${places} places)`,
  replaceInWorkspace: (text) => `Replace ${quoted(text)} and its like in all files`,
  replaceEverywhere: 'Replace a term in all files',
  disableLine: (ruleId) => `Leave this place as it is (${ruleId})`,
  disableInFile: (ruleId) => `Turn off ${ruleId} in this file`,
  explainRule: (ruleId) => `Explain the rule ${ruleId}`,
  proposeTerm: (text) => `Propose a change to the term bank: ${quoted(text)}`,
  fixAll: 'Fix everything in the file that is safe to fix',
  why: 'say why',
  needsLook: 'Needs a look',
  needsLookBecause: 'The words around may have to change.',
  replaces: 'Is replaced',
  replacesBecause: 'In the right form. See that the same thing is meant.',

  tooLong: (length, most) =>
    `The file has ${length} characters and is not checked while you type. The limit is ${most}; change it in the setting klarsprak.maxFileSize, or run klarsprak lint.`,
  longLine: (most) =>
    `A line has more than ${most} characters. It is hardly text for anybody to read, so the file is left out.`,
  tooMany: (shown, all) =>
    `These are the first ${shown} of ${all} findings. Change that in the setting klarsprak.maxProblems.`,
  unreadBank:
    'The text is checked against the national term bank only. A bank of your own cannot be read in the browser; open the folder in VS Code on a computer, or run klarsprak lint.',

  figures: (lix, words, found) =>
    [lix, `${words} words`, found === 0 ? 'no findings' : `${found} findings`]
      .filter((part) => part !== undefined)
      .join(' · '),
  lix: (lix, band) => `LIX ${Math.round(lix)} (${band})`,
  uses: (places) =>
    places === 0
      ? 'not used in the workspace'
      : places === 1
        ? '1 place in the workspace'
        : `${places} places in the workspace`,

  openConcept: 'Open the concept',
  readAboutRule: 'Read about the rule',

  status: {
    preferred: 'preferred term',
    admitted: 'admitted term',
    deprecated: 'deprecated term',
    superseded: 'superseded term',
  },
  suggested: { preferred: 'Preferred', admitted: 'Admitted' },
  insteadOf: (label) => ` instead of ${label}`,
  relations: {
    broader: 'Broader',
    narrower: 'Narrower',
    'part-of': 'Part of',
    'has-part': 'Has part',
    carries: 'Carries',
    'carried-by': 'Carried by',
    related: 'See also',
    'replaced-by': 'Replaced by',
    replaces: 'Replaces',
    'exact-match': 'Same as',
    'close-match': 'Almost the same as',
  },
  facts: {
    write: 'Write',
    citizens: 'To citizens',
    why: 'Why',
    note: 'Note',
    stands: 'Stands for',
    also: 'Also',
    avoid: 'Avoid',
    source: 'Source',
  },

  unusableSettings: (names) => `The settings ${names} cannot be used.`,
}

export const UI_LANGUAGES = ['sv', 'en'] as const
export type UiLanguage = (typeof UI_LANGUAGES)[number]

const TEXTS: Readonly<Record<UiLanguage, Texts>> = { sv, en }
export const textsIn = (language: UiLanguage): Texts => TEXTS[language]
