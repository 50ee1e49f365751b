import type { Operation } from '../operation.js'
import { apiInfo } from './api-info.js'
import { listChanges } from './changes.js'
import { checkText } from './checks.js'
import { getConcept, listConcepts } from './concepts.js'
import { getExport, listExports } from './exports.js'
import { guide, lookUpWord, lookUpWords, suggest } from './lookups.js'
import { getRelease, getReleaseFile, listReleases } from './releases.js'
import { replace } from './replacements.js'

/** Every operation, in the order of the description. */
export const OPERATIONS: readonly Operation[] = [
  apiInfo,
  listConcepts,
  getConcept,
  lookUpWord,
  lookUpWords,
  replace,
  suggest,
  guide,
  checkText,
  listReleases,
  getRelease,
  getReleaseFile,
  listChanges,
  listExports,
  getExport,
]
