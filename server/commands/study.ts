/** `study list`: what is in the database, beside a running server too. */
import { CONFIG_OPTIONS, readArguments, readConfig } from '../config.ts'
import { CommandError } from '../errors.ts'
import { listStudiesWithCounts } from '../managing/study-list-actions.ts'
import { openForReading } from './workplace.ts'

const OPTIONS = { ...CONFIG_OPTIONS, json: { type: 'boolean', default: false } } as const

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.join(' ') !== 'list') throw new CommandError('usage: lesart study list [--json]', 2)
  const parts = await openForReading(readConfig(values))
  try {
    const studies = await listStudiesWithCounts(parts)
    process.stdout.write(
      values.json
        ? `${JSON.stringify(studies)}\n`
        : studies
            .map(
              ({ slug, title, articles, annotations }) =>
                `${slug}\t${title}\t${articles} articles\t${annotations} annotations\n`,
            )
            .join(''),
    )
  } finally {
    await parts.database.close()
  }
}
