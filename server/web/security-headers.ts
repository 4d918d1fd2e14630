/** Headers on every answer: what a page of ours may load and do, and nothing else. */
import type { RequestHandler } from 'express'
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
