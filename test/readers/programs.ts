/** Programs and files of others: found on this machine, in a folder, or fetched; what is not there is said. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What is not there is said, and is no fault. */
export class NotHere extends Error {}

/** What a program printed. `hint` says how it is installed. */
export function command(name: string, args: readonly string[], hint: string): string {
  const { error, status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (error) throw new NotHere(`${name} is not installed (${hint})`)
  if (status !== 0) throw new Error(`${stdout.slice(-1500)}${stderr.slice(-1500)}`)
  return stdout
}

/**
 * A Python that has some modules: the one that PYTHON names, the first on the path, or the system's, which alone sees
 * what the system's packages bring. Throws NotHere with the names of those packages.
 */
export function pythonWith(modules: readonly string[], packages: readonly string[]): string {
  const named = process.env.PYTHON
  const candidates = named === undefined ? ['python3', '/usr/bin/python3'] : [named]
  const all = modules.map((name) => `import ${name}`).join('\n')
  const found = candidates.find((python) => spawnSync(python, ['-c', all]).status === 0)
  if (found !== undefined) return found
  const hint = packages.length > 0 ? ` (Debian: ${packages.join(', ')})` : ''
  throw new NotHere(`${candidates.join(' and ')} cannot import ${modules.join(', ')}${hint}`)
}

/** A folder that keeps what was fetched, and gets what is missing. */
export class Store {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** A repository, from the folder or by a clone of its newest state. */
  repository(address: string): string {
    const name = path.basename(address)
    const folder = path.join(this.#folder, name)
    if (existsSync(folder)) return folder
    mkdirSync(this.#folder, { recursive: true })
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' }
    const { status } = spawnSync('git', ['clone', '--quiet', '--depth', '1', address, folder], {
      timeout: 300_000,
      env,
    })
    if (status !== 0) throw new NotHere(`${address} cannot be cloned here, and there is no ${name} in ${this.#folder}`)
    return folder
  }

  async file(name: string, address: string): Promise<string> {
    const file = path.join(this.#folder, name)
    if (existsSync(file)) return file
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) })
      if (!answer.ok) throw new Error(String(answer.status))
      mkdirSync(this.#folder, { recursive: true })
      writeFileSync(file, await answer.text())
      return file
    } catch {
      throw new NotHere(`${address} cannot be fetched here, and there is no ${name} in ${this.#folder}`)
    }
  }
}
