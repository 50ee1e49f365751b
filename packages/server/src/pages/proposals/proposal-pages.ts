import { html, type Markup } from '@klarsprak/linter/markup'
import { NATIONAL } from '@klarsprak/termbank'
import { labelOf } from '../../api/operations/show-concept.js'
import type { Proposal, ProposalStatus } from '../../storage/storage.js'
import { errorSummary, textField } from '../form-fields.js'
import { organisationField } from '../layout.js'
import { addressOf, type MakePage, type Page, type PageCall, pathIn } from '../page.js'

const ID = /^p-[0-9a-f]{12}$/u

/** Whether a text is the number of a proposal. */
export const isNumber = (text: string): boolean => ID.test(text)
/** A number as it is kept, from one that somebody has written. */
export const numberOf = (text: string): string => text.trim().toLowerCase()

/** Asks for the number of a proposal. */
export const followPage: MakePage = (call) => {
  const number = numberOf(call.value('nummer'))
  if (isNumber(number)) return { redirect: call.href(`/forslag/${number}`) }
  const { say } = call
  return askForNumber(
    call,
    number,
    number === ''
      ? undefined
      : say(
          'Ett nummer ser ut så här: p-0123456789ab. Kontrollera det du skrev.',
          'A number looks like this: p-0123456789ab. See what you wrote.',
        ),
  )
}

function askForNumber(call: PageCall, number: string, error: string | undefined, status = 422): Page {
  const { say, href } = call
  const title = say('Följ ett förslag', 'Follow a proposal')
  return {
    title: error === undefined ? title : `${say('Fel', 'Error')}: ${title}`,
    isPrivate: true,
    ...(error === undefined ? {} : { status, isPassing: true }),
    main: html`${errorSummary(error === undefined ? {} : { nummer: error }, say)}<h1>${title}</h1>
<p class="lead">${say('Se om ditt förslag har fått svar.', 'See whether your proposal has been answered.')}</p>
<form class="propose" action="${href('/forslag')}" method="get">
${organisationField(call)}${textField({ name: 'nummer', label: say('Förslagets nummer', 'The number of the proposal'), hint: say('Det fick du när du lämnade förslaget. Det börjar med p-.', 'You got it when you made the proposal. It begins with p-.'), value: number, longest: 40, error }, say)}
<p class="actions"><button type="submit">${say('Visa förslaget', 'Show the proposal')}</button></p>
</form>
<p><a href="${href('/foresla')}">${say('Föreslå ett begrepp', 'Propose a concept')}</a></p>
<p><a href="${href('/svara')}">${say('Svara på förslag, om du är redaktör', 'Answer proposals, if you are an editor')}</a></p>`,
  }
}

/**
 * Where one proposal stands, for whoever has its number. What somebody has written is shown first when an editor has
 * accepted it, so that nobody can make the site say something.
 */
export const proposalPage: MakePage = async (call) => {
  const { say, params, services } = call
  const id = params.id ?? ''
  const found = isNumber(id) ? await services.storage.proposal(id) : undefined
  if (found === undefined)
    return askForNumber(
      call,
      id.slice(0, 40),
      say(
        'Det finns inget förslag med det numret. Kontrollera det.',
        'There is no proposal with that number. See that it is right.',
      ),
      404,
    )
  const { value: proposal } = found
  const isNew = call.value('nytt') !== '' && proposal.status === 'OPEN'
  const title = isNew
    ? say('Tack för ditt förslag!', 'Thank you for your proposal!')
    : say('Ditt förslag', 'Your proposal')
  const row = (name: string, content: Markup) => html`<div><dt>${name}</dt><dd>${content}</dd></div>`
  return {
    title,
    isPrivate: true,
    cache: 'private',
    main: html`<h1>${title}</h1>
${isNew ? html`<div class="receipt"><p>${say('Förslagets nummer är', 'The number of your proposal is')}</p><p class="number">${id}</p><p>${say('Spara numret eller sidans adress. Här står svaret när det har kommit.', 'Keep the number or the address of this page. The answer will stand here.')}</p></div>` : undefined}
<dl class="facts">
${isNew ? undefined : row(say('Nummer', 'Number'), html`${id}`)}
${row(say('Gäller', 'About'), await subject(proposal, call))}
${proposal.status === 'ACCEPTED' ? row(say('Förslag', 'Proposal'), html`<span lang="sv">${proposal.title}</span>`) : undefined}
${row(say('Kom in', 'Came in'), day(proposal.createdAt, call))}
${row(say('Läge', 'State'), state(proposal.status, say))}
${proposal.answer === undefined ? undefined : row(say('Svar', 'Answer'), html`<span lang="sv" class="answer">${proposal.answer}</span> <span class="note">${day(found.updatedAt, call)}</span>`)}
</dl>
${next(proposal, call)}`,
  }
}

