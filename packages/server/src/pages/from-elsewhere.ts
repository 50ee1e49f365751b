import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a form has been sent from a page of another site, as browsers tell it. There are no cookies, so such a form can
 * do nothing in somebody's name; but it could have the visitors of that site send what its owner has written. Programs
 * that are no browsers tell nothing, and are let through.
 */
export function isFromElsewhere(
  { 'sec-fetch-site': site, origin }: Pick<IncomingHttpHeaders, 'sec-fetch-site' | 'origin'>,
  own: string,
): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  // Our pages send no referrer, and with that comes the origin ”null”.
  return origin !== undefined && origin !== 'null' && origin !== own
}
