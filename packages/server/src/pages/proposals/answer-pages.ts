import { html, type Markup } from '@klarsprak/linter/markup'
import { isRefusal } from '../../api/operation.js'
import { decideProposal } from '../../api/operations/proposals.js'
import type { Refusal } from '../../api/problems.js'
import { read } from '../../api/read-inputs.js'
import { DecisionInput } from '../../api/schemas/editing.js'
import { type Caller, hasRole } from '../../auth/caller.js'
import { versionTag } from '../../editing/if-match.js'
import type { Proposal, Versioned } from '../../storage/storage.js'
import { errorSummary, type FieldErrors, radios, secretField, textArea, textField } from '../form-fields.js'
import type { MakePage, Page, PageCall } from '../page.js'
import { day, isNumber, numberOf, subject } from './proposal-pages.js'
import { changeOf } from './show-change.js'

/** Proposals on one page. Those that have waited longest come first; the rest are named, and can be asked for by number. */
const MOST_SHOWN = 10
const MOST_NAMED = 100
/** In UTF-16 code units; as in the API. */
const LONGEST_ANSWER = 1_000

const CHOICES = { ACCEPTED: 'anta', REJECTED: 'avsla' } as const

/** What has been chosen and written about one proposal, as the form has it. */
interface Written {
  readonly id: string
  /** The version that was shown. */
  readonly version: string
  readonly choice: string
  readonly answer: string
}

/** A decision that has been made. */
interface Made {
  readonly id: string
  readonly title: string
  readonly status: 'ACCEPTED' | 'REJECTED'
}

/** Asks for the key of somebody who answers proposals. There is no session: the key is sent with each form and kept nowhere. */
export const answerPage: MakePage = (call) => askForKey(call)

/** What waits for the bearer of the key; and the answers, when there are any. */
export const answeredPage: MakePage = async (call) => {
  const { say, value, services } = call
  const written = writtenIn(call)
  const key = value('nyckel').trim()
  const caller = key === '' ? undefined : await services.authenticate(`Bearer ${key}`)
  if (caller === undefined || 'code' in caller) {
    const error =
      caller === undefined
        ? say('Skriv din nyckel.', 'Write your key.')
        : caller.code === 'key-needed'
          ? say(
              'Nyckeln gäller inte. Kontrollera att hela kom med, eller fråga den som gav dig den.',
              'The key is not valid. See that all of it is there, or ask those who gave it to you.',
            )
          : inLanguage(caller, call)
    return askForKey(call, { nyckel: error }, written)
  }
  if (!hasRole(caller, 'editor'))
    return askForKey(call, {
      nyckel: say(
        'Den här nyckeln är till för att föreslå. För att svara behöver du en nyckel som redaktör.',
        'This key is for proposing. To answer you need the key of an editor.',
      ),
    })
  const number = numberOf(value('nummer'))
  if (number !== '' && !isNumber(number))
    return askForKey(call, {
      nummer: say(
        'Ett nummer ser ut så här: p-0123456789ab. Lämna tomt för att se alla.',
        'A number looks like this: p-0123456789ab. Leave it empty to see all.',
      ),
    })
  const errors = errorsIn(written, call)
  const made: Made[] = []
  if (Object.keys(errors).length === 0)
    for (const one of written) {
      if (one.choice === '') continue
      const done = await decide(one, caller, call)
      if ('code' in done) errors[`beslut-${one.id}`] = inLanguage(done, call)
      else made.push(done)
    }
  const answered = new Set(made.map(({ id }) => id))
  const left = written.filter(({ id }) => !answered.has(id))
  const waiting = (await waitingFor(caller, call)).filter(
    ({ value: { id } }) => number === '' || id === number || left.some((one) => one.id === id),
  )
  // What somebody has begun to answer stays in sight.
  const isBegun = ({ value: { id } }: Versioned<Proposal>): boolean => left.some((one) => one.id === id)
  return listPage(call, {
    waiting: [...waiting.filter(isBegun), ...waiting.filter((one) => !isBegun(one))],
    written: left,
    made,
    errors,
    number,
  })
}

