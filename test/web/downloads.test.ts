/** Downloads: whole or refused, under a name that is ours, and nothing of them stays behind. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import fc from 'fast-check'
import supertest from 'supertest'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { newSlug } from '../../server/studies/study.ts'
import { readerOf } from '../../server/web/reader.ts'
import { respondWith } from '../../server/web/respond.ts'
import { de } from '../../server/words/de.ts'
import { startApp } from '../support/app.ts'
import { freshFolder } from '../support/folders.ts'
import { demonstrationParams } from '../support/routes.ts'

/** Lets the program keep its files in passing in a folder of this test. */
function passingFolder(t: TestContext): string {
  const [folder, former] = [path.join(freshFolder(t), 'passing'), process.env.TMPDIR]
  mkdirSync(folder)
  process.env.TMPDIR = folder
  t.after(() => {
    if (former === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = former
  })
  return folder
}

async function scene(t: TestContext) {
  const app = await startApp(t)
  const owner = await app.signedIn('Rui')
  const { study } = await demonstrationParams(app.parts)
  return { app, owner, address: `/studies/${study}/datasets/` }
}

test('a download has the name of its study, is never shown in place, and leaves no file behind', async (t) => {
  const { owner, address } = await scene(t)
  const folder = passingFolder(t)
  for (const { id, files, extension, mediaType } of FORMATS) {
    const answer = await owner
      .get(address + id)
      .buffer(true)
      .expect(200)
    assert.equal(
      answer.headers['content-disposition'],
      `attachment; filename=erster-artikel.${files === 'one' ? extension : `${id}.zip`}`,
    )
    const type = files === 'one' ? mediaType : 'application/zip'
    assert.ok(answer.headers['content-type']!.startsWith(type.split(';')[0]!))
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.ok((answer.text ?? answer.body).length > 0)
  }
  assert.deepEqual(readdirSync(folder), [])
})

test('what cannot be written is said on a page, not in a file', async (t) => {
  const { app, owner, address } = await scene(t)
  const folder = passingFolder(t)
  process.env.TMPDIR = path.join(folder, 'gone')
  const answer = await owner.get(`${address}lesart`).expect(500)
  assert.equal(answer.headers['content-disposition'], undefined)
  assert.match(answer.headers['content-type']!, /^text\/html/)
  assert.ok(answer.text.includes(de.errors.fault))
  assert.equal(app.faults.splice(0).length, 1)
})

test('a reader who leaves, at whichever moment, leaves no file behind', async (t) => {
  const { app, address } = await scene(t)
  const folder = passingFolder(t)
  const Cookie = await app.cookieOf('Rui')
  for (const patience of [0, 1, 5, 10, 20]) {
    const request = http.get(`${app.origin}${address}lesart`, { headers: { Cookie } })
    request.on('error', () => undefined)
    await once(request, 'finish')
    await pause(patience)
    request.destroy()
  }
  // Every request that began before this one has come to its end when it has.
  await app.stranger().get(`${address}lesart`).set('Cookie', Cookie).expect(200)
  for (let n = 0; n < 200 && readdirSync(folder).length > 0; n++) await pause(10)
  assert.deepEqual(readdirSync(folder), [])
})

test('a download that breaks off does not look whole', async (t) => {
  const app = express()
  const reader = readerOf({ path: '/', query: {}, cookie: undefined, acceptLanguage: undefined })
  async function* chunks() {
    yield 'half\n'
    throw new Error('the disk is gone')
  }
  const respond = respondWith({}, undefined)
  app.get('/', (request, response) =>
    respond(request, response, reader, { kind: 'file', name: 'x.csv', mediaType: 'text/csv', chunks: chunks() }).catch(
      () => undefined,
    ),
  )
  const server = app.listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  await assert.rejects(supertest(server).get('/').then(), { code: 'ECONNRESET' })
})

test('whatever a study is called, its files have a plain name', () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('../../etc', 'a\r\nb', '"; x="', 'Ärger', '日本', '', `${'a'.repeat(59)} b`),
  )
  fc.assert(
    fc.property(title, fc.nat(3), (title, others) => {
      const taken: string[] = []
      for (let n = 0; n <= others; n++) taken.push(newSlug(title, taken))
      assert.equal(new Set(taken).size, taken.length)
      for (const slug of taken) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    }),
    { numRuns: 2_000 },
  )
})
