/** `import`: takes files in, each whole or not at all: datasets with their own study, articles into one that is named. */
import path from 'node:path'
import type { Columns } from '../articles/intake/recognised.ts'
import { CONFIG_OPTIONS, readArguments, readConfig } from '../config.ts'
import { CommandError } from '../errors.ts'
import type { Moved } from '../exchange/anchoring.ts'
import type { DatasetItem, OffsetUnit } from '../exchange/format.ts'
import { Contradiction, type ImportReport, importDataset, type Tally } from '../exchange/import-actions.ts'
import { type Joining, joinDataset, UnknownTags } from '../exchange/joining-actions.ts'
import { takeInto } from '../exchange/own-study-actions.ts'
import type { Parts } from '../parts.ts'
import { newStudyInput } from '../studies/study-input.ts'
import { languageTag } from '../web/fields.ts'
import { articleTaker, type Wishes } from './article-files.ts'
import { takeCodebook } from './codebook-files.ts'
import { formatOf, type Input, inOneLine, itemsOf, openInput, placeIn, recoded, unitNamed } from './dataset-input.ts'
import { type StudyTarget, studyTarget } from './target-study.ts'
import { openWorkplace } from './workplace.ts'

const OPTIONS = {
  ...CONFIG_OPTIONS,
  json: { type: 'boolean', default: false },
  study: { type: 'string' },
  'new-study': { type: 'string' },
  language: { type: 'string' },
  encoding: { type: 'string' },
  body: { type: 'string' },
  title: { type: 'string' },
  outlet: { type: 'string' },
  author: { type: 'string' },
  url: { type: 'string' },
  'published-on': { type: 'string' },
  licence: { type: 'string' },
  tag: { type: 'string', multiple: true },
  role: { type: 'string', multiple: true },
  annotator: { type: 'string', multiple: true },
  're-anchor': { type: 'boolean', default: false },
  offsets: { type: 'string' },
} as const
type Values = { readonly [K in keyof typeof OPTIONS]?: string | boolean | string[] | undefined }

const KINDS = ['articles', 'sets', 'annotations'] as const
type Totals = Record<(typeof KINDS)[number], Tally>

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length === 0) throw new CommandError('import: name a file; - is standard input', 2)
  const wishes = wishesOf(values)
  const parts = await openWorkplace(readConfig(values))
  const totals: Totals = { articles: zero(), sets: zero(), annotations: zero() }
  try {
    const target = studyTarget(parts, wishes.study, wishes.newStudy)
    const takeArticles = articleTaker(parts, wishes, target)
    const joining = joiningOf(values, wishes)
    const offsets = unitNamed(values.offsets)
    for (const files of groupsOf(positionals)) {
      const report = await importFile(parts, files, {
        target,
        takeArticles,
        joining,
        offsets,
        encoding: wishes.encoding,
      })
      if (report) add(totals, report)
    }
  } finally {
    await parts.database.close()
  }
  process.stdout.write(
    values.json ? `${JSON.stringify(totals)}\n` : KINDS.map((kind) => line(kind, totals[kind])).join(''),
  )
}

function wishesOf(values: Values): Wishes {
  const text = (name: keyof Values) => values[name] as string | undefined
  if (text('study') !== undefined && text('new-study') !== undefined)
    throw new CommandError('import: --study names a study that is there, --new-study makes one; take one of them', 2)
  const language = text('language')
  const named = language === undefined ? undefined : languageTag.safeParse(language)
  if (named && !named.success) throw new CommandError(`--language ${language}: a code such as de or en is needed`, 2)
  const title = text('new-study')
  const newStudy = title === undefined ? undefined : newStudyInput.safeParse({ title, language: named?.data })
  if (newStudy && !newStudy.success) throw new CommandError(`--new-study ${title}: a title of 1 to 200 characters`, 2)
  return {
    study: text('study'),
    newStudy: newStudy?.data,
    language: named?.data,
    encoding: text('encoding'),
    columns: columnsOf(text),
  }
}

function columnsOf(text: (name: keyof Values) => string | undefined): Columns {
  const columns = {
    body: text('body'),
    title: text('title'),
    outlet: text('outlet'),
    author: text('author'),
    url: text('url'),
    publishedOn: text('published-on'),
    licence: text('licence'),
  }
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined))
}

interface Takers {
  readonly encoding: string | undefined
  readonly target: StudyTarget
  /** How datasets of other programs come into a study that was named; without one they are a study of their own. */
  readonly joining: Joining | undefined
  readonly offsets: OffsetUnit | undefined
  readonly takeArticles: ReturnType<typeof articleTaker>
}

/** Files that are taken in one after the other; what brat keeps beside its `annotation.conf` goes with that. */
function groupsOf(files: readonly string[]): readonly (readonly string[])[] {
  const besideIn = (folder: string) =>
    files.filter((file) => path.dirname(file) === folder && BESIDE.has(path.basename(file)))
  const isWith = (file: string) =>
    BESIDE.has(path.basename(file)) && files.includes(path.join(path.dirname(file), 'annotation.conf'))
  return files
    .filter((file) => !isWith(file))
    .map((file) => (path.basename(file) === 'annotation.conf' ? [file, ...besideIn(path.dirname(file))] : [file]))
}
const BESIDE: ReadonlySet<string> = new Set(['visual.conf', 'kb_shortcuts.conf'])