const inLanguage = ({ detail, errors = [] }: Refusal, { lang }: PageCall): string =>
  [detail[lang], ...errors.map(({ message }) => message[lang])].join(' ')

/** What the form that was sent says about each of the proposals it showed. */
function writtenIn({ value }: PageCall): readonly Written[] {
  const ids = value('forslag').split(',', MOST_SHOWN).filter(isNumber)
  return ids.map((id) => ({
    id,
    version: value(`version-${id}`),
    choice: value(`beslut-${id}`),
    answer: value(`svar-${id}`).trim(),
  }))
}

function errorsIn(written: readonly Written[], { say }: PageCall): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { id, choice, answer } of written) {
    if (choice === '' && answer !== '')
      errors[`beslut-${id}`] = say(
        'Välj om förslaget ska antas, eller ta bort svaret.',
        'Choose whether the proposal is to be accepted, or remove the answer.',
      )
    if (choice !== '' && choice !== CHOICES.ACCEPTED && choice !== CHOICES.REJECTED)
      errors[`beslut-${id}`] = say('Välj om förslaget ska antas.', 'Choose whether the proposal is to be accepted.')
    if (choice !== '' && answer === '')
      errors[`svar-${id}`] = say(
        'Skriv ett svar till den som föreslog.',
        'Write an answer to the one who made the proposal.',
      )
    if (answer.length > LONGEST_ANSWER)
      errors[`svar-${id}`] = say(
        `Skriv högst ${LONGEST_ANSWER} tecken. Nu är det ${answer.length}.`,
        `Write at most ${LONGEST_ANSWER} characters. Now there are ${answer.length}.`,
      )
  }
  return errors
}

/** Decides through the operation of the API, so that the same holds here as there. */
async function decide(
  { id, version, choice, answer }: Written,
  caller: Caller,
  { services, say }: PageCall,
): Promise<Made | Refusal> {
  const status = choice === CHOICES.ACCEPTED ? 'ACCEPTED' : 'REJECTED'
  const body = read(DecisionInput, { status, answer }, 'invalid-content')
  if ('code' in body) return body
  const conditions = { ifMatch: `"${versionTag(Number(version))}"` }
  const reply = await decideProposal.handle(
    { params: { id }, query: {}, body: body.values, caller, conditions, type: 'application/json' },
    services,
  )
  if (isRefusal(reply))
    return reply.code === 'changed-meanwhile'
      ? {
          ...reply,
          detail: {
            sv: 'Förslaget har ändrats medan du svarade. Läs det igen.',
            en: 'The proposal has changed while you answered. Read it again.',
          },
        }
      : reply
  const { title } = JSON.parse(String(reply.body)) as Pick<Proposal, 'title'>
  return { id, title: title === '' ? say('Utan rubrik', 'Without a title') : title, status }
}

/** The open proposals that somebody may decide about, those that have waited longest first. */
async function waitingFor(
  caller: Caller,
  { services, organisation }: PageCall,
): Promise<readonly Versioned<Proposal>[]> {
  const theirs = caller.isAdministrator ? [undefined] : caller.edits
  const layers = organisation === undefined ? theirs : [organisation.name]
  const found: Versioned<Proposal>[] = []
  for (const layer of layers) {
    if (!caller.isAdministrator && !caller.edits.includes(layer ?? '')) continue
    const filter = { status: 'OPEN', layer } as const
    // They are kept latest first.
    const { total } = await services.storage.proposals({ ...filter, limit: 1, offset: 0 })
    const offset = Math.max(0, total - MOST_NAMED)
    found.push(...(await services.storage.proposals({ ...filter, limit: MOST_NAMED, offset })).items)
  }
  return found.sort((a, b) => (a.value.createdAt < b.value.createdAt ? -1 : 1))
}

