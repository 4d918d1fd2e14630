/** Live pictures over real HTTP: drawn once for all, never too often, whole for who comes back, and no look left behind. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import express from 'express'
import { live } from '../../server/web/answer.ts'
import { sendEvents } from '../../server/web/event-stream.ts'
import { startLive } from '../../server/web/live.ts'

async function scene(t: TestContext, { size = 1 } = {}) {
  const faults: unknown[] = []
  const all = startLive((error) => faults.push(error))
  let number = 0
  let draws = 0
  const view = {
    subject: 'class',
    name: 'count',
    async draw() {
      draws++
      return { picture: { number, filling: 'x'.repeat(size) } }
    },
  }
  const app = express()
  app.get('/', (request, response) => sendEvents(request, response, live(all, view)))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
    assert.deepEqual(faults, [])
  })
  const { port } = server.address() as AddressInfo
  return {
    all,
    get draws() {
      return draws
    },
    change(to: number) {
      number = to
      all.changed('class')
    },
    look: (headers = {}) => lookAt(port, headers),
  }
}

interface Looking {
  readonly response: IncomingMessage
  /** The numbers shown so far, with the ids of their events. */
  readonly shown: { id: string; number: number }[]
  until(number: number): Promise<void>
}

async function lookAt(port: number, headers: Record<string, string>): Promise<Looking> {
  const request = get({ port, headers: { accept: 'text/event-stream', ...headers } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  request.on('error', () => {})
  response.on('error', () => {})
  const shown: Looking['shown'] = []
  let text = ''
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? []
      if (id && data) shown.push({ id, number: JSON.parse(data).number })
      text = text.slice(end + 2)
    }
  })
  return {
    response,
    shown,
    async until(number) {
      while (shown.at(-1)?.number !== number) await setTimeout(10)
    },
  }
}

test('a picture is drawn once however many look, and changes in quick succession are one', async (t) => {
  const stage = await scene(t)
  const looks = await Promise.all(Array.from({ length: 20 }, () => stage.look()))
  await Promise.all(looks.map((look) => look.until(0)))
  assert.equal(stage.draws, 1)
  for (let number = 1; number <= 50; number++) stage.change(number)
  await Promise.all(looks.map((look) => look.until(50)))
  assert.ok(stage.draws <= 3, `${stage.draws} times`)
  assert.ok(looks.every(({ shown }) => shown.length <= 3))
})

test('who comes back with the picture that still holds is not sent it again, and hears the next one', async (t) => {
  const stage = await scene(t)
  const [first, other] = [await stage.look(), await stage.look()]
  await Promise.all([first.until(0), other.until(0)])
  first.response.destroy()
  const again = await stage.look({ 'last-event-id': first.shown[0]!.id })
  stage.change(1)
  await again.until(1)
  assert.deepEqual(
    again.shown.map(({ number }) => number),
    [1],
  )
})

test('a thousand looks that are cut leave nothing behind', async (t) => {
  const stage = await scene(t)
  const looks = await Promise.all(Array.from({ length: 1_000 }, () => stage.look()))
  while (stage.all.looks < 1_000) await setTimeout(10)
  for (const { response } of looks) response.destroy()
  while (stage.all.looks > 0) await setTimeout(10)
  stage.change(1)
  await setTimeout(50)
  assert.equal(stage.draws, 1)
})

test('who reads slowly is spared what is old by then', async (t) => {
  const stage = await scene(t, { size: 4_000_000 })
  const slow = await stage.look()
  await slow.until(0)
  slow.response.pause()
  const quick = await stage.look()
  for (let number = 1; number <= 4; number++) {
    stage.change(number)
    await quick.until(number)
  }
  slow.response.resume()
  await slow.until(4)
  assert.ok(slow.shown.length < quick.shown.length, `${slow.shown.length} of ${quick.shown.length}`)
})

test('the end of the program ends all looks', async (t) => {
  const stage = await scene(t)
  const look = await stage.look()
  await look.until(0)
  stage.all.close()
  await once(look.response, 'end')
})
