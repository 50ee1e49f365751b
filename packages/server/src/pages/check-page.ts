import { AUDIENCES, type Audience } from '@klarsprak/linter'
import { html, type Markup } from '@klarsprak/linter/markup'
import { organisationIndexPath } from '../api/operations/organisation-index.js'
import { LONGEST_TEXT } from '../api/schemas/checks.js'
import { ChecksBusy } from '../checks/apart-checker.js'
import { checkText } from '../checks/check-text.js'
import { CheckTooSlow } from '../checks/checker.js'
import { type CheckFormat, type CheckPreset, FORMATS, textFile } from '../checks/text-file.js'
import { applied } from './apply-suggestion.js'
import { checkResult } from './check-result.js'
import { refusedPage } from './not-found-page.js'
import { addressOf, type MakePage, type Page, type PageCall } from './page.js'

const EXAMPLE = `Välkommen till vår nya hälsoportal

Via hälsoportalen kan du erlägga patientavgiften och sköta dina ärenden digitalt. Aviseringar avseende kommande besök utgår automatiskt. Vid frågor, vänligen kontakta mottagningen.

Insatsen nutrition erbjuds patienter med hypertoni. Beslut om insatsen tas efter remiss från din VC.`

const formatOf = (value: string): CheckFormat => FORMATS.find((format) => format === value) ?? 'plain'
const audienceOf = (value: string): Audience => AUDIENCES.find((audience) => audience === value) ?? 'citizen'
const presetOf = (value: string): CheckPreset => (value === 'strict' ? 'strict' : 'recommended')

/**
 * Checks a text. With scripts, the linter runs in the browser and the text stays there; without, the form is sent, the
 * text is checked and nothing of it is kept.
 */
export const checkPage: MakePage = (call) => page(call, call.value('exempel') === '' ? '' : EXAMPLE)

/** The form sent without scripts, by ”Granska” or by the button of a replacement. */
export const checkedPage: MakePage = async (call) => {
  const { services } = call
  // Forms send line breaks as CR LF; the text shown and checked has the one sign that the field has.
  let text = call.value('text').replaceAll('\r\n', '\n')
  if (text.length > LONGEST_TEXT) return tooLong(call)
  const format = formatOf(call.value('format'))
  const audience = audienceOf(call.value('till'))
  const preset = presetOf(call.value('regler'))
  try {
    let checked = await checkText({ text, format, audience, preset }, services)
    const changed = applied(text, checked.findings, call.value('byt'))
    if (changed !== undefined) {
      text = changed
      checked = await checkText({ text, format, audience, preset }, services)
    }
    return page(call, text, { ...checked, text: textFile(text, format).text })
  } catch (error) {
    if (error instanceof ChecksBusy)
      return refusedPage(
        call,
        503,
        ['Många texter granskas just nu', 'Many texts are being checked'],
        ['Försök igen om en stund.', 'Try again in a while.'],
      )
    if (error instanceof CheckTooSlow)
      return refusedPage(
        call,
        422,
        ['Texten tar för lång tid att granska', 'The text takes too long to check'],
        ['Dela upp texten och granska delarna var för sig.', 'Split the text and check the parts by themselves.'],
      )
    throw error
  }
}

const tooLong = (call: PageCall): Page =>
  refusedPage(
    call,
    413,
    ['Texten är för lång', 'The text is too long'],
    [
      `Utan skript i webbläsaren kan du granska ${LONGEST_TEXT} tecken åt gången. Dela upp texten.`,
      `Without scripts in the browser you can check ${LONGEST_TEXT} characters at a time. Split the text.`,
    ],
  )

/** Where the linter in the browser finds its words: files of the build, or those of the organisation. */
function wordFiles({ assets, organisation }: PageCall): Markup {
  const worker = assets.href('check-worker.js')
  const lexicon = assets.href('sv.lexicon')
  return organisation === undefined
    ? html`data-worker="${worker}" data-lexicon="${lexicon}" data-index="${assets.href('sv.index')}" data-spellings="${assets.href('sv.spellings')}"`
    : html`data-worker="${addressOf(worker, { organisation: organisation.name })}" data-lexicon="${lexicon}" data-index="${organisationIndexPath(organisation.name)}"`
}

