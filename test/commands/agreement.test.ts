import assert from 'node:assert/strict'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { near } from '../support/agreement.ts'
import { freshFolder } from '../support/folders.ts'
import { at, closed, firstArticle, id, type LesartFile, madeUp } from '../support/lesart-file.ts'
import { lesart, project } from '../support/program.ts'
import { start } from '../support/run.ts'
import type { Cleanup } from '../support/whole-file.ts'

interface Result {
  measure: string
  variant: string | null
  unit: string
  tag: string | null
  pair: string[] | null
  value: number | null
  reason: string | null
  n: number
  [key: string]: unknown
}

/** Runs the command on what a file holds. */
async function agreement(t: Cleanup, content: string, ...options: string[]) {
  const file = path.join(freshFolder(t), 'in')
  writeFileSync(file, content)
  const { code, stdout, stderr } = await lesart(['agreement', '--json', ...options, file])
  const answer = code === 0 ? (JSON.parse(stdout) as { input: object; results: Result[] }) : undefined
  assert.equal(stdout === '', answer === undefined)
  return { code, input: answer?.input, results: answer?.results ?? [], stderr: stderr.replaceAll(file, 'FILE') }
}

const CODING = `unit,a,b,c,d
1,1,1,,1
2,2,2,3,2
3,3,3,3,3
4,3,3,3,3
5,2,2,2,2
6,1,2,3,4
7,4,4,4,4
8,1,1,2,1
9,2,2,2,2
10,,5,5,5
11,,,1,1
12,,,3,
`
const CONTINUUM = `annotator,tag,start,end
Alex,1,0,7
Alex,2,7,13
Alex,5,30,32
Alex,6,32,37
Alex,6,37,44
Alex,7,44,60
Paul,1,0,7
Paul,3,7,13
Paul,5,13,21
Paul,6,32,44
Suzan,1,0,7
Suzan,4,7,13
Suzan,5,13,21
Suzan,6,32,37
Suzan,6,37,41
Suzan,6,41,44
`
const coding = ['--from', 'coding-table']
const continuum = ['--from', 'continuum-table']

test('a table of values: α at each level, and of each value against the others', async (t) => {
  for (const [level, value] of [
    ['nominal', 0.743421],
    ['ordinal', 0.815388],
    ['interval', 0.849107],
    ['ratio', 0.797403],
  ] as const) {
    const { input, results } = await agreement(t, CODING, ...coding, '--level', level)
    assert.deepEqual(input, { articles: 1, annotators: ['a', 'b', 'c', 'd'], annotations: 41 })
    assert.deepEqual([results[0]!.measure, results[0]!.variant, results[0]!.n], ['krippendorff-alpha', level, 40])
    assert.ok(near(results[0]!.value!, value, 1e-6))
    assert.deepEqual(
      results.slice(1).map(({ tag }) => tag),
      level === 'nominal' ? ['1', '2', '3', '4', '5'] : [],
    )
  }
})

test('every key of a result is there, in the order of the contract', async (t) => {
  const { results } = await agreement(t, CODING, ...coding)
  assert.deepEqual(Object.keys(results[0]!), [
    ...['measure', 'variant', 'unit', 'tag', 'pair', 'value', 'observed', 'expected', 'n'],
    ...['interval', 'reason', 'reference'],
  ])
})

test('only what is named is measured, in the order of the list', async (t) => {
  const { results } = await agreement(t, CODING, ...coding, '--measure', 'gwet-ac1', '--measure', 'percent-agreement')
  assert.deepEqual(
    results.map(({ measure }) => measure),
    ['percent-agreement', 'gwet-ac1'],
  )
})

test('of more than two annotators each pair has a result, then the mean', async (t) => {
  const { results } = await agreement(t, CODING, ...coding, '--measure', 'cohen-kappa')
  assert.equal(results.length, 7)
  assert.deepEqual([results[0]!.pair, results[6]!.pair], [['a', 'b'], null])
  const mean = results.slice(0, 6).reduce((sum, { value }) => sum + value!, 0) / 6
  assert.ok(near(results[6]!.value!, mean, 1e-12))
  const two = await agreement(t, 'unit,a,b\n1,x,x\n2,y,x\n', ...coding, '--measure', 'cohen-kappa')
  assert.deepEqual(
    two.results.map(({ pair }) => pair),
    [null],
  )
})

