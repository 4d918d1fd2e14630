import assert from 'node:assert/strict'
import { test } from 'node:test'
import { casJson } from '../../server/exchange/formats/cas-json.ts'
import { casXmi } from '../../server/exchange/formats/cas-xmi.ts'
import { readXml } from '../../server/exchange/formats/shared/xml-reader.ts'
import { complaintOf, datasetOf, inWords, readFolder, writtenFolder } from '../support/folder-exchange.ts'
import { id, madeUp, sha256 } from '../support/lesart-file.ts'

const xmiFile = (content: string | Uint8Array) => new Map([['ada/bridge.xmi', content]])
const jsonFile = (content: string | Uint8Array) => new Map([['ada/bridge.json', content]])

/** A CAS with a text and some elements. */
function xmi(text: string, ...elements: readonly string[]): string {
  const members = elements.flatMap((element) => /xmi:id="(\d+)" sofa/.exec(element)?.[1] ?? []).join(' ')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore" xmlns:noNamespace="http:///uima/noNamespace.ecore" xmi:version="2.0">',
    ...elements,
    `<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/>`,
    `<cas:View sofa="1" members="${members}"/>`,
    '</xmi:XMI>',
  ].join('\n')
}

const READ: Readonly<
  Record<string, readonly [content: string, marks: readonly string[], warnings?: readonly RegExp[]]>
> = {
  'positions in UTF-16, a text that comes last': [
    xmi(
      'Oh 😃 nein',
      '<c:Claim xmi:id="2" sofa="1" begin="6" end="10" value="no"/>',
      '<noNamespace:Joy xmi:id="3" sofa="1" begin="3" end="5"/>',
    ),
    ['no „nein“', 'joy „😃“'],
  ],
  'line breaks, tabs and signs in the text': [
    xmi(
      'Eins &amp; zwei&#10;&#9;&quot;drei&quot; &lt;x>',
      '<c:Claim xmi:id="2" sofa="1" begin="12" end="23" value="a&#10;b"/>',
    ),
    ['a-b „\t"drei" <x>“'],
  ],
  'a begin that is not stated is 0': [xmi('Eins', '<c:Claim xmi:id="2" sofa="1" end="4" value="x"/>'), ['x „Eins“']],
  'links with roles': [
    xmi(
      'Ada sagt nein',
      '<c:Who xmi:id="2" sofa="1" begin="0" end="3" label="person"/>',
      '<c:SayLink xmi:id="3" role="source" target="2"/>',
      '<c:Say xmi:id="4" sofa="1" begin="4" end="8" kind="direct" parts="3"/>',
    ),
    ['person „Ada“', 'say „sagt“ kind=direct source „Ada“'],
  ],
  'an array that several may refer to': [
    xmi(
      'Ada sagt nein',
      '<c:Who xmi:id="2" sofa="1" begin="0" end="3"/>',
      '<c:SayLink xmi:id="3" role="source" target="2"/>',
      '<cas:FSArray xmi:id="5" elements="3"/>',
      '<c:Say xmi:id="4" sofa="1" begin="4" end="8" parts="5"/>',
    ),
    ['who „Ada“', 'say „sagt“ source „Ada“'],
  ],
  'a relation, numbers that are no references, several texts': [
    xmi(
      'Eins zwei',
      '<c:Claim xmi:id="2" sofa="1" begin="0" end="4" value="a" rank="3"/>',
      '<c:Claim xmi:id="3" sofa="1" begin="5" end="9" value="b"><tags>x</tags><tags>y</tags></c:Claim>',
      '<c:Refers xmi:id="4" sofa="1" begin="5" end="9" label="answers" Governor="2" Dependent="3"/>',
    ),
    ['a „Eins“ rank=3 answers „zwei“', 'b „zwei“ tags=x y'],
  ],
  'what machines made of a text, and marks without extent': [
    xmi(
      'Eins',
      '<c:Token xmi:id="2" sofa="1" begin="0" end="4"/>',
      '<c:Claim xmi:id="3" sofa="1" begin="2" end="2" value="a"/>',
    ),
    [],
    [/bridge\.xmi:4: Claim: without extent, at 2; it was left out/],
  ],
  'another view is another text': [
    xmi(
      'Eins',
      '<c:Claim xmi:id="2" sofa="1" begin="0" end="4" value="a"/>',
      '<c:Claim xmi:id="3" sofa="9" begin="0" end="99" value="b"/>',
    ),
    ['a „Eins“'],
  ],
}

