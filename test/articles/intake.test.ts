/** Files as people have them, and what is recognised in them: kinds of blocks, titles, sources, encodings, faults. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readFile } from '../../server/articles/intake/file-reader.ts'
import { startIntake } from '../../server/articles/intake/intake.ts'
import type { BroughtFile, RecognisedArticle, Trouble } from '../../server/articles/intake/recognised.ts'
import { blocksFault } from '../../server/text/blocks.ts'
import { canonical } from '../../server/text/canonical.ts'
import { indexText } from '../../server/text/code-points.ts'

type Content = string | Uint8Array

function read(name: string, content: Content, wishes: Partial<BroughtFile> = {}) {
  return readFile({ name, bytes: Buffer.from(content as string), ...wishes })
}

function articlesIn(name: string, content: Content, wishes: Partial<BroughtFile> = {}): readonly RecognisedArticle[] {
  const outcome = read(name, content, wishes)
  assert.ok('reading' in outcome, JSON.stringify(outcome))
  for (const { body, blocks } of outcome.reading.articles) {
    assert.equal(blocksFault(body, blocks), undefined)
    assert.equal(body, canonical(body))
  }
  return outcome.reading.articles
}

/** `kind: words` of each block. */
function blocksOf({ body, blocks }: RecognisedArticle): string[] {
  const text = indexText(body)
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}

function troubleWith(name: string, content: Content, wishes: Partial<BroughtFile> = {}): Trouble {
  const outcome = read(name, content, wishes)
  assert.ok('trouble' in outcome, JSON.stringify(outcome))
  return outcome.trouble
}

interface Shape {
  readonly name: string
  readonly content: Content
  readonly title: string
  readonly blocks: readonly string[]
}

