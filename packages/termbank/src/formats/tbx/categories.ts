/**
 * The data categories of TBX-Basic 1.2.1 and TBX-Linguist that we use: where each may stand and which
 * values it may have. From the dialects' published definitions (modules Min, Basic and Linguist).
 */

export type TbxDialect = 'TBX-Basic' | 'TBX-Linguist'
export type TbxStyle = 'dca' | 'dct'
export type Level = 'conceptEntry' | 'langSec' | 'termSec'

interface DataCategory {
  /** The element that carries it in DCA style. */
  readonly element: 'descrip' | 'admin' | 'termNote' | 'ref' | 'xref' | 'transac' | 'transacNote'
  /** The module whose namespace it has in DCT style. */
  readonly module: 'min' | 'basic' | 'linguist'
  readonly levels: readonly Level[]
  /** The picklist; absent for free text. */
  readonly values?: readonly string[]
}

const everywhere: readonly Level[] = ['conceptEntry', 'langSec', 'termSec']

export const dataCategories = {
  subjectField: { element: 'descrip', module: 'min', levels: ['conceptEntry'] },
  customerSubset: { element: 'admin', module: 'min', levels: ['conceptEntry', 'termSec'] },
  projectSubset: { element: 'admin', module: 'basic', levels: ['conceptEntry', 'termSec'] },
  definition: { element: 'descrip', module: 'basic', levels: ['conceptEntry', 'langSec'] },
  context: { element: 'descrip', module: 'basic', levels: ['termSec'] },
  source: { element: 'admin', module: 'basic', levels: everywhere },
  administrativeStatus: {
    element: 'termNote',
    module: 'min',
    levels: ['termSec'],
    values: ['preferredTerm-admn-sts', 'admittedTerm-admn-sts', 'deprecatedTerm-admn-sts', 'supersededTerm-admn-sts'],
  },
  partOfSpeech: {
    element: 'termNote',
    module: 'min',
    levels: ['termSec'],
    values: ['noun', 'verb', 'adjective', 'adverb', 'other'],
  },
  grammaticalGender: {
    element: 'termNote',
    module: 'basic',
    levels: ['termSec'],
    values: ['masculine', 'feminine', 'neuter', 'other'],
  },
  termType: {
    element: 'termNote',
    module: 'basic',
    levels: ['termSec'],
    values: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'],
  },
  geographicalUsage: { element: 'termNote', module: 'basic', levels: ['termSec'] },
  termLocation: {
    element: 'termNote',
    module: 'basic',
    levels: ['termSec'],
    values: [
      'checkBox',
      'comboBox',
      'comboBoxElement',
      'dialogBox',
      'groupBox',
      'informativeMessage',
      'interactiveMessage',
      'menuItem',
      'progressBar',
      'pushButton',
      'radioButton',
      'slider',
      'spinBox',
      'tab',
      'tableText',
      'textBox',
      'toolTip',
      'user-definedType',
    ],
  },
  crossReference: { element: 'ref', module: 'basic', levels: ['conceptEntry', 'termSec'] },
  externalCrossReference: { element: 'xref', module: 'min', levels: everywhere },
  xGraphic: { element: 'xref', module: 'basic', levels: ['conceptEntry', 'langSec'] },
  transactionType: {
    element: 'transac',
    module: 'basic',
    levels: everywhere,
    values: ['origination', 'modification'],
  },
  responsibility: { element: 'transacNote', module: 'basic', levels: everywhere },
  register: {
    element: 'termNote',
    module: 'linguist',
    levels: ['termSec'],
    values: [
      'colloquialRegister',
      'neutralRegister',
      'technicalRegister',
      'in-houseRegister',
      'bench-levelRegister',
      'slangRegister',
      'vulgarRegister',
    ],
  },
} as const satisfies Record<string, DataCategory>

export type CategoryName = keyof typeof dataCategories

export const NAMESPACES = {
  '': 'urn:iso:std:iso:30042:ed-2',
  min: 'http://www.tbxinfo.net/ns/min',
  basic: 'http://www.tbxinfo.net/ns/basic',
  linguist: 'http://www.tbxinfo.net/ns/linguist',
} as const

/** Our status and the picklist of TBX-Basic; the short values are those of other dialects, read only. */
export const STATUS_VALUES = [
  ['preferred', 'preferredTerm-admn-sts', 'preferred', 'preferredTerm'],
  ['admitted', 'admittedTerm-admn-sts', 'admitted', 'admittedTerm'],
  ['deprecated', 'deprecatedTerm-admn-sts', 'deprecated', 'deprecatedTerm', 'notRecommended', 'forbidden'],
  ['superseded', 'supersededTerm-admn-sts', 'superseded', 'supersededTerm', 'obsolete'],
] as const

export const REGISTER_VALUES = [
  ['everyday', 'colloquialRegister'],
  ['neutral', 'neutralRegister'],
  ['professional', 'technicalRegister'],
] as const

/**
 * What TBX has no category for but a note can say in plain words, and read back. The prefix stands
 * first in the note, followed by a colon and a space.
 */
export const NOTE_PREFIXES = {
  citizenWording: 'Till invånare',
  citizenWordingEn: 'To citizens',
  neverReplace: 'Byt aldrig automatiskt',
  reason: 'Skäl',
  gender: 'Genus',
  pos: 'Ordklass',
  uiPlace: 'Plats i gränssnittet',
  abbreviationOf: 'Förkortning för',
  audience: 'Målgrupp',
  equivalent: 'Motsvarighet',
} as const
