/**
 * A process of clients: each keeps one connection open and sends one request after the other. They speak HTTP with as
 * little work as possible, so that on a machine with two cores the server is what is measured.
 */
import { connect, type Socket } from 'node:net'

export interface Order {
  readonly origin: string
  readonly token: string
  readonly clients: number
  /** Bodies of `PUT /api/v1/actions/:id`, by the action's id. Each is sent once. */
  readonly actions: readonly (readonly [id: string, body: string])[]
}

export interface Delivery {
  /** From the first request to the last answer. */
  readonly seconds: number
  /** How busy this process was meanwhile, 0 to 1: near 1 the clients are what is measured. */
  readonly busy: number
}

process.on('message', (order: Order) => void deliver(order).then((delivery) => process.send!(delivery)))

async function deliver({ origin, token, clients, actions }: Order): Promise<Delivery> {
  const { hostname, port, host } = new URL(origin)
  const requests = actions.map(([id, body]) => requestOf(host, token, id, body))
  const sockets = await Promise.all(Array.from({ length: clients }, () => open(hostname, Number(port))))
  const started = performance.now()
  const cpu = process.cpuUsage()
  await Promise.all(sockets.map((socket) => sendFrom(requests, socket)))
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  for (const socket of sockets) socket.destroy()
  return { seconds, busy: (user + system) / 1e6 / seconds }
}

function requestOf(host: string, token: string, id: string, body: string): string {
  const head = [
    `PUT /api/v1/actions/${id} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

async function open(hostname: string, port: number): Promise<Socket> {
  const socket = connect(port, hostname).setNoDelay().setEncoding('latin1')
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return socket
}

/** Takes requests from those that all clients share, until none is left. */
async function sendFrom(requests: string[], socket: Socket): Promise<void> {
  for (let request = requests.pop(); request !== undefined; request = requests.pop()) {
    socket.write(request)
    const status = await answerOf(socket)
    if (status !== 201) throw new Error(`a save was answered with ${status}`)
  }
}

/** Waits for one whole answer and returns its status. */
function answerOf(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const read = (chunk: string) => {
      answer += chunk
      const head = answer.indexOf('\r\n\r\n')
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1])
      if (head === -1 || answer.length < head + 4 + length) return
      socket.off('data', read).off('close', closed)
      resolve(Number(answer.slice(9, 12)))
    }
    const closed = () => reject(new Error(`the server closed the connection after: ${answer}`))
    socket.on('data', read).once('close', closed)
  })
}
