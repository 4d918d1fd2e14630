/** Looking changes nothing: whoever reads whatever, the database holds the same rows afterwards. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issueApiToken } from '../../server/accounts/account-actions.ts'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { send, startApp } from '../support/app.ts'
import { addPlace, making, newId } from '../support/builders.ts'
import { contentDigest } from '../support/database.ts'
import { ask } from '../support/raw-http.ts'
import { addressOf, demonstrationParams, nameOf, READING_ROUTES } from '../support/routes.ts'

const QUERIES = ['?lang=en&theme=dark', '?reading=reference', '?token=x', '?next=/welcome', '?reading=nobody']

test('no GET and no HEAD writes, on any route, for anybody', async (t) => {
  const app = await startApp(t)
  const [, ada, ben] = [await app.signedIn('Rui'), await app.signedIn('Ada'), await app.signedIn('Ben')]
  const stranger = {}
  const [rui, marker, reader] = await Promise.all(
    ['Rui', 'Ada', 'Ben'].map(async (name) => ({ Cookie: await app.sessionOf(name) })),
  )
  const program = { Authorization: `Bearer ${await issueApiToken(app.parts, 'Ada')}` }
  const people = [stranger, rui, marker, reader, program, { Cookie: 'lesart=nobody' }]
  const params = await demonstrationParams(app.parts)
  const place = await addPlace(app.parts)
  await send(ada, making(place, 'ernst')).expect(201)
  const places = [
    params,
    { ...params, round: place.round, article: place.article.id, study: place.article.studyId },
    { ...params, round: newId(), article: newId(), study: newId() },
    ...FORMATS.map(({ id }) => ({ ...params, format: id })),
  ]
  const before = await contentDigest(app.parts.database)
  for (const row of READING_ROUTES)
    await t.test(nameOf(row), async () => {
      const addresses = new Set(places.map((place) => addressOf(row, place)))
      for (const address of addresses) {
        const looks = people.flatMap((headers) => ['GET', 'HEAD'].map((method) => ({ headers, method, path: address })))
        const asks = QUERIES.flatMap((query) =>
          [stranger, marker].map((headers) => ({ headers, method: 'GET', path: address + query })),
        )
        await Promise.all(
          [...looks, ...asks].map((request) =>
            ask(app.origin, { ...request, headers: { ...request.headers }, body: '' }),
          ),
        )
      }
      assert.equal(await contentDigest(app.parts.database), before)
    })
  await send(ben, making(place, 'ernst')).expect(201)
  assert.notEqual(await contentDigest(app.parts.database), before)
})

test('a look at an expired session does not even tidy it away', async (t) => {
  const app = await startApp(t)
  const ada = await app.signedIn('Ada')
  app.clock.advance(8 * 86_400_000)
  const before = await contentDigest(app.parts.database)
  assert.match((await ada.get('/')).text, /action="\/sign-in"/)
  assert.equal(await contentDigest(app.parts.database), before)
})