test('a table of stretches: the α of unitizing, with coverage', async (t) => {
  const { results, input } = await agreement(
    t,
    CONTINUUM,
    ...continuum,
    ...['--length', '60', '--measure', 'u-alpha,u-alpha-binary,cu-alpha,ku-alpha'],
  )
  assert.deepEqual(input, { articles: 1, annotators: ['Alex', 'Paul', 'Suzan'], annotations: 16 })
  const [whole] = results.filter(({ tag }) => tag === null)
  assert.ok(near(whole!.value!, 0.51, 5e-4))
  const cu = results.find(({ measure }) => measure === 'cu-alpha')!
  assert.ok(near(cu.value!, 0.724, 5e-4) && near(cu.coverage as number, 0.461, 5e-4))
  const seven = results.find(({ measure, tag }) => measure === 'ku-alpha' && tag === '7')!
  assert.deepEqual([seven.value, seven.reason, seven.coverage], [null, 'no-overlap', 0])
})

test('γ says with what it was computed', async (t) => {
  const { results } = await agreement(
    t,
    CONTINUUM,
    ...continuum,
    ...['--measure', 'gamma', '--gamma-alpha', '3', '--precision', '0.05', '--sampler', 'statistical', '--seed', '4'],
  )
  const { samples, ...parameters } = results[0]!.parameters as Record<string, unknown>
  assert.deepEqual(parameters, {
    alpha: 3,
    beta: 1,
    deltaEmpty: 1,
    precision: 0.05,
    sampler: 'statistical',
    seed: 4,
  })
  assert.ok((samples as number) >= 30)
  assert.ok(Number.isInteger(results[0]!.unitaryAlignments))
})

test('texts of a table: who read one and found nothing has a row without a stretch', async (t) => {
  const table = `article,annotator,tag,start,end,length
one,ada,x,2,8,20
one,ben,x,4,8,20
two,ada,x,0,5,10
two,ben,,,,10
three,ada,x,0,5,10
`
  const { results, input, stderr } = await agreement(t, table, ...continuum, '--measure', 'krippendorff-alpha,span-f1')
  assert.deepEqual(input, { articles: 3, annotators: ['ada', 'ben'], annotations: 4 })
  assert.equal(results[0]!.n, 60, 'the third text was read by one')
  assert.equal(stderr, '')
  const interval = results[0]!.interval as Record<string, unknown>
  assert.deepEqual([interval.over, interval.seed, interval.method], ['articles', 1, 'percentile'])
})

test('seconds with decimals, and no length: it ends with the last unit, and that is said', async (t) => {
  const table = 'annotator,tag,start,end\nada,x,0.5,2.25\nben,x,0.5,2.5\n'
  const { results, stderr } = await agreement(t, table, ...continuum, '--measure', 'all')
  assert.match(stderr, /^FILE: no length is given, so the continuum ends with its last unit \(2\.5\); see --length\n$/)
  assert.equal(results[0]!.unit, 'position')
  assert.ok(results.every(({ value, reason }) => (value === null) === (reason !== null)))
})

test('stretches without extent are left out, and that is said', async (t) => {
  const table = 'annotator,tag,start,end\nada,x,2,6\nada,y,4,4\nben,x,2,6\n'
  const { results, stderr } = await agreement(t, table, ...continuum, '--length', '9', '--measure', 'all')
  assert.equal(stderr, 'FILE: stretches without extent were left out: 1\n')
  assert.equal(results.find(({ measure, tag }) => measure === 'gamma' && tag === null)!.value, 1)
  assert.equal(
    results.find(({ measure, tag }) => measure === 'krippendorff-alpha' && tag === 'y')!.reason,
    'nothing-marked',
  )
})

test('nobody marked anything, everybody everything, one annotator: reasons, and exit 0', async (t) => {
  const nobody = await agreement(
    t,
    'annotator,tag,start,end\na,,,\nb,,,\n',
    ...continuum,
    '--length',
    '9',
    '--measure',
    'all',
  )
  assert.deepEqual(
    [nobody.code, new Set(nobody.results.map(({ reason }) => reason))],
    [0, new Set([null, 'nothing-marked'])],
  )
  const all = 'annotator,tag,start,end\na,x,0,9\nb,x,0,9\n'
  const everything = await agreement(t, all, ...continuum, '--length', '9', '--measure', 'all')
  for (const measure of ['cohen-kappa', 'fleiss-kappa', 'gwet-ac1', 'krippendorff-alpha'])
    assert.equal(everything.results.find((result) => result.measure === measure)!.reason, 'no-variation', measure)
  const one = await agreement(
    t,
    'annotator,tag,start,end\na,x,0,4\n',
    ...continuum,
    '--length',
    '9',
    '--measure',
    'all',
  )
  assert.equal(one.code, 0)
  assert.deepEqual(new Set(one.results.map(({ reason }) => reason)), new Set(['one-annotator']))
})