for (const [name, [content, marks, warnings = []]] of Object.entries(READ))
  test(`cas-xmi is read: ${name}`, async () => {
    const dataset = await readFolder(casXmi, xmiFile(content))
    assert.deepEqual(inWords(dataset).toSorted(), marks.map((mark) => `bridge ada: ${mark}`).toSorted())
    assert.equal(dataset.warnings.length, warnings.length, dataset.warnings.join('\n'))
    for (const [index, warning] of warnings.entries()) assert.match(dataset.warnings[index]!, warning)
  })

const plain = xmi('Eins zwei', '<c:Claim xmi:id="2" sofa="1" begin="0" end="4" value="x"/>')
const DAMAGED_XMI: Readonly<Record<string, readonly [content: string | Uint8Array, says: RegExp]>> = {
  'a file that is cut off': [plain.slice(0, -20), /bridge\.xmi:5: this is no well-formed XML/],
  'a document type': [
    plain.replace('<xmi:XMI', '<!DOCTYPE x [<!ENTITY a "b">]><xmi:XMI'),
    /:2: a document type is declared/,
  ],
  'an entity that nobody declared': [plain.replace('Eins', '&all;'), /:4: this is no well-formed XML/],
  'elements without end': [`<a>${'<b>'.repeat(5000)}`, /:1: elements are nested more than 200 deep/],
  'another XML': ['<html/>', /:1: this is no XMI: its first element is html/],
  'no text': [plain.replace(/sofaString="[^"]*"/, ''), /:2: there is no text in this file/],
  'a span beyond the text': [plain.replace('end="4"', 'end="40"'), /:3: Claim 2: 0 to 40 is no stretch of a text of 9/],
  'a span that ends before it begins': [
    plain.replace('begin="0" end="4"', 'begin="4" end="0"'),
    /:3: Claim: „4“ to „0“ is no span/,
  ],
  'a position that is no number': [plain.replace('end="4"', 'end="four"'), /:3: Claim: „0“ to „four“ is no span/],
  'an id twice': [
    plain.replace('<cas:Sofa', '<c:Claim xmi:id="2" sofa="1" begin="0" end="4"/><cas:Sofa'),
    /:4: Claim: the xmi:id 2 stands there twice/,
  ],
  'an edge within a character': [
    xmi('😃', '<c:Claim xmi:id="2" sofa="1" begin="0" end="1" value="x"/>'),
    /:3: 0 to 1 is no stretch of the text, or ends within a character/,
  ],
  'another encoding': [Buffer.from(plain.replace('Eins', 'Zwölf'), 'latin1'), /:4: this is not UTF-8/],
}

for (const [name, [content, says]] of Object.entries(DAMAGED_XMI))
  test(`cas-xmi is refused: ${name}`, async () => {
    assert.match(await complaintOf(readFolder(casXmi, xmiFile(content))), says)
  })

const SOFA = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: 'Oh 😃 nein' }
const VIEWS = { _InitialView: { '%SOFA': 1, '%MEMBERS': [2] } }
const json = (structures: unknown, more: object = {}) =>
  JSON.stringify({ ...more, '%TYPES': {}, '%FEATURE_STRUCTURES': structures, '%VIEWS': VIEWS })
const claim = { '%ID': 2, '%TYPE': 'c.Claim', '@sofa': 1, begin: 6, end: 10, value: 'no' }

test('cas-json is read: positions in UTF-16, links, arrays by both their names, a begin that is not stated', async () => {
  const structures = [
    SOFA,
    claim,
    { '%ID': 3, '%TYPE': 'c.Who', '@sofa': 1, end: 2 },
    { '%ID': 4, '%TYPE': 'c.SayLink', role: 'source', '@target': 3 },
    { '%ID': 5, '%TYPE': 'c.SayLink[]', '%ELEMENTS': [4] },
    { '%ID': 6, '%TYPE': 'c.Say', '@sofa': 1, begin: 3, end: 5, '@parts': 5, '#weight': 'NaN' },
  ]
  const marks = ['no „nein“', 'say „😃“ weight=NaN source „Oh“', 'who „Oh“'].map((mark) => `bridge ada: ${mark}`)
  assert.deepEqual(inWords(await readFolder(casJson, jsonFile(json(structures)))).toSorted(), marks)
  const keyed = Object.fromEntries(structures.map(({ '%ID': id, ...rest }) => [id, rest]))
  assert.deepEqual(inWords(await readFolder(casJson, jsonFile(json(keyed)))).toSorted(), marks, 'with ids as keys')
})