const SHAPES: Readonly<Record<string, Shape>> = {
  'paragraphs between blank lines': {
    name: 'a.txt',
    content: 'Kurz und ohne Punkt\n\nErster Absatz.\nImmer noch.\n \t\n\nZweiter.',
    title: 'Kurz und ohne Punkt',
    blocks: ['headline: Kurz und ohne Punkt', 'paragraph: Erster Absatz.\nImmer noch.', 'paragraph: Zweiter.'],
  },
  'no blank line: every line is a block': {
    name: 'a.txt',
    content: 'Titel\nErste Zeile.\nZweite Zeile.\n',
    title: 'Titel',
    blocks: ['headline: Titel', 'paragraph: Erste Zeile.', 'paragraph: Zweite Zeile.'],
  },
  'a first block with a full stop: the file gives the title': {
    name: 'C:\\Texte\\Mein Text.v2.txt',
    content: 'Das ist ein Satz.\n\nNoch einer.',
    title: 'Mein Text.v2',
    blocks: ['paragraph: Das ist ein Satz.', 'paragraph: Noch einer.'],
  },
  'a first block of more than 200 characters': {
    name: 'lang.txt',
    content: `${'x'.repeat(201)}\n\nEnde`,
    title: 'lang',
    blocks: [`paragraph: ${'x'.repeat(201)}`, 'paragraph: Ende'],
  },
  'emoji and text from right to left': {
    name: 'a.txt',
    content: '😃 عاجل\n\nقال الوزير: 👩‍👧 خطيرة.\n\nEnde 😃.',
    title: '😃 عاجل',
    blocks: ['headline: 😃 عاجل', 'paragraph: قال الوزير: 👩‍👧 خطيرة.', 'paragraph: Ende 😃.'],
  },
  'markup in a plain text is text': {
    name: 'a.txt',
    content: '# Kein *Markdown*\n\n<p>Kein HTML.</p>',
    title: '# Kein *Markdown*',
    blocks: ['headline: # Kein *Markdown*', 'paragraph: <p>Kein HTML.</p>'],
  },
  Markdown: {
    name: 'a.md',
    content: [
      '# Große *Frage*',
      'Erster [Absatz](http://x.example)\nmit **Umbruch**\\\nund `Code`.',
      'Zweite Überschrift\n---',
      '1. eins\n2. zwei\n   - innen',
      '> Ein Zitat\n>\n> in zwei Teilen',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '![Bild](x.png)\n\n***\n\n&copy; <b>wörtlich</b> \\*Stern\\*',
    ].join('\n\n'),
    title: 'Große Frage',
    blocks: [
      'headline: Große Frage',
      'paragraph: Erster Absatz mit Umbruch\nund Code.',
      'heading: Zweite Überschrift',
      'list-item: eins',
      'list-item: zwei',
      'list-item: innen',
      'quote: Ein Zitat',
      'quote: in zwei Teilen',
      'paragraph: a\tb',
      'paragraph: 1\t2',
      'paragraph: © <b>wörtlich</b> *Stern*',
    ],
  },
  'a fragment of a page': {
    name: 'a.html',
    content:
      '<h1>Titel</h1><p>Kurz &amp; gut.<br>Zweite Zeile<p>Noch einer.<ul><li>eins<li>zwei</ul><blockquote>Zitat</blockquote>',
    title: 'Titel',
    blocks: [
      'headline: Titel',
      'paragraph: Kurz & gut.\nZweite Zeile',
      'paragraph: Noch einer.',
      'list-item: eins',
      'list-item: zwei',
      'quote: Zitat',
    ],
  },
  'a headline with a line above it, the day, a credit that only its words give away, tables of both kinds': {
    name: 'a.html',
    content: `<title>Rat tagt - Bote</title><article><h2>Haushalt: Rat tagt</h2><time>1. Mai 2026, 10 Uhr</time>
      <figure><figcaption><p>Der Saal</p><span>Foto: Ben Ufer</span></figcaption></figure>
      <p>${'Der Rat tagt seit Stunden, und niemand weiß, wie lange noch. '.repeat(3)}</p>
      <table><tr><th>Jahr<th>Euro<tr><td>2025<td>12</table><table><tr><td><p>Eins</p><p>Zwei</p></table></article>`,
    title: 'Rat tagt',
    blocks: [
      'headline: Haushalt: Rat tagt',
      'byline: 1. Mai 2026, 10 Uhr',
      'caption: Der Saal',
      'credit: Foto: Ben Ufer',
      `paragraph: ${'Der Rat tagt seit Stunden, und niemand weiß, wie lange noch. '.repeat(3).trim()}`,
      'paragraph: Jahr\tEuro',
      'paragraph: 2025\t12',
      'paragraph: Eins',
      'paragraph: Zwei',
    ],
  },
  'a headline with a sign and a script in it': {
    name: 'a.html',
    content:
      '<article><h1>Titel <svg><title>Plus-Artikel</title></svg><script>let x = 1</script></h1><p>Text der Seite.</p></article>',
    title: 'Titel',
    blocks: ['headline: Titel', 'paragraph: Text der Seite.'],
  },
  'a page that is one form as a whole': {
    name: 'a.html',
    content: '<form id="aspnetForm"><h1>Titel</h1><p>Text der Seite.</p></form><form><input>Suche</form>',
    title: 'Titel',
    blocks: ['headline: Titel', 'paragraph: Text der Seite.'],
  },
  'markup that is only words': {
    name: 'a.html',
    content:
      '<article><h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1><p>&lt;img src=x onerror=alert(1)&gt; sagt er.</p></article>',
    title: '<script>alert(1)</script>',
    blocks: ['headline: <script>alert(1)</script>', 'paragraph: <img src=x onerror=alert(1)> sagt er.'],
  },
}
for (const [what, { name, content, title, blocks }] of Object.entries(SHAPES))
  test(what, () => {
    const [article, ...more] = articlesIn(name, content)
    assert.deepEqual(more, [])
    assert.equal(article!.title, title)
    assert.deepEqual(blocksOf(article!), blocks)
  })

