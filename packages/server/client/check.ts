// ”Granska text” in the browser: a worker checks, and the page shows what the server would have shown.
import type { Audience, Finding } from '@klarsprak/linter'
import type { Readability } from '@klarsprak/swedish'
import type { CheckFormat } from '../src/checks/text-file.js'
import { applied, suggestionOf } from '../src/pages/apply-suggestion.js'
import { checkResult, summarySentence } from '../src/pages/check-result.js'
import type { Say } from '../src/pages/say.js'
import type { CheckRequest, LoadRequest } from './check-worker.js'

type Answer =
  | { readonly isReady: boolean }
  | { readonly number: number; readonly failed: true }
  | { readonly number: number; readonly findings: readonly Finding[]; readonly readability: Readability }

/** Milliseconds without a change before a text that has been checked is checked again. */
const PAUSE = 700
/** Longer texts would make the browser slow. In UTF-16 code units. */
const LONGEST = 1_000_000

const form = document.querySelector<HTMLFormElement>('form[data-check]')
if (form !== null) enhance(form)

function enhance(form: HTMLFormElement): void {
  const find = <Kind extends HTMLElement>(selector: string): Kind => form.querySelector<Kind>(selector)!
  const say: Say = (sv, en) => (form.dataset.lang === 'en' ? en : sv)
  const field = find<HTMLTextAreaElement>('textarea')
  const format = find<HTMLSelectElement>('#format')
  const audience = find<HTMLSelectElement>('#till')
  const more = find<HTMLInputElement>('#regler')
  const result = find('[data-result]')
  const status = find('[data-status]')
  const undo = find<HTMLButtonElement>('[data-undo]')
  const copy = find<HTMLButtonElement>('[data-copy]')
  for (const part of document.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
  // What is checked is here, so nothing needs to be sent.
  form.noValidate = true

  let worker: Worker | undefined
  let isReady = false
  let number = 0
  let isBusy = false
  let waiting: (() => void) | undefined
  let shown: { readonly text: string; readonly findings: readonly Finding[] } | undefined
  const earlier: string[] = []
  /** What comes after the next result: a sentence before the summary, and where the focus goes. */
  let next: { readonly said?: string; readonly focus?: () => HTMLElement | null } = {}

  const tell = (sentence: string): void => {
    status.textContent = sentence
  }
  const cannot = (): void =>
    tell(
      say(
        'Granskningen kunde inte läsas in. Kontrollera uppkopplingen och ladda om sidan.',
        'The check could not be loaded. Check the connection and load the page again.',
      ),
    )
  const start = (): Worker => {
    if (worker !== undefined) return worker
    const { worker: script = '', index = '', lexicon = '', spellings } = form.dataset
    worker = new Worker(script, { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => heard(data))
    worker.addEventListener('error', cannot)
    worker.postMessage({
      files: { index, lexicon, ...(spellings === undefined ? {} : { spellings }) },
    } satisfies LoadRequest)
    return worker
  }
  const heard = (answer: Answer): void => {
    if ('isReady' in answer) {
      isReady = answer.isReady
      if (!isReady) cannot()
      return
    }
    isBusy = false
    if (waiting !== undefined) {
      const again = waiting
      waiting = undefined
      again()
      return
    }
    if (answer.number !== number) return
    if ('failed' in answer) {
      if (isReady) tell(say('Texten kunde inte granskas.', 'The text could not be checked.'))
      else cannot()
      return
    }
    show(answer)
  }
  let sent = ''
  const check = (): void => {
    const text = field.value
    if (text.trim() === '') {
      shown = undefined
      result.replaceChildren()
      tell(say('Skriv eller klistra in en text först.', 'Write or paste a text first.'))
      field.focus()
      return
    }
    if (text.length > LONGEST) {
      tell(
        say(
          `Texten är för lång: ${text.length} tecken. Granska högst ${LONGEST} åt gången.`,
          `The text is too long: ${text.length} characters. Check at most ${LONGEST} at a time.`,
        ),
      )
      return
    }
    // One text at a time; of those that wait, only the last.
    if (isBusy) {
      waiting = check
      return
    }
    isBusy = true
    number++
    sent = text
    if (shown === undefined)
      tell(isReady ? say('Granskar …', 'Checking …') : say('Läser in termbanken …', 'Loading the term bank …'))
    start().postMessage({
      number,
      text,
      format: format.value as CheckFormat,
      preset: more.checked ? 'strict' : 'recommended',
      audience: audience.value as Audience,
    } satisfies CheckRequest)
  }
  const show = ({
    findings,
    readability,
  }: {
    readonly findings: readonly Finding[]
    readonly readability: Readability
  }): void => {
    shown = { text: sent, findings }
    // Made by a template that escapes every value; see `html`.
    result.innerHTML = checkResult({ text: sent, findings, readability }, say).toString()
    // Read aloud after what was done; it stands in the heading for those who see it.
    const summary = document.createElement('span')
    summary.className = 'visually-hidden'
    summary.textContent = ` ${summarySentence(findings, say)}`
    status.replaceChildren(next.said ?? '', summary)
    next.focus?.()?.focus()
    next = {}
    copy.hidden = false
    undo.hidden = earlier.length === 0
  }
  /** Writes in the field in the way that its own undo (Ctrl+Z) knows. */
  const write = (text: string): void => {
    let [from, end, newEnd] = [0, field.value.length, text.length]
    while (from < end && from < newEnd && field.value[from] === text[from]) from++
    while (end > from && newEnd > from && field.value[end - 1] === text[newEnd - 1]) {
      end--
      newEnd--
    }
    field.focus({ preventScroll: true })
    field.setSelectionRange(from, end)
    const isDone = document.execCommand(newEnd === from ? 'delete' : 'insertText', false, text.slice(from, newEnd))
    if (!isDone || field.value !== text) field.value = text
  }
  const replace = (choice: string, at: number): void => {
    if (shown === undefined || shown.text !== field.value) {
      tell(say('Texten har ändrats. Granskar igen.', 'The text has changed. Checking again.'))
      check()
      return
    }
    const suggestion = suggestionOf(shown.findings, choice)
    const text = applied(shown.text, shown.findings, choice)
    if (suggestion === undefined || text === undefined) return
    const before = shown.text.slice(suggestion.span.start, suggestion.span.end)
    earlier.push(shown.text)
    write(text)
    next = {
      said:
        suggestion.text === ''
          ? say(`Tog bort ”${before}”.`, `Removed ”${before}”.`)
          : say(`Bytte ”${before}” till ”${suggestion.text}”.`, `Changed ”${before}” to ”${suggestion.text}”.`),
      // To the finding that came after, or to the heading when there is none.
      focus: () => document.getElementById(`f${at}`) ?? document.getElementById('resultat-rubrik'),
    }
    clearTimeout(timer)
    check()
  }

  let timer = 0
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = event.submitter
    if (button instanceof HTMLButtonElement && button.name === 'byt') {
      replace(button.value, Number.parseInt(button.value, 10))
      return
    }
    next = { focus: () => document.getElementById('resultat-rubrik') }
    check()
  })
  field.addEventListener('input', () => {
    if (shown === undefined) return
    clearTimeout(timer)
    timer = window.setTimeout(check, PAUSE)
  })
  for (const part of [format, audience, more]) part.addEventListener('change', () => shown !== undefined && check())
  undo.addEventListener('click', () => {
    const text = earlier.pop()
    if (text === undefined) return
    write(text)
    next = {
      said: say('Bytet är ångrat.', 'The change is undone.'),
      focus: () => (undo.hidden || earlier.length === 0 ? field : undo),
    }
    clearTimeout(timer)
    check()
  })
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value)
      tell(say('Texten är kopierad.', 'The text is copied.'))
    } catch {
      field.focus()
      field.select()
      tell(say('Texten är markerad. Kopiera med Ctrl+C.', 'The text is selected. Copy it with Ctrl+C.'))
    }
  })
  // Links between the text and its findings move the focus too.
  result.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[href^="#"]')
    const target = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '')
    if (link === null || target === null) return
    event.preventDefault()
    const aim = target.matches('mark') ? target.querySelector('a')! : target
    aim.focus()
    aim.scrollIntoView({ block: 'center' })
  })
  // The words are fetched while the text is being written.
  field.addEventListener('focus', start, { once: true })
  if (field.value.trim() !== '') start()
}
