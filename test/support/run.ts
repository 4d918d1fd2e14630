/** Programs as people start them: in some folder, with an environment of their own. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Finished } from './program.ts'

export interface Circumstances {
  readonly cwd?: string
  /** Added to this process's environment; undefined takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly input?: string
}

/** What npm tells its scripts would otherwise be inherited where these tests are run by npm. */
const WITHOUT_NPM = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(npm_|INIT_CWD$)/i.test(name))
    .map((name) => [name, undefined]),
)

export function start(
  command: string,
  args: readonly string[],
  { cwd, env }: Circumstances = {},
  options: SpawnOptions = {},
): ChildProcess {
  return spawn(command, args, { cwd, env: { ...process.env, ...WITHOUT_NPM, ...env }, ...options })
}

/** Runs a program to its end. */
export async function run(command: string, args: readonly string[], how: Circumstances = {}): Promise<Finished> {
  const child = start(command, args, how)
  child.stdin!.on('error', () => undefined).end(how.input ?? '')
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { code, stdout, stderr }
}

/** The first line that a program prints. Throws what it said instead where it ends without one. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  let out = ''
  for await (const chunk of child.stdout!.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    out += chunk
    if (out.includes('\n')) return out.slice(0, out.indexOf('\n'))
  }
  throw new Error(`it ended without a line: ${said}`)
}
