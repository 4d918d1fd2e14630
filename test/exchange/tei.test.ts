import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tei } from '../../server/exchange/formats/tei.ts'
import { complaintOf, datasetOf, inWords, readFolder, writtenFolder } from '../support/folder-exchange.ts'
import { madeUp, sha256 } from '../support/lesart-file.ts'

const file = (content: string | Uint8Array) => new Map([['ada/bridge.xml', content]])
const doc = (standOff: string, body: string, more = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${more}<standOff>${standOff}</standOff>\n<text><body>${body}</body></text></TEI>`

const READ: Readonly<Record<string, readonly [content: string, marks: readonly string[]]>> = {
  'an annotation with a range, counted in code points': [
    doc('<annotation xml:id="x" target="#string-range(p,3,6)" ana="#say"/>', '<p xml:id="p">Oh 😃 nein</p>'),
    ['say „😃 nein“'],
  ],
  'ranges in pointers within, as the Guidelines have them': [
    doc(
      '<listAnnotation><annotation xml:id="x" target="#body" ana="#say"><ptr target="#string-range(p,0,2)"/></annotation></listAnnotation>',
      '<p xml:id="p">Oh nein</p>',
    ),
    ['say „Oh“'],
  ],
  'tags within count nothing, offsets run on past the element': [
    doc(
      '<annotation xml:id="x" target="#string-range(p,3,9)" ana="#say"/>',
      '<p xml:id="p">Oh <hi>ne</hi>in</p>\n<p>doch</p>',
    ),
    ['say „nein\ndoch“'],
  ],
  'a quoted id, an element that is pointed to, a range between two': [
    doc(
      `<annotation xml:id="x" target="#string-range('p',0,2)" ana="#a"/><annotation xml:id="y" target="#h" ana="#b"/><annotation xml:id="z" target="#range(#h,#string-range(p,3,4))" ana="#c"/>`,
      '<p xml:id="p">Oh <hi xml:id="h">ne</hi>in</p>',
    ),
    ['a „Oh“', 'b „ne“', 'c „nein“'],
  ],
  'several ranges: their pieces are parts': [
    doc(
      '<annotation xml:id="x" target="#string-range(p,3,3,16,3)" ana="#give-up"/>',
      '<p xml:id="p">Er gab den Plan auf.</p>',
    ),
    ['give-up „gab den Plan auf“ content „gab“ content „auf“'],
  ],
  'parts that point to what they belong to, notes, certainty': [
    doc(
      `<annotation xml:id="m" target="#string-range(p,4,4)" ana="#role-x #say" cert="low"><note>Hm</note><note type="attribute" n="kind">direct</note></annotation>
       <annotation xml:id="n" target="#string-range(p,0,3)" ana="#role-source"><ptr type="main" target="#m"/></annotation>`,
      '<p xml:id="p">Ada sagt</p>',
    ),
    ['x „sagt“ kind=direct source „Ada“ low (Hm)'],
  ],
  'spans beside and names within the text': [
    doc(
      '<spanGrp><span from="#p" to="#q" ana="#both"/><span target="#q">zweite</span></spanGrp>',
      '<p xml:id="p"><persName>Ada <rs type="place">Ohm</rs></persName></p><p xml:id="q">Nein</p>',
    ),
    ['both „Ada OhmNein“', 'zweite „Nein“', 'persname „Ada Ohm“', 'place „Ohm“'],
  ],
}

for (const [name, [content, marks]] of Object.entries(READ))
  test(`tei is read: ${name}`, async () => {
    const dataset = await readFolder(tei, file(content))
    assert.deepEqual(
      inWords(dataset)
        .map((mark) => mark.replace(/ persName=.*$/, ''))
        .toSorted(),
      marks.map((mark) => `bridge ada: ${mark}`).toSorted(),
    )
  })

test('tei is read: the outer text of nested ones, blocks by their elements, title and language', async () => {
  const header =
    '<teiHeader><fileDesc><titleStmt><title>Brücke</title></titleStmt></fileDesc><profileDesc><langUsage><language ident="de">x</language></langUsage></profileDesc></teiHeader>'
  const inner =
    '<TEI><standOff><annotation xml:id="x" target="#string-range(p,0,2)" ana="#say"/></standOff><text><body><p>!</p></body></text></TEI>'
  const body = '<head>Kopf</head><p xml:id="p">Oh</p><list><item>Eins</item></list><ab type="caption">Bild</ab>'
  const { articles } = await readFolder(tei, file(doc('', body, header + inner)))
  const [{ title, language, blocks }] = articles as [(typeof articles)[0]]
  assert.deepEqual(
    [title, language, blocks.map(({ kind }) => kind)],
    ['Brücke', 'de', ['headline', 'paragraph', 'list-item', 'caption']],
  )
  assert.deepEqual(inWords({ articles } as never), ['Brücke ada: say „Oh“'])
})

test('our own files are read without lesart.json, too', async () => {
  const { files } = await writtenFolder(tei, await datasetOf(madeUp()))
  const { articles, header } = await readFolder(tei, file(files.get('a1/strasse-gesperrt.xml')!))
  assert.deepEqual(
    header.codebooks[0]!.tags.map(({ id, label }) => [id, label]),
    ['reporting', 'attribution', 'framing', 'old'].map((id) => [id, { de: 'Wort', en: 'word' }]),
  )
  assert.equal(articles[0]!.body.text, madeUp().articles[0]!.body)
  assert.deepEqual(inWords({ articles } as never), [
    'Straße 😃 gesperrt ada: framing „Straße 😃“',
    'Straße 😃 gesperrt ada: attribution „Die Brücke sei „marode“, erklärte die Ministerin x̌“ comment=a|b named=true signals=verb|mood strength=3 type=indirect source „Ministerin“ cue „sei“ cue „erklärte“ high or framing (Ja, "so")',
  ])
})

test('white space that XML does not know stands in a block of its own between blocks', async () => {
  const made = madeUp()
  const [article] = made.articles
  article!.body = article!.body.replaceAll('\n\n', '\u3000\n')
  article!.sha256 = sha256(article!.body)
  const { files } = await writtenFolder(tei, await datasetOf(made))
  assert.match(
    files.get('a1/strasse-gesperrt.xml')!,
    /<\/head><ab type="space">\u3000\n<\/ab><ab xml:id="b2" type="byline">/,
  )
  const back = await readFolder(tei, file(files.get('a1/strasse-gesperrt.xml')!))
  assert.deepEqual(
    back.articles[0]!.blocks.map(({ kind }) => kind),
    ['headline', 'byline', 'paragraph'],
  )
})

const own = doc('<annotation xml:id="x" target="#string-range(p,0,2)" ana="#say"/>', '<p xml:id="p">Oh nein</p>')
const DAMAGED: Readonly<Record<string, readonly [content: string | Uint8Array, says: RegExp]>> = {
  'a file that is cut off': [own.slice(0, -9), /bridge\.xml:2: this is no well-formed XML/],
  'a document type with an entity': [
    `<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>${own}`,
    /:1: a document type is declared/,
  ],
  'another XML': ['<html/>', /:1: this is no TEI P5: its first element is html/],
  'the older P4': ['<TEI.2/>', /:1: this is no TEI P5: its first element is TEI\.2, which is P4/],
  'no text': ['<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', /:1: there is no text/],
  'a range of something that is not there': [own.replace('(p,', '(q,'), /:1: string-range\(q,0,2\): there is no q/],
  'a range beyond the text': [own.replace(',0,2', ',0,20'), /:1: string-range\(p,0,20\): there are 7 characters/],
  'a range without length': [own.replace(',0,2', ',0'), /:1: string-range\(p,0\): an offset and a length are needed/],
  'a part of nothing': [
    own.replace('"#say"/>', '"#say"><ptr type="main" target="#y"/></annotation>'),
    /:1: annotation: it is a part of y/,
  ],
  'another encoding': [Buffer.from(own.replace('nein', 'für'), 'latin1'), /:2: this is not UTF-8/],
}

for (const [name, [content, says]] of Object.entries(DAMAGED))
  test(`tei is refused: ${name}`, async () => {
    assert.match(await complaintOf(readFolder(tei, file(content))), says)
  })
