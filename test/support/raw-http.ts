/** Requests that no library would send: each part goes out as the test has it. */
import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { text } from 'node:stream/consumers'

export interface RawAnswer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
}

export interface RawRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

const keptOpen = new http.Agent({ keepAlive: true })

/** Sends a request over HTTP as it stands. */
export async function ask(origin: string, { method, path, headers, body }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  const request = http.request({ agent: keptOpen, hostname, port, method, path, headers })
  // Who is answered before they have sent everything may find the connection closed: the answer counts.
  request.on('error', () => undefined)
  request.end(body)
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage]
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) }
}

/**
 * Sends bytes to the server, and gives back the status of each answer until it closes the connection.
 * A client that leaves says right after its bytes that nothing more will come.
 */
export async function sendBytes(origin: string, bytes: string, leaves = false): Promise<number[]> {
  const { hostname, port } = new URL(origin)
  const socket = net.connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(Buffer.from(bytes, 'latin1'))
  if (leaves) socket.end()
  const answers = await text(socket).catch(() => '')
  return [...answers.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
}
