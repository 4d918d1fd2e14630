/** `agreement`: how far the readings in a dataset or a table agree, without a database. */
import { createReadStream } from 'node:fs'
import { type Collection, collector } from '../agreement/collecting.ts'
import type { Level } from '../agreement/krippendorff-alpha.ts'
import { type Asked, type Result, resultsOfCorpus, resultsOfTable } from '../agreement/results.ts'
import { readArguments, typedPath } from '../config.ts'
import { CommandError } from '../errors.ts'
import type { Format } from '../exchange/format.ts'
import { readCodingTable } from '../exchange/formats/coding-table.ts'
import { readContinuumTable } from '../exchange/formats/continuum-table.ts'
import { FORMATS } from '../exchange/formats/index.ts'
import { DamagedFile } from '../exchange/formats/lesart-lines.ts'
import { askedBy, numberOf, OPTIONS, oneOf, POSITIONS, TABLES, type Values } from './agreement-options.ts'
import { asJson, asTable, type Input } from './agreement-report.ts'
import { timeTeller } from './time-teller.ts'

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length === 0) throw new CommandError('agreement: name a file; - is standard input', 2)
  const asked = askedBy(values, timeTeller('gamma', warn))
  const { input, results } = await measured(values, positionals, asked)
  process.stdout.write(values.json ? asJson(input, results) : asTable(input, results))
}

interface Answer {
  readonly input: Input
  readonly results: readonly Result[]
}

function measured(values: Values, files: readonly string[], asked: Asked): Promise<Answer> {
  const { from = 'lesart' } = values
  if (values.from === undefined && files.some((file) => file.endsWith('.csv')))
    throw new CommandError(`agreement: say what kind of table this is, with --from ${TABLES.join(' or --from ')}`, 2)
  if ((TABLES as readonly string[]).includes(from)) {
    const [file, second] = files
    if (second !== undefined) throw new CommandError(`agreement: ${second} is too much here; one table at a time`, 2)
    return from === 'coding-table' ? ofCodingTable(file!, asked) : ofContinuumTable(file!, values, asked)
  }
  const readable = FORMATS.filter(({ read }) => read)
  const format = readable.find(({ id }) => id === from)
  if (!format)
    throw new CommandError(`--from ${from}: there are ${[...readable.map(({ id }) => id), ...TABLES].join(', ')}`, 2)
  return ofDatasets(format, files, values, asked)
}

async function ofCodingTable(file: string, asked: Asked): Promise<Answer> {
  const table = await inFile(file, (bytes) => readCodingTable(bytes, asked.level))
  const annotations = table.coding.values.filter((value) => value >= 0).length
  return {
    input: { articles: 1, annotators: table.annotators, annotations },
    results: resultsOfTable(table, asked),
  }
}

/** Tags are names: they have neither order nor distance. */
function refuseLevel(level: Level): void {
  if (level !== 'nominal')
    throw new CommandError(`--level ${level}: tags have no order; this level is for --from coding-table`, 2)
}

async function ofContinuumTable(file: string, values: Values, asked: Asked): Promise<Answer> {
  refuseLevel(asked.level)
  const length = values.length === undefined ? undefined : numberOf('length', values.length, (number) => number > 0)
  const table = await inFile(file, (bytes) => readContinuumTable(bytes, length))
  for (const column of table.unknown) warn(`${file}:1: ${column}: this column is not known and was left out`)
  if (table.guessedLength !== undefined)
    warn(`${file}: no length is given, so the continuum ends with its last unit (${table.guessedLength}); see --length`)
  if (table.withoutExtent > 0) warn(`${file}: stretches without extent were left out: ${table.withoutExtent}`)
  const { annotators, articles } = table.corpus
  return {
    input: { articles, annotators, annotations: table.units },
    results: resultsOfCorpus(table.corpus, asked),
  }
}

async function ofDatasets(format: Format, files: readonly string[], values: Values, asked: Asked): Promise<Answer> {
  refuseLevel(asked.level)
  const position = oneOf('unit', values.unit, POSITIONS)
  const { round, 'include-unfinished': includeUnfinished } = values
  const collecting = collector({ position, round, includeUnfinished })
  for (const file of files) await inFile(file, (bytes) => collect(format, file, bytes, collecting))
  const collection = collecting.collection()
  remarkOn(collection, round)
  const { corpus, annotations } = collection
  return {
    input: { articles: corpus.articles, annotators: corpus.annotators, annotations },
    results: resultsOfCorpus(corpus, asked),
  }
}

async function collect(
  format: Format,
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  { begin, add }: Pick<ReturnType<typeof collector>, 'begin' | 'add'>,
): Promise<void> {
  let study: Parameters<typeof begin>[0] | undefined
  for await (const item of format.read!(bytes)) {
    if (item.type === 'warning') warn(`${file}:${item.line}: ${item.message}`)
    else if (item.type === 'article') add(study!, item.article)
    else {
      study = item.header
      begin(study)
    }
  }
}

function remarkOn({ corpus, hasRound, outside }: Collection, round: string | undefined): void {
  if (round !== undefined && !hasRound)
    throw new CommandError(`--round ${round}: there is no such round in these files`)
  if (corpus.continua.length === 0)
    warn(
      round === undefined
        ? 'nothing counts: only finished readings of rounds of kind annotation do; see --round and --include-unfinished'
        : 'nothing counts: only finished readings do; see --include-unfinished',
    )
  if (outside > 0) warn(`spans without any coded text were left out: ${outside}`)
}

/** Reads a file or standard input; what is wrong with it is said in one line that names the place. */
async function inFile<T>(file: string, read: (bytes: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> {
  try {
    return await read(file === '-' ? process.stdin : createReadStream(typedPath(file)))
  } catch (error) {
    if (error instanceof DamagedFile) throw new CommandError(`${file}:${error.line}: ${error.message}`)
    if (error instanceof Error && 'syscall' in error)
      throw new CommandError(`${file}: cannot be read: ${error.message}`)
    throw error
  }
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`)
}
