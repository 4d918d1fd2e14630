/** `account`: people and tokens, on the command line. Passwords come on standard input, so that no history keeps them. */
import { text } from 'node:stream/consumers'
import { createAccount, issueApiToken, resetPassword } from '../accounts/account-actions.ts'
import { type CredentialsInput, credentialsInput } from '../accounts/account-input.ts'
import { listAccounts } from '../accounts/account-store.ts'
import { CONFIG_OPTIONS, readArguments, readConfig } from '../config.ts'
import { CommandError, Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { reasonsOf } from '../web/reasons.ts'
import { openWorkplace } from './workplace.ts'

const OPTIONS = { ...CONFIG_OPTIONS, json: { type: 'boolean', default: false } } as const
const USAGE = 'usage: lesart account add|token|reset-password NAME, or: lesart account list'

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const [deed = '', name, ...more] = positionals
  const act = Object.hasOwn(DEEDS, deed) ? DEEDS[deed] : undefined
  if (!act || more.length > 0 || (deed === 'list') !== (name === undefined)) throw new CommandError(USAGE, 2)
  const parts = await openWorkplace(readConfig(values))
  try {
    process.stdout.write(await act(parts, name ?? '', values.json))
  } catch (error) {
    throw error instanceof Refusal ? new CommandError(complaint(name ?? '', error)) : error
  } finally {
    await parts.database.close()
  }
}

const DEEDS: Readonly<Record<string, (parts: Parts, name: string, asJson: boolean) => Promise<string>>> = {
  async add(parts, name, asJson) {
    const account = await createAccount(parts, await credentials(name))
    const { id, role } = account
    return asJson ? `${JSON.stringify({ id, name: account.name, role })}\n` : `${account.name} (${role})\n`
  },
  async token(parts, name, asJson) {
    const token = await issueApiToken(parts, name)
    return asJson ? `${JSON.stringify({ token })}\n` : `${token}\n`
  },
  async 'reset-password'(parts, name, asJson) {
    await resetPassword(parts, await credentials(name))
    return asJson ? '{}\n' : ''
  },
  async list(parts, _name, asJson) {
    const accounts = await listAccounts(parts.database.db)
    return asJson
      ? `${JSON.stringify(accounts)}\n`
      : accounts.map((account) => `${account.name}\t${account.role}\n`).join('')
  },
}

async function credentials(name: string): Promise<CredentialsInput> {
  if (process.stdin.isTTY) process.stderr.write('password, then Enter and Ctrl+D: ')
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  const result = credentialsInput.safeParse({ name, password })
  if (result.success) return result.data
  const [field, reason] = Object.entries(reasonsOf(result.error))[0]!
  throw new CommandError(
    `${field}: ${reason}${field === 'password' ? ' (at least 8 characters, on standard input)' : ' (1 to 80 characters)'}`,
  )
}

function complaint(name: string, refusal: Refusal): string {
  if (refusal.code === 'not-found') return `${name}: there is no account of this name`
  return refusal.details?.name === 'taken' ? `${name}: there is an account of this name already` : refusal.message
}
