import type { IncomingMessage } from 'node:http'
import proxyaddr from 'proxy-addr'

/**
 * Finds the address of the one who asks.
 *
 * @param proxies how many proxies of our own stand before the service; what they say of whom they ask for is trusted
 */
export function clientAddress(proxies: number): (request: IncomingMessage) => string {
  if (proxies === 0) return (request) => request.socket.remoteAddress ?? ''
  return (request) => proxyaddr(request, (_, hop) => hop < proxies)
}
