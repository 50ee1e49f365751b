import { type Content, html, type Markup } from '@klarsprak/linter/markup'
import { NATIONAL } from '@klarsprak/termbank'
import { proposalTarget } from '../../api/operations/proposals.js'
import { labelOf } from '../../api/operations/show-concept.js'
import { errorSummary, type FieldErrors, radios, secretField, textArea, textField } from '../form-fields.js'
import { swedish } from '../layout.js'
import { notFoundPage, refusedPage } from '../not-found-page.js'
import type { MakePage, Page, PageCall, Redirect } from '../page.js'
import { type ChangedConcept, LONGEST, readChange, readNewConcept } from './read-proposal.js'
import { type Sent, sendProposal } from './send-proposal.js'

/** The form for a change to a concept. */
export const changePage: MakePage = async (call) => {
  const changed = await changedConcept(call)
  return changed === undefined ? notFoundPage(call) : changeForm(call, changed)
}

/** That form when it has been sent. */
export const sentChangePage: MakePage = async (call) => {
  const changed = await changedConcept(call)
  if (changed === undefined) return notFoundPage(call)
  const result = readChange(call.value, changed, call.say)
  const form = (errors: FieldErrors) => changeForm(call, changed, errors)
  return 'errors' in result
    ? form({ ...result.errors, ...keyError(call) })
    : finish(call, result.draft, changed.concept.id, form)
}

/** The form for a concept that is missing; `ord` is the word that was looked up. */
export const newConceptPage: MakePage = (call) => newConceptForm(call)

/** That form when it has been sent. */
export const sentNewConceptPage: MakePage = (call) => {
  const result = readNewConcept(call.value, call.say)
  const form = (errors: FieldErrors) => newConceptForm(call, errors)
  return 'errors' in result
    ? form({ ...result.errors, ...keyError(call) })
    : finish(call, result.draft, undefined, form)
}

const layerOf = ({ organisation }: PageCall): string => organisation?.name ?? NATIONAL

async function changedConcept(call: PageCall): Promise<ChangedConcept | undefined> {
  const concept = call.services.bank.concept(call.params.id ?? '')
  if (concept === undefined) return undefined
  const target = await proposalTarget(layerOf(call), concept.id, call.services)
  return 'code' in target ? undefined : { concept, label: labelOf(concept), ...target }
}

async function finish(
  call: PageCall,
  draft: Parameters<typeof sendProposal>[0]['draft'],
  conceptId: string | undefined,
  form: (errors: FieldErrors) => Page,
): Promise<Page | Redirect> {
  const missing = keyError(call)
  if (Object.keys(missing).length > 0) return form(missing)
  const sent = await sendProposal({ layer: layerOf(call), conceptId, draft, key: call.value('nyckel').trim() }, call)
  if ('id' in sent) return { redirect: call.href(`/forslag/${sent.id}`, { nytt: '1' }) }
  if ('wrongKey' in sent)
    return form({
      nyckel: call.say(
        'Nyckeln gäller inte. Kontrollera att hela kom med, eller fråga den som gav dig den.',
        'The key is not valid. See that all of it is there, or ask those who gave it to you.',
      ),
    })
  return notSent(call, sent)
}

/** Without open proposals, a key is needed. */
const keyError = ({ value, openProposals, say }: PageCall): FieldErrors =>
  openProposals || value('nyckel').trim() !== '' ? {} : { nyckel: say('Skriv din nyckel.', 'Write your key.') }

