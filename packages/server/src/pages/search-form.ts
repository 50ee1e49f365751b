import { html, type Markup } from '@klarsprak/linter/markup'
import type { PageCall } from './page.js'

/** Longer than any term. */
export const LONGEST_WORD = 200

/** Looks a word up. A script makes the field a combobox; without it, the form is sent. */
export const searchForm = (
  { say, href, organisation }: PageCall,
  value: string,
): Markup => html`<form class="search" role="search" action="${href('/sok')}" method="get" data-search data-concepts="${href('/begrepp/')}"
 data-none="${say('Inga förslag', 'No suggestions')}" data-one="${say('1 förslag', '1 suggestion')}" data-many="${say('{n} förslag', '{n} suggestions')}" data-instead="${say('skriv', 'write')}">
${organisation === undefined ? undefined : html`<input type="hidden" name="organisation" value="${organisation}">`}${organisation === undefined ? undefined : html`<input type="hidden" name="organisation" value="${organisation}">`}<label for="q">${say('Ord eller fras', 'Word or phrase')}</label>
<div class="field"><input id="q" name="q" type="search" value="${value}" maxlength="${LONGEST_WORD}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" required>
<button type="submit">${say('Slå upp', 'Look up')}</button></div>
</form>`
