/** A request for a row of the table as somebody would make it who knows what is there, made from the row's schemas. */
import type { Route } from '../../server/route.ts'
import { newId } from './builders.ts'
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
  const query = row.query ? (sampleOf(shapeOf(row.query)!, known) as Record<string, string>) : {}
  const search = new URLSearchParams(query).toString()
  return addressOf(row, params) + (search && `?${search}`)
}

type Encoded = Pick<RawRequest, 'headers' | 'body'>

function encoded(row: Route, body: unknown): Encoded {
  if (row.method === 'get') return { headers: {}, body: '' }
  if (row.largestFile !== undefined) return row.method === 'put' ? { headers: {}, body: 'A text.' } : inParts(body)
  if (row.method === 'put') return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const fields = new URLSearchParams(body as Record<string, string>).toString()
  return { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: fields }
}

const BOUNDARY = 'between-the-parts'

function inParts(body: unknown): Encoded {
  const fields = Object.entries({ nothing: '', ...(body as object) })
  const parts = fields.map(([name, value]) => part(`name="${name}"`, value))
  const file = part('name="file"; filename="a.txt"', 'A text.')
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: `${[...parts, file].join('')}--${BOUNDARY}--\r\n`,
  }
}

function part(disposition: string, content: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
}
