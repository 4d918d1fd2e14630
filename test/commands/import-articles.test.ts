/** Articles on the command line: what goes in, what is refused, and how it is said. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { freshFolder } from '../support/folders.ts'
import { lesart } from '../support/program.ts'

interface Written {
  readonly title: string
  readonly language: string
  readonly source: Record<string, string>
  readonly body: string
  readonly sha256: string
}

/** A data folder with an empty study „Brücken“, and a folder for files. */
async function workplace(t: TestContext) {
  const folder = freshFolder(t)
  const data = path.join(folder, 'data')
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }
  const take = async (...args: string[]) => {
    const { code, stdout, stderr } = await lesart(['import', '--data', data, '--json', ...args])
    return { code, stderr, articles: code === 2 ? undefined : JSON.parse(stdout).articles }
  }
  const articles = async (study: string): Promise<Written[]> => {
    const { stdout } = await lesart(['export', '--data', data, '--study', study, '--out', '-'])
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ type }) => type === 'article')
  }
  return { folder, data, write, take, articles }
}

const TEXT = 'Brücke gesperrt\n\nDie Brücke ist „marode“, sagt die Stadt.\n'
const BODY = 'Die Brücke ist „marode“, sagt die Stadt.'

test('a new study begins with the first file, and takes the next ones by slug, id or title', async (t) => {
  const { data, write, take, articles } = await workplace(t)
  const first = await take('--new-study', 'Brücken im Fluss', '--language', 'de', write('a.txt', TEXT))
  assert.deepEqual(first, { code: 0, stderr: '', articles: { new: 1, equal: 0, refused: 0 } })
  const [listed, ...more] = JSON.parse((await lesart(['study', 'list', '--json', '--data', data])).stdout)
  assert.deepEqual(more, [])
  assert.deepEqual([listed.slug, listed.title, listed.articles], ['bruecken-im-fluss', 'Brücken im Fluss', 1])
  for (const [index, name] of ['bruecken-im-fluss', listed.id, 'Brücken im Fluss'].entries())
    assert.equal((await take('--study', name, write(`b${index}.txt`, `Text ${index}.`))).articles.new, 1)
  assert.equal((await take(write('c.txt', 'Ohne Namen, denn es gibt nur eine.'))).articles.new, 1)
  const [bridge, text0] = await articles('bruecken-im-fluss')
  assert.deepEqual([bridge?.title, bridge?.body, bridge?.language], ['Brücke gesperrt', TEXT, 'de'])
  assert.deepEqual([text0?.title, text0?.language], ['b0', 'de'])
})

test('the same text again is equal; from another source it is new, and that is said', async (t) => {
  const { write, take, articles } = await workplace(t)
  const file = write('a.txt', TEXT)
  await take('--new-study', 'S', '--language', 'de', file)
  assert.deepEqual(await take(file), { code: 0, stderr: '', articles: { new: 0, equal: 1, refused: 0 } })
  const agency = write('agency.csv', `title,outlet,text\nBrücke gesperrt,Rheinbote,"${BODY}"\n`)
  const other = write('other.csv', `title,outlet,text\nBrücke gesperrt,Uferpost,"${BODY}"\n`)
  assert.deepEqual(await take(agency), { code: 0, stderr: '', articles: { new: 1, equal: 0, refused: 0 } })
  const twin = await take(other)
  assert.equal(twin.code, 0)
  assert.equal(twin.articles.new, 1)
  assert.match(
    twin.stderr,
    /other\.csv: „Brücke gesperrt“ has the same text as „Brücke gesperrt“ \(Rheinbote\), from another source/,
  )
  assert.deepEqual(await take(agency, other, file), { code: 0, stderr: '', articles: { new: 0, equal: 3, refused: 0 } })
  assert.deepEqual(
    (await articles('s')).map(({ source }) => source),
    [{}, { outlet: 'Rheinbote' }, { outlet: 'Uferpost' }],
  )
})

test('one article in many forms is one text', async (t) => {
  const { write, take, articles } = await workplace(t)
  const crlf = TEXT.replaceAll('\n', '\r\n')
  const utf16 = Buffer.from(`\uFEFF${TEXT}`, 'utf16le')
  const forms = [
    [write('lf.txt', TEXT)],
    [write('crlf.txt', crlf)],
    [write('cr.txt', TEXT.replaceAll('\n', '\r'))],
    [write('bom.txt', `\uFEFF${crlf}`)],
    [write('nfd.txt', TEXT.normalize('NFD'))],
    [write('utf16.txt', utf16), '--encoding', 'utf-16'],
    [write('utf16be.txt', Buffer.from(utf16).swap16()), '--encoding', 'utf-16'],
    [write('cp1252.txt', cp1252(TEXT)), '--encoding', 'windows-1252'],
    [write('latin1.txt', cp1252(TEXT)), '--encoding', 'latin1'],
  ]
  await take('--new-study', 'S', '--language', 'de', ...forms[0]!)
  for (const args of forms) assert.deepEqual((await take(...args)).articles, { new: 0, equal: 1, refused: 0 }, args[0])
  assert.equal((await articles('s')).length, 1)
})

function cp1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('„', '\x84').replaceAll('“', '\x93'), 'latin1')
}

