/** `export`: a study as a file, a folder or a zip, beside a running server too. */
import { SET_STATES } from '../annotations/annotation-set.ts'
import { CONFIG_OPTIONS, readArguments, readConfig } from '../config.ts'
import type { Db } from '../database/db.ts'
import { CommandError } from '../errors.ts'
import { writeDataset } from '../exchange/export-actions.ts'
import { writeRevisions } from '../exchange/revision-actions.ts'
import type { Selection } from '../exchange/selection.ts'
import { listRounds } from '../rounds/round-store.ts'
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
    if (revisions !== undefined) return await writeWhole(revisions, (file) => writeRevisions(parts, study, file))
    const selection: Selection = {
      rounds: await roundsNamed(db, study.id, values.round),
      annotators: values.annotator,
      tags: values.tag,
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
