/** A door in front of a server that writes down every request that comes through it. */
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cleanup } from './whole-file.ts'

export interface Door {
  readonly port: number
  /** `GET /path`, with `(prefetch)` where the browser says so, in the order of coming. */
  readonly requests: string[]
}

export async function openDoor(t: Cleanup, origin: string): Promise<Door> {
  const requests: string[] = []
  const server = http.createServer((request, response) => {
    const purpose = request.headers['sec-purpose'] === 'prefetch' ? ' (prefetch)' : ''
    requests.push(`${request.method} ${request.url}${purpose}`)
    const { method = 'GET', headers } = request
    const onward = http.request(new URL(request.url ?? '/', origin), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, requests }
}
