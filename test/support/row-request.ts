/** A request for a row of the table as somebody would make it who knows what is there, made from the row's schemas. */
import type { Route } from '../../server/route.ts'
import { newId } from './builders.ts'
import { formOf, partsOf } from './encodings.ts'
import type { RawRequest } from './raw-http.ts'
import { addressOf, type Params } from './routes.ts'
import { sampleOf, shapeOf } from './samples.ts'

export interface RowRequest extends RawRequest {
  /** Whether the row's schema takes the body. What its rules beyond a schema ask cannot be guessed. */
  readonly fits: boolean
}

/** A request in which every parameter and every field that there must be is what `known` says, where it fits there. */
export function requestFor(row: Route, known: Params): RowRequest {
  const here = { ...known, id: newId(), action: newId() }
  const body = row.body ? sampleOf(shapeOf(row.body)!, here, false) : {}
  return {
    method: row.method.toUpperCase(),
    path: pathFor(row, here),
    ...encoded(row, body),
    fits: row.body?.safeParse(body).success ?? true,
  }
}

function pathFor(row: Route, known: Params): string {
  const params = sampleOf(shapeOf(row.params) ?? {}, known) as Params
  const query = row.query ? sampleOf(shapeOf(row.query)!, known) : {}
  const search = formOf(Object.entries(query as object))
  return addressOf(row, params) + (search && `?${search}`)
}

type Encoded = Pick<RawRequest, 'headers' | 'body'>

function encoded(row: Route, body: unknown): Encoded {
  if (row.method === 'get') return { headers: {}, body: '' }
  const fields = Object.entries(body as object)
  if (row.largestFile !== undefined) return row.method === 'put' ? { headers: {}, body: 'A text.' } : partsOf(fields)
  if (row.method === 'put') return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  return { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: formOf(fields) }
}
