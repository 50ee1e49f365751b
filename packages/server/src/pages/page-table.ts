import type { RateLimits } from '../http/rate-limit.js'
import { aboutPage, accessibilityPage, embedPage, privacyPage } from './about-pages.js'
import { apiPage } from './api-page.js'
import { checkedPage, checkPage } from './check-page.js'
import { conceptPage } from './concept-page.js'
import { conceptsPage } from './concepts-page.js'
import { guidePage } from './guide-page.js'
import type { MakePage } from './page.js'
import { answeredPage, answerPage } from './proposals/answer-pages.js'
import { followPage, proposalPage } from './proposals/proposal-pages.js'
import { changePage, newConceptPage, sentChangePage, sentNewConceptPage } from './proposals/propose-pages.js'
import { releasePage, releasesPage } from './releases-page.js'
import { searchPage } from './search-page.js'
import { startPage } from './start-page.js'

/** Every page that is read, by its path; in English below /en. */
export const PAGES: Readonly<Record<string, MakePage>> = {
  '/': startPage,
  '/sok': searchPage,
  '/begrepp': conceptsPage,
  '/begrepp/:id': conceptPage,
  '/begrepp/:id/foresla': changePage,
  '/foresla': newConceptPage,
  '/forslag': followPage,
  '/forslag/:id': proposalPage,
  '/svara': answerPage,
  '/granska': checkPage,
  '/vagvisare': guidePage,
  '/utgavor': releasesPage,
  '/utgavor/:namn': releasePage,
  '/api': apiPage,
  '/badda-in': embedPage,
  '/om': aboutPage,
  '/tillganglighet': accessibilityPage,
  '/integritet': privacyPage,
}

/** What is answered to a form that has been sent. */
export interface SentForm {
  readonly make: MakePage
  /** What it counts as. */
  readonly kind: keyof RateLimits
  /** Of the form, in bytes. */
  readonly largest: number
}

/** A text of the API’s length, escaped as forms are. */
const LARGEST_TEXT = 1_000_000
const LARGEST_PROPOSAL = 30_000
/** Ten answers. */
const LARGEST_ANSWERS = 100_000

/** The pages with a form that is sent by POST, by path. */
export const SENT_FORMS: Readonly<Record<string, SentForm>> = {
  '/granska': { make: checkedPage, kind: 'checks', largest: LARGEST_TEXT },
  '/begrepp/:id/foresla': { make: sentChangePage, kind: 'edits', largest: LARGEST_PROPOSAL },
  '/foresla': { make: sentNewConceptPage, kind: 'edits', largest: LARGEST_PROPOSAL },
  '/svara': { make: answeredPage, kind: 'edits', largest: LARGEST_ANSWERS },
}
