/** Whatever comes in, on whichever route: an answer that is no fault of the program, and sends nobody elsewhere. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import type { Route } from '../../server/route.ts'
import { ROUTES } from '../../server/routes.ts'
import { type AnyRequest, addressWith, anyRequest } from '../support/any-request.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { addPlace, making, newId, type Place } from '../support/builders.ts'
import { ask, type RawAnswer, type RawRequest } from '../support/raw-http.ts'
import { addressOf, demonstrationParams, nameOf, type Params } from '../support/routes.ts'
import { wholeFile } from '../support/whole-file.ts'

const RUNS = 150
const cleanup = wholeFile()
let app: TestApp
let params: Params
let place: Place
const cookies = new Map<string, string>()

before(async () => {
  app = await startApp(cleanup)
  await app.signedIn('Rui')
  await app.signedIn('Ada')
  params = await demonstrationParams(app.parts)
  place = await addPlace(app.parts)
})

/** The request that a generated one means for a row of the table, sent by somebody or by a stranger. */
async function requestOf(row: Route, who: string, any: AnyRequest): Promise<RawRequest> {
  const usual = row.method === 'put' ? 'application/json' : 'application/x-www-form-urlencoded'
  return {
    method: row.method.toUpperCase(),
    path: addressWith(addressOf(row, { ...params, id: newId() }), any),
    headers: {
      ...(who !== '' && { Cookie: await cookieOf(who) }),
      ...(!any.isForeign && { Origin: app.origin }),
      ...(row.body && { 'Content-Type': any.type ?? usual }),
      ...(any.encoding !== undefined && { 'Content-Encoding': any.encoding }),
      ...any.headers,
    },
    body: row.method === 'get' ? '' : any.body,
  }
}

async function cookieOf(who: string): Promise<string> {
  const cookie = cookies.get(who) ?? (await app.cookieOf(who))
  cookies.set(who, cookie)
  return cookie
}

function assertHarmless({ status, headers, text }: RawAnswer): void {
  assert.ok(status >= 200 && status < 500, `${status}: ${text.slice(0, 300)}`)
  assert.match(headers.location ?? '/', /^\/(?![/\\])/)
  // What Node refuses before the program sees it has no text.
  if (status !== 400 || text !== '') assert.equal(headers['referrer-policy'], 'same-origin')
}

for (const row of ROUTES)
  test(`${nameOf(row)} takes nothing amiss`, async () => {
    const action = (change: object) => making(place, 'ernst', { ...change })
    const who = fc.constantFrom('', 'Ada', 'Rui')
    await fc.assert(
      fc.asyncProperty(who, anyRequest(action, row.method === 'put'), async (who, any) => {
        const answer = await ask(app.origin, await requestOf(row, who, any))
        if (answer.status === 303) cookies.delete(who)
        assertHarmless(answer)
      }),
      { numRuns: RUNS },
    )
    assert.deepEqual(app.faults, [])
  })
