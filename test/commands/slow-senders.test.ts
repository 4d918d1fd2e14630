/** Whoever sends slowly, or never to the end, is let go, and holds up nobody meanwhile. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { type TestContext, test } from 'node:test'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'

const SENDERS = 200

test(`${SENDERS} that never end their headers are let go by the server, and others are served`, async (t) => {
  const { origin } = await startServer(t, freshFolder(t))
  const { port } = new URL(origin)
  const gone = await Promise.all(Array.from({ length: SENDERS }, (_, n) => dribble(t, Number(port), HALVES[n % 2]!)))
  assert.equal((await fetch(`${origin}/healthz`)).status, 200)
  for (const { socket, closed } of gone) {
    await closed
    assert.equal(socket.destroyed, true)
  }
  assert.equal((await fetch(`${origin}/healthz`)).status, 200)
})

const HALVES = ['GET / HTTP/1.1\r\nX: ', 'PUT /api/v1/actions/x HTTP/1.1\r\nHost: x\r\nX: ']

/** A connection on which a header goes on and on. */
async function dribble(t: TestContext, port: number, half: string) {
  const socket = connect(port, '127.0.0.1')
  t.after(() => socket.destroy())
  socket.on('error', () => undefined).resume()
  await once(socket, 'connect')
  socket.write(half)
  const dribbling = setInterval(() => socket.write('x'), 500)
  const closed = once(socket, 'close').finally(() => clearInterval(dribbling))
  return { socket, closed }
}
