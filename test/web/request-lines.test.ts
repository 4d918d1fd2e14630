/** Requests that are hardly HTTP: they get an answer or none, and the next one is served. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { startApp, type TestApp } from '../support/app.ts'
import { ask, sendBytes } from '../support/raw-http.ts'
import { wholeFile } from '../support/whole-file.ts'

const cleanup = wholeFile()
let app: TestApp
before(async () => {
  app = await startApp(cleanup)
})

const TARGETS = [
  '//',
  '///',
  '//[',
  '/\\',
  '/\\\\elsewhere.test',
  '/%',
  '/%00',
  '/a%',
  '/built/%',
  '/built/%00',
  '/built/..%2f..%2fpackage.json',
  '/built/%2e%2e/styles',
  '/images/..%5c..',
  '/images',
  '/images/',
  '/built//elsewhere.test',
  '*',
  'http://elsewhere.test/',
  'http://[/',
  'elsewhere',
  '?',
  '/?',
  '/#',
  '/sign-in/',
  '/SIGN-IN',
  '/API/V1/actions/x',
  '/\xff',
  '/ü',
  `/${'x'.repeat(7_000)}`,
]

test('no line of a request is taken amiss, whatever its target and method', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'get', 'NONE'])
    for (const target of TARGETS) {
      const statuses = await sendBytes(
        app.origin,
        `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      )
      assert.equal(statuses.length, 1, `${method} ${target}`)
      assert.ok(statuses[0]! < 500, `${method} ${target}: ${statuses[0]}`)
    }
})

const OPENING = 'PUT /api/v1/actions/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
const BYTES: readonly (readonly [string, string])[] = [
  ['no HTTP', 'hello\r\n\r\n'],
  ['an old version', 'GET / HTTP/1.0\r\n\r\n'],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
  ['two lengths', `${OPENING}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
  ['a length and pieces', `${OPENING}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['a length that is none', `${OPENING}Content-Length: x\r\n\r\n{}`],
  ['less than it promised', `${OPENING}Content-Length: 50\r\n\r\n{}`],
  ['a piece that is none', `${OPENING}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
  ['many headers', `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${'X: y\r\n'.repeat(3_000)}\r\n`],
  ['an expectation', `GET / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n`],
  ['an upgrade', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n'],
  ['a header that is none', 'GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n'],
]

for (const [what, bytes] of BYTES)
  test(`a client that sends ${what} gets an answer or none, and the next one is served`, async () => {
    for (const status of await sendBytes(app.origin, bytes, true)) assert.ok(status < 500, `${status}`)
    assert.equal((await ask(app.origin, { method: 'GET', path: '/healthz', headers: {}, body: '' })).status, 200)
  })
