/** `agreement`: how far the readings in a dataset or a table agree, without a database. */
import { createReadStream } from 'node:fs'
import { type Collection, collector } from '../agreement/collecting.ts'
import { GAMMA_DEFAULTS } from '../agreement/gamma.ts'
import { LEVELS, type Level } from '../agreement/krippendorff-alpha.ts'
import { MEASURES, type MeasureName, OF_CODINGS } from '../agreement/measures.ts'
import { type Asked, type Result, resultsOfCorpus, resultsOfTable } from '../agreement/results.ts'
import { SAMPLERS } from '../agreement/samplers.ts'
import { CONFIG_OPTIONS, readArguments, typedPath } from '../config.ts'
import { CommandError } from '../errors.ts'
import type { Format } from '../exchange/format.ts'
import { readCodingTable } from '../exchange/formats/coding-table.ts'
import { readContinuumTable } from '../exchange/formats/continuum-table.ts'
import { FORMATS } from '../exchange/formats/index.ts'
import { DamagedFile } from '../exchange/formats/lesart-lines.ts'
import { asJson, asTable, type Input } from './agreement-report.ts'
import { timeTeller } from './time-teller.ts'

const POSITIONS = ['character', 'token', 'sentence'] as const
const TABLES = ['coding-table', 'continuum-table'] as const

/** Measured where no measure is named: quick, and what the others are read beside. */
const USUAL: readonly MeasureName[] = [
  'krippendorff-alpha',
  'u-alpha',
  'u-alpha-binary',
  'cu-alpha',
  'ku-alpha',
  'span-f1',
]

const OPTIONS = {
  ...CONFIG_OPTIONS,
  from: { type: 'string', default: 'lesart' },
  measure: { type: 'string', multiple: true },
  level: { type: 'string', default: 'nominal' },
  unit: { type: 'string', default: 'character' },
  length: { type: 'string' },
  round: { type: 'string' },
  'include-unfinished': { type: 'boolean', default: false },
  threshold: { type: 'string', default: '0.5' },
  bootstrap: { type: 'string' },
  seed: { type: 'string', default: '1' },
  'gamma-alpha': { type: 'string', default: String(GAMMA_DEFAULTS.alpha) },
  'gamma-beta': { type: 'string', default: String(GAMMA_DEFAULTS.beta) },
  'delta-empty': { type: 'string', default: String(GAMMA_DEFAULTS.deltaEmpty) },
  precision: { type: 'string', default: String(GAMMA_DEFAULTS.precision) },
  sampler: { type: 'string', default: GAMMA_DEFAULTS.sampler },
  json: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values']

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length === 0) throw new CommandError('agreement: name a file; - is standard input', 2)
  const asked = askedBy(values)
  const { input, results } = await measured(values, positionals, asked)
  process.stdout.write(values.json ? asJson(input, results) : asTable(input, results))
}

interface Answer {
  readonly input: Input
  readonly results: readonly Result[]
}

function measured(values: Values, files: readonly string[], asked: Asked): Promise<Answer> {
  const { from } = values
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
  const unfit = asked.measures.find((measure) => !OF_CODINGS.includes(measure))
  if (unfit) throw new CommandError(`--measure ${unfit}: a coding-table has ${OF_CODINGS.join(', ')}`, 2)
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
  if (table.pointless > 0) warn(`${file}: stretches without extent were left out: ${table.pointless}`)
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

function askedBy(values: Values): Asked {
  const isPositive = (number: number) => number > 0
  const isShare = (number: number) => number > 0 && number <= 1
  const seed = numberOf('seed', values.seed, (number) => Number.isSafeInteger(number) && number >= 0)
  return {
    measures: measuresIn(values),
    level: oneOf('level', values.level, LEVELS),
    threshold: numberOf('threshold', values.threshold, isShare),
    bootstrap: {
      samples: numberOf(
        'bootstrap',
        values.bootstrap ?? '2000',
        (number) => Number.isInteger(number) && number >= 0 && number <= 100_000,
      ),
      seed,
      ofParagraphs: values.bootstrap !== undefined,
    },
    gamma: {
      alpha: numberOf('gamma-alpha', values['gamma-alpha'], (number) => number >= 0),
      beta: numberOf('gamma-beta', values['gamma-beta'], (number) => number >= 0),
      deltaEmpty: numberOf('delta-empty', values['delta-empty'], isPositive),
      precision: numberOf('precision', values.precision, (number) => number >= 0.001 && number < 1),
      sampler: oneOf('sampler', values.sampler, SAMPLERS),
      seed,
      progress: timeTeller('gamma', warn),
    },
  }
}

function measuresIn({ measure, from }: Values): readonly MeasureName[] {
  const isCoding = from === 'coding-table'
  if (!measure) return isCoding ? ['krippendorff-alpha'] : USUAL
  const names = measure.flatMap((names) => names.split(','))
  if (names.includes('all')) return isCoding ? OF_CODINGS : MEASURES
  return names.map((name) => oneOf('measure', name, MEASURES))
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new CommandError(`--${option} ${value}: there are ${choices.join(', ')}`, 2)
  return found
}

function numberOf(option: string, value: string, fits: (number: number) => boolean): number {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number) || !fits(number))
    throw new CommandError(`--${option} ${value}: this number cannot be used here`, 2)
  return number
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`)
}
