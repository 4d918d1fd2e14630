/** The program as people run it: a process of its own with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Cleanup } from './whole-file.ts'

export const project = path.resolve(import.meta.dirname, '../..')
const script = path.join(project, 'server/lesart.ts')

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of the command line to its end. */
export async function lesart(args: readonly string[], input = '', env: Record<string, string> = {}): Promise<Finished> {
  const child = spawn(process.execPath, [script, ...args], { cwd: project, env: { ...process.env, ...env } })
  child.stdin.end(input)
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, stdout, stderr }
}

export interface RunningServer {
  /** The address printed at the start, with the token where there is one. */
  readonly printed: URL
  readonly origin: string
  readonly process: ChildProcess
  /** Ends the process with a signal and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts `serve` on a free port and waits until it answers. Throws what it said where it did not start. */
export async function startServer(
  t: Cleanup,
  data: string,
  env: Record<string, string> = {},
  args: readonly string[] = ['--port', '0'],
): Promise<RunningServer> {
  const child = spawn(process.execPath, [script, 'serve', '--data', data, ...args], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    await exited
  }
  t.after(() => stop('SIGKILL'))
  const printed = new URL(await firstAddress(child))
  return { printed, origin: printed.origin, process: child, stop }
}

async function firstAddress(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  child.stdout?.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (chunk: string) => {
      out += chunk
      const address = /^http:\/\/.*$/m.exec(out)?.[0]
      if (address !== undefined && out.includes('\n')) resolve(address)
    })
    child.once('exit', () => reject(new Error(`the server did not start: ${said}`)))
  })
}
