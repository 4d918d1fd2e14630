/** Requests for a row of the table as nobody means them: near enough to good ones to get far. Made from its schemas alone. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { Route } from '../../server/route.ts'
import { newId } from './builders.ts'
import { type Fields, formOf, partsOf } from './encodings.ts'
import {
  BOMB,
  ENCODINGS,
  HEADERS,
  METHODS,
  nastyText,
  nastyValue,
  QUERIES,
  RUBBISH,
  SEGMENTS,
  STRANGE_FIELDS,
  TYPES,
} from './nasty.ts'
import type { RawRequest } from './raw-http.ts'
import { addressOf, type Params } from './routes.ts'
import { fieldsOf, type Shape, sampleOf, shapeOf } from './samples.ts'

/** What is there to be asked for: in a study that the caller may be in, and in another one. */
export interface Known {
  readonly here: Params
  readonly elsewhere: Params
}

/** A field that is not what it should be: undefined where it is missing. */
type Changes = Fields

/** A request without what says who sends it. */
export type AnyRequest = RawRequest & { readonly spoilt: Readonly<Record<string, string>> }

export function anyRequest(row: Route, known: Known): fc.Arbitrary<AnyRequest> {
  const all = fc.boolean()
  return fc
    .record({
      method: rarely(fc.constantFrom(...METHODS), 20),
      path: anyPath(row, known),
      sent:
        row.method === 'get' ? fc.constant({ headers: {}, body: '' }) : all.chain((all) => anyBody(row, known, all)),
      type: rarely(fc.constantFrom(...TYPES), 12),
      encoding: rarely(fc.constantFrom(...ENCODINGS), 12),
      spoilt: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: someHeaders }),
    })
    .map(({ method, path, sent, type, encoding, spoilt }) => ({
      method: method ?? row.method.toUpperCase(),
      path,
      headers: {
        ...sent.headers,
        ...(type !== undefined && sent.body !== '' && { 'Content-Type': type }),
        ...(encoding !== undefined && { 'Content-Encoding': encoding }),
      },
      spoilt,
      body: sent.body,
    }))
}

/** A little more than Node takes. */
const LONGEST_QUERY = 17_000

function rarely<T>(arbitrary: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
}

const someHeaders = fc
  .uniqueArray(fc.constantFrom(...Object.keys(HEADERS)), { maxLength: 2 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...HEADERS[name]!)]))))

/** A row's address: now and then with the ids of another study, with segments that are none, with a query of any kind. */
function anyPath(row: Route, { here, elsewhere }: Known): fc.Arbitrary<string> {
  const names = fieldsOf(shapeOf(row.params))
  const segment = fc.oneof(
    fc.constantFrom(...SEGMENTS),
    nastyText.map((text) => encodeURIComponent(text.toWellFormed())),
  )
  const changed =
    names.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...names), segment, { maxKeys: 1 })
  const foreign = fc.subarray(names, { maxLength: Math.min(1, names.length) })
  const query = fc.oneof(
    {
      weight: 3,
      arbitrary: changesOf(fieldsOf(shapeOf(row.query)), elsewhere).map((fields) =>
        formOf(fields).slice(0, LONGEST_QUERY),
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...QUERIES) },
  )
  return fc
    .record({ changed: rarely(changed, 3), foreign: rarely(foreign, 5), query: rarely(query, row.query ? 2 : 8) })
    .map(({ changed, foreign = [], query }) => {
      const known = {
        ...here,
        id: newId(),
        ...Object.fromEntries(foreign.map((name) => [name, elsewhere[name] ?? 'x'])),
      }
      const params = sampleOf(shapeOf(row.params) ?? {}, known) as Params
      return addressOf(row, { ...params, ...changed }) + (query ? `?${query}` : '')
    })
}

/** Fields of these names with values of any kind, or missing; among them ids of the other study and fields that there are not. */
function changesOf(names: readonly string[], elsewhere: Params): fc.Arbitrary<Changes> {
  const name = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(names.length > 0 ? names : ['extra'])) },
    { weight: 1, arbitrary: fc.constantFrom(...STRANGE_FIELDS) },
  )
  const change = name.chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof(
        { weight: 8, arbitrary: nastyValue },
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant(elsewhere[name] ?? 'x') },
      ),
    ),
  )
  return fc.array(change, { maxLength: 3 })
}

type Sent = Pick<RawRequest, 'headers' | 'body'>

function anyBody(row: Route, { here, elsewhere }: Known, all: boolean): fc.Arbitrary<Sent> {
  const shape: Shape = shapeOf(row.body) ?? { type: 'object' }
  const good = () => sampleOf(shape, { ...here, action: newId(), id: newId() }, all)
  const meant = fc
    .tuple(changesOf(fieldsOf(shape), elsewhere), rarely(nastyText, 2))
    .map(([changes, fileName]) => encoded(row, entriesWith(good(), changes), fileName))
  const spoilt = (spoil: (body: string) => string | Buffer) =>
    meant.map(({ headers, body }) => ({ headers, body: spoil(String(body)) }))
  const raw = (bodies: fc.Arbitrary<string | Buffer>) =>
    fc.tuple(meant, bodies).map(([{ headers }, body]) => ({ headers, body }))
  return fc.oneof(
    { weight: 14, arbitrary: meant },
    { weight: 1, arbitrary: spoilt((body) => body.slice(0, -2)) },
    { weight: 1, arbitrary: spoilt((body) => gzipSync(body)) },
    { weight: 1, arbitrary: raw(fc.json()) },
    { weight: 1, arbitrary: raw(fc.uint8Array().map((bytes) => Buffer.from(bytes))) },
    { weight: 2, arbitrary: raw(fc.constantFrom(...RUBBISH)) },
    { weight: 1, arbitrary: raw(fc.constant(BOMB)).map(zipped) },
  )
}

function zipped({ headers, body }: Sent): Sent {
  return { headers: { ...headers, 'Content-Encoding': 'gzip' }, body }
}

function entriesWith(good: unknown, changes: Changes): Changes {
  const changed = new Set(changes.map(([name]) => name))
  const kept = Object.entries(good as object).filter(([name]) => !changed.has(name))
  return [...kept, ...changes.filter(([, value]) => value !== undefined)]
}

/** Fields as the row takes them: a form, a form of parts, JSON, or bytes. */
function encoded(row: Route, fields: Changes, fileName?: string): Sent {
  if (row.largestFile !== undefined) {
    if (row.method === 'post') return partsOf(fields, fileName)
    return { headers: {}, body: JSON.stringify(fields) }
  }
  if (row.method === 'post')
    return { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: formOf(fields) }
  const object = {}
  // Plain assignment would lose a field of the name __proto__.
  for (const [name, value] of fields)
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true })
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(object) }
}
