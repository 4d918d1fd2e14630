/** Rows → a Parquet file, one group of rows after the other: as much is in memory as one group takes. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema']
export type SchemaElement = Schema[number]
export type Row = Readonly<Record<string, unknown>>

const GROUP = 5_000

/** `columns`: names of the columns at the top of the schema. */
export async function* parquetOf(
  schema: readonly SchemaElement[],
  columns: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncIterable<Uint8Array> {
  const writer = new ByteWriter()
  const file = new ParquetWriter({ writer, schema: [...schema], createdBy: 'lesart' })
  const groupOf = (group: readonly Row[]) =>
    file.write({
      columnData: columns.map((name) => ({ name, data: group.map((row) => row[name]) })),
      rowGroupSize: Math.max(1, group.length),
    })
  let group: Row[] = []
  let hasRows = false
  for await (const row of rows) {
    group.push(row)
    if (group.length < GROUP) continue
    await groupOf(group)
    group = []
    hasRows = true
    yield taken(writer)
  }
  if (group.length > 0 || !hasRows) await groupOf(group)
  await file.finish()
  yield taken(writer)
}

/** What has been written since the last time. Offsets in the file go on from there: they are counted apart. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(writer.buffer, 0, writer.index).slice()
  writer.index = 0
  return bytes
}

export const text = (name: string): SchemaElement => ({
  ...{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  repetition_type: 'OPTIONAL',
})

export const whole = (name: string): SchemaElement => ({ name, type: 'INT32', repetition_type: 'OPTIONAL' })

/** Microseconds since 1970, UTC. */
export const moment = (name: string): SchemaElement => ({
  ...{ name, type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'OPTIONAL' },
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
})

/** A list of structs, in the three levels that all readers know. */
export const listOf = (name: string, fields: readonly SchemaElement[]): SchemaElement[] => [
  { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', repetition_type: 'OPTIONAL', num_children: fields.length },
  ...fields,
]
