import { workspace } from 'vscode'

/** `1 varning`, `2 varningar`. */
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** What the extension says, in Swedish. Names of commands and settings stand in the manifest and cannot change language. */
const sv = {
  checking: 'Granskar alla filer',
  reporting: 'Gör en rapport om alla filer',
  nothingFound: (files: number) => `${count(files, 'fil', 'filer')}, inga fynd.`,
  found: (files: number, errors: number, warnings: number, infos: number) =>
    `${count(files, 'fil', 'filer')}: ${errors} fel, ${count(warnings, 'varning', 'varningar')}, ${infos} råd.`,
  whichRule: 'Vilken regel?',
  noSuchRule: (id: string) => `Det finns ingen regel som heter ”${id}”.`,
  readMore: 'Läs mer',
  whichWord: 'Vilket ord? I vilken form som helst.',
  notInBank: (word: string) => `”${word}” finns inte i termbanken.`,
  proposeIt: 'Föreslå det',
  conceptsFor: (word: string) => `Begrepp för ”${word}”`,
  guide: 'Vägvisaren',
  guideHelp: 'Beskriv med egna ord, till exempel: jag får inte köra bil',
  call112: 'Ring 112',
  nothingToCheck: 'Det finns ingen text i urklipp. Kopiera en text först.',
  whichProposal: 'Vilket ord ska in i termbanken, eller ändras?',
  proposal: 'Fyll i förslaget. Felen försvinner när det som behövs är med.',
  sendProposal: 'Skicka förslaget',
  audience: 'Vem är texterna till för?',
  audiences: {
    project: 'Det som projektets inställningar säger',
    citizen: 'Invånare',
    staff: 'Personal',
    decision: 'Beslut',
  },
  report: 'Klarspråksrapport',
  hitsFor: (word: string) => `Träffar för ”${word}”`,
  noHitsFor: (word: string) => `Inga träffar för ”${word}”.`,
  whichForm: (label: string) => `Vilken form av ”${label}”?`,
  fits: 'passar här',
  noEditor: 'Öppna en text och ställ markören där termen ska stå.',
  noForms: (label: string) => `”${label}” har ingen term som rekommenderas.`,
  write: (labels: string) => `skriv ${labels}`,
  statusText: (found: number, lix: string) => `Klarspråk: ${found}${lix}`,
  statusTooltip: (errors: number, warnings: number, infos: number, words: number) =>
    `${errors} fel, ${count(warnings, 'varning', 'varningar')} och ${infos} råd i ${words} ord. Klicka för att se dem.`,
  failed: 'Klarspråk kunde inte svara. Se loggen.',
  showLog: 'Visa loggen',
}

export type Texts = typeof sv

const en: Texts = {
  checking: 'Checking all files',
  reporting: 'Making a report on all files',
  nothingFound: (files) => `${count(files, 'file', 'files')}, no findings.`,
  found: (files, errors, warnings, infos) =>
    `${count(files, 'file', 'files')}: ${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')}, ${count(infos, 'piece', 'pieces')} of advice.`,
  whichRule: 'Which rule?',
  noSuchRule: (id) => `There is no rule called “${id}”.`,
  readMore: 'Read more',
  whichWord: 'Which word? In any form.',
  notInBank: (word) => `“${word}” is not in the term bank.`,
  proposeIt: 'Propose it',
  conceptsFor: (word) => `Concepts for “${word}”`,
  guide: 'The guide',
  guideHelp: 'Describe it in everyday Swedish, for example: jag får inte köra bil',
  call112: 'Call 112',
  nothingToCheck: 'There is no text on the clipboard. Copy a text first.',
  whichProposal: 'Which word should be in the term bank, or be changed there?',
  proposal: 'Fill in the proposal. The problems go when what is needed is there.',
  sendProposal: 'Send the proposal',
  audience: 'Who are the texts for?',
  audiences: {
    project: 'What the settings of the project say',
    citizen: 'Citizens',
    staff: 'Staff',
    decision: 'Decisions',
  },
  report: 'Plain language report',
  hitsFor: (word) => `Hits for “${word}”`,
  noHitsFor: (word) => `No hits for “${word}”.`,
  whichForm: (label) => `Which form of “${label}”?`,
  fits: 'fits here',
  noEditor: 'Open a text and put the cursor where the term should be.',
  noForms: (label) => `“${label}” has no term that is recommended.`,
  write: (labels) => `write ${labels}`,
  statusText: (found, lix) => `Klarspråk: ${found}${lix}`,
  statusTooltip: (errors, warnings, infos, words) =>
    `${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')} and ${count(infos, 'piece', 'pieces')} of advice in ${words} words. Click to see them.`,
  failed: 'Klarspråk could not answer. See the log.',
  showLog: 'Show the log',
}

/** In the language that is chosen now. */
export const texts = (): Texts => (workspace.getConfiguration('klarsprak').get<string>('uiLanguage') === 'en' ? en : sv)
