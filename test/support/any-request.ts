/** Requests as nobody means them: addresses, headers and bodies that are near enough to good ones to get far. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'

const NASTY = [
  '',
  '\0',
  '\ud83d',
  '\udc00x',
  '\u2028',
  '\u202e',
  '\ufeff',
  'e\u0301',
  '😃',
  '__proto__',
  'constructor',
  'toString',
  '<script>',
  '%',
  '../..',
  "' OR 1=1 --",
  '<%= 7*7 %>',
]
const SEGMENTS = [
  '%',
  '%00',
  '%ff',
  '%2f',
  '%2e%2e',
  '..',
  '%c0%af',
  '%E0%A4%A',
  '%F0%9F%98%83',
  '%0d%0aX:%20y',
  '__proto__',
  'constructor',
  '%5c',
  '~',
  '"',
  "'",
  '[',
  ']',
  ';a=b',
  'x'.repeat(3_000),
]
const QUERIES = [
  '%',
  '=',
  '&&&',
  'lang',
  'lang[]=de',
  'lang=de&lang=en',
  'lang[a][b]=c',
  '__proto__[x]=1',
  'constructor[prototype][x]=1',
  'settings[view+options][client]=1',
  'next=//elsewhere.test',
  'next[]=x',
  'next=%00',
  'token=%ff',
  'token=a&token=b',
  'reading=constructor',
  'theme=__proto__',
  'cache=1&filename=x',
  `${'a=1&'.repeat(900)}`,
  '?',
  '#',
]
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Accept: ['', 'image/png', '*/*;q=x', ';'],
  'Accept-Language': ['', ';;,', 'de;q=NaN', 'x'.repeat(2_000), '\xff\xfe', 'constructor', '*;q=-1'],
  'Accept-Encoding': ['', 'br;q=1, *;q=0', 'nothing'],
  Authorization: [
    '',
    'Bearer',
    'Bearer \xff',
    'Bearer x',
    'Basic eDp5',
    'Digest username="x"',
    `Bearer ${'x'.repeat(4_000)}`,
  ],
  Cookie: [
    '',
    '=',
    ';;;',
    'lesart',
    'lesart=%',
    'lesart=\xff',
    '__proto__=x; lesart=y',
    'lesart-reading=language=constructor&__proto__=on',
    'lesart-reading=theme=%E0%A4%A&size=999&&=&',
    `lesart=${'x'.repeat(4_000)}`,
  ],
  Origin: ['', 'null', '\xff', 'http://[', 'http://elsewhere.test', 'file://'],
  'Sec-Fetch-Site': ['', 'cross-site', 'same-origin', 'x'],
  Host: ['', '[', 'elsewhere.test:99999', '\xff', 'a b'],
  'X-Forwarded-For': ['203.0.113.7', ',,,'],
  'X-Forwarded-Proto': ['https'],
  'X-HTTP-Method-Override': ['DELETE'],
  Range: ['bytes=5-1', 'bytes=-', 'lines=1-2'],
  'If-None-Match': ['*', '"', 'W/'],
  'If-Modified-Since': ['yesterday'],
}
const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json; charset="',
  'application/x-www-form-urlencoded; charset=iso-8859-1',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  '',
  ';',
  'application/json, text/plain',
  'APPLICATION/JSON',
]
const ENCODINGS = ['gzip', 'deflate', 'br', 'zip', 'identity', '', 'gzip, gzip']

const nastyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constant('x'.repeat(20_000)),
)
const nastyNumber = fc.oneof(
  fc.double(),
  fc.maxSafeInteger(),
  fc.integer({ min: -2, max: 200 }),
  fc.constantFrom(-0, 1e308, 2 ** 53, 4_294_967_296),
)
const nastyValue = fc.oneof(
  nastyText,
  nastyNumber,
  fc.constantFrom(null, true, [], {}, [[]], [null], { $ne: 1 }, JSON.parse('{"__proto__":{"admin":true}}')),
  fc.array(nastyText, { maxLength: 3 }),
  fc.dictionary(nastyText, fc.oneof(nastyText, nastyNumber, fc.array(nastyText, { maxLength: 2 })), { maxKeys: 3 }),
  fc.array(
    fc.record({ role: nastyText, start: nastyNumber, end: nastyNumber, quote: nastyText }, { requiredKeys: [] }),
    { maxLength: 3 },
  ),
)
const FIELDS = [
  'round',
  'article',
  'annotation',
  'kind',
  'base',
  'start',
  'end',
  'quote',
  'tag',
  'attributes',
  'parts',
  'confidence',
  'secondTag',
  'note',
  '__proto__',
  'extra',
]