/** What a file came to, or undefined where it could not be read at all; then the exit code is 1. */
async function importFile(
  parts: Parts,
  files: readonly string[],
  takers: Takers,
): Promise<Partial<ImportReport> | undefined> {
  try {
    const input = await openInput(files)
    try {
      return await importInput(parts, input, takers)
    } finally {
      await input.close()
    }
  } catch (error) {
    process.stderr.write(`${complaint(files[0]!, error)}\n`)
    process.exitCode = 1
    return error instanceof Contradiction ? withoutNew(error.report) : undefined
  }
}

async function importInput(
  parts: Parts,
  sent: Input,
  { target, takeArticles, joining, offsets, encoding }: Takers,
): Promise<Partial<ImportReport> | undefined> {
  const input = await recoded(sent, encoding)
  const format = formatOf(input, undefined)
  if (format?.id === 'codebook') {
    process.stderr.write(`${input.typed}: ${await takeCodebook(parts, target, input, format)}\n`)
    return {}
  }
  if (format) {
    const items = itemsOf(input, format, { offsets, mayMove: joining?.mayMove ?? false })
    const report =
      joining && format.id !== 'lesart'
        ? await takeForeign(parts, target, items, joining)
        : await importDataset(parts, items)
    for (const remark of report.remarks) process.stderr.write(`${placeIn(input.typed, remark)}: ${remark.message}\n`)
    return report
  }
  if (!sent.bytes) throw new CommandError(`${input.typed}: no format that is read here is recognised in it`)
  const { articles, remarks, isRefused } = await takeArticles(input.typed === '-' ? '' : input.typed, sent.bytes)
  for (const remark of remarks) process.stderr.write(`${input.typed}${remark}\n`)
  if (isRefused) process.exitCode = 1
  return { articles }
}

function joiningOf(values: Values, { study, newStudy }: Wishes): Joining | undefined {
  if (study === undefined && newStudy === undefined) return undefined
  const pairs = (option: 'tag' | 'role' | 'annotator') =>
    ((values[option] ?? []) as string[]).map((pair): [string, string] => {
      const at = pair.lastIndexOf('=')
      if (at < 1) throw new CommandError(`--${option} ${pair}: NAME=OURS is needed`, 2)
      return [pair.slice(0, at), pair.slice(at + 1)]
    })
  const orNothing = (option: 'tag' | 'role') =>
    new Map(pairs(option).map(([theirs, ours]) => [theirs, ours || undefined]))
  return {
    tags: orNothing('tag'),
    roles: orNothing('role'),
    annotators: new Map(pairs('annotator')),
    mayMove: values['re-anchor'] === true,
  }
}

/** Into a study that is there; or as one that begins with it, under the codebook that its tags make. */
async function takeForeign(
  parts: Parts,
  target: StudyTarget,
  items: AsyncIterable<DatasetItem>,
  joining: Joining,
): Promise<ImportReport> {
  const begun = target.begins()
  if (!begun) return joinInto(parts, target, items, joining)
  const { study, report, moves } = await parts.database.transact((db) =>
    takeInto(parts, db, { id: parts.clock.newId(), ...begun }, items),
  )
  target.isThere(study)
  return withMoves(report, moves)
}

function withMoves(report: ImportReport, moves: readonly Moved[]): ImportReport {
  const remarks = moves.map(({ file, line, quote, from, to }) => ({
    ...{ file, line },
    message: `„${quote}“, said to be at ${from}: ${to === undefined ? 'not found, and left out' : `found at ${to}`}`,
  }))
  return { ...report, remarks: [...report.remarks, ...remarks] }
}

async function joinInto(
  parts: Parts,
  target: StudyTarget,
  items: AsyncIterable<DatasetItem>,
  joining: Joining,
): Promise<ImportReport> {
  const study = await parts.database.transact((db) => target.study(db))
  try {
    const { report, anchored, moves, leftOut } = await joinDataset(parts, study, items, joining)
    const { exact, moved, 'not-found': lost } = anchored
    process.stderr.write(`places: ${exact} exact, ${moved} moved, ${lost} not found\n`)
    for (const { what, name, count } of leftOut) process.stderr.write(`left out: ${what} ${name} (${count})\n`)
    return withMoves(report, moves)
  } catch (error) {
    if (!(error instanceof UnknownTags)) throw error
    throw new CommandError(`${error.message}; map each with --tag THEIRS=OURS, or leave it out with --tag THEIRS=`)
  }
}

function complaint(file: string, error: unknown): string {
  if (error instanceof Contradiction) return `${placeIn(file, error)}: ${error.message}`
  if (error instanceof CommandError) return error.message
  const line = inOneLine(file, error, true)
  if (line instanceof CommandError) return line.message
  throw error
}

function withoutNew(report: ImportReport): ImportReport {
  const kept = (tally: Tally): Tally => ({ ...tally, new: 0 })
  return { ...report, articles: kept(report.articles), sets: kept(report.sets), annotations: kept(report.annotations) }
}

function zero(): Tally {
  return { new: 0, equal: 0, refused: 0 }
}

function add(totals: Totals, report: Partial<ImportReport>): void {
  for (const kind of KINDS)
    for (const key of ['new', 'equal', 'refused'] as const) totals[kind][key] += report[kind]?.[key] ?? 0
}

function line(kind: string, tally: Tally): string {
  return `${kind}: ${tally.new} new, ${tally.equal} equal, ${tally.refused} refused\n`
}
