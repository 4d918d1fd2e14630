/** Rows → a Parquet file, one group of rows after the other: as much is in memory as one group takes. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]
/** A column of the schema, and what lies below it. */
type Elements = readonly [SchemaElement, ...SchemaElement[]]
/** What the schema says of a column, and its value in a row; undefined where there is none. */
export type Column<Row> = readonly [elements: Elements, valueIn: (row: Row) => unknown]

const GROUP = 5_000

/** Rows come in portions of any size. */
export async function* parquetOf<Row>(
  columns: readonly Column<Row>[],
  portions: AsyncIterable<readonly Row[]>,
): AsyncIterable<Uint8Array> {
  const writer = new ByteWriter()
  const root = { name: 'root', num_children: columns.length }
  const schema = [root, ...columns.flatMap(([elements]) => elements)]
  // The least and the greatest quote of a group help nobody to find one, and looking for them takes a sixth of the time.
  const file = new ParquetWriter({ writer, schema, statistics: false, createdBy: 'lesart' })
  for await (const group of groupsOf(portions)) {
    const columnData = columns.map(([[{ name }], valueIn]) => ({ name, data: group.map(valueIn) }))
    await file.write({ columnData, rowGroupSize: Math.max(1, group.length) })
    yield taken(writer)
  }
  await file.finish()
  yield taken(writer)
}

/** As many rows as make a group, once at least, perhaps without rows. */
async function* groupsOf<Row>(portions: AsyncIterable<readonly Row[]>): AsyncIterable<readonly Row[]> {
  let group: Row[] = []
  let isFirst = true
  for await (const portion of portions)
    for (let from = 0; from < portion.length; ) {
      const room = portion.slice(from, from + GROUP - group.length)
      group = group.concat(room)
      from += room.length
      if (group.length < GROUP) continue
      yield group
      group = []
      isFirst = false
    }
  if (group.length > 0 || isFirst) yield group
}

/** What has been written since the last time. Offsets in the file go on from there: they are counted apart. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(writer.buffer, 0, writer.index).slice()
  writer.index = 0
  return bytes
}

export const text = (name: string): Elements => [
  {
    ...{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
    repetition_type: 'OPTIONAL',
  },
]

export const whole = (name: string): Elements => [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }]

/** Microseconds since 1970, UTC. */
export const moment = (name: string): Elements => [
  {
    ...{ name, type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'OPTIONAL' },
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
  },
]

/** A list of structs, in the three levels that all readers know. */
export const listOf = (name: string, fields: readonly Elements[]): Elements => [
  { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', repetition_type: 'OPTIONAL', num_children: fields.length },
  ...fields.flat(),
]
