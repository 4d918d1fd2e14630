/** Environment and options → one frozen, checked configuration. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { CommandError } from './errors.ts'

export interface Config {
  /** Folder of the database, made where it is missing. */
  readonly data: string
  /** `postgres://…`: the database where it lies on a server and not in the folder. */
  readonly databaseUrl: string | undefined
  readonly host: string
  /** 0 asks for a free one. */
  readonly port: number
  /** The address under which people reach the server, where that is not host and port: decides on Secure cookies and HSTS. */
  readonly url: URL | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const projectFolder = path.resolve(import.meta.dirname, '..')

/**
 * Path that somebody typed → absolute, seen from where the person stands. npm runs its scripts in the project's folder
 * and says in INIT_CWD where that is; in any other folder INIT_CWD is left over from another npm, further out.
 * Throws CommandError (exit 2) where nothing was typed.
 */
export function typedPath(typed: string, environment: Environment = process.env): string {
  // An empty name would be the folder where somebody stands.
  if (typed === '') throw new CommandError('an empty name stands where a file or a folder is meant', 2)
  const here = process.cwd()
  return path.resolve(here === projectFolder ? (environment.INIT_CWD ?? here) : here, typed)
}

/** Options and environment → configuration; an option wins. Throws CommandError (exit 2) on what cannot be used. */
export function readConfig(
  options: { data?: string; host?: string; port?: string },
  environment: Environment = process.env,
): Config {
  const data = options.data ?? (environment.LESART_DATA || undefined)
  const port = options.port ?? environment.LESART_PORT ?? environment.PORT ?? '4420'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new CommandError(`--port ${port}: a number from 0 to 65535 is needed`, 2)
  return Object.freeze({
    data: data === undefined ? path.join(projectFolder, 'data') : typedPath(data, environment),
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
    host: options.host ?? environment.LESART_HOST ?? '127.0.0.1',
    port: Number(port),
    url: readUrl(environment.LESART_URL),
  })
}

function readUrl(address: string | undefined): URL | undefined {
  if (!address) return undefined
  if (!URL.canParse(address) || !/^https?:/.test(address))
    throw new CommandError(`LESART_URL ${address}: an address that begins with http:// or https:// is needed`, 2)
  return new URL(address)
}

/** It may hold a password, so what is wrong with it is said without it. */
function readDatabaseUrl(address: string | undefined): string | undefined {
  if (!address) return undefined
  if (!URL.canParse(address) || !/^postgres(ql)?:/.test(address))
    throw new CommandError('DATABASE_URL: an address such as postgres://user:password@host/database is needed', 2)
  return address
}

/** Path of the database file in a data folder. */
export function databaseFile(config: Config): string {
  return path.join(config.data, 'lesart.db')
}

export const CONFIG_OPTIONS = { data: { type: 'string' }, host: { type: 'string' }, port: { type: 'string' } } as const

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/** Command line arguments → options and positionals. Throws CommandError (exit 2) on what the command does not know. */
export function readArguments<O extends NonNullable<Options>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new CommandError(String(error instanceof Error ? error.message : error).replaceAll('\n', ' '), 2)
  }
}