test('what is not UTF-8 is refused with the likely encoding; nothing of it is there, the good ones are', async (t) => {
  const { write, take } = await workplace(t)
  const found = await take(
    '--new-study',
    'S',
    write('cp1252.txt', cp1252(TEXT)),
    write('utf16.txt', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')),
    write('good.txt', TEXT),
    write('empty.txt', ''),
    write('packed.txt', Buffer.from([0x1f, 0x8b, 8, 0, 0])),
  )
  assert.equal(found.code, 1)
  assert.deepEqual(found.articles, { new: 1, equal: 0, refused: 4 })
  const lines = found.stderr.trimEnd().split('\n')
  assert.match(
    lines[0]!,
    /cp1252\.txt: the file is not UTF-8; likely windows-1252.*: take it with --encoding windows-1252$/,
  )
  assert.match(lines[1]!, /utf16\.txt: the file is not UTF-8; likely utf-16le: take it with --encoding utf-16le$/)
  assert.match(lines[2]!, /good\.txt: nothing says which language this is; --language names it/)
  assert.match(lines[3]!, /empty\.txt: the file is empty$/)
  assert.match(lines[4]!, /packed\.txt: the file is compressed; unpack it first$/)
  assert.equal(lines.length, 5)
})

test('where nothing can be taken, no study is made either', async (t) => {
  const { data, write, take } = await workplace(t)
  assert.equal((await take('--new-study', 'S', write('a.txt', ' \n '))).code, 1)
  assert.deepEqual(JSON.parse((await lesart(['study', 'list', '--json', '--data', data])).stdout), [])
})

test('a table is taken whole or not at all, and its columns can be named', async (t) => {
  const { write, take, articles } = await workplace(t)
  const rows = [
    {
      headline: 'Eins',
      maintext: 'Erster "Text",\r\nzweite Zeile.',
      source_domain: 'a.example',
      date_publish: '2026-01-02 10:00:00',
    },
    { headline: 'Zwei', maintext: 'Zweiter Text 😃.', source_domain: 'b.example', date_publish: '2026-01-03' },
  ]
  const jsonl = rows.map((row) => JSON.stringify(row)).join('\n')
  await take('--new-study', 'S', '--language', 'de', write('rows.jsonl', jsonl))
  const bad = await take(write('bad.jsonl', `${jsonl.replaceAll('Text', 'Wort')}\n{"maintext": "cut\n`))
  assert.deepEqual([bad.code, bad.articles], [1, { new: 0, equal: 0, refused: 1 }])
  assert.match(bad.stderr, /bad\.jsonl:3: this line is no JSON object$/m)
  const named = write('named.csv', 'a;b;c\r\n"Drei";"Dritter ""Text"".\nNoch eine Zeile.";x\r\n')
  const unnamed = await take(named)
  assert.equal(unnamed.code, 1)
  assert.match(
    unnamed.stderr,
    /named\.csv: no column is plainly the text; there are: a, b, c; name the column with the text: --body COLUMN$/m,
  )
  assert.match((await take('--body', 'z', named)).stderr, /named\.csv: there is no column “z”; there are: a, b, c$/m)
  assert.equal((await take('--body', 'b', '--title', 'a', '--licence', 'c', named)).articles.new, 1)
  assert.deepEqual(
    (await articles('s')).map(({ title, source, body }) => [title, source, body]),
    [
      ['Eins', { outlet: 'a.example', publishedOn: '2026-01-02' }, 'Erster "Text",\nzweite Zeile.'],
      ['Zwei', { outlet: 'b.example', publishedOn: '2026-01-03' }, 'Zweiter Text 😃.'],
      ['Drei', { licence: 'x' }, 'Dritter "Text".\nNoch eine Zeile.'],
    ],
  )
})

test('a page brings its language and its source, and nothing around the article', async (t) => {
  const { write, take, articles } = await workplace(t)
  const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bridge shut | Post</title>
    <meta property="og:site_name" content="Post"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Bridge shut</h1><p>The bridge is shut, the city said on Monday, and it will remain shut for a year.</p>
    <p>Nobody knows who will pay, a spokesperson said, adding that talks were under way.</p></article>
    <footer>All rights reserved</footer></body></html>`
  assert.equal((await take('--new-study', 'S', '--language', 'de', write('page.html', page))).code, 0)
  const [article] = await articles('s')
  assert.deepEqual([article?.title, article?.source], ['Bridge shut', { outlet: 'Post' }])
  assert.match(article?.body ?? '', /^Bridge shut\n\nThe bridge is shut.*\n\nNobody knows.*under way\.$/)
  assert.equal(article?.language, 'de', 'what is named goes first')
  await take(write('again.html', page.replace('Monday', 'Tuesday')))
  assert.equal((await articles('s'))[1]?.language, 'en-GB')
})

for (const [name, args, says] of [
  ['both a study and a new one', ['--study', 'a', '--new-study', 'b', 'x'], /take one of them/],
  ['a new study without a title', ['--new-study', ' ', 'x'], /--new-study/],
  ['a language that is none', ['--language', 'Deutsch!', 'x'], /--language Deutsch!: a code such as de or en/],
] as const)
  test(`${name} is wrong usage`, async (t) => {
    const { take } = await workplace(t)
    const { code, stderr } = await take(...args)
    assert.equal(code, 2)
    assert.match(stderr, says)
  })

test('a study that is not there is refused in one line that names those that are', async (t) => {
  const { write, take } = await workplace(t)
  await take('--new-study', 'Brücken', write('a.txt', TEXT))
  const { code, stderr } = await lesart([
    'import',
    '--data',
    path.join(path.dirname(write('b.txt', TEXT)), 'data'),
    '--study',
    'Tunnel',
    write('b.txt', TEXT),
  ])
  assert.equal(code, 1)
  assert.match(stderr, /^--study Tunnel: there is no such study; there are: bruecken\n$/)
})
