import type { Operation } from '../operation.js'
import { apiInfo } from './api-info.js'
import { getArchive } from './archives.js'
import { listAuditEntries } from './audit.js'
import { listChanges } from './changes.js'
import { checkText } from './checks.js'
import { getConcept, listConcepts } from './concepts.js'
import { ENTRY_OPERATIONS } from './entries.js'
import { getExport, listExports } from './exports.js'
import { createKey, getCaller, getKey, listKeys, revokeKey } from './keys.js'
import { guide, lookUpWord, lookUpWords, suggest } from './lookups.js'
import { listOrganisationChanges } from './organisation-changes.js'
import { getOrganisationIndex } from './organisation-index.js'
import {
  createOrganisation,
  getOrganisation,
  listOrganisationProblems,
  listOrganisations,
  updateOrganisation,
} from './organisations.js'
import { createProposal, decideProposal, getProposal, listProposals } from './proposals.js'
import { getRelease, getReleaseFile, listReleases } from './releases.js'
import { replace } from './replacements.js'
import { listUnmetNeeds } from './unmet-needs.js'

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
  getArchive,
  listOrganisations,
  getOrganisation,
  createOrganisation,
  updateOrganisation,
  listOrganisationProblems,
  getOrganisationIndex,
  ...ENTRY_OPERATIONS,
  listOrganisationChanges,
  listProposals,
  getProposal,
  createProposal,
  decideProposal,
  getCaller,
  listKeys,
  getKey,
  createKey,
  revokeKey,
  listAuditEntries,
  listUnmetNeeds,
]
