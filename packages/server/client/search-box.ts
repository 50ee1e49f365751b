// Makes the field of the search form a combobox with suggestions (ARIA APG, ”Editable combobox with list autocomplete”).

interface Suggestion {
  readonly label: string
  readonly conceptId: string
  readonly status: string
  readonly preferredLabels: readonly string[]
}

/** Milliseconds without a key before suggestions are asked for. */
const PAUSE = 120
const MOST = 8

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) enhance(form)

function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=search]')!
  const { concepts = '/begrepp/', organisation = '', none = '', one = '', many = '', instead = '' } = form.dataset
  const within: Readonly<Record<string, string>> = organisation === '' ? {} : { organisation }
  const box = document.createElement('div')
  box.className = 'combobox'
  input.replaceWith(box)
  const list = document.createElement('ul')
  list.id = `${input.id}-forslag`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.querySelector('label')?.textContent ?? '')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  box.append(input, list)
  form.append(status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value)

  let active = -1
  let timer = 0
  let asked = new AbortController()

  const options = (): readonly HTMLElement[] => [...list.children] as HTMLElement[]
  const close = (): void => {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (at: number): void => {
    const all = options()
    all[active]?.setAttribute('aria-selected', 'false')
    active = at
    const option = all[at]
    if (option === undefined) {
      input.removeAttribute('aria-activedescendant')
      return
    }
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option.id)
  }
  const go = (option: HTMLElement): void => {
    close()
    const search = new URLSearchParams(within).toString()
    location.assign(concepts + encodeURIComponent(option.dataset.concept ?? '') + (search === '' ? '' : `?${search}`))
  }
  const show = (suggestions: readonly Suggestion[]): void => {
    close()
    list.replaceChildren(
      ...suggestions.map(({ label, conceptId, status: of, preferredLabels }, at) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${at}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.dataset.concept = conceptId
        const word = document.createElement('span')
        word.lang = 'sv'
        word.textContent = label
        option.append(word)
        const better = preferredLabels[0]
        if ((of === 'deprecated' || of === 'superseded') && better !== undefined) {
          const note = document.createElement('span')
          note.className = 'note'
          note.textContent = `${instead} ${better}`
          option.append(note)
        }
        return option
      }),
    )
    const count = suggestions.length
    status.textContent = count === 0 ? none : count === 1 ? one : many.replace('{n}', String(count))
    if (count === 0) return
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }
  const ask = async (): Promise<void> => {
    asked.abort()
    asked = new AbortController()
    const query = input.value.trim()
    if (query.length < 2) return close()
    try {
      const search = new URLSearchParams({ limit: String(MOST), query, ...within })
      const answer = await fetch(`/v1/suggestions?${search}`, { signal: asked.signal })
      if (!answer.ok) return close()
      const { suggestions } = (await answer.json()) as { readonly suggestions: readonly Suggestion[] }
      if (document.activeElement === input) show(suggestions)
    } catch {
      // Without suggestions the form works as it did.
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, PAUSE)
  })
  input.addEventListener('keydown', (event) => {
    const last = options().length - 1
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowDown' && last >= 0) {
      event.preventDefault()
      list.hidden = false
      input.setAttribute('aria-expanded', 'true')
      choose(active >= last ? 0 : active + 1)
    } else if (event.key === 'ArrowUp' && !list.hidden) {
      event.preventDefault()
      choose(active <= 0 ? last : active - 1)
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault()
      go(options()[active]!)
    }
  })
  input.addEventListener('blur', () => window.setTimeout(close, 150))
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (option !== null) go(option)
  })
}
