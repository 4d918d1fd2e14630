/** The command line: finds the command, and says in one line what went wrong. */
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { inWords, isOfTheSystem } from './commands/machine-words.ts'
import { violationOf } from './database/violations.ts'
import { CommandError } from './errors.ts'

// Reading the program's own files takes half the time of a start; the next one finds them compiled.
enableCompileCache(path.join(import.meta.dirname, '../node_modules/.cache/lesart'))

const COMMANDS: Readonly<Record<string, () => Promise<{ run(args: string[]): Promise<void> }>>> = {
  serve: () => import('./commands/serve.ts'),
  import: () => import('./commands/import.ts'),
  export: () => import('./commands/export.ts'),
  convert: () => import('./commands/convert.ts'),
  agreement: () => import('./commands/agreement.ts'),
  account: () => import('./commands/account.ts'),
  study: () => import('./commands/study.ts'),
  backup: () => import('./commands/backup.ts'),
}

const USAGE = `usage: lesart COMMAND …

  serve                                            start the server
  import [--study S | --new-study TITLE] FILE…     take articles and lesart files in
  export [--study S] [--format F] --out PATH       write a study; - is standard output, .zip a zip
  convert [--from F] --to F IN… --out PATH         read a dataset in one format, write it in another; needs no database
  agreement [--measure M] FILE…                    how far readings agree, of a file; needs no database
  account add|token|reset-password NAME            manage accounts; passwords are read from standard input
  account list
  study list
  backup FILE                                      a copy of the whole database, checked, while the server runs

import takes articles as txt, md, html, csv, tsv, jsonl: --language CODE, --encoding NAME, and for tables
--body, --title, --outlet, --author, --url, --published-on, --licence COLUMN; and marks of other programs:
--tag THEIRS=OURS, --role THEIRS=OURS, --annotator THEIRS=OURS, --re-anchor, --offsets UNIT

for every command: --data DIR (or LESART_DATA), or DATABASE_URL=postgres://…; for serve: --host, --port; for all others: --json`

async function main([name = '', ...args]: string[]): Promise<void> {
  if (name === 'help' || asksForHelp([name, ...args])) return void process.stdout.write(`${USAGE}\n`)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new CommandError(name ? `there is no command ${name}\n${USAGE}` : USAGE, 2)
  const { run } = await command()
  await run(args)
}

/** Behind `--` everything is a name. */
function asksForHelp(args: readonly string[]): boolean {
  const named = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  return named.includes('--help')
}

let onStdout: Error | undefined

/** Who reads along may stop, as `head` does: that is no fault, and what is begun goes on to its end. */
function onUnwritable(error: Error): void {
  onStdout = error
  if ('code' in error && error.code === 'EPIPE') return
  process.stderr.write(`standard output: cannot be written: ${inWords(error)}\n`)
  process.exitCode = 1
}

process.stdout.on('error', onUnwritable)
process.stderr.on('error', () => undefined)
try {
  await main(process.argv.slice(2))
} catch (error) {
  if (error !== onStdout) complain(error)
}

function complain(error: unknown): void {
  if (!(error instanceof CommandError) && !isOfTheMachine(error)) throw error
  process.stderr.write(
    `${isOfTheSystem(error) ? [error.path, inWords(error)].filter(Boolean).join(': ') : error.message}\n`,
  )
  process.exitCode = error instanceof CommandError ? error.exitCode : 1
}

/** A disk that is full, a damaged database, a server that is gone: nothing that a place in the program would explain. */
function isOfTheMachine(error: unknown): error is Error {
  if (['full', 'busy'].includes(violationOf(error) ?? '')) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(SQLITE_(CORRUPT|NOTADB|CANTOPEN|READONLY)|E[A-Z]+$)/.test(code)
}
