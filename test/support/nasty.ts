/** Values that nobody means, and those that somebody means too well. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'

/** What stands in an answer only where a value has got out of its quotes, or was carried out. */
export const GIVEAWAYS: readonly RegExp[] = [
  /<u id=zq7/i,
  /<script>zq7/i,
  /" onfocus="zq7/i,
  /(?:href|src|action)=["']?javascript:zq7/i,
  /62615533/,
]

const FRAGMENTS = [
  // Out of an attribute, an element and a script at once.
  ...Array<string>(6).fill(`"></textarea></title><u id=zq7></script><script>zq7()</script>`),
  '--><u id=zq7>',
  '" onfocus="zq7()" x="',
  'javascript:zq7()',
  '[x](javascript:zq7)',
  '![x](http://elsewhere.test/zq7)',
  '<%= 7919*7907 %>',
  '\u0024{7919*7907}',
  '{{7919*7907}}',
  "' OR '1'='1",
  "'; DROP TABLE account; --",
  '%_%\\',
]

const TEXTS = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud83d',
    '\udc00x',
    '\u2028',
    '\u202e\u2066',
    '\ufeff',
    'e\u0301',
    '😃',
    '\t\x1b[31m\x7f',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'true',
    'NaN',
    '-0',
    '-1',
    '1e999',
  ],
  ...['0x10', '1.5', '٣', '９', '9007199254740993', '99999999999999999999', '1'.repeat(400), '..', '../../etc/passwd'],
  ...[
    '//elsewhere.test',
    '/\\elsewhere.test',
    'http://elsewhere.test',
    'x\r\nX-Zq7: y',
    '\n\n\n',
    'save:x:y:z',
    'up:__proto__',
  ],
  ...['ب'.repeat(300), `a${'\u0301'.repeat(3000)}`, '\u202e'.repeat(300), '👩‍👧'.repeat(200), 'x'.repeat(20_000)],
]

/** Larger than any field takes, and than any form. */
const HUGE = 'x'.repeat(1_000_000)

export const nastyText = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 12, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme' }) },
)

const nastyNumber = fc.oneof(
  fc.double(),
  fc.maxSafeInteger(),
  fc.integer({ min: -2, max: 200 }),
  fc.constantFrom(-0, 1.5, 1e308, 2 ** 53, 4_294_967_296),
)

const nastyObject = fc.oneof(
  fc.constantFrom(null, true, [], {}, [[]], [null], { $ne: 1 }, JSON.parse('{"__proto__":{"admin":true}}')),
  fc.array(nastyText, { maxLength: 3 }),
  fc.dictionary(nastyText, fc.oneof(nastyText, nastyNumber), { maxKeys: 3 }),
  fc.array(
    fc.record({ role: nastyText, start: nastyNumber, end: nastyNumber, quote: nastyText }, { requiredKeys: [] }),
    {
      maxLength: 3,
    },
  ),
)

export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 24, arbitrary: nastyText },
  { weight: 8, arbitrary: nastyNumber },
  { weight: 8, arbitrary: nastyObject },
  { weight: 1, arbitrary: fc.constant(HUGE) },
)

/** Names of fields that no schema has. */
export const STRANGE_FIELDS = [
  '__proto__',
  'constructor',
  'extra',
  'extra[]',
  'extra[a][b]',
  '',
  '<u id=zq7>',
  'attribute.__proto__',
]

/** What stands in place of a parameter in a path: as bytes of the request line. */
export const SEGMENTS = [
  ...[
    '%',
    '%00',
    '%ff',
    '%2f',
    '%2e%2e',
    '..',
    '%c0%af',
    '%E0%A4%A',
    '%F0%9F%98%83',
    '%0d%0aX-Zq7:%20y',
    '%5c',
    '%252f',
  ],
  ...['__proto__', 'constructor', '~', '"', "'", '[', ']', ';a=b', '-1', '0', '1e9', '99999999999', 'x'.repeat(3_000)],
  ...[
    '%22%3E%3Cu%20id=zq7%3E',
    '%27%20OR%201=1%20--',
    '%3C%25=%207919*7907%20%25%3E',
    '00000000-0000-0000-0000-000000000000',
  ],
]