function notSent(call: PageCall, sent: Exclude<Sent, { readonly id: string } | { readonly wrongKey: true }>): Page {
  if ('tooMany' in sent)
    return refusedPage(
      call,
      429,
      ['Vänta lite', 'Wait a little'],
      [
        `Du har lämnat flera förslag på kort tid. Gå tillbaka och försök igen om ${sent.wait} sekunder, så är det du har skrivit kvar.`,
        `You have made several proposals in a short time. Go back and try again in ${sent.wait} seconds; what you have written is still there.`,
      ],
    )
  if ('tooManyWait' in sent)
    return refusedPage(
      call,
      503,
      ['Många förslag väntar på svar', 'Many proposals wait for an answer'],
      [
        'Vi kan inte ta emot fler just nu. Försök igen om några dagar.',
        'We cannot take more just now. Try again in some days.',
      ],
    )
  return refusedPage(
    call,
    422,
    ['Förslaget kom inte in', 'The proposal did not come in'],
    [sent.refusal.detail.sv, sent.refusal.detail.en],
  )
}

function changeForm(call: PageCall, { concept, label }: ChangedConcept, errors: FieldErrors = {}): Page {
  const { say, href, value } = call
  const title = say(`Föreslå en ändring av ”${label}”`, `Propose a change to ”${label}”`)
  return formPage(call, {
    title,
    heading: html`${say('Föreslå en ändring av', 'Propose a change to')} ${swedish(call, html`”${label}”`)}`,
    crumbs: html`<li><a href="${href('/begrepp')}">${say('Alla begrepp', 'All concepts')}</a></li><li><a href="${href(`/begrepp/${concept.id}`)}" lang="sv">${label}</a></li>`,
    lead: say(
      'Saknas ett ord, är något fel eller svårt att förstå? Skriv hur det borde vara. En redaktör läser och svarar.',
      'Is a word missing, is something wrong or hard to understand? Write how it should be. An editor reads it and answers.',
    ),
    action: href(`/begrepp/${concept.id}/foresla`),
    errors,
    fields: [
      radios(
        {
          name: 'galler',
          label: say('Vad vill du ändra?', 'What do you want to change?'),
          value: value('galler'),
          error: errors.galler,
          choices: [
            { value: 'undvik', label: say('Lägga till ett ord att undvika', 'Add a word to avoid') },
            {
              value: 'ord',
              label: say('Lägga till ett ord som går bra att skriva', 'Add a word that is good to write'),
            },
            {
              value: 'forklaring',
              label: say('Förklara begreppet på ett bättre sätt', 'Explain the concept in a better way'),
            },
            { value: 'annat', label: say('Något annat', 'Something else') },
          ],
        },
        say,
      ),
      textArea(
        {
          name: 'forslag',
          label: say('Ditt förslag', 'Your proposal'),
          hint: say(
            'Skriv bara ordet, eller hela den nya förklaringen.',
            'Write only the word, or the whole new explanation. In Swedish, if you can.',
          ),
          value: value('forslag'),
          longest: LONGEST.text,
          rows: 3,
          error: errors.forslag,
        },
        say,
      ),
      why(call, errors, false),
      sentence(call, errors),
    ],
  })
}

function newConceptForm(call: PageCall, errors: FieldErrors = {}): Page {
  const { say, href, value } = call
  const title = say('Föreslå ett begrepp', 'Propose a concept')
  return formPage(call, {
    title,
    heading: title,
    crumbs: html`<li><a href="${href('/begrepp')}">${say('Alla begrepp', 'All concepts')}</a></li>`,
    lead: say(
      'Saknar du ett ord i termbanken? Berätta vilket. En redaktör läser och svarar.',
      'Is a word missing in the term bank? Tell us which. An editor reads it and answers.',
    ),
    action: href('/foresla'),
    errors,
    fields: [
      textField(
        {
          name: 'ord',
          label: say('Ordet som saknas', 'The missing word'),
          value: value('ord').slice(0, LONGEST.word),
          longest: LONGEST.word,
          error: errors.ord,
        },
        say,
      ),
      textArea(
        {
          name: 'betyder',
          label: say('Vad betyder det?', 'What does it mean?'),
          hint: say('Så som du skulle förklara det för en vän.', 'As you would explain it to a friend.'),
          isOptional: true,
          value: value('betyder'),
          longest: LONGEST.text,
          rows: 3,
          error: errors.betyder,
        },
        say,
      ),
      textField(
        {
          name: 'hellre',
          label: say('Finns det ett bättre ord att skriva?', 'Is there a better word to write?'),
          isOptional: true,
          value: value('hellre'),
          longest: LONGEST.word,
          error: errors.hellre,
        },
        say,
      ),
      why(call, errors, true),
      sentence(call, errors),
    ],
  })
}

