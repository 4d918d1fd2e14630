/** Cookies: reading what came, and the attributes of what is set. */
import type { CookieOptions, Request } from 'express'

/** The Cookie header (RFC 6265, § 5.4) → name → value; the first of equal names counts. */
export function readCookies(header = ''): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null)
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    cookies[pair.slice(0, at).trim()] ??= pair.slice(at + 1).trim()
  }
  return cookies
}

/** `__Host-` and Secure where people come by https; a plain-http address in a school would lose such a cookie. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-lesart' : 'lesart'
}

export function cookieOptions(secure: boolean, days: number): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: days * 86_400_000 }
}

/** Whether the request came by https, directly or as LESART_URL says. */
export function isSecure(request: Request, url: URL | undefined): boolean {
  return request.secure || url?.protocol === 'https:'
}
