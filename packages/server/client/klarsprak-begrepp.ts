// <klarsprak-begrepp begrepp="c-0001">digitala ingång</klarsprak-begrepp>: explains a word on any site. No cookies, and
// nothing is asked for before a reader asks. `organisation="region-x"` explains it as that organisation writes.

interface Explained {
  readonly label: string
  readonly definition?: { readonly sv: string }
  readonly citizenWording?: { readonly sv: string }
  readonly id: string
}
interface Sense {
  readonly conceptId: string
  readonly label: string
  readonly preferredLabels: readonly string[]
  readonly definition?: { readonly sv: string }
  readonly citizenWording?: { readonly sv: string }
}

/** Where this script comes from is where the service is. */
const service = new URL('/', import.meta.url)

const STYLE = `
:host { display: inline; }
button.word { all: unset; cursor: pointer; text-decoration: underline dotted 2px; text-underline-offset: .2em; }
button.word:focus-visible, button.close:focus-visible, a:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; border-radius: 2px; }
dialog { font: 1rem/1.5 system-ui, sans-serif; color: #1a2127; background: #fff; border: 1px solid #6b7a85; border-radius: 8px;
  padding: 1.25rem 1.5rem; width: min(26rem, calc(100vw - 2rem)); box-shadow: 0 10px 40px rgb(0 0 0 / .3); box-sizing: border-box; text-align: left; font-style: normal; font-weight: 400; }
dialog::backdrop { background: rgb(0 0 0 / .35); }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; }
a { color: #0b4a6f; }
button.close { font: inherit; font-weight: 600; color: #fff; background: #0b4a6f; border: 0; border-radius: 6px; padding: .5rem 1.25rem; min-height: 2.75rem; cursor: pointer; }
@media (prefers-color-scheme: dark) {
  dialog { color: #eef2f4; background: #1b2429; border-color: #90a0ab; } a { color: #8fd0f5; }
}`

class KlarsprakBegrepp extends HTMLElement {
  #dialog: HTMLDialogElement | undefined

  connectedCallback(): void {
    if (this.shadowRoot !== null) return
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
    const word = document.createElement('button')
    word.type = 'button'
    word.className = 'word'
    word.setAttribute('aria-haspopup', 'dialog')
    word.append(document.createElement('slot'))
    word.addEventListener('click', () => void this.#open(root))
    root.append(word)
  }

  async #open(root: ShadowRoot): Promise<void> {
    this.#dialog ??= this.#makeDialog(root)
    const dialog = this.#dialog
    const [heading, text, more] = [...dialog.querySelectorAll<HTMLElement>('h2, [data-text], [data-more]')] as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ]
    if (!dialog.open) dialog.showModal()
    if (dialog.dataset.done !== undefined) return
    heading.textContent = this.textContent?.trim() ?? ''
    text.textContent = 'Hämtar förklaringen …'
    try {
      const found = await this.#explain()
      if (found === undefined) text.textContent = 'Ordet finns inte i termbanken.'
      else {
        heading.textContent = found.label
        text.textContent = found.definition?.sv ?? found.citizenWording?.sv ?? ''
        const link = document.createElement('a')
        link.href = this.#at(`/begrepp/${encodeURIComponent(found.id)}`).href
        link.textContent = `Mer om ${found.label}`
        more.replaceChildren(link)
      }
      dialog.dataset.done = ''
    } catch {
      text.textContent = 'Förklaringen går inte att hämta just nu.'
    }
  }

  /** An address of the service, within the organisation when one is named. */
  #at(path: string): URL {
    const address = new URL(path, service)
    const organisation = this.getAttribute('organisation')
    if (organisation !== null) address.searchParams.set('organisation', organisation)
    return address
  }

  async #explain(): Promise<Explained | undefined> {
    const id = this.getAttribute('begrepp')
    const word = this.getAttribute('ord') ?? this.textContent?.trim() ?? ''
    const address = this.#at(id === null ? '/v1/lookups' : `/v1/concepts/${encodeURIComponent(id)}`)
    if (id === null) address.searchParams.set('word', word)
    const answer = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
    })
    if (answer.status === 404) return undefined
    if (!answer.ok) throw new Error(String(answer.status))
    const body = (await answer.json()) as
      | { readonly senses: readonly Sense[] }
      | (Omit<Explained, 'definition'> & { readonly definition?: { readonly public: { readonly sv: string } } })
    if (!('senses' in body)) {
      const { definition, ...rest } = body
      return { ...rest, ...(definition === undefined ? {} : { definition: definition.public }) }
    }
    const sense = body.senses[0]
    return sense === undefined
      ? undefined
      : { ...sense, id: sense.conceptId, label: sense.preferredLabels[0] ?? sense.label }
  }

  #makeDialog(root: ShadowRoot): HTMLDialogElement {
    const dialog = document.createElement('dialog')
    dialog.lang = 'sv'
    dialog.setAttribute('aria-labelledby', 'rubrik')
    const heading = document.createElement('h2')
    heading.id = 'rubrik'
    const text = document.createElement('p')
    text.dataset.text = ''
    text.setAttribute('role', 'status')
    const more = document.createElement('p')
    more.dataset.more = ''
    const close = document.createElement('button')
    close.type = 'button'
    close.className = 'close'
    close.textContent = 'Stäng'
    close.addEventListener('click', () => dialog.close())
    // A click beside the dialog closes it.
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
    dialog.append(heading, text, more, close)
    root.append(dialog)
    return dialog
  }
}

if (customElements.get('klarsprak-begrepp') === undefined) customElements.define('klarsprak-begrepp', KlarsprakBegrepp)