/** Two finished readings: the same attribution, with parts and answers, and a mark of one alone. */
function twoReadings(): LesartFile {
  const file = madeUp()
  const [article] = file.articles
  const mark = (n: number, tag: string, words: string, more: object = {}) => ({
    id: id(n),
    tag,
    ...at(words),
    ...more,
    createdAt: '2026-11-20T10:00:00.000Z',
    changedAt: '2026-11-20T10:00:00.000Z',
  })
  const said = { attributes: { type: 'indirect' }, parts: [{ role: 'source', ...at('die Ministerin') }] }
  article!.annotationSets = (['a1', 'a2'] as const).map((annotator, place) => ({
    id: id(60 + place),
    round: id(5),
    annotator,
    state: 'finished',
    annotations: [
      mark(70 + place, 'attribution', 'Die Brücke sei „marode“', said),
      ...(place === 0 ? [mark(80, 'framing', 'erklärte')] : []),
    ],
  }))
  return file
}

test('a lesart file: tags, attributes and parts of its finished readings', async (t) => {
  const { code, input, results, stderr } = await agreement(t, closed(twoReadings()), '--measure', 'all')
  assert.equal(code, 0)
  assert.equal(stderr, '')
  assert.deepEqual(input, { articles: 1, annotators: ['a1', 'a2'], annotations: 3 })
  const find = (measure: string, more: object) =>
    results.find(
      (result) => result.measure === measure && Object.entries(more).every(([key, value]) => result[key] === value),
    )!
  assert.equal(find('krippendorff-alpha', { tag: 'attribution' }).value, 1)
  assert.equal(find('krippendorff-alpha', { tag: 'reporting' }).reason, 'nothing-marked')
  assert.equal(find('span-f1', { variant: 'exact', tag: null }).value, 2 / 3)
  assert.equal(find('attribute-alpha', { attribute: 'type' }).coverage, 1)
  assert.equal(find('part-f1', { role: 'source', variant: 'exact' }).value, 1)
  assert.ok(
    results.every(({ interval }) => interval === null),
    'one article has no interval',
  )
})

test('one article: its paragraphs are drawn where that is asked for', async (t) => {
  const { results } = await agreement(t, closed(twoReadings()), '--bootstrap', '200', '--seed', '9')
  const { over, seed, method } = results[0]!.interval as Record<string, unknown>
  assert.deepEqual([over, seed, method], ['paragraphs', 9, 'percentile'])
})

test('tokens and sentences can be counted instead of characters', async (t) => {
  const n = async (unit: string) => {
    const { results } = await agreement(t, closed(twoReadings()), '--unit', unit, '--measure', 'krippendorff-alpha')
    assert.equal(results[0]!.unit, unit)
    return results[0]!.n / 2
  }
  // „Straße 😃 gesperrt“, then „Die Brücke sei „marode“, erklärte die Ministerin x̌ im شارع.“; the byline does not count.
  assert.deepEqual([await n('character'), await n('token'), await n('sentence')], [17 + 60, 3 + 14, 2])
})

test('a file in which nothing counts says what would', async (t) => {
  const { code, stderr, results } = await agreement(t, firstArticle, '--measure', 'all')
  assert.equal(code, 0)
  assert.match(stderr, /^nothing counts: only finished readings .*--include-unfinished\n$/)
  assert.ok(results.length > 10)
  assert.deepEqual(new Set(results.map(({ value, reason }) => `${value} ${reason}`)), new Set(['null one-annotator']))
})

test('a table for people holds the numbers and what they mean', async (t) => {
  const file = path.join(freshFolder(t), 'in.csv')
  writeFileSync(file, CONTINUUM)
  const { code, stdout } = await lesart(['agreement', ...continuum, '--length', '60', file])
  assert.equal(code, 0)
  assert.match(stdout, /^lesart \S+ · 1 article · 3 annotators: Alex, Paul, Suzan · 16 annotations\n/)
  assert.match(stdout, /^cu-alpha +– +all +– +0\.724 +– +83 +characters +coverage 46 % \(less than half\)/m)
  assert.match(stdout, /^span-f1 +exact +all +Alex × Paul +0\.\d{3}/m)
  assert.match(stdout, /^krippendorff-alpha: Krippendorff 2004, p\. 230\.$/m)
  assert.doesNotMatch(stdout, /NaN|undefined|null/)
})

