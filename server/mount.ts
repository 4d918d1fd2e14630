/** Puts the table of routes into Express: every row goes through the same checks, in the same order. */
import { isUtf8 } from 'node:buffer'
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import type { Account } from './accounts/account.ts'
import { accountOf } from './accounts/account-actions.ts'
import { mayAsk } from './accounts/permissions.ts'
import { Refusal } from './errors.ts'
import type { Parts } from './parts.ts'
import type { Call, Route } from './route.ts'
import { redirect } from './web/answer.ts'
import { isSecure, readCookies, sessionCookieName } from './web/cookies.ts'
import { errorAnswer, troubleOf } from './web/error-answers.ts'
import { readBytes, readForm } from './web/files.ts'
import { originKey } from './web/limits.ts'
import { isForeign } from './web/origin.ts'
import { type Reader, readerOf } from './web/reader.ts'
import { reasonsOf } from './web/reasons.ts'
import { type Responder, rememberNamed } from './web/respond.ts'

const LARGEST_BODY = '256kb'
/** A mark's form holds the choices of all its questions, a draft's the kinds of all its blocks. */
const MOST_FIELDS = 5000

export function mountRoutes(app: Express, parts: Parts, routes: readonly Route[], respond: Responder): void {
  for (const row of routes) app[row.method](row.path, ...bodyParsers(row), handlerOf(parts, row, respond))
  app.use(() => {
    throw new Refusal('not-found')
  })
  app.use(errorHandler(parts, respond))
}

function bodyParsers(row: Route): RequestHandler[] {
  if (!row.body || row.largestFile !== undefined) return []
  const form = { extended: false, limit: LARGEST_BODY, parameterLimit: MOST_FIELDS }
  if (row.method === 'post') return [only('application/x-www-form-urlencoded'), express.urlencoded(form)]
  return [only('application/json'), express.json({ limit: LARGEST_BODY, strict: false, verify: refuseOtherThanUtf8 })]
}

/** Lets a body pass that is of this type; a request without a body is judged by its row's schema. */
function only(mediaType: string): RequestHandler {
  return (request, _response, next) => {
    if (request.is(mediaType) === false) throw new Refusal('unsupported-media-type')
    next()
  }
}

/** Read leniently, bytes that are no UTF-8 would be kept as characters that nobody typed. */
function refuseOtherThanUtf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Refusal('malformed')
}

function handlerOf(parts: Parts, row: Route, respond: Responder): RequestHandler {
  return async (request, response) => {
    const caller = await callerOf(parts, request)
    response.locals.account = caller.account
    const reader = readerOfRequest(request, caller.account)
    if (!mayAsk(caller.account, row.permission))
      return respond(request, response, reader, refused(row, caller.account, reader))
    const isUnsafe = row.method !== 'get' && !caller.isBearer
    if (isUnsafe && isForeign(request, parts.config.url, request.headers.cookie !== undefined))
      throw new Refusal('foreign-origin')
    rememberNamed(request, response, isSecure(request, parts.config.url))
    const sent = await sentWith(row, request)
    const answer = await answered(parts, request, row, {
      params: row.params && checkedParams(row, request.params),
      query: row.query && checked(row.query, request.query),
      body: row.body && checked(row.body, sent.fields),
      files: sent.files,
      account: caller.account,
      session: caller.session,
      origin: originKey(request.ip),
      reader,
      site: siteOf(request, parts.config.url),
    })
    await respond(request, response, reader, answer)
  }
}

/** Whose account has gone while they were answered is not signed in: what they did then refers to nobody. */
async function answered(parts: Parts, request: Request, row: Route, call: Parameters<Route['answer']>[1]) {
  try {
    return await row.answer(parts, call)
  } catch (error) {
    const isFault = call.account !== undefined && troubleOf(error).code === 'fault'
    throw isFault && !(await presentCaller(parts, request)).account ? new Refusal('sign-in') : error
  }
}

/** A body that a parser has read before, or files, which are read only now. */
async function sentWith(
  row: Route,
  request: Request,
): Promise<{ fields: unknown; files: Call<unknown, unknown, unknown>['files'] }> {
  const most = row.largestFile
  if (most === undefined) return { fields: request.body, files: [] }
  if (row.method === 'post') return readForm(request, most)
  return { fields: {}, files: [{ name: '', bytes: await readBytes(request, most) }] }
}

/** As the configuration says, else as whoever asks has reached it: they alone are told. */
function siteOf(request: Request, url: URL | undefined): string {
  const asked = `${request.protocol}://${request.get('host') ?? ''}`
  return url?.origin ?? (URL.canParse(asked) ? new URL(asked).origin : '')
}

interface Caller {
  readonly account: Account | undefined
  readonly session: string | undefined
  readonly isBearer: boolean
}

/** A page that says for whom it was opened never acts as somebody who signed in after it. */
async function callerOf(parts: Parts, request: Request): Promise<Caller> {
  const caller = await presentCaller(parts, request)
  const meant = request.headers['lesart-account']
  return meant === undefined || meant === caller.account?.id ? caller : { ...caller, account: undefined }
}

async function presentCaller(parts: Parts, request: Request): Promise<Caller> {
  const bearer = /^Bearer +([\w~+/.-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return { account: await accountOf(parts, { bearer }), session: undefined, isBearer: true }
  const session = readCookies(request.headers.cookie)[sessionCookieName(isSecure(request, parts.config.url))]
  const account = session === undefined ? undefined : await accountOf(parts, { session })
  return { account, session: account && session, isBearer: false }
}

/** Who is not signed in is asked to; what somebody signed in may not see does not exist for them. */
function refused(row: Route, account: Account | undefined, reader: Reader) {
  if (account) throw new Refusal('not-found')
  if (row.method !== 'get' || row.path.startsWith('/api/')) throw new Refusal('sign-in')
  return redirect(`/sign-in?next=${encodeURIComponent(reader.path)}`)
}

/** A page whose address is of the wrong shape does not exist; to a program the shape is worth an answer. */
function checkedParams(row: Route, params: unknown): unknown {
  const result = row.params!.safeParse(params)
  if (result.success) return result.data
  if (row.path.startsWith('/api/')) throw new Refusal('invalid', reasonsOf(result.error))
  throw new Refusal('not-found')
}

function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  throw new Refusal('invalid', reasonsOf(result.error))
}

function readerOfRequest(request: Request, account: Account | undefined): Reader {
  return readerOf({
    path: request.originalUrl,
    query: request.query,
    cookie: request.headers.cookie,
    acceptLanguage: request.headers['accept-language'],
    account: account?.settings,
  })
}

function errorHandler(parts: Parts, respond: Responder) {
  return async (error: unknown, request: Request, response: Response, _next: NextFunction): Promise<void> => {
    const trouble = troubleOf(error)
    if (trouble.code === 'fault') parts.report(error)
    if (response.headersSent) {
      response.destroy()
      return
    }
    const reader = readerOfRequest(request, response.locals.account)
    await respond(request, response, reader, errorAnswer(trouble, reader.words, /^\/api\//i.test(request.path)))
  }
}
