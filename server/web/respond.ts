/** Writes answers: the only place that touches a response. */
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { Answer, FileAnswer } from './answer.ts'
import type { Assets } from './assets.ts'
import { cookieOptions, isSecure, sessionCookieName } from './cookies.ts'
import { sendEvents } from './event-stream.ts'
import { keptSettings, namedSettings, type Reader, SETTINGS_COOKIE } from './reader.ts'
import { renderPage } from './render.ts'
import { allowStyle } from './security-headers.ts'
import type { Settings } from './settings.ts'

export type Responder = (request: Request, response: Response, reader: Reader, answer: Answer) => Promise<void>

const SESSION_DAYS = 7
const SETTINGS_DAYS = 365
const PREFETCH_SECONDS = 300

export function respondWith(assets: Assets, url: URL | undefined): Responder {
  return async (request, response, reader, answer) => {
    response.set('Cache-Control', 'no-store')
    switch (answer.kind) {
      case 'json':
        response.status(answer.status).json(answer.content)
        return
      case 'redirect':
        setSession(response, answer.session, isSecure(request, url))
        if (answer.settings) keepSettings(response, answer.settings, isSecure(request, url))
        if (answer.forgets) forget(response, answer.forgets, isSecure(request, url))
        response.redirect(303, answer.to)
        return
      case 'page':
        if ('tagStyles' in answer.data && answer.data.tagStyles) allowStyle(response, answer.data.tagStyles)
        if (isPrefetch(request) && answer.status === 200) keepForOneUse(response)
        response
          .status(answer.status ?? 200)
          .type('html')
          .send(
            await renderPage(answer.view, answer.data, {
              title: answer.title,
              reader: { ...reader, path: answer.at ?? reader.path },
              account: namedAccount(response.locals.account),
              assets,
            }),
          )
        return
      case 'file':
        await sendFile(response, answer)
        return
      case 'live':
        if (request.get('accept')?.includes('text/event-stream')) sendEvents(request, response, answer)
        else response.status(200).json(await answer.now())
    }
  }
}

/** Pages speak of an account to who has a name; a guest is shown what concerns its place. */
function namedAccount<A extends { readonly role: string }>(account: A | undefined): A | undefined {
  return account?.role === 'guest' ? undefined : account
}

function isPrefetch(request: Request): boolean {
  return request.method === 'GET' && (request.get('sec-purpose') ?? request.get('purpose')) === 'prefetch'
}

/** A page that is loaded before anybody asks for it has to lie somewhere: for minutes, and for nobody else's session. */
function keepForOneUse(response: Response): void {
  response.set('Cache-Control', `private, max-age=${PREFETCH_SECONDS}`).vary('Cookie')
}

function setSession(response: Response, session: string | null | undefined, secure: boolean): void {
  if (session === null) response.clearCookie(sessionCookieName(secure), cookieOptions(secure, 0))
  else if (session !== undefined)
    response.cookie(sessionCookieName(secure), session, cookieOptions(secure, SESSION_DAYS))
}

/**
 * Cookies one by one, as the browser would clear those of the whole site, where others may live. The rest only where
 * people come by https: elsewhere the browser does not listen, and the page does what it can.
 */
function forget(response: Response, what: 'pages' | 'everything', secure: boolean): void {
  response.clearCookie(SETTINGS_COOKIE, cookieOptions(secure, 0))
  if (secure) response.set('Clear-Site-Data', what === 'everything' ? '"cache", "storage"' : '"cache"')
}

async function sendFile(response: Response, answer: FileAnswer): Promise<void> {
  const chunks = answer.chunks[Symbol.asyncIterator]()
  // Whatever fails up to the first piece can still be said with a status and a page.
  const first = await chunks.next()
  response.attachment(answer.name).type(answer.mediaType)
  try {
    await pipeline(allOf(first, chunks), response)
  } catch (error) {
    const leftEarly = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
    if (!leftEarly) throw error
  } finally {
    // A reader who left before the first piece has let nobody begin with the rest.
    await chunks.return?.()
  }
}

async function* allOf<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncIterable<T> {
  if (first.done) return
  yield first.value
  yield* { [Symbol.asyncIterator]: () => rest }
}

/** Keeps the settings that the address names. */
export function rememberNamed(request: Request, response: Response, secure: boolean): void {
  const named = namedSettings(request.query)
  if (Object.keys(named).length > 0)
    keepSettings(response, { ...keptSettings(request.headers.cookie), ...named }, secure)
}

function keepSettings(response: Response, settings: Settings, secure: boolean): void {
  const text = new URLSearchParams(settings).toString()
  response.cookie(SETTINGS_COOKIE, text, { ...cookieOptions(secure, SETTINGS_DAYS), encode: String })
}