const DAMAGED: Readonly<Record<string, { content: string; options: string[]; says: RegExp }>> = {
  'a row with a cell too few': {
    content: 'unit,a,b\n1,x,y\n2,x\n',
    options: coding,
    says: /^FILE:3: there are 2 values for 3 columns/,
  },
  'no column unit': { content: 'a,b\nx,y\n', options: coding, says: /^FILE:1: the first column has to be called unit/ },
  'a unit twice': {
    content: 'unit,a,b\n1,x,y\n1,x,x\n',
    options: coding,
    says: /^FILE:3: the unit 1 stands on line 2/,
  },
  'a word where a number is needed': {
    content: 'unit,a,b\n1,1,2\n2,much,3\n',
    options: [...coding, '--level', 'interval'],
    says: /^FILE:3: a: „much“ is no number/,
  },
  'a number whose square is none any more': {
    content: 'unit,a,b\n1,1e200,2\n2,3,3\n',
    options: [...coding, '--level', 'interval'],
    says: /^FILE:2: a: 1e200 is too large a number/,
  },
  'less than nothing': {
    content: 'unit,a,b\n1,1,-2\n',
    options: [...coding, '--level', 'ratio'],
    says: /^FILE:2: b: -2 is less than nothing/,
  },
  semicolons: { content: 'unit;a;b\n1;x;y\n', options: coding, says: /^FILE:1: the columns are parted by semicolons/ },
  'a quote that does not end': {
    content: 'unit,a\n"1,x\n',
    options: coding,
    says: /^FILE:2: this is no CSV: Quote Not Closed/,
  },
  'no column tag': {
    content: 'annotator,start,end\na,1,2\n',
    options: continuum,
    says: /^FILE:1: the column tag is missing/,
  },
  'an end before its start': {
    content: 'annotator,tag,start,end\na,x,5,2\n',
    options: continuum,
    says: /^FILE:2: start: 5/,
  },
  'a stretch beyond the length': {
    content: 'annotator,tag,start,end\na,x,5,20\n',
    options: [...continuum, '--length', '10'],
    says: /^FILE:2: 5 to 20 lies outside a continuum of 10/,
  },
  'two lengths of one article': {
    content: 'annotator,tag,start,end,length\na,x,5,6,10\nb,x,5,6,11\n',
    options: continuum,
    says: /^FILE:3: length: 11 here, 10 before/,
  },
  'a stretch without a tag': {
    content: 'annotator,tag,start,end\na,,5,6\n',
    options: continuum,
    says: /^FILE:2: tag:/,
  },
  'an empty file': { content: '', options: continuum, says: /^FILE:1: there is nothing in this file/ },
  'a lesart file that is cut off': {
    content: firstArticle.slice(0, -2),
    options: [],
    says: /^FILE:3: this line is cut off/,
  },
  'a round that is not there': {
    content: firstArticle,
    options: ['--round', 'x'],
    says: /^--round x: there is no such round/,
  },
}
for (const [name, { content, options, says }] of Object.entries(DAMAGED))
  test(`${name}: exit 1, in one line that names the place`, async (t) => {
    const { code, stderr } = await agreement(t, content, ...options)
    assert.equal(code, 1)
    assert.match(stderr, says)
    assert.equal(stderr.split('\n').length, 2)
  })

const WRONG: Readonly<Record<string, readonly string[]>> = {
  'no file': [],
  'a measure that does not exist': ['--measure', 'kappa', 'x'],
  'a measure that the table does not have': [...coding, '--measure', 'gamma', 'x'],
  'answers of a table that has none': [...continuum, '--measure', 'attribute-alpha', 'x'],
  'a level that does not exist': ['--level', 'metric', 'x'],
  'a format that does not exist': ['--from', 'table', 'x'],
  'a level that tags do not have': ['--level', 'interval', 'x'],
  'a precision of nothing': ['--precision', '0', 'x'],
  'a length that is no number': [...continuum, '--length', 'long', 'x'],
  'a length that cannot be counted with': [...continuum, '--length', '1e300', 'x'],
  'two tables': [...coding, 'x', 'y'],
  'a number that begins like an option': [...coding, '--bootstrap', '-3', 'x'],
}
for (const [name, args] of Object.entries(WRONG))
  test(`${name}: wrong usage`, async () => {
    const { code, stdout, stderr } = await lesart(['agreement', ...args])
    assert.deepEqual([code, stdout], [2, ''])
    assert.match(stderr, /^.+\n$/)
  })

