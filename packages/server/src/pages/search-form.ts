import { html, type Markup } from '@klarsprak/linter/markup'
import { organisationField } from './layout.js'
import { type PageCall, pathIn } from './page.js'

/** Longer than any term. */
export const LONGEST_WORD = 200

/** Looks a word up. A script makes the field a combobox; without it, the form is sent. */
export function searchForm(call: PageCall, value: string): Markup {
  const { say, href, organisation } = call
  return html`<form class="search" role="search" action="${href('/sok')}" method="get" data-search data-concepts="${pathIn(call.lang, '/begrepp/')}" data-organisation="${organisation?.name ?? ''}"
 data-none="${say('Inga förslag', 'No suggestions')}" data-one="${say('1 förslag', '1 suggestion')}" data-many="${say('{n} förslag', '{n} suggestions')}" data-instead="${say('skriv', 'write')}">
${organisationField(call)}<label for="q">${say('Ord eller fras', 'Word or phrase')}</label>
<div class="field"><input id="q" name="q" type="search" value="${value}" maxlength="${LONGEST_WORD}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" required>
<button type="submit">${say('Slå upp', 'Look up')}</button></div>
</form>`
}
