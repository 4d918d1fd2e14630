/** A network that loses, doubles and delays what actions are sent: a proxy between the browser and the server. */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Cleanup } from './whole-file.ts'

export interface BadNetwork {
  readonly origin: string
  /** From now on everything goes through. */
  heal(): void
  /** How often each thing went wrong. */
  readonly faults: Record<Fault, number>
}

/** lost: the answer · doubled: the request · late: the request arrives when the sender has given it up. */
type Fault = 'lost' | 'doubled' | 'late'
const FAULTS: readonly Fault[] = ['lost', 'doubled', 'late']
const LONGEST_DELAY = 400

/** @param random numbers from 0 to 1 */
export async function startBadNetwork(t: Cleanup, server: string, random: () => number): Promise<BadNetwork> {
  const { hostname, port } = new URL(server)
  const agent = new Agent({ keepAlive: true })
  const faults = { lost: 0, doubled: 0, late: 0 }
  let isBad = true

  /** Sends a request on, and returns its answer with the whole body. */
  function pass(incoming: IncomingMessage, body: Buffer): Promise<{ answer: IncomingMessage; content: Buffer }> {
    const { method, url: path, headers } = incoming
    return new Promise((resolve, reject) => {
      const outgoing = request({ hostname, port, method, path, headers, agent }, (answer) => {
        buffer(answer).then((content) => resolve({ answer, content }), reject)
      })
      outgoing.on('error', reject).end(body)
    })
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming)
    // A fifth each; the rest goes well.
    const fault = isBad && incoming.method === 'PUT' ? FAULTS[Math.floor(random() * 5)] : undefined
    if (fault) faults[fault]++
    if (fault === 'late') {
      response.destroy()
      setTimeout(() => void pass(incoming, body).catch(() => undefined), random() * LONGEST_DELAY)
      return
    }
    const { answer, content } = await pass(incoming, body)
    if (fault === 'doubled') await pass(incoming, body)
    if (fault === 'lost') return void response.destroy()
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(content)
  }

  const proxy = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    agent.destroy()
    proxy.closeAllConnections()
    proxy.close()
  })
  return {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    heal: () => {
      isBad = false
    },
    faults,
  }
}
