/**
 * Whatever comes in, on whichever route, from whomever: an answer that is no fault of the program, in the reader's
 * language; nothing in it that was not meant to be there; and where it is refused, nothing has changed.
 */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Database } from '../../server/database/db.ts'
import type { Route } from '../../server/route.ts'
import { ROUTES } from '../../server/routes.ts'
import { de } from '../../server/words/de.ts'
import { en } from '../../server/words/en.ts'
import { type AnyRequest, anyRequest } from '../support/any-request.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { contentDigest, copyOf } from '../support/database.ts'
import { GIVEAWAYS } from '../support/nasty.ts'
import { ask, type RawAnswer } from '../support/raw-http.ts'
import { nameOf, READING_ROUTES } from '../support/routes.ts'
import { requestFor } from '../support/row-request.ts'
import { type Person, plantTwoStudies, STUDIES, sessionAnew, type World, wordsOf } from '../support/two-studies.ts'
import { wholeFile } from '../support/whole-file.ts'

const CASES = 10_000
const SEED = 20_261_125
const RUNS = Math.ceil(CASES / ROUTES.length)
const WORDS = { de, en }
const [MINE, OTHER] = STUDIES
const cleanup = wholeFile()
let original: TestApp
let world: World

before(async () => {
  original = await startApp(cleanup)
  world = await plantTwoStudies(original)
})

interface Case {
  readonly person: Person
  readonly language: 'de' | 'en'
  readonly any: AnyRequest
}

function anyCase(row: Route): fc.Arbitrary<Case> {
  const isHere = ({ study, role, roles }: Person) =>
    study !== OTHER && (!role || role === 'owner' || !roles.includes('reader'))
  const people = world.people.filter(isHere)
  const { token: _, ...elsewhere } = world.studies[OTHER].params
  return fc.record({
    person: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...people) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...people.filter(
            ({ roles, role }) => role === 'owner' || roles.includes('manager') || roles.includes('annotator'),
          ),
        ),
      },
    ),
    language: fc.constantFrom('de', 'en'),
    any: anyRequest(row, { here: world.studies[MINE].params, elsewhere }),
  })
}

function send(app: TestApp, { person, language, any }: Case): Promise<RawAnswer> {
  const own = { Origin: app.origin, 'Accept-Language': language, ...any.headers, ...person.headers }
  // Node's client says it for some methods only; bytes without a length would be taken for the next request.
  const length = any.body.length > 0 && { 'Content-Length': String(Buffer.byteLength(any.body)) }
  return ask(app.origin, { ...any, headers: { ...own, ...length, ...any.spoilt } })
}

function assertHarmless({ status, headers, text }: RawAnswer): void {
  assert.ok(status >= 200 && status < 500, `${status}: ${text.slice(0, 300)}`)
  assert.match(headers.location ?? '/', /^\/(?![/\\])/)
  assert.equal(headers['x-zq7'], undefined)
  assert.doesNotMatch(text, /SQLITE_|node_modules|\.ts:\d+:\d+/)
  // What Node refuses before the program sees it has no text.
  if (text !== '' || ![400, 417, 431].includes(status)) assert.equal(headers['referrer-policy'], 'same-origin')
  if (!/html|svg/.test(headers['content-type'] ?? '')) return
  for (const giveaway of GIVEAWAYS) assert.doesNotMatch(text, giveaway)
}

/** An error in the language in which it was asked for, where nothing else in the request says another one. */
function assertInLanguage({ status, headers, text }: RawAnswer, { language, any }: Case): void {
  const saysOther = 'Accept-Language' in any.spoilt || 'Cookie' in any.spoilt || /lang/.test(any.path)
  if (status < 400 || text === '' || saysOther) return
  if (/json/.test(headers['content-type'] ?? '')) {
    const { error } = JSON.parse(text)
    assert.equal(error.message, WORDS[language].errors[error.code as keyof typeof de.errors], text)
  } else assert.match(text, new RegExp(`<html lang="${language}"`))
}

/** Tells whether anything has been written since it was asked before. */
async function watch(database: Database): Promise<() => Promise<boolean>> {
  const writes = async () => (await sql<{ n: number }>`SELECT total_changes() AS n`.execute(database.db)).rows[0]!.n
  let [count, digest] = [await writes(), await contentDigest(database)]
  return async () => {
    const [countBefore, digestBefore] = [count, digest]
    count = await writes()
    // What is written and taken back counts as writes, too; only the content tells.
    if (count !== countBefore) digest = await contentDigest(database)
    return digest !== digestBefore
  }
}

/** What has come to lie in the database is shown by every page as the text that it is. */
async function assertShownHarmlessly(app: TestApp): Promise<void> {
  const { params } = world.studies[MINE]
  const readers = world.people.filter(
    ({ study, roles, name }) => study === MINE && /manag|annot/.test(String(roles)) && !name.includes(' '),
  )
  for (const row of READING_ROUTES)
    for (const { headers } of readers) {
      const request = requestFor(row, params)
      assertHarmless(await ask(app.origin, { ...request, headers }))
    }
}

const answered = new Map<string, number>()

for (const row of ROUTES)
  test(`${nameOf(row)} takes nothing amiss`, async (t) => {
    const app = await startApp(t, { database: await copyOf(original.parts.database, t), seeded: false })
    const hasChanged = await watch(app.parts.database)
    const isRemembered = row.path === '/settings'
    let isAnythingNew = false
    await fc.assert(
      fc.asyncProperty(anyCase(row), async (one) => {
        const answer = await send(app, one)
        assertHarmless(answer)
        const kind = `${String(answer.status)[0]}xx`
        answered.set(kind, (answered.get(kind) ?? 0) + 1)
        if (!isRemembered) assertInLanguage(answer, one)
        if (one.person.role !== 'owner') assert.deepEqual(wordsOf(OTHER, answer.text), [])
        const isRefused = answer.status >= 400 || ['GET', 'HEAD', 'OPTIONS'].includes(one.any.method)
        const changed = await hasChanged()
        isAnythingNew ||= changed
        assert.ok(!(isRefused && changed), `${answer.status}, and something has changed`)
        if (answer.headers['set-cookie']?.some((cookie) => cookie.startsWith('lesart='))) {
          await sessionAnew(app.parts, one.person)
          await hasChanged()
        }
      }),
      { numRuns: RUNS, seed: SEED },
    )
    if (isAnythingNew) await assertShownHarmlessly(app)
    assert.deepEqual(app.faults, [])
  })

test('how many cases there were, and from which seed', (t) => {
  t.diagnostic(`${RUNS * ROUTES.length} requests, seed ${SEED}: ${JSON.stringify(Object.fromEntries(answered))}`)
  assert.ok(RUNS * ROUTES.length >= CASES)
})
