import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { lockFolder } from '../../server/database/lock.ts'
import { freshFolder } from '../support/folders.ts'
import { copyWithoutNode, projectCopy } from '../support/project-copy.ts'
import { firstLine, run, start } from '../support/run.ts'
import { type Cleanup, wholeFile } from '../support/whole-file.ts'

const clone = projectCopy(wholeFile())
const launcher = path.join(clone, 'server/launch.mjs')

/** Starts a server in the clone and waits for its address. Whatever is left of it goes with the test. */
async function startIn(
  t: Cleanup,
  command: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; data: string }> {
  const data = path.join(freshFolder(t), 'data')
  const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'], detached: true }
  const child = start(command, [...args, '--port', '0', '--data', data], { cwd: clone }, options)
  t.after(() => endGroup(child.pid!))
  const address = await firstLine(child)
  assert.match(address, /^http:\/\//, 'nothing else stands on standard output')
  assert.equal((await fetch(new URL('/healthz', address))).status, 200)
  return { child, data }
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // Nothing of the group is left.
  }
}

/** Waits until no process holds the folder any more; a server that stays behind lets the test run into its time limit. */
async function untilFree(data: string): Promise<void> {
  for (let unlock = lockFolder(data); ; unlock = lockFolder(data)) {
    if (unlock) return unlock()
    await pause(20)
  }
}

const WAYS = {
  'the launcher': [process.execPath, [launcher, 'server/lesart.ts', 'serve']],
  'npm start': ['npm', ['start', '--silent', '--']],
} as const

for (const [name, [command, args]] of Object.entries(WAYS))
  for (const signal of ['SIGTERM', 'SIGKILL'] as const)
    test(`${signal} to ${name} leaves no server behind`, async (t) => {
      const { child, data } = await startIn(t, command, args)
      const exited = once(child, 'exit')
      child.kill(signal)
      const [code] = await exited
      await untilFree(data)
      if (name === 'the launcher' && signal === 'SIGTERM') assert.equal(code, 0)
    })

test('a server that ends by itself ends its launcher, with its exit code', async (t) => {
  const file = path.join(freshFolder(t), 'data')
  writeFileSync(file, '')
  const { code, stdout, stderr } = await run(process.execPath, [launcher, 'server/lesart.ts', 'serve', '--data', file])
  assert.deepEqual([code, stdout], [1, ''])
  assert.match(stderr, /^.*: cannot be used as the data folder.*\n$/)
})

test('a command through the launcher reads standard input, and stdout is its own', async (t) => {
  const args = [launcher, 'server/lesart.ts', 'account', 'add', 'Ada', '--json', '--data', freshFolder(t)]
  const { code, stdout } = await run(process.execPath, args, { input: 'lang genug für hier' })
  assert.equal(code, 0)
  assert.equal(JSON.parse(stdout).name, 'Ada')
})

/** Has the launcher believe that the Node which runs it is of this version. */
function pretending(version: string): string[] {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
}

const VERSIONS: readonly (readonly [version: string, isEnough: boolean])[] = [
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.0.0', true],
  ['24.1.0', true],
]

for (const [version, isEnough] of VERSIONS)
  test(`where npm brought no Node, Node ${version} ${isEnough ? 'does' : 'is named as too old, in one line'}`, async (t) => {
    const folder = copyWithoutNode(t)
    mkdirSync(path.join(folder, 'script'))
    writeFileSync(path.join(folder, 'script/hello.mjs'), "console.log('hello', ...process.argv.slice(2))\n")
    const args = [...pretending(version), path.join(folder, 'server/launch.mjs'), 'script/hello.mjs', 'world']
    const { code, stdout, stderr } = await run(process.execPath, args)
    if (isEnough) return assert.deepEqual([code, stdout, stderr], [0, 'hello world\n', ''])
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, new RegExp(`^Node ${version} is too old .*; install Node 22\\.18 or newer\\.\\n$`))
  })
