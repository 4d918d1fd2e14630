/** A workshop with two hundred participants: joining at once, marking all the time, a mark's way to the wall, streams that are cut. */
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, type ClientRequest, get, type IncomingMessage } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import { addAccount, demonstrationPath, newActions, pageAt } from './support/instance.ts'
import { type Finding, inMilliseconds, type Question } from './support/measure.ts'

const PARTICIPANTS = 200
const MARKING_SECONDS = 20
const EVERY = 3_000
const STREAMS = 1_000
/** Of the clock with which Linux counts the time of processes. */
const TICKS_PER_SECOND = 100

export const workshop: Question = async (t) => {
  const data = freshFolder(t)
  const token = await addAccount(data, 'Ines')
  const { origin, process: server } = await startServer(t, data)
  const leading = { Authorization: `Bearer ${token}` }
  const path = await prepare(origin, leading)
  const code = /data-join-code>([^<]+)/.exec(await pageAt(origin + path, token))?.[1] ?? ''
  const began = performance.now()
  const cookies = await Promise.all(Array.from({ length: PARTICIPANTS }, () => join(origin, code)))
  const joining = (performance.now() - began) / 1000
  await post(`${origin}${path}/phase`, leading, { from: 'lobby', to: 'marking' })
  const { latencies, share } = await watchMarking({ origin, path, token, cookies, pid: server.pid ?? 0 })
  const left = await cutStreams(origin, `/api/v1${path}/changes`, token, server.pid ?? 0)
  const findings: Finding[] = [
    { question: `seconds in which ${PARTICIPANTS} join at once`, measured: joining.toFixed(1), reach: '<= 20' },
    {
      question: `a mark's way to the wall, ${PARTICIPANTS} marking every ${EVERY / 1000} s, p95`,
      measured: inMilliseconds(percentile(latencies, 0.95)),
      reach: '<= 1000 ms',
    },
    { question: 'the server meanwhile, share of a core', measured: share.toFixed(2), reach: '<= 1' },
    { question: `connections left 5 s after ${STREAMS} streams were cut`, measured: String(left), reach: '<= 0' },
  ]
  return findings
}

async function prepare(origin: string, headers: Record<string, string>): Promise<string> {
  const chosen = (await demonstrationPath(origin)).split('/').at(-1)!
  const tags = { reporting: 'on', attribution: 'on', framing: 'on' }
  const numbers = { minutes: '', most: '300', days: '30' }
  const form = { title: 'Bench', chosen, text: '', language: 'de', questions: '', ...tags, ...numbers }
  return (await post(`${origin}/workshops`, headers, form)).headers.get('location')!
}

async function post(address: string, headers: Record<string, string>, form: Record<string, string>): Promise<Response> {
  const answer = await fetch(address, { method: 'POST', headers, body: new URLSearchParams(form), redirect: 'manual' })
  if (answer.status !== 303) throw new Error(`${address} answers with ${answer.status}`)
  return answer
}

async function join(origin: string, code: string): Promise<string> {
  const answer = await post(`${origin}/join`, { Origin: origin }, { code })
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

interface Class {
  readonly origin: string
  readonly path: string
  readonly token: string
  readonly cookies: readonly string[]
  readonly pid: number
}

/** Everybody marks; the wall takes its picture anew whenever it hears of a change. */
async function watchMarking({ origin, path, token, cookies, pid }: Class) {
  const desk = await (await fetch(`${origin}${path}/desk`, { headers: { Cookie: cookies[0]! } })).text()
  const deskData = JSON.parse(/id="desk-data">(.*?)<\/script>/s.exec(desk)![1]!)
  const marks: { sent: number; stored: number }[] = []
  const pictures: { begun: number; there: number }[] = []
  let isOver = false
  const wall = await openStream(origin, `/api/v1${path}/changes`, token)
  let isDrawing = false
  let isDue = false
  const draw = async (): Promise<void> => {
    isDue = true
    if (isDrawing) return
    isDrawing = true
    while (isDue) {
      isDue = false
      const begun = performance.now()
      await pageAt(`${origin}${path}/projector`, token)
      pictures.push({ begun, there: performance.now() })
    }
    isDrawing = false
  }
  wall.response.on('data', () => void draw())
  const [started, before] = [performance.now(), cpuSeconds(pid)]
  const perPerson = Math.ceil((MARKING_SECONDS * 1000) / EVERY)
  const participants = cookies.map(async (cookie, index) => {
    await setTimeout((EVERY * index) / cookies.length)
    for (const [id, body] of newActions(deskData, perPerson)) {
      if (isOver) return
      const sent = performance.now()
      const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' }
      const { status } = await fetch(`${origin}/api/v1/actions/${id}`, { method: 'PUT', headers, body })
      if (status !== 201) throw new Error(`a mark is answered with ${status}`)
      marks.push({ sent, stored: performance.now() })
      await setTimeout(Math.max(0, EVERY - (performance.now() - sent)))
    }
  })
  await Promise.all(participants)
  isOver = true
  const share = (cpuSeconds(pid) - before) / ((performance.now() - started) / 1000)
  await setTimeout(2_000)
  wall.request.destroy()
  const latencies = marks.map(({ sent, stored }) => {
    const picture = pictures.find(({ begun }) => begun >= stored)
    return picture ? picture.there - sent : Number.POSITIVE_INFINITY
  })
  return { latencies, share }
}

async function openStream(origin: string, path: string, token: string, agent?: Agent) {
  const headers = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' }
  const request: ClientRequest = get(origin + path, { headers, ...(agent && { agent }) })
  request.on('error', () => undefined)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.on('error', () => undefined)
  return { request, response }
}

/** How many connections the server still holds, beyond those that it held before. */
async function cutStreams(origin: string, path: string, token: string, pid: number): Promise<number> {
  const agent = new Agent({ maxSockets: STREAMS })
  await setTimeout(6_000)
  const before = openFiles(pid)
  const streams = await Promise.all(Array.from({ length: STREAMS }, () => openStream(origin, path, token, agent)))
  for (const { response } of streams) response.resume()
  for (const { request } of streams) request.destroy()
  await setTimeout(5_000)
  return Math.max(0, openFiles(pid) - before)
}

function openFiles(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length
}

function cpuSeconds(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) / TICKS_PER_SECOND
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
