/** The application: what every request passes, in order. */
import express, { type Express } from 'express'
import { mountRoutes } from './mount.ts'
import type { Parts } from './parts.ts'
import { ROUTES } from './routes.ts'
import { builtFolder, imagesFolder, readAssets } from './web/assets.ts'
import { respondWith } from './web/respond.ts'
import { securityHeaders } from './web/security-headers.ts'

export function createApp(parts: Parts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.use(securityHeaders(parts.config.url))
  app.use('/built', express.static(builtFolder, { immutable: true, maxAge: '1y', index: false, redirect: false }))
  app.use('/images', express.static(imagesFolder, { maxAge: '1d', index: false, redirect: false }))
  mountRoutes(app, parts, ROUTES, respondWith(readAssets(), parts.config.url))
  return app
}
