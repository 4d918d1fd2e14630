/** Where a reader is sent on to is always on this server, whatever an address asks for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localPath } from '../../server/web/local-path.ts'
import { PASSWORD, startApp } from '../support/app.ts'

const OUR_OWN: readonly (readonly [string, string])[] = [
  ['/', '/'],
  ['/studies', '/studies'],
  ['/rounds/1/articles/2?reading=reference&lang=de', '/rounds/1/articles/2?reading=reference&lang=de'],
  ['/a/../b', '/b'],
  ['/Straße', '/Stra%C3%9Fe'],
  ['/?next=//elsewhere.test', '/?next=//elsewhere.test'],
]

const FOREIGN = [
  '',
  'elsewhere.test',
  'https://elsewhere.test',
  'https:elsewhere.test',
  '//elsewhere.test',
  '///elsewhere.test',
  '/\\elsewhere.test',
  '\\\\elsewhere.test',
  '/\t/elsewhere.test',
  '/\n/elsewhere.test',
  '\t//elsewhere.test',
  '/.//elsewhere.test',
  '/..//elsewhere.test',
  '/a/..//elsewhere.test',
  '/%2e//elsewhere.test',
  '/a/%2E%2e//elsewhere.test',
  '//',
  '//[',
  'javascript:alert(1)',
  ' /studies',
]

test('a path of ours stays as it is', () => {
  for (const [wanted, path] of OUR_OWN) assert.equal(localPath(wanted), path)
})

test('anything else leads to the start page', () => {
  for (const wanted of [undefined, ...FOREIGN]) assert.equal(localPath(wanted), '/', wanted)
})

test('no browser leaves the server by it', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    ':',
    '@',
    '?',
    '#',
    'a',
    'http:',
    '\t',
    '\r\n',
    '[',
    ' ',
    'é',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const path = localPath(pieces.join(''))
      assert.equal(new URL(path, 'http://lesart.test').origin, 'http://lesart.test')
      assert.match(path, /^\/(?![/\\])/)
    }),
    { numRuns: 3_000 },
  )
})

test('signing in leads to the path that was asked for, and to no other server', async (t) => {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  const signIn = { name: 'Rui', password: PASSWORD }
  for (const [next, path] of [...OUR_OWN, ...FOREIGN.map((next) => [next, '/'] as const)]) {
    const answer = await app
      .stranger()
      .post('/sign-in')
      .type('form')
      .send({ ...signIn, next })
      .expect(303)
    assert.equal(answer.headers.location, path)
    const form = await app
      .stranger()
      .get(`/sign-in?next=${encodeURIComponent(next)}`)
      .expect(200)
    assert.ok(form.text.includes(`name="next" value="${path.replaceAll('&', '&amp;')}"`), next)
  }
})

test('who must sign in first comes back to where they wanted to go', async (t) => {
  const app = await startApp(t)
  await app.signedIn('Rui')
  const wanted = '/studies/02874dec-224f-581b-a474-51e83e35950d/datasets/csv?lang=en'
  const first = await app.stranger().get(wanted).expect(303)
  const form = new URL(first.headers.location!, app.origin)
  assert.equal(form.pathname, '/sign-in')
  const next = form.searchParams.get('next')
  const second = await app.stranger().post('/sign-in').type('form').send({ name: 'Rui', password: PASSWORD, next })
  assert.equal(second.headers.location, wanted)
})
