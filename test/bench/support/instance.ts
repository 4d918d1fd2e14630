/** An instance as people have it: accounts with tokens, files that were imported, and the marks that clients send to it. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { ActionInput } from '../../../server/annotations/annotation-input.ts'
import type { DeskData } from '../../../server/annotations/annotation-page.ts'
import { systemClock } from '../../../server/clock.ts'
import { indexText } from '../../../server/text/code-points.ts'
import { PASSWORD } from '../../support/desk.ts'
import { lesart } from '../../support/program.ts'
import type { Cleanup } from '../../support/whole-file.ts'
import type { Delivery, Order } from './clients.ts'
import { spansIn, TAGS } from './corpus.ts'

/** Makes an account in a data folder and returns a token for it. */
export async function addAccount(data: string, name: string): Promise<string> {
  await run(['account', 'add', name, '--data', data], PASSWORD)
  return (await run(['account', 'token', name, '--data', data])).trim()
}

export async function importFile(data: string, file: string): Promise<void> {
  await run(['import', '--data', data, file])
}

async function run(args: readonly string[], input = ''): Promise<string> {
  const { code, stdout, stderr } = await lesart(args, input)
  if (code !== 0) throw new Error(`lesart ${args.join(' ')}: ${stderr}`)
  return stdout
}

export interface BareRoute {
  readonly origin: string
  stop(): Promise<void>
}

/** Starts the baseline's server with its database in a folder, or at an address. */
export async function startBareRoute(t: Cleanup, place: string, name = 'bare-route.ts'): Promise<BareRoute> {
  const script = path.join(import.meta.dirname, name)
  const child = spawn(process.execPath, [script, place], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => end(child))
  const [address] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { origin: new URL(address).origin, stop: () => end(child) }
}

/** Starts the process of clients, which carries out one order at a time. */
export function startClients(t: Cleanup): (order: Order) => Promise<Delivery> {
  const child = fork(path.join(import.meta.dirname, 'clients.ts'))
  const failure = once(child, 'exit').then(() => {
    throw new Error('the clients have ended')
  })
  failure.catch(() => undefined)
  t.after(() => end(child))
  return async (order) => {
    child.send(order)
    const [delivery] = await Promise.race([once(child, 'message'), failure])
    return delivery
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.kill('SIGKILL')) return
  await once(child, 'exit')
}

/** New marks on a desk's article, as a client sends them. */
export function newActions(desk: DeskData, amount: number): Order['actions'] {
  const body = indexText(desk.article.body)
  return spansIn(body, desk.article.blocks, amount, 1).map((span, index) => {
    const action: ActionInput = {
      round: desk.round,
      article: desk.article.id,
      annotation: systemClock.newId(),
      kind: 'make',
      base: 0,
      ...span,
      quote: body.slice(span.start, span.end),
      tag: TAGS[index % TAGS.length]!,
    }
    return [systemClock.newId(), JSON.stringify(action)]
  })
}

/** What the desk at a path hands its script. */
export async function readDesk(origin: string, path: string, token: string): Promise<DeskData> {
  const page = await pageAt(origin + path, token)
  const data = /<script type="application\/json" id="desk-data">(.*?)<\/script>/s.exec(page)?.[1]
  if (data === undefined) throw new Error(`there is no desk at ${path}`)
  return JSON.parse(data)
}

/** The path of the demonstration's desk, behind its door on the start page. */
export async function demonstrationPath(origin: string): Promise<string> {
  const path = /href="(\/rounds\/[^"]+)"/.exec(await pageAt(origin))?.[1]
  if (path === undefined) throw new Error('there is no demonstration')
  return path
}

/** The whole page at an address. */
export async function pageAt(address: string, token?: string): Promise<string> {
  const response = await fetch(address, token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } })
  if (!response.ok) throw new Error(`${address} answers with ${response.status}`)
  return response.text()
}