const PAGE = `<!DOCTYPE html><html lang="de"><head><title>Brücke gesperrt: Wer zahlt? | Rheinbote</title>
<meta property="og:site_name" content="Rheinbote"><meta name="author" content="Ada Ohm">
<link rel="canonical" href="https://rheinbote.example/bruecke">
<meta property="article:published_time" content="2026-03-04T06:00:00+01:00">
<script>document.write('<p>injected</p>')</script></head><body>
<div id="cookie-banner" role="dialog"><p>Wir verwenden Cookies. Stimmen Sie zu.</p><button>Ja</button></div>
<header><nav><ul><li><a href="/">Start</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<main><article><h1>Brücke gesperrt: Wer zahlt?</h1><p class="byline">Von Ada Ohm</p>
<p class="article__teaser">Die Brücke ist seit Montag dicht. Die Stadt streitet.</p>
<figure><img src="x.jpg" alt="Bild"><figcaption>Die Brücke am Dienstag. <span class="credit">Foto: Ben Ufer</span></figcaption></figure>
<p>Die Rheinbrücke bleibt bis auf Weiteres gesperrt. Das teilte die Stadt am Dienstag mit, nachdem ein
  Gutachten erhebliche   Schäden festgestellt hatte. &bdquo;Wir haben keine Wahl&ldquo;, sagte die Bürgermeisterin.</p>
<div class="ad-slot advertisement"><p>Anzeige: Jetzt Strom wechseln!</p></div>
<h2>Was das kostet</h2><p>Fachleute rechnen mit zwölf Millionen Euro, verteilt auf drei Jahre. Der Rat entscheidet im Mai.</p>
<ul><li>Land: sechs Millionen</li><li>Bund: vier Millionen</li></ul>
<blockquote><p>Das ist ein Armutszeugnis, das man hätte verhindern können.</p></blockquote>
<p>Die Opposition spricht von einem „Skandal“ 😃 und fordert den Rücktritt des Dezernenten, der seit 2019 im Amt ist.</p>
<div class="newsletter"><form><input name="mail"><button>Abonnieren</button></form></div></article></main>
<aside><h3>Meistgelesen</h3><ol><li><a href="/1">Hund gerettet</a></li></ol></aside>
<footer><p>© 2026 Rheinbote.</p></footer></body></html>`

test('a page from the web: the article, its parts and where it came from, and nothing else', () => {
  const [article] = articlesIn('page.html', PAGE)
  assert.equal(article!.title, 'Brücke gesperrt: Wer zahlt?')
  assert.equal(article!.language, 'de')
  assert.deepEqual(article!.source, {
    outlet: 'Rheinbote',
    author: 'Ada Ohm',
    url: 'https://rheinbote.example/bruecke',
    publishedOn: '2026-03-04',
  })
  assert.deepEqual(
    blocksOf(article!).map((block) => block.slice(0, 30)),
    [
      'headline: Brücke gesperrt: Wer',
      'byline: Von Ada Ohm',
      'teaser: Die Brücke ist seit Mo',
      'caption: Die Brücke am Diensta',
      'credit: Foto: Ben Ufer',
      'paragraph: Die Rheinbrücke ble',
      'heading: Was das kostet',
      'paragraph: Fachleute rechnen m',
      'list-item: Land: sechs Million',
      'list-item: Bund: vier Millione',
      'quote: Das ist ein Armutszeugn',
      'paragraph: Die Opposition spri',
    ],
  )
  assert.match(article!.body, /ein Gutachten erhebliche Schäden festgestellt hatte\. „Wir haben/)
})

test('what stands above Markdown says where it came from', () => {
  const front =
    '---\ntitle: "Aus dem Kopf"\nauthor: Ada\ndate: 2026-02-03\nsource: Rheinbote\nlang: de_AT\ntags: [a]\n---\n'
  const [article] = articlesIn('a.md', `${front}Nur Text.`)
  const { title, source, language } = article!
  assert.deepEqual(
    [title, source, language],
    ['Aus dem Kopf', { outlet: 'Rheinbote', author: 'Ada', publishedOn: '2026-02-03' }, 'de-AT'],
  )
  assert.deepEqual(blocksOf(article!), ['paragraph: Nur Text.'])
  assert.deepEqual(blocksOf(articlesIn('b.md', '---\n\nNach einer Linie.')[0]!), ['paragraph: Nach einer Linie.'])
})

