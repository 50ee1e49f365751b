import { html, type Markup } from './markup.js'

/**
 * Colours have at least 4.5:1 against what they stand on (WCAG 2.2, 1.4.3), in light and in dark,
 * and bars 3:1 (1.4.11). No meaning is in a colour alone.
 */
export const STYLE_SHEET: Markup = html`
:root {
  color-scheme: light dark;
  --ground: #fff; --raised: #f4f6f7; --text: #1c2126; --soft: #4f5a63; --line: #c3cbd1; --link: #0a4f8a;
  --error: #9b1c1c; --error-ground: #fdecec; --warning: #7a4600; --warning-ground: #fdf1dc;
  --info: #1f4e79; --info-ground: #e8f1f9; --good: #1d6b3a; --mark: #ffe27a; --mark-text: #1c2126; --track: #dfe4e8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #14181b; --raised: #1e2429; --text: #eef1f3; --soft: #b7c1c8; --line: #49535b; --link: #8cc8ff;
    --error: #ffa8a3; --error-ground: #45191b; --warning: #ffcf86; --warning-ground: #402c0c;
    --info: #a5d0f7; --info-ground: #173147; --good: #7fd6a0; --mark: #705400; --mark-text: #fff; --track: #39434b;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem; max-width: 75rem;
  background: var(--ground); color: var(--text);
  font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  overflow-wrap: break-word; hyphens: auto;
}
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); }
h2 { font-size: 1.5rem; margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.2rem; }
h4 { font-size: 1.0625rem; }
p { margin: .5rem 0; max-width: 70ch; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus, h3:focus { outline: none; }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--ground); }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note, .place, figcaption { color: var(--soft); font-size: .9375rem; }
.unbroken { white-space: nowrap; }
.path { overflow-wrap: anywhere; hyphens: manual; }
header p { font-size: 1.125rem; }
header .note { font-size: .9375rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 1rem 0 0; padding: 0; }
nav a { display: inline-block; padding: .25rem 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .75rem; margin: 1rem 0; }
.figures div { background: var(--raised); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.figures dt { font-weight: 600; }
.figures dd { margin: 0; }
.figures strong { display: block; font-size: 2rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures dd span { color: var(--soft); font-size: .9375rem; }
.level {
  display: inline-block; padding: 0 .5em; border: 1px solid currentcolor; border-radius: .3em;
  font-size: .875rem; font-weight: 600; line-height: 1.5; white-space: nowrap;
}
.level::before { margin-right: .35em; font-size: .8em; }
.level.error { color: var(--error); background: var(--error-ground); }
.level.error::before { content: "■"; content: "■" / ""; }
.level.warning { color: var(--warning); background: var(--warning-ground); }
.level.warning::before { content: "▲"; content: "▲" / ""; }
.level.info { color: var(--info); background: var(--info-ground); }
.level.info::before { content: "●"; content: "●" / ""; }
.level.avoided { color: var(--error); background: none; font-size: .8125rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); font-size: .9375rem; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom-width: 2px; font-size: .9375rem; white-space: nowrap; vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 9rem; }
th:last-child, td:last-child { padding-right: .25rem; }
.number { text-align: right; white-space: nowrap; }
.with-bar { display: flex; align-items: center; gap: .75rem; white-space: nowrap; }
.bar { flex: none; width: 9rem; height: .9rem; border-radius: 2px; }
.track { fill: var(--track); }
.part { stroke: var(--ground); stroke-width: 1; vector-effect: non-scaling-stroke; }
.part.preferred { fill: var(--good); }
.part.error { fill: var(--error); }
.part.warning { fill: var(--warning); }
.part.info { fill: var(--info); }
ul.inline { list-style: none; margin: 0; padding: 0; }
.page { margin: 2rem 0 3rem; }
.page h3 { padding: .5rem .75rem; background: var(--raised); border-left: .3rem solid var(--link); }
.problem { margin: 1.25rem 0; padding-left: clamp(0rem, 2vw, 1rem); }
.problem h4 { margin-bottom: .5rem; }
.places { margin: .5rem 0; padding: 0; list-style: none; }
.places li { padding: .25rem 0 .25rem .9rem; border-left: 2px solid var(--line); margin-bottom: .5rem; }
.places p { margin: 0; }
mark { background: var(--mark); color: var(--mark-text); padding: 0 .15em; text-decoration: underline; text-underline-offset: .2em; }
.suggestion strong { color: var(--good); }
.back { font-size: .9375rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--soft); }
@media (max-width: 40rem) {
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .figures div { padding: .6rem .7rem; }
  .figures dt { font-size: .9375rem; overflow-wrap: anywhere; }
  .figures strong { font-size: 1.6rem; }
  table, thead, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: .75rem 0; border-bottom: 1px solid var(--line); }
  tbody th { flex: 1 0 100%; padding: 0; border: 0; min-width: 0; }
  td, .number { padding: 0 !important; border: 0; text-align: left; white-space: normal; min-width: 0; }
  td:has(.bar) { flex: 1 0 100%; }
  td::before { margin-right: .35em; color: var(--soft); content: attr(data-label) ":"; content: attr(data-label) ":" / ""; }
}
@media (forced-colors: active) {
  .part, .track { forced-color-adjust: none; }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --text: #000; --link: #000; --soft: #333; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; font-size: 1rem; }
  p { max-width: none; }
  nav, .skip, .back { display: none; }
  .scroll { overflow: visible; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, .places li, .figures div { break-inside: avoid; }
  .bar, mark, .level { print-color-adjust: exact; }
  thead { display: table-header-group; }
}
`
