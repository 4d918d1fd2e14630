import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { test } from 'node:test'
import { freshFolder } from '../support/folders.ts'
import { lesart, project, startServer } from '../support/program.ts'
import { run } from '../support/run.ts'

const serve = (...args: string[]) => lesart(['serve', '--port', '0', ...args])

/** It did not start, says why in one line, and nothing on standard output. */
async function fails(starting: ReturnType<typeof serve>, says: RegExp, exit = 1): Promise<void> {
  const { code, stdout, stderr } = await starting
  assert.match(stderr, says)
  assert.equal(stderr.trimEnd().split('\n').length, 1, 'one line')
  assert.deepEqual([code, stdout], [exit, ''])
}

test('a port that is in use is named, with what to do', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const port = String((other.address() as AddressInfo).port)
  const says = new RegExp(`^port ${port} on 127\\.0\\.0\\.1 is in use; .* --port\\n$`)
  await fails(serve('--port', port, '--data', freshFolder(t)), says)
})

test('an address that is none of this machine is named', async (t) => {
  await fails(
    serve('--host', '192.0.2.1', '--data', freshFolder(t)),
    /^192\.0\.2\.1 is no address of this machine; .* --host\n$/,
  )
})

for (const port of ['-1', '65536', 'http', '4420.5', ''])
  test(`the port „${port}“ is wrong usage`, async (t) => {
    await fails(
      serve(`--port=${port}`, '--data', freshFolder(t)),
      /^--port .*: a number from 0 to 65535 is needed\n$/,
      2,
    )
  })

test('a name too much, and an address that is none, are wrong usage', async (t) => {
  await fails(serve('here', '--data', freshFolder(t)), /^serve: here is too much here\n$/, 2)
  await fails(lesart(['serve'], '', { LESART_URL: 'lesart.example' }), /^LESART_URL lesart\.example: an address/, 2)
})

test('a file in place of the data folder is named, and left as it is', async (t) => {
  const file = path.join(freshFolder(t), 'data')
  writeFileSync(file, 'notes')
  for (const data of [file, path.join(file, 'below')])
    await fails(
      serve('--data', data),
      /data.*: cannot be used as the data folder \(as user \d+\): (a file of this name is there already|a part of the path is a file)/,
    )
  assert.equal(readFileSync(file, 'utf8'), 'notes')
})

test('a data folder that this user may not write is named, with the user', async (t) => {
  const outer = freshFolder(t)
  const data = path.join(outer, 'data')
  mkdirSync(data)
  for (const [folder, mode] of [
    [outer, 0o755],
    [data, 0o555],
  ] as const)
    chmodSync(folder, mode)
  const isRoot = process.getuid?.() === 0
  const become = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'] : []
  const [command, ...args] = [
    ...become,
    process.execPath,
    path.join(project, 'server/lesart.ts'),
    'serve',
    '--port',
    '0',
  ]
  const user = isRoot ? 65534 : process.getuid?.()
  for (const named of [data, path.join(data, 'below')])
    await fails(
      run(command!, [...args, '--data', named]),
      new RegExp(`^${named}: cannot be used as the data folder \\(as user ${user}\\): `),
    )
  assert.deepEqual(readdirSync(data), [])
})

test('a damaged database is named, and left as it is', async (t) => {
  const data = freshFolder(t)
  const file = path.join(data, 'lesart.db')
  writeFileSync(file, 'this is no database, however long one looks at it. '.repeat(200))
  const before = readFileSync(file)
  await fails(
    serve('--data', data),
    /: the database is damaged \(file is not a database\) and was left as it is; put a whole copy/,
  )
  await fails(lesart(['study', 'list', '--data', data]), /: the database is damaged \(file is not a database\)/)
  assert.deepEqual(readFileSync(file), before)
})

test('a second server on the same folder does not start, and the first one goes on', async (t) => {
  const data = freshFolder(t)
  const { origin } = await startServer(t, data)
  await fails(
    serve('--data', data),
    /: another Lesart is running on this folder; stop it first, or name another one with --data\n$/,
  )
  assert.deepEqual(await (await fetch(`${origin}/healthz`)).json(), { status: 'ok' })
})

test('after kill -9 the next start takes over at once', async (t) => {
  const data = freshFolder(t)
  for (const _ of ['first', 'second', 'third']) {
    const server = await startServer(t, data)
    assert.equal((await fetch(`${server.origin}/healthz`)).status, 200)
    await server.stop('SIGKILL')
  }
})

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  test(`${signal} ends the server with exit 0, and its log is written back`, async (t) => {
    const data = freshFolder(t)
    const server = await startServer(t, data)
    await fetch(server.origin)
    await server.stop(signal)
    assert.equal(server.process.exitCode, 0)
    assert.ok(!readdirSync(data).includes('lesart.db-wal'), 'the database is one file again')
  })

test('until there is an account, each start prints an address with a fresh token', async (t) => {
  const data = freshFolder(t)
  const tokens: (string | null)[] = []
  for (const _ of ['first', 'second']) {
    const server = await startServer(t, data)
    assert.equal(server.printed.pathname, '/welcome')
    tokens.push(server.printed.searchParams.get('token'))
    await server.stop()
  }
  assert.match(tokens[0]!, /^[\w-]{43}$/)
  assert.notEqual(tokens[0], tokens[1])
  await lesart(['account', 'add', 'Ada', '--data', data], 'lang genug für hier')
  assert.equal((await startServer(t, data)).printed.href.replace(/:\d+/, ''), 'http://127.0.0.1/')
})

test('host, port and folder can come from the environment', async (t) => {
  const data = path.join(freshFolder(t), 'new')
  const env = { LESART_HOST: '127.0.0.2', LESART_PORT: '0', PORT: '1', LESART_DATA: data }
  const server = await startServer(t, data, env, [])
  assert.equal(server.printed.hostname, '127.0.0.2')
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200)
})

test('the data folder is for its user alone; in one that others may read, the files are', async (t) => {
  const folder = freshFolder(t)
  const made = path.join(folder, 'made')
  const found = path.join(folder, 'found')
  mkdirSync(found)
  chmodSync(found, 0o755)
  const modeOf = (...names: string[]) => statSync(path.join(folder, ...names)).mode & 0o777
  for (const data of [made, found]) {
    await startServer(t, data)
    const names = readdirSync(data)
    assert.ok(['lesart.db', 'lesart.db-wal', 'lesart.lock'].every((name) => names.includes(name)))
    for (const name of names) assert.equal(modeOf(path.basename(data), name), 0o600, name)
  }
  assert.deepEqual([modeOf('made'), modeOf('found')], [0o700, 0o755])
})
