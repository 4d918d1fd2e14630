/** Where to go on after signing in: only to a path of ours. */

/** The path if it stays on this server, else `/`. */
export function localPath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/'
  const base = 'http://lesart.invalid'
  if (!URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  return url.origin === base ? url.pathname + url.search : '/'
}
