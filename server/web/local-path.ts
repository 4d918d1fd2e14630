/** Addresses that came with a request and go into an answer: only paths of ours. */

/** The path if it stays on this server, else `/`. */
export function localPath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/'
  const base = 'http://lesart.invalid'
  if (!URL.canParse(wanted, base)) return '/'
  const { origin, pathname, search } = new URL(wanted, base)
  // Dots fold away: `/.//elsewhere` becomes `//elsewhere`, which is another server.
  return origin === base && !pathname.startsWith('//') ? pathname + search : '/'
}
