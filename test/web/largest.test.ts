/** How much may come in: each route takes so much and no more, whether or not it is said beforehand how much it is. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Route } from '../../server/route.ts'
import { de } from '../../server/words/de.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { contentDigest } from '../support/database.ts'
import { ask, type RawAnswer } from '../support/raw-http.ts'
import { nameOf, UNSAFE_ROUTES } from '../support/routes.ts'
import { requestFor } from '../support/row-request.ts'
import { type Person, plantTwoStudies, STUDIES, type World } from '../support/two-studies.ts'
import { wholeFile } from '../support/whole-file.ts'

const LARGEST_BODY = 256 * 1024
const cleanup = wholeFile()
let app: TestApp
let world: World
let manager: Person

before(async () => {
  app = await startApp(cleanup)
  world = await plantTwoStudies(app)
  manager = world.people.find(({ study, roles }) => study === STUDIES[0] && roles.includes('manager'))!
})

/** A request of so many bytes, which says beforehand how many they are or does not. */
function sendBytes(row: Route, size: number, isSaid: boolean): Promise<RawAnswer> {
  const request = requestFor(row, world.studies[STUDIES[0]].params)
  const told: Record<string, string> = isSaid ? { 'Content-Length': String(size) } : { 'Transfer-Encoding': 'chunked' }
  const headers = { Origin: app.origin, ...request.headers, ...manager.headers, ...told }
  return ask(app.origin, { ...request, headers, body: Buffer.alloc(size, 'x') })
}

for (const row of UNSAFE_ROUTES.filter(({ body, largestFile }) => body ?? largestFile))
  for (const isSaid of [true, false])
    test(`${nameOf(row)} takes no more than its most, ${isSaid ? 'said beforehand' : 'counted'}`, async () => {
      const untouched = await contentDigest(app.parts.database)
      const { status, text } = await sendBytes(row, (row.largestFile ?? LARGEST_BODY) + 1, isSaid)
      assert.equal(status, 413, text)
      assert.match(text, new RegExp(de.errors['too-large']))
      assert.equal(await contentDigest(app.parts.database), untouched)
    })