/** Whole queries, as bytes of the request line. */
export const QUERIES = [
  ...['%', '=', '&&&', 'lang', 'lang[]=de', 'lang=de&lang=en', 'lang[a][b]=c', '?', '#', 'theme=__proto__'],
  ...['__proto__[x]=1', 'constructor[prototype][x]=1', 'settings[view+options][client]=1', 'cache=1&filename=x'],
  ...['next=//elsewhere.test', 'next[]=x', 'next=%00', 'token=%ff', 'token=a&token=b', `${'a=1&'.repeat(900)}`],
]

export const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Accept: ['', 'image/png', '*/*;q=x', ';'],
  'Accept-Language': ['', ';;,', 'de;q=NaN', 'x'.repeat(2_000), '\xff\xfe', 'constructor', '*;q=-1'],
  'Accept-Encoding': ['', 'br;q=1, *;q=0', 'nothing'],
  Authorization: [
    ...['', 'Bearer', 'Bearer \xff', 'Bearer x', 'Basic eDp5', 'Digest username="x"', `Bearer ${'x'.repeat(4_000)}`],
  ],
  Cookie: [
    ...['', '=', ';;;', 'lesart', 'lesart=%', 'lesart=\xff', '__proto__=x; lesart=y', `lesart=${'x'.repeat(4_000)}`],
    ...['lesart-reading=language=constructor&__proto__=on', 'lesart-reading=theme=%E0%A4%A&size=999&&=&'],
  ],
  Origin: ['', 'null', '\xff', 'http://[', 'http://elsewhere.test', 'file://'],
  'Sec-Fetch-Site': ['', 'cross-site', 'same-origin', 'x'],
  Host: ['', '[', 'elsewhere.test:99999', '\xff', 'a b'],
  'Lesart-Account': ['', 'x', '\xff'],
  'X-Forwarded-For': ['203.0.113.7', ',,,'],
  'X-Forwarded-Proto': ['https'],
  'X-HTTP-Method-Override': ['DELETE'],
  Range: ['bytes=5-1', 'bytes=-', 'lines=1-2'],
  'If-None-Match': ['*', '"', 'W/'],
  'If-Modified-Since': ['yesterday'],
  Expect: ['100-continue', 'x'],
}

export const TYPES = [
  ...[
    'application/json',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'text/plain',
    '',
    ';',
  ],
  ...['application/json; charset="', 'application/x-www-form-urlencoded; charset=iso-8859-1', 'APPLICATION/JSON'],
  ...['application/x-www-form-urlencoded; charset=utf-7', 'multipart/form-data', 'multipart/form-data; boundary=x'],
  ...['multipart/form-data; boundary=', 'multipart/mixed; boundary=x', 'application/json, text/plain'],
]

export const ENCODINGS = ['gzip', 'deflate', 'br', 'zip', 'identity', '', 'gzip, gzip']

/** Methods that the table knows nothing of. */
export const METHODS = ['DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND', 'TRACE', 'PURGE', 'SEARCH', 'LOCK']

/** Bodies that are none. */
export const RUBBISH: readonly (string | Buffer)[] = [
  ...[
    '',
    '%',
    '&'.repeat(500),
    '&'.repeat(6_000),
    '{"start":1e999}',
    '"\\ud83d"',
    '\ufeff{}',
    '[1,',
    '{"a":NaN}',
    'null',
    '0',
  ],
  ...['a'.repeat(300_000), '['.repeat(100_000), `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'a[b'.repeat(2_000)],
  // Forms of parts without an end, without a name, with a boundary in a part, with an empty line too few.
  '--between-the-parts',
  '--between-the-parts\r\n\r\nx\r\n--between-the-parts--',
  '--between-the-parts\r\nContent-Disposition: form-data; name="text"\r\nx\r\n--between-the-parts--\r\n',
  '--between-the-parts\r\nContent-Disposition: form-data; name="text"\r\nContent-Type: \xff\r\n\r\nx',
  `${'--between-the-parts\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(2_500)}--between-the-parts--\r\n`,
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
  gzipSync('{'),
]

/** Small on the way, 20 MB once it is unpacked. */
export const BOMB = gzipSync(Buffer.alloc(20_000_000, ' '))