/** An action of which some fields are not what they should be. */
function anyAction(goodAction: GoodAction): fc.Arbitrary<string> {
  const changes = fc.dictionary(fc.constantFrom(...FIELDS), nastyValue, { maxKeys: 3, noNullPrototype: true })
  return fc.record({ tag: fc.constantFrom('reporting', 'attribution'), changes }).map(({ tag, changes }) => {
    const action = goodAction({ tag })
    for (const [field, value] of Object.entries(changes))
      Object.defineProperty(action, field, { value, enumerable: true, configurable: true })
    return JSON.stringify(action)
  })
}

const formFields = fc.constantFrom(
  ...['id', 'text'],
  ...['name', 'password', 'token', 'next', 'name[]', '__proto__', 'lang', 'found', 'reason', 'action', 'annotation'],
  ...[
    'base',
    'start',
    'end',
    'quote',
    'tag',
    'parts',
    'note',
    'confidence',
    'secondTag',
    'attribute.type',
    'attribute.__proto__',
  ],
)

const anyForm = fc.dictionary(formFields, nastyText, { maxKeys: 5, noNullPrototype: true }).map((fields) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&'),
)

const RUBBISH = [
  '',
  '%',
  'a'.repeat(300_000),
  '['.repeat(100_000),
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '&'.repeat(500),
  '{"start":1e999}',
  '"\\ud83d"',
  '\ufeff{}',
]

function anyBody(goodAction: GoodAction, isJson: boolean): fc.Arbitrary<string | Buffer> {
  const meant = isJson ? anyAction(goodAction) : anyForm
  return fc.oneof(
    { weight: 12, arbitrary: meant },
    { weight: 1, arbitrary: isJson ? anyForm : anyAction(goodAction) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: meant.map((body) => body.slice(0, -2)) },
    { weight: 1, arbitrary: meant.map((body) => gzipSync(body)) },
    { weight: 1, arbitrary: fc.uint8Array().map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.constantFrom(...RUBBISH) },
  )
}

const someHeaders = fc
  .uniqueArray(fc.constantFrom(...Object.keys(HEADERS)), { maxLength: 2 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...HEADERS[name]!)]))))

function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
}

/** Makes an action that would be stored. */
export type GoodAction = (change: { tag: string }) => object

/** What one request is made of; its address is a good one with a segment replaced and queries added. */
export interface AnyRequest {
  readonly isForeign: boolean | undefined
  readonly spoilt: { readonly at: number; readonly with: string } | undefined
  readonly queries: readonly string[] | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly type: string | undefined
  readonly encoding: string | undefined
  readonly body: string | Buffer
}

export function anyRequest(goodAction: GoodAction, isJson: boolean): fc.Arbitrary<AnyRequest> {
  return fc.record({
    isForeign: rarely(fc.constant(true)),
    spoilt: rarely(fc.record({ at: fc.nat(5), with: fc.constantFrom(...SEGMENTS) })),
    queries: rarely(fc.array(fc.constantFrom(...QUERIES), { maxLength: 2 })),
    headers: fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: someHeaders }),
    type: rarely(fc.constantFrom(...TYPES)),
    encoding: rarely(fc.constantFrom(...ENCODINGS)),
    body: anyBody(goodAction, isJson),
  })
}

/** The address with what a request replaces in it and adds to it. */
export function addressWith(address: string, { spoilt, queries = [] }: AnyRequest): string {
  const segments = address.split('/')
  if (spoilt) segments[1 + (spoilt.at % (segments.length - 1))] = spoilt.with
  return segments.join('/') + (queries.length > 0 ? `?${queries.join('&')}` : '')
}
