/** What the form about a file states → how the file is to be read. */
import type { FileWishes } from './draft.ts'
import { type Columns, FIELDS } from './intake/recognised.ts'

export function wishesOf(stated: Readonly<Record<string, string | undefined>>): FileWishes {
  const columns: Columns = Object.fromEntries(
    FIELDS.flatMap((field) => (stated[field] === undefined ? [] : [[field, stated[field]]])),
  )
  const encoding = stated.likely ?? stated.other
  return {
    ...(encoding !== undefined && { encoding }),
    ...(Object.keys(columns).length > 0 && { columns }),
  }
}