test('a table of which nobody said what it is: wrong usage', async (t) => {
  const file = path.join(freshFolder(t), 'x.csv')
  writeFileSync(file, 'unit,a,b\n1,x,y\n')
  const { code, stderr } = await lesart(['agreement', file])
  assert.equal(code, 2)
  assert.match(stderr, /--from coding-table or --from continuum-table/)
})

test('an option that has nothing to do with the file is said to be left aside', async () => {
  const unused = ['--length', '9', '--round', 'x', '--unit', 'token', '--include-unfinished']
  const { code, stdout, stderr } = await lesart(['agreement', '--json', ...coding, ...unused, '-'], CODING)
  assert.equal(code, 0)
  assert.equal(stdout, (await lesart(['agreement', '--json', ...coding, '-'], CODING)).stdout)
  assert.deepEqual(stderr.match(/^--[\w-]+/gm)?.sort(), ['--include-unfinished', '--length', '--round', '--unit'])
})

test('a file that cannot be read is named', async () => {
  const { code, stderr } = await lesart(['agreement', '/nowhere/at-all'])
  assert.equal(code, 1)
  assert.match(stderr, /^\/nowhere\/at-all: cannot be read: it is not there/)
})

test('a table without the texts is measured up to the last marks, and that is said', async (t) => {
  const columns =
    'article,title,round,annotator,state,annotation,tag,start,end,quote,confidence,second_tag,note,created_at,changed_at'
  const time = '2026-11-23T09:00:00.000Z'
  const row = (annotator: string, mark: string) => `x,X,R,${annotator},finished,${mark},,,,${time},${time}`
  const table = [columns, row('a1', '1,framing,0,3,Die'), row('a2', '2,framing,4,7,Tat')].join('\n')
  const { results, stderr } = await agreement(t, `${table}\n`, '--from', 'csv', '--measure', 'percent-agreement')
  assert.equal(results[0]!.n, 7)
  assert.match(stderr, /^FILE: how long the texts are is not in it, so each article ends with its last mark/)
})

test('- is standard input', async () => {
  const { code, stdout } = await lesart(['agreement', '--json', ...coding, '-'], CODING)
  assert.equal(code, 0)
  assert.ok(near(JSON.parse(stdout).results[0].value, 0.743421, 1e-6))
})

test('γ of a thousand units each says how long it takes, and Ctrl+C stops it', async (t) => {
  const stretch = (annotator: string, place: number) => {
    const from = 20 * place + ((place * 7 + annotator.length) % 13)
    return `${annotator},${'xyz'[place % 3]},${from},${from + 5 + (place % 11)}`
  }
  const places = [...Array(1000).keys()]
  const table = ['ada', 'ines'].flatMap((annotator) => places.map((place) => stretch(annotator, place)))
  const file = path.join(freshFolder(t), 'in.csv')
  writeFileSync(file, `annotator,tag,start,end\n${table.join('\n')}\n`)
  const args = ['agreement', ...continuum, '--length', '30000', '--measure', 'gamma', '--precision', '0.001', file]
  const child = start(process.execPath, [path.join(project, 'server/lesart.ts'), ...args])
  t.after(() => child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  const output = text(child.stdout!)
  let said = ''
  for await (const chunk of child.stderr!.setEncoding('utf8')) {
    said += chunk
    if (said.includes('\n')) child.kill('SIGINT')
  }
  assert.match(said, /^gamma: this takes about \d+ (seconds|minutes) more; Ctrl\+C stops it\n/)
  assert.deepEqual(await ended, [null, 'SIGINT'])
  assert.equal(await output, '')
})

test('the table says how many draws made the intervals, and speaks of innermost marks only where they matter', async (t) => {
  const file = path.join(freshFolder(t), 'units.csv')
  const units = ['a', 'b'].flatMap((article) => [
    `Ada,x,0,10,${article}`,
    `Ben,x,${article === 'a' ? 0 : 4},10,${article}`,
  ])
  writeFileSync(file, ['annotator,tag,start,end,article', ...units].join('\n'))
  const table = async (measure: string) =>
    (await lesart(['agreement', '--from', 'continuum-table', '--length', '20', '--measure', measure, file])).stdout
  const alpha = await table('krippendorff-alpha')
  assert.match(alpha, /^Intervals: bootstrap over articles, 2000 draws, seed 1;/m)
  assert.match(alpha, /innermost/)
  assert.doesNotMatch(await table('span-f1'), /innermost/)
})