function askForKey(call: PageCall, errors: FieldErrors = {}, written: readonly Written[] = []): Page {
  const { say, href, value } = call
  const title = say('Svara på förslag', 'Answer proposals')
  const isWrong = Object.keys(errors).length > 0
  return {
    title: isWrong ? `${say('Fel', 'Error')}: ${title}` : title,
    isPrivate: true,
    ...(isWrong ? { status: 422, isPassing: true } : {}),
    main: html`${errorSummary(errors, say)}
<h1>${title}</h1>
<p class="lead">${say('För dig som är redaktör: läs det som andra har föreslagit och svara.', 'For editors: read what others have proposed, and answer.')}</p>
<form class="propose" action="${href('/svara')}" method="post" novalidate>
${
  written.length > 0
    ? html`<p class="caution">${say('Det du skrev finns kvar. Skriv nyckeln igen för att skicka det.', 'What you wrote is still there. Write the key again to send it.')}</p>${hiddenFields(call, written)}${written.map((one) => fields(call, one, errors, undefined))}`
    : textField(
        {
          name: 'nummer',
          label: say('Förslagets nummer', 'The number of the proposal'),
          hint: say('Lämna tomt för att se alla som väntar.', 'Leave it empty to see all that wait.'),
          isOptional: true,
          value: value('nummer').slice(0, 40),
          longest: 40,
          error: errors.nummer,
        },
        say,
      )
}
${keyField(call, errors.nyckel)}
<p class="actions"><button type="submit">${written.length > 0 ? say('Skicka svaren', 'Send the answers') : say('Visa förslag', 'Show proposals')}</button></p>
</form>`,
  }
}

const keyField = ({ say }: PageCall, error?: string): Markup =>
  secretField(
    {
      name: 'nyckel',
      label: say('Din nyckel', 'Your key'),
      hint: say(
        'Den börjar med klarsprak_. Vi sparar den inte, så du skriver den varje gång.',
        'It begins with klarsprak_. We do not keep it, so you write it each time.',
      ),
      error,
    },
    say,
  )

interface List {
  readonly waiting: readonly Versioned<Proposal>[]
  readonly written: readonly Written[]
  readonly made: readonly Made[]
  readonly errors: FieldErrors
  readonly number: string
}

async function listPage(call: PageCall, { waiting, written, made, errors, number }: List): Promise<Page> {
  const { say, href } = call
  const title = say('Förslag som väntar på svar', 'Proposals that wait for an answer')
  const isWrong = Object.keys(errors).length > 0
  const shown = waiting.slice(0, MOST_SHOWN)
  const others = waiting.slice(MOST_SHOWN)
  const ofForm = shown.map(
    ({ value: { id }, version }) =>
      written.find((one) => one.id === id) ?? { id, version: String(version), choice: '', answer: '' },
  )
  // What was written about a proposal that is no longer there is told, too.
  const gone = written.filter(({ id, choice }) => choice !== '' && !shown.some(({ value }) => value.id === id))
  const articles = await Promise.all(
    shown.map(async ({ value }, at) => fields(call, ofForm[at]!, errors, await described(call, value))),
  )
  return {
    title: isWrong ? `${say('Fel', 'Error')}: ${title}` : title,
    isPrivate: true,
    isPassing: true,
    ...(isWrong ? { status: 422 } : {}),
    main: html`${errorSummary(errors, say)}${receipt(call, made)}
<h1>${title}</h1>
${gone.map(({ id }) => html`<p class="caution" id="beslut-${id}">${id}: ${errors[`beslut-${id}`] ?? say('Förslaget väntar inte längre på svar.', 'The proposal no longer waits for an answer.')}</p>`)}
${
  shown.length === 0
    ? html`<p>${number === '' ? say('Inga förslag väntar på svar.', 'No proposals wait for an answer.') : say(`Förslaget ${number} väntar inte på svar av dig.`, `The proposal ${number} does not wait for an answer from you.`)}</p><p><a href="${href('/svara')}">${say('Visa alla som väntar', 'Show all that wait')}</a></p>`
    : html`<form class="propose" action="${href('/svara')}" method="post" novalidate>
${hiddenFields(call, ofForm)}
${articles}
${keyField(call)}
<p class="privacy">${say('Den som föreslog läser svaret med förslagets nummer. Skriv inga personuppgifter.', 'The one who made the proposal reads the answer by its number. Do not write personal data.')}</p>
<p class="actions"><button type="submit">${say('Skicka svaren', 'Send the answers')}</button></p>
</form>
${others.length === 0 ? undefined : html`<h2>${say('Fler som väntar', 'More that wait')}</h2><ul>${others.map(({ value: { id, title: name } }) => html`<li>${id}: <span lang="sv">${name}</span></li>`)}</ul>`}`
}`,
  }
}

