import { aboutPage, accessibilityPage, embedPage, privacyPage } from './about-pages.js'
import { apiPage } from './api-page.js'
import { checkPage } from './check-page.js'
import { conceptPage } from './concept-page.js'
import { conceptsPage } from './concepts-page.js'
import { guidePage } from './guide-page.js'
import type { MakePage } from './page.js'
import { releasePage, releasesPage } from './releases-page.js'
import { searchPage } from './search-page.js'
import { startPage } from './start-page.js'

/** Every page that is read, by its path; in English below /en. */
export const PAGES: Readonly<Record<string, MakePage>> = {
  '/': startPage,
  '/sok': searchPage,
  '/begrepp': conceptsPage,
  '/begrepp/:id': conceptPage,
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
