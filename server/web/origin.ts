/** Cross-site request forgery: an unsafe request that comes with a cookie must come from our own pages. */
import type { Request } from 'express'

/**
 * Whether a request may have been sent by another site. `Sec-Fetch-Site` says it where the browser sends it; on a
 * plain-http address it does not, and there the Origin must be ours. Neither: foreign where a cookie is at stake.
 */
export function isForeign(request: Request, url: URL | undefined, hasCookie: boolean): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = request.get('origin')
  if (origin === undefined) return hasCookie
  if (!URL.canParse(origin)) return true
  const { host } = new URL(origin)
  return host !== request.get('host') && host !== url?.host
}