test('what making a text canonical changed is counted', () => {
  const [article] = articlesIn('a.txt', '\uFEFFMu\u0308nchen\r\n\r\nDie Bru\u0308cke\rist zu.\f\u0007')
  assert.deepEqual(article!.changes, { byteOrderMarks: 1, lineEnds: 3, composed: 2, controls: 2 })
  assert.equal(article!.body, 'München\n\nDie Brücke\nist zu.\n')
})

test('tables in their kinds', () => {
  const rows = ['Eins', 'Zwei']
  const bodies = ['Text "eins",\nzweite Zeile.', 'Text; zwei.']
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const tables: readonly (readonly [string, string])[] = [
    ['a.csv', `Titel,Text\r\n${rows.map((row, n) => `${row},${quoted(bodies[n]!)}`).join('\r\n')}\r\n\r\n`],
    ['a.csv', `\uFEFF"Titel";"Text"\n${rows.map((row, n) => `${quoted(row)};${quoted(bodies[n]!)}`).join('\n')}`],
    ['a.tsv', `Titel\tText\n${rows.map((row, n) => `${row}\t${quoted(bodies[n]!)}`).join('\n')}\n`],
    ['a.jsonl', rows.map((row, n) => JSON.stringify({ titel: row, text: bodies[n], nested: {} })).join('\n\n')],
    ['-', rows.map((row, n) => JSON.stringify({ titel: row, text: bodies[n] })).join('\r\n')],
    ['-', `title,text\n${rows.map((row, n) => `${row},${quoted(bodies[n]!)}`).join('\n')}\n`],
  ]
  for (const [name, content] of tables) {
    const articles = articlesIn(name, content)
    assert.deepEqual(
      articles.map(({ title, body }) => [title, body]),
      rows.map((row, n) => [row, bodies[n]]),
      `${name}: ${content.slice(0, 30)}`,
    )
  }
})

const LATIN = 'Die Brücke, sagt die Stadt, ist seit Dienstag gesperrt. Ärger über Umwege wächst.'
const CYRILLIC = Buffer.from([
  0xcc, 0xee, 0xf1, 0xf2, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2, 0x20, 0xe4, 0xee, 0x20, 0xea, 0xee, 0xed, 0xf6,
  0xe0, 0x20, 0xe3, 0xee, 0xe4, 0xe0, 0x2c, 0x20, 0xf1, 0xea, 0xe0, 0xe7, 0xe0, 0xeb, 0x20, 0xec, 0xe8, 0xed, 0xe8,
  0xf1, 0xf2, 0xf0,
])

test('encodings are named by their likeliness, with lines as they would read, and taken when somebody says so', () => {
  const cases: readonly (readonly [Content, string, RegExp])[] = [
    [Buffer.from(LATIN, 'latin1'), 'windows-1252', /Brücke.*Ärger/],
    [CYRILLIC, 'windows-1251', /^Мост закрыт до конца года, сказал министр$/],
    [Buffer.from(`\uFEFF${LATIN}`, 'utf16le'), 'utf-16le', /Brücke/],
    [Buffer.from(LATIN, 'utf16le').swap16(), 'utf-16be', /Brücke/],
    [Buffer.from(`<meta charset=iso-8859-2><p>${LATIN}</p>`, 'latin1'), 'iso-8859-2', /Brücke/],
  ]
  for (const [content, likely, line] of cases) {
    const { fault, encodings } = troubleWith('a.txt', content)
    assert.equal(fault, 'other-encoding')
    assert.equal(encodings?.[0]?.encoding, likely)
    assert.match(encodings[0].lines[0] ?? '', line)
    assert.match(articlesIn('a.txt', content, { encoding: likely })[0]!.body, line)
  }
})

const TROUBLES: Readonly<
  Record<string, readonly [name: string, content: Content, fault: string, wishes?: Partial<BroughtFile>]>
