/** `export`: a study as a file, a folder or a zip, beside a running server too. */
import { SET_STATES } from '../annotations/annotation-set.ts'
import { listCodebooks } from '../codebook/codebook-store.ts'
import { CONFIG_OPTIONS, readArguments, readConfig } from '../config.ts'
import type { Db } from '../database/db.ts'
import { CommandError } from '../errors.ts'
import { writeDataset } from '../exchange/export-actions.ts'
import { writeRevisions } from '../exchange/revision-actions.ts'
import type { Selection } from '../exchange/selection.ts'
import { listRounds } from '../rounds/round-store.ts'
import { listAnnotators } from '../studies/study-store.ts'
import { chooseStudy } from './choose-study.ts'
import { formatNamed, OUTPUT_OPTIONS, outputFor } from './dataset-output.ts'
import { newTarget, writeWhole } from './targets.ts'
import { openForReading } from './workplace.ts'

const OPTIONS = {
  ...CONFIG_OPTIONS,
  ...OUTPUT_OPTIONS,
  study: { type: 'string' },
  format: { type: 'string', default: 'lesart' },
  round: { type: 'string', multiple: true },
  annotator: { type: 'string', multiple: true },
  tag: { type: 'string', multiple: true },
  state: { type: 'string', multiple: true },
  revisions: { type: 'boolean', default: false },
} as const

interface Values {
  readonly round?: string[] | undefined
  readonly annotator?: string[] | undefined
  readonly tag?: string[] | undefined
  readonly state?: string[] | undefined
}

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length > 0)
    throw new CommandError(`export: ${positionals[0]} is too much here; the target is named with --out`, 2)
  const format = formatNamed('format', values.format, values.out)
  const states = statesNamed(values.state)
  const revisions = values.revisions ? revisionsTarget(values) : undefined
  const output = revisions === undefined ? outputFor('export', format, values) : undefined
  const parts = await openForReading(readConfig(values))
  try {
    const { db } = parts.database
    const study = await chooseStudy(db, values.study)
    if (revisions !== undefined) {
      const count = await writeWhole(revisions, (file) => writeRevisions(parts, study, file))
      return void (values.json && process.stdout.write(`${JSON.stringify({ revisions: count })}\n`))
    }
    const selection: Selection = {
      rounds: await roundsNamed(db, study.id, values.round),
      annotators: known('annotator', values.annotator, await pseudonymsIn(db, study.id)),
      tags: known('tag', values.tag, await tagsIn(db, study.id)),
      states,
    }
    const extent = { study, whose: 'everybody', selection } as const
    await output!.write((target, container) => writeDataset(parts, extent, format, target, container))
  } finally {
    await parts.database.close()
  }
}

function revisionsTarget({ out, force }: { readonly out?: string | undefined; readonly force: boolean }): string {
  if (out === undefined || out === '-') throw new CommandError('export --revisions: name the file with --out FILE', 2)
  return newTarget(out, force)
}

function statesNamed(named: Values['state']): Selection['states'] {
  return named?.map((name) => {
    const state = SET_STATES.find((state) => state === name)
    if (!state) throw new CommandError(`--state ${name}: there are ${SET_STATES.join(', ')}`, 2)
    return state
  })
}

/** A name that nothing has would leave everything out without a word. */
function known(
  option: string,
  named: readonly string[] | undefined,
  names: readonly string[],
): readonly string[] | undefined {
  const unknown = named?.find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new CommandError(`--${option} ${unknown}: there is no such ${option}; there are: ${names.join(', ')}`)
  return named
}

async function pseudonymsIn(db: Db, studyId: string): Promise<string[]> {
  const annotators = await listAnnotators(db, studyId)
  return annotators.filter(({ kind }) => kind !== 'visitor').map(({ pseudonym }) => pseudonym)
}

async function tagsIn(db: Db, studyId: string): Promise<string[]> {
  const codebooks = await listCodebooks(db, studyId)
  return [...new Set(codebooks.flatMap(({ tags }) => tags.map(({ id }) => id)))]
}

/** By id or by title. */
async function roundsNamed(db: Db, studyId: string, named: Values['round']): Promise<string[] | undefined> {
  if (!named) return undefined
  const rounds = await listRounds(db, studyId)
  return named.map((name) => {
    const round = rounds.find(({ id, title }) => id === name || title === name)
    if (!round)
      throw new CommandError(
        `--round ${name}: there is no such round; there are: ${rounds.map(({ title }) => title).join(', ')}`,
      )
    return round.id
  })
}