/** What tells the form that comes back which proposals it showed, and as they were then. */
const hiddenFields = ({ organisation, value }: PageCall, written: readonly Written[]): Markup =>
  html`<input type="hidden" name="nummer" value="${numberOf(value('nummer'))}"><input type="hidden" name="forslag" value="${written.map(({ id }) => id).join(',')}">${written.map(({ id, version }) => html`<input type="hidden" name="version-${id}" value="${version}">`)}${organisation === undefined ? undefined : html`<input type="hidden" name="organisation" value="${organisation.name}">`}`

/** One proposal with what can be said about it; `text` is left out for those who have not shown who they are. */
const fields = (
  call: PageCall,
  { id, choice, answer }: Written,
  errors: FieldErrors,
  text: Markup | undefined,
): Markup => {
  const { say } = call
  return html`<section class="proposal" aria-labelledby="om-${id}">
${text ?? html`<h2 id="om-${id}">${id}</h2>`}
${radios(
  {
    name: `beslut-${id}`,
    label: say('Ska förslaget antas?', 'Is the proposal to be accepted?'),
    value: choice,
    error: errors[`beslut-${id}`],
    choices: [
      { value: '', label: say('Svara senare', 'Answer later') },
      { value: CHOICES.ACCEPTED, label: say('Anta', 'Accept') },
      { value: CHOICES.REJECTED, label: say('Anta inte', 'Do not accept') },
    ],
  },
  say,
)}
${textArea(
  {
    name: `svar-${id}`,
    label: say('Ditt svar', 'Your answer'),
    value: answer,
    longest: LONGEST_ANSWER,
    rows: 2,
    error: errors[`svar-${id}`],
  },
  say,
)}
</section>`
}

async function described(call: PageCall, proposal: Proposal): Promise<Markup> {
  const { say } = call
  const { id, title, context, proposedBy, createdAt, operations } = proposal
  const row = (name: string, content: Markup) => html`<div><dt>${name}</dt><dd>${content}</dd></div>`
  return html`<h2 id="om-${id}" lang="sv">${title}</h2>
<dl class="facts">
${row(say('Nummer', 'Number'), html`${id}`)}
${row(say('Gäller', 'About'), await subject(proposal, call))}
${row(say('Ändring', 'Change'), changeOf(operations, say))}
${context === undefined || isSaid(context, proposal) ? undefined : row(say('Mer om förslaget', 'More about it'), html`<span lang="sv" class="answer">${context}</span>`)}
${row(say('Från', 'From'), html`<span lang="sv">${proposedBy}</span>, ${day(createdAt, call)}`)}
</dl>`
}

/** The form sends the reason for a word to avoid both as part of the change and beside it. */
const isSaid = (context: string, { operations }: Proposal): boolean =>
  JSON.stringify(operations).includes(JSON.stringify(context))

function receipt({ say, href }: PageCall, made: readonly Made[]): Markup | undefined {
  if (made.length === 0) return undefined
  return html`<div class="receipt" role="status"><p>${made.length === 1 ? say('Svaret är sparat.', 'The answer is kept.') : say(`${made.length} svar är sparade.`, `${made.length} answers are kept.`)}</p><ul>${made.map(
    ({ id, title, status }) =>
      html`<li><a href="${href(`/forslag/${id}`)}" lang="sv">${title}</a> ${status === 'ACCEPTED' ? say('Antaget.', 'Accepted.') : say('Inte antaget.', 'Not accepted.')}</li>`,
  )}</ul></div>`
}