> = {
  'an empty file': ['a.txt', '', 'empty'],
  'white space alone': ['a.txt', ' \r\n\t\u00a0\n', 'no-text'],
  'a page of scripts alone': ['a.html', '<script>document.write("x")</script>', 'no-text'],
  'a picture': ['a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary'],
  'NUL in a text': ['a.txt', 'Ein Text mit \0 darin.', 'binary'],
  'a PDF': ['a.pdf', '%PDF-1.7\n', 'binary'],
  'an archive': ['a.zip', Buffer.from([0x50, 0x4b, 3, 4, 0]), 'compressed'],
  'a bomb, compressed': ['a.html', gzipSync(Buffer.alloc(50_000_000, '<p>')), 'compressed'],
  'UTF-8 that was taken for something else once': ['a.txt', 'sagt \u0084nein\u0093', 'wrong-encoding'],
  'the wrong encoding named': ['a.txt', Buffer.from([0xff, 0xfe, 0x00]), 'wrong-encoding', { encoding: 'utf-8' }],
  'an encoding that is none': ['a.txt', 'a', 'unknown-encoding', { encoding: 'klingon' }],
  'half a character in JSON': ['a.jsonl', '{"text":"\\ud83d"}', 'lone-surrogate'],
  'a cut line of JSON': ['a.jsonl', '{"text":"a"}\n{"text":', 'not-json'],
  'a list in JSON': ['a.jsonl', '[1]', 'not-json'],
  'a row too short': ['a.csv', 'title,text\na\n', 'not-csv'],
  'a quote that does not end': ['a.csv', 'title,text\na,"b\n', 'not-csv'],
  'a header alone': ['a.csv', 'title,text\n', 'empty'],
  'an empty text in a row': ['a.csv', 'title,text\na,b\nc,\n', 'empty-body'],
  'no column that is plainly the text': ['a.csv', 'x,y\n1,2\n', 'no-body-column'],
  'a column that is not there': ['a.csv', 'title,text\na,b\n', 'no-such-column', { columns: { body: 'Text' } }],
  'a dataset': ['a.jsonl', '{"type":"dataset","format":"lesart"}', 'dataset'],
  'a text of more than a million characters': ['a.txt', 'x'.repeat(1_000_001), 'too-long'],
  'a text of many more': ['a.txt', ' '.repeat(50_000_000), 'too-long'],
  'a file of more than 64 MB': ['a.txt', Buffer.alloc(64 * 1024 * 1024 + 1, 'x'), 'too-large'],
  'a page of more than 8 MB': ['a.html', '<p>'.repeat(3_000_000), 'too-large'],
  'a title of more than 500 characters': ['a.csv', `title,text\n${'x'.repeat(501)},b\n`, 'title-too-long'],
}
for (const [what, [name, content, fault, wishes]] of Object.entries(TROUBLES))
  test(`${what} is refused as ${fault}`, () => assert.equal(troubleWith(name, content, wishes).fault, fault))

test('a fault in a table names its line', () => {
  assert.equal(troubleWith('a.csv', 'title,text\na,"b\nc"\nd,\n').line, 4)
  assert.equal(troubleWith('a.jsonl', '{"text":"a"}\n\n{"text":"b"\n').line, 3)
  assert.equal(troubleWith('a.jsonl', '{"text":"a"}\n{"text":"b\\u0084"}\n').line, 2)
})

const BOMBS: Readonly<Record<string, string>> = {
  'a hundred thousand elements, one in the other': '<div>'.repeat(100_000),
  'a million brackets': '<'.repeat(1_000_000),
  'two hundred thousand paragraphs': '<p>x'.repeat(200_000),
  'quotations in quotations in Markdown': '> '.repeat(100_000),
  'lists in lists in Markdown': Array.from({ length: 3000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
  'brackets in brackets in Markdown': '['.repeat(200_000),
}
test('what would hold up a program is given up, and the next file is read', async () => {
  const intake = startIntake(1500)
  for (const [what, content] of Object.entries(BOMBS)) {
    const name = what.endsWith('Markdown') ? 'a.md' : 'a.html'
    const bomb = await intake.read({ name, bytes: Buffer.from(content) })
    if ('reading' in bomb) assert.equal(bomb.reading.articles.length, 1, what)
    else assert.match(bomb.trouble.fault, /^(?:takes-too-long|too-long|no-text)$/, what)
    const next = await intake.read({ name: 'a.txt', bytes: Buffer.from('Danach.') })
    assert.ok('reading' in next, what)
  }
})
