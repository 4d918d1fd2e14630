/**
 * A PostgreSQL server for a run of the tests: Debian's, as a user without rights, in a folder that goes with it. As root
 * on Debian it is installed where it is missing.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { roomiest } from './folders.ts'

/** Where a run has its server: the address of a database in which others can be made. */
export const POSTGRES = 'LESART_TEST_POSTGRES'

interface Server {
  readonly url: string
  stop(): Promise<void>
}

/** Starts a server, or returns why there is none. */
export async function startPostgres(): Promise<Server | string> {
  const bin = findBinaries() ?? install()
  if (bin === undefined) return 'PostgreSQL is not installed (Debian: apt-get install postgresql)'
  const user = unprivileged()
  if (user === undefined) return 'root may not run PostgreSQL, and there is no user postgres'
  return start(bin, user)
}

/** The folder of initdb and postgres, of the newest version there is. */
function findBinaries(): string | undefined {
  const debian = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => versionIn(a) - versionIn(b))
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...debian]
  return folders.findLast((folder) => ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))))
}

function versionIn(folder: string): number {
  return Number(/\d+/.exec(folder)?.[0])
}

function install(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  process.stderr.write('Installing PostgreSQL for the tests …\n')
  const options = {
    stdio: ['ignore', 2, 2] as ['ignore', number, number],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], options)
  return findBinaries()
}

interface User {
  readonly uid?: number
  readonly gid?: number
}

/** Who runs the server: whoever runs the tests, but not root. */
function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((which) => Number(spawnSync('id', [which, 'postgres']).stdout?.toString()))
  return uid && gid ? { uid, gid } : undefined
}

async function start(bin: string, user: User): Promise<Server> {
  const folder = mkdtempSync(path.join(roomiest(), 'lesart-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const port = await freePort()
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'lesart', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    options,
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`, ...SETTINGS]
  const server = spawn(
    '/bin/sh',
    ['-c', UNTIL_NOBODY_LISTENS, 'sh', path.join(bin, 'postgres'), '-D', data].concat(
      settings.flatMap((setting) => ['-c', setting]),
    ),
    {
      ...options,
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  )
  const url = `postgres://lesart@127.0.0.1:${port}/postgres`
  await untilReady(url, server)
  const stop = async () => {
    server.stdin?.end()
    if (server.exitCode === null) await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, stop }
}

/** The server ends when its standard input does, however the tests end. */
const UNTIL_NOBODY_LISTENS =
  'exec 3<&0; "$@" </dev/null 3<&- & server=$!; cat <&3 >/dev/null; kill -QUIT $server; wait $server'

/** Many small databases, each for a short time. Nothing here makes what is saved less safe: the program would refuse. */
const SETTINGS = [
  'max_connections=300',
  'shared_buffers=32MB',
  'autovacuum=off',
  'min_wal_size=32MB',
  'max_wal_size=256MB',
  'logging_collector=off',
  'log_min_messages=fatal',
]

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  let said = ''
  server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  for (;;) {
    const client = new pg.Client(url)
    const isReady = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (isReady) return
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
    await pause(50)
  }
}
