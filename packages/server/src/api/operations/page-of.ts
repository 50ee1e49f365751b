import type { Paged, Paging } from '../../storage/storage.js'
import { type Refusal, refuse } from '../problems.js'
import type { Services } from '../services.js'

export interface Page<T> {
  readonly items: readonly T[]
  /** For the body. */
  readonly paging: {
    readonly total: number
    readonly limit: number
    readonly page: number
    readonly links: Readonly<Record<string, { readonly href: string }>>
  }
  /** For the header `Link` (RFC 8288). */
  readonly headers: Readonly<Record<string, string>>
}

type Query = Readonly<Record<string, unknown>> & { readonly limit: number; readonly page: number }

/** One page of a list, with links to the others. A page after the last one is not there. */
export function pageOf<T>(all: readonly T[], query: Query, path: string, services: Services): Page<T> | Refusal {
  const { limit, page } = query
  const paging = pagingOf(all.length, query, path, services)
  return 'code' in paging ? paging : { items: all.slice((page - 1) * limit, page * limit), ...paging }
}

/** One page of a list that the database keeps. */
export async function pageFrom<T>(
  read: (paging: Paging) => Promise<Paged<T>>,
  query: Query,
  path: string,
  services: Services,
): Promise<Page<T> | Refusal> {
  const { limit, page } = query
  const { total, items } = await read({ limit, offset: (page - 1) * limit })
  const paging = pagingOf(total, query, path, services)
  return 'code' in paging ? paging : { items, ...paging }
}

function pagingOf(total: number, query: Query, path: string, services: Services): Omit<Page<never>, 'items'> | Refusal {
  const { limit, page } = query
  const last = Math.max(1, Math.ceil(total / limit))
  if (page > last)
    return refuse('not-found', {
      sv: `Sidan ${page} finns inte: listan har ${last} ${last === 1 ? 'sida' : 'sidor'}.`,
      en: `There is no page ${page}: the list has ${last}.`,
    })
  const href = (number: number): string => {
    const asked = Object.entries({ ...query, page: number }).filter(([, value]) => value !== undefined)
    const text = asked.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
    return services.link(`${path}?${text}`)
  }
  const numbers: Readonly<Record<string, number | undefined>> = {
    self: page,
    first: 1,
    prev: page > 1 ? page - 1 : undefined,
    next: page < last ? page + 1 : undefined,
    last,
  }
  const links: Record<string, { href: string }> = {}
  for (const [relation, number] of Object.entries(numbers))
    if (number !== undefined) links[relation] = { href: href(number) }
  return {
    paging: { total, limit, page, links },
    headers: {
      link: Object.entries(links)
        .filter(([relation]) => relation !== 'self')
        .map(([relation, link]) => `<${link.href}>; rel="${relation}"`)
        .join(', '),
    },
  }
}