/** What a proposal is about, and in whose bank. */
export async function subject({ conceptId, layer }: Proposal, call: PageCall): Promise<Markup> {
  const { say, lang, services } = call
  const organisation = layer === NATIONAL ? undefined : layer
  const theirs =
    organisation === undefined ? undefined : (await services.storage.organisation(organisation))?.value.title
  const whose =
    organisation === undefined
      ? say('i den nationella termbanken', 'in the national term bank')
      : say(`hos ${theirs ?? organisation}`, `at ${theirs ?? organisation}`)
  if (conceptId === undefined) return html`${say('Ett nytt begrepp', 'A new concept')} ${whose}`
  const of = organisation === undefined ? services : await services.ofOrganisation(organisation)
  const concept = of?.bank.concept(conceptId)
  if (concept === undefined) return html`${conceptId} ${whose}`
  const address = addressOf(pathIn(lang, `/begrepp/${conceptId}`), { organisation })
  return html`<a href="${address}" lang="sv">${labelOf(concept)}</a> ${whose}`
}

/** The day of an instant, as it is read. */
export const day = (instant: string, { say }: PageCall): Markup =>
  html`<time datetime="${instant}">${new Date(instant).toLocaleDateString(say('sv-SE', 'en-GB'), { dateStyle: 'long', timeZone: 'Europe/Stockholm' })}</time>`

function state(status: ProposalStatus, say: PageCall['say']): Markup {
  const names: Readonly<Record<ProposalStatus, readonly [sv: string, en: string, badge: string]>> = {
    OPEN: ['Väntar på svar', 'Waits for an answer', 'info'],
    ACCEPTED: ['Antaget', 'Accepted', 'preferred'],
    REJECTED: ['Inte antaget', 'Not accepted', 'warning'],
  }
  const [sv, en, badge] = names[status]
  return html`<span class="badge ${badge}">${say(sv, en)}</span>`
}

function next({ id, status, layer }: Proposal, { say, href }: PageCall): Markup {
  if (status === 'OPEN')
    return html`<h2>${say('Så går det till', 'What happens now')}</h2>
<p>${say('En redaktör läser förslaget och svarar. Blir det antaget ändras termbanken.', 'An editor reads the proposal and answers. If it is accepted, the term bank is changed.')}</p>
<p class="note">${say('Det du skrev visas inte här förrän det är antaget.', 'What you wrote is not shown here until it has been accepted.')}</p>
<p><a href="${href('/svara', { nummer: id })}">${say('Svara på förslaget, om du är redaktör', 'Answer the proposal, if you are an editor')}</a></p>`
  if (status === 'ACCEPTED' && layer === NATIONAL)
    return html`<p>${say('Ändringen kommer med i en kommande utgåva.', 'The change will be in a coming release.')} <a href="${href('/utgavor')}">${say('Utgåvor och ändringar', 'Releases and changes')}</a></p>`
  return html`<p><a href="${href('/foresla')}">${say('Lämna ett nytt förslag', 'Make a new proposal')}</a></p>`
}
