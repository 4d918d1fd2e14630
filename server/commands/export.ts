/** `export`: a study as a file, a folder or a zip, beside a running server too. */
import { CONFIG_OPTIONS, readArguments, readConfig } from '../config.ts'
import { CommandError } from '../errors.ts'
import { writeDataset } from '../exchange/export-actions.ts'
import { chooseStudy } from './choose-study.ts'
import { formatNamed, OUTPUT_OPTIONS, outputFor } from './dataset-output.ts'
import { openForReading } from './workplace.ts'

const OPTIONS = {
  ...CONFIG_OPTIONS,
  ...OUTPUT_OPTIONS,
  study: { type: 'string' },
  format: { type: 'string', default: 'lesart' },
} as const

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length > 0)
    throw new CommandError(`export: ${positionals[0]} is too much here; the target is named with --out`, 2)
  const format = formatNamed('format', values.format, values.out)
  const output = outputFor('export', format, values)
  const parts = await openForReading(readConfig(values))
  try {
    const study = await chooseStudy(parts.database.db, values.study)
    await output.write((target, container) => writeDataset(parts, study, 'everybody', format, target, container))
  } finally {
    await parts.database.close()
  }
}
