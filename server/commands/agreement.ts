/** `agreement`: how far the readings in a dataset or a table agree, without a database. */
import { createReadStream } from 'node:fs'
import { type Collection, collector } from '../agreement/collecting.ts'
import type { Level } from '../agreement/krippendorff-alpha.ts'
import type { TextPosition } from '../agreement/positions.ts'
import { type Asked, type Result, resultsOfCorpus, resultsOfTable } from '../agreement/results.ts'
import { readArguments, typedPath } from '../config.ts'
import { CommandError } from '../errors.ts'
import type { Format } from '../exchange/format.ts'
import { readCodingTable } from '../exchange/formats/coding-table.ts'
import { readContinuumTable } from '../exchange/formats/continuum-table.ts'
import { DamagedFile } from '../exchange/formats/lesart-lines.ts'
import { askedBy, numberOf, OPTIONS, oneOf, POSITIONS, TABLES, unusedBy, type Values } from './agreement-options.ts'
import { asJson, asTable, type Input as Measured } from './agreement-report.ts'
import { formatOf, type Input, itemsOf, openInput, placeIn, readableNamed, recoded } from './dataset-input.ts'
import { inWords, isOfTheSystem } from './machine-words.ts'
import { timeTeller } from './time-teller.ts'

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length === 0) throw new CommandError('agreement: name a file; - is standard input', 2)
  const asked = askedBy(values, timeTeller('gamma', warn))
  for (const option of unusedBy(values)) warn(`--${option} does not bear on such a file and was left aside`)
  const { input, results } = await measured(values, positionals, asked)
  process.stdout.write(values.json ? asJson(input, results) : asTable(input, results))
}

interface Answer {
  readonly input: Measured
  readonly results: readonly Result[]
}

function measured(values: Values, files: readonly string[], asked: Asked): Promise<Answer> {
  const { from } = values
  if (from === undefined || !(TABLES as readonly string[]).includes(from)) return ofDatasets(files, values, asked)
  const [file, second] = files
  if (second !== undefined) throw new CommandError(`agreement: ${second} is too much here; one table at a time`, 2)
  return from === 'coding-table' ? ofCodingTable(file!, asked) : ofContinuumTable(file!, values, asked)
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
  const length =
    values.length === undefined
      ? undefined
      : numberOf('length', values.length, (length) => length > 0 && length <= Number.MAX_SAFE_INTEGER)
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

async function ofDatasets(files: readonly string[], values: Values, asked: Asked): Promise<Answer> {
  refuseLevel(asked.level)
  const position = oneOf('unit', values.unit, POSITIONS)
  const { from, round, 'include-unfinished': includeUnfinished } = values
  if (from !== undefined) readableNamed(from, TABLES)
  const collecting = collector({ position, round, includeUnfinished })
  for (const file of files) await collectFrom(file, values, collecting, position)
  const collection = collecting.collection()
  remarkOn(collection, round)
  const { corpus, annotations } = collection
  return {
    input: { articles: corpus.articles, annotators: corpus.annotators, annotations },
    results: resultsOfCorpus(corpus, asked),
  }
}

async function collectFrom(
  file: string,
  { from, encoding }: Pick<Values, 'from' | 'encoding'>,
  collecting: ReturnType<typeof collector>,
  position: TextPosition,
): Promise<void> {
  const opened = await openInput([file])
  try {
    const input = await recoded(opened, encoding)
    const format = formatOf(input, from)
    if (!format) throw new CommandError(unknownFormat(file), isTable(file) ? 2 : 1)
    await collect(input, format, collecting, position)
  } finally {
    await opened.close()
  }
}

const isTable = (file: string) => /\.[ct]sv$/i.test(file)

function unknownFormat(file: string): string {
  if (isTable(file)) return `agreement: say what kind of table ${file} is, with --from ${TABLES.join(' or --from ')}`
  return `${file}:1: this is no dataset in a format that is known here; name it with --from`
}

async function collect(
  input: Input,
  format: Format,
  { begin, add }: Pick<ReturnType<typeof collector>, 'begin' | 'add'>,
  position: TextPosition,
): Promise<void> {
  let study: Parameters<typeof begin>[0] | undefined
  let isWithoutLength = false
  for await (const item of itemsOf(input, format)) {
    if (item.type === 'warning') warn(`${placeIn(input.typed, item)}: ${item.message}`)
    else if (item.type === 'header') {
      study = item.header
      begin(study)
    } else if (item.article.isWithheld && position !== 'character')
      throw new CommandError(
        `${placeIn(input.typed, item)}: the text is not there, so --unit ${position} cannot be had`,
      )
    else {
      add(study!, item.article)
      isWithoutLength ||= item.article.isWithheld === true && item.article.sha256 === ''
    }
  }
  if (isWithoutLength) warn(`${input.typed}: ${WITHOUT_LENGTH}`)
}

const WITHOUT_LENGTH =
  'how long the texts are is not in it, so each article ends with its last mark, and what counts unmarked text comes out otherwise than with it; the lesart file says it'

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
    if (isOfTheSystem(error)) throw new CommandError(`${file}: cannot be read: ${inWords(error)}`)
    throw error
  }
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`)
}
