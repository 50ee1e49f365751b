import type { LintReport, Reporter } from '../report.js'
import { TOOL_URL } from '../tool.js'
import { commonProblems } from './common-problems.js'
import { concepts } from './concepts.js'
import { html, link, type Markup } from './markup.js'
import { overview } from './overview.js'
import { pageDetails, pageTable } from './pages.js'
import { pagesOf } from './site.js'
import { STYLE_SHEET } from './style-sheet.js'
import { suppressedFindings } from './suppressed.js'
import { trend } from './trend.js'

/**
 * A page for those who own the texts: one file, without scripts and without anything from the
 * network. Its policy forbids both, so that not even a fault of ours could run what a text says.
 */
export const htmlReporter: Reporter = (report) => {
  const pages = pagesOf(report)
  const sections = [
    { id: 'oversikt', title: 'Översikt', content: overview(report, pages) },
    { id: 'utveckling', title: 'Utveckling', content: trend(report) },
    { id: 'vanligast', title: 'Vanligast', content: commonProblems(pages) },
    { id: 'termer', title: 'Termer', content: concepts(report) },
    { id: 'sidor', title: 'Sidor', content: pageTable(pages) },
    { id: 'anmarkningar', title: 'Anmärkningar sida för sida', content: pageDetails(pages) },
    { id: 'lamnat', title: 'Medvetet lämnat', content: suppressedFindings(pages) },
  ].filter(({ content }) => content.toString() !== '')
  return html`<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Klarspråksrapport${report.date === undefined ? '' : ` ${report.date}`}</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<a class="skip" href="#innehall">Hoppa till innehållet</a>
<header>
<h1>Klarspråksrapport</h1>
<p>Så följer texterna den gemensamma termbanken och reglerna för begripligt språk.</p>
${about(report)}</header>
<nav aria-label="Innehåll">
<ul>
${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ul>
</nav>
<main id="innehall" tabindex="-1">
${sections.map(({ content }) => content)}</main>
<footer>
<p>Rapporten är gjord med ${link(TOOL_URL, 'Klarspråk')}${report.version === undefined ? '' : ` ${report.version}`}. Ett förslag är just ett förslag: den som skriver avgör.</p>
</footer>
</body>
</html>
`.toString()
}

function about({ date, release }: LintReport): Markup {
  const facts = [
    ...(date === undefined ? [] : [`Datum: ${date}`]),
    ...(release === undefined ? [] : [`Termbank: ${release}`]),
  ]
  return facts.length === 0 ? html`` : html`<p class="note">${facts.join(' · ')}</p>\n`
}