const DAMAGED_JSON: Readonly<Record<string, readonly [content: string | Uint8Array, says: RegExp]>> = {
  'a file that is cut off': [json([SOFA, claim]).slice(0, -30), /bridge\.json:1: this is no JSON, or it is cut off/],
  'another JSON': ['{"text":"Eins"}', /:1: this is no CAS JSON/],
  'the older JSON of UIMA': ['{"_context":{},"_views":{}}', /:1: this is the older JSON of UIMA/],
  'positions in another unit': [
    json([SOFA], { '%HEADER': { 'offset-encoding': 'UTF-32' } }),
    /:1: offset-encoding: positions count in UTF-32/,
  ],
  'no text': [json([claim]), /:1: there is no text in this file/],
  'a span beyond the text': [json([SOFA, { ...claim, end: 99 }]), /Claim 2: 6 to 99 is no stretch of a text of 10/],
  'a position as text': [json([SOFA, { ...claim, end: '9' }]), /c\.Claim 2: 6 to 9 is no span/],
  'an id twice': [json([SOFA, claim, claim]), /the %ID 2 stands there twice/],
}

for (const [name, [content, says]] of Object.entries(DAMAGED_JSON))
  test(`cas-json is refused: ${name}`, async () => {
    assert.match(await complaintOf(readFolder(casJson, jsonFile(content))), says)
  })

test('what XML cannot hold becomes a space in XMI, is counted, and JSON keeps it', async () => {
  const file = madeUp()
  const article = file.articles[0]
  article!.body = article!.body.replace('Von Ada', 'Von\ufffeAda')
  article!.sha256 = sha256(article!.body)
  article!.annotationSets[0]!.annotations[0]!.note = 'a\uffffb'
  const dataset = await datasetOf(file)
  const { files, losses } = await writtenFolder(casXmi, dataset)
  assert.deepEqual(losses, [{ what: 'character-not-in-xml', count: 2 }])
  const content = files.get('a1/strasse-gesperrt.xmi')!
  readXml(content)
  assert.match(content, /Von Ada/)
  const kept = await writtenFolder(casJson, dataset)
  assert.deepEqual(kept.losses, [])
  assert.equal((await readFolder(casJson, kept.files)).articles[0]!.body.text, article!.body)
})

test('our own files are read without lesart.json, too: blocks, parts, answers and times', async () => {
  for (const [format, ending] of [
    [casXmi, 'xmi'],
    [casJson, 'json'],
  ] as const) {
    const { files } = await writtenFolder(format, await datasetOf(madeUp()))
    const path = `a1/strasse-gesperrt.${ending}`
    const { articles } = await readFolder(format, new Map([[path, files.get(path)!]]))
    assert.deepEqual(inWords({ articles } as never), [
      'Straße 😃 gesperrt a1: framing „Straße 😃“',
      'Straße 😃 gesperrt a1: attribution „Die Brücke sei „marode“, erklärte die Ministerin x̌“ comment=a|b named=true signals=verb mood strength=3 type2=indirect source „Ministerin“ cue „sei“ cue „erklärte“ high or framing (Ja, "so")',
    ])
    const [article] = articles
    assert.deepEqual(
      [article!.language, article!.blocks.map(({ kind }) => kind)],
      ['de', ['headline', 'byline', 'paragraph']],
    )
    const [, annotation] = article!.annotationSets[0]!.annotations
    assert.equal(annotation!.changedAt, '2026-11-20T11:00:00.000Z')
    assert.notEqual(annotation!.id, id(9), 'in another study it is another annotation')
  }
})

test('the same text under the same title in two files is two articles', async () => {
  const { files } = await writtenFolder(casXmi, await datasetOf(madeUp()))
  const content = files.get('a1/strasse-gesperrt.xmi')!
  const twice = new Map([
    ['a1/one.xmi', content],
    ['a1/two.xmi', content],
  ])
  const { articles } = await readFolder(casXmi, twice)
  assert.deepEqual(
    articles.map(({ title }) => title),
    ['Straße 😃 gesperrt', 'Straße 😃 gesperrt'],
  )
  assert.notEqual(articles[0]!.id, articles[1]!.id)
})