const why = ({ say, value }: PageCall, errors: FieldErrors, isOptional: boolean): Markup =>
  textArea(
    {
      name: 'varfor',
      label: say('Varför?', 'Why?'),
      hint: say(
        'Till exempel vem som inte förstår, eller var det står på ett annat sätt.',
        'For example who does not understand, or where it is said in another way.',
      ),
      isOptional,
      value: value('varfor'),
      longest: LONGEST.why,
      rows: 2,
      error: errors.varfor,
    },
    say,
  )

const sentence = ({ say, value }: PageCall, errors: FieldErrors): Markup =>
  textArea(
    {
      name: 'mening',
      label: say('En mening där du har sett ordet', 'A sentence in which you have seen the word'),
      isOptional: true,
      value: value('mening'),
      longest: LONGEST.sentence,
      rows: 2,
      error: errors.mening,
    },
    say,
  )

interface FormPage {
  readonly title: string
  readonly heading: Content
  readonly crumbs: Markup
  readonly lead: string
  readonly action: string
  readonly errors: FieldErrors
  readonly fields: readonly Markup[]
}

function formPage(call: PageCall, { title, heading, crumbs, lead, action, errors, fields }: FormPage): Page {
  const { say, href } = call
  const isWrong = Object.keys(errors).length > 0
  return {
    title: isWrong ? `${say('Fel', 'Error')}: ${title}` : title,
    place: 'begrepp',
    isPrivate: true,
    ...(isWrong ? { status: 422, isPassing: true } : {}),
    main: html`<nav aria-label="${say('Du är här', 'You are here')}" class="crumbs"><ol>${crumbs}</ol></nav>
${errorSummary(errors, say)}
<h1>${heading}</h1>
<p class="lead">${lead}</p>
${whoMay(call)}
<form class="propose" action="${action}" method="post" novalidate>
${fields}
${keyField(call, errors)}
<p class="privacy">${say('Skriv inga personuppgifter. Vi frågar inte vem du är: du får ett nummer att följa förslaget med.', 'Do not write personal data. We do not ask who you are: you get a number to follow the proposal by.')} <a href="${href('/integritet')}#forslag">${say('Så hanteras förslag', 'How proposals are handled')}</a></p>
<p class="actions"><button type="submit">${say('Skicka förslaget', 'Send the proposal')}</button></p>
</form>
<p><a href="${href('/forslag')}">${say('Följ ett förslag som du har lämnat', 'Follow a proposal that you have made')}</a></p>`,
  }
}

const whoMay = ({ openProposals, say }: PageCall): Markup | undefined =>
  openProposals
    ? undefined
    : html`<p class="caution">${say('Här behöver du en nyckel för att föreslå. Den får du av den som sköter webbplatsen hos er.', 'Here you need a key to propose. You get one from those who run the site.')}</p>`

function keyField({ openProposals, say }: PageCall, { nyckel: error }: FieldErrors): Markup {
  const field = secretField(
    {
      name: 'nyckel',
      label: say('Din nyckel', 'Your key'),
      hint: say('Den börjar med klarsprak_. Vi sparar den inte.', 'It begins with klarsprak_. We do not keep it.'),
      isOptional: openProposals,
      error,
    },
    say,
  )
  if (!openProposals) return field
  return html`<details${error === undefined ? undefined : html` open`}><summary>${say('Har du en nyckel?', 'Do you have a key?')}</summary>${field}</details>`
}