function page(call: PageCall, text: string, checked?: Parameters<typeof checkResult>[0]): Page {
  const { say, href } = call
  const format = formatOf(call.value('format'))
  const isStrict = presetOf(call.value('regler')) === 'strict'
  const audience = audienceOf(call.value('till'))
  const choice = (value: string, name: string, chosen: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : undefined}>${name}</option>`
  return {
    title: say('Granska text', 'Check a text'),
    description: say(
      'Klistra in en text och se vad som kan bli tydligare, med skäl och förslag. Texten lämnar inte din dator.',
      'Paste a Swedish text and see what can be clearer, with reasons and suggestions. The text does not leave your computer.',
    ),
    place: 'granska',
    scripts: ['check.js'],
    isPassing: checked !== undefined,
    isPrivate: checked !== undefined,
    main: html`<h1>${say('Granska text', 'Check a text')}</h1>
<p class="lead">${say(
      'Klistra in en text. Du ser svåra och avrådda ord, långa meningar och oförklarade förkortningar, med skäl och förslag.',
      'Paste a Swedish text. You see hard words, words to avoid, long sentences and unexplained abbreviations, with reasons and suggestions.',
    )}</p>
<p class="privacy" data-with-script hidden><strong>${say('Texten lämnar inte din dator.', 'The text does not leave your computer.')}</strong> ${say('Granskningen körs i din webbläsare, och sidan är spärrad från att skicka något.', 'The check runs in your browser, and the page is barred from sending anything.')} <a href="${href('/integritet')}#granska">${say('Så fungerar det', 'How it works')}</a></p>
<noscript><p class="privacy"><strong>${say('Din webbläsare kör inga skript, så texten skickas till servern.', 'Your browser runs no scripts, so the text is sent to the server.')}</strong> ${say('Den granskas där och sparas inte. Skriv inga personuppgifter.', 'It is checked there and not kept. Do not write personal data.')}</p></noscript>
<form class="check" action="${href('/granska')}" method="post" data-check data-lang="${call.lang}"
 ${wordFiles(call)}>
<label for="text">${say('Din text', 'Your text')}</label>
<textarea id="text" name="text" rows="10" lang="sv" spellcheck="false" required>${'\n'}${text}</textarea>
<div class="settings">
<p><label for="format">${say('Texten är', 'The text is')}</label> <select id="format" name="format">${choice('plain', say('vanlig text', 'plain text'), format)}${choice('markdown', 'Markdown', format)}${choice('html', 'HTML', format)}</select></p>
<p><label for="till">${say('Den är till', 'It is for')}</label> <select id="till" name="till">${choice('citizen', say('invånare', 'the public'), audience)}${choice('staff', say('personal', 'professionals'), audience)}${choice('decision', say('den som får ett beslut', 'those who get a decision'), audience)}</select></p>
<p><input type="checkbox" id="regler" name="regler" value="strict"${isStrict ? html` checked` : undefined}> <label for="regler">${say('Visa fler råd', 'Show more advice')}</label></p>
</div>
<p class="actions"><button type="submit">${say('Granska', 'Check')}</button>
<button type="button" class="quiet" data-undo hidden>${say('Ångra byte', 'Undo change')}</button>
<button type="button" class="quiet" data-copy hidden>${say('Kopiera texten', 'Copy the text')}</button>
<a href="${href('/granska', { exempel: '1' })}">${say('Prova med ett exempel', 'Try an example')}</a></p>
<p role="status" class="status" data-status></p>
<div id="resultat" data-result>${checked === undefined ? undefined : checkResult(checked, say)}</div>
</form>`,
  }
}
