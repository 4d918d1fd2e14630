/** Headers on every answer: what a page of ours may load and do, and nothing else. */
import { createHash } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

export function securityHeaders(url: URL | undefined): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    // `no-referrer` would make browsers send `Origin: null` with our own forms, which the origin check refuses.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: url?.protocol === 'https:' ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
  })
}

const POLICY = 'Content-Security-Policy'

/** Lets a page have one style of its own, by its content: a page that is kept or read by another one says the same. */
export function allowStyle(response: Response, style: string): void {
  const hash = createHash('sha256').update(style).digest('base64')
  response.set(POLICY, response.get(POLICY)?.replace("style-src 'self'", `$& 'sha256-${hash}'`))
}
