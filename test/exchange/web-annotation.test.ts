import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { webAnnotation } from '../../server/exchange/formats/web-annotation.ts'
import { anyLesartFile } from '../support/any-lesart-file.ts'
import {
  complaintOf,
  datasetOf,
  inWords,
  readFile,
  type WholeDataset,
  writtenFile,
} from '../support/folder-exchange.ts'
import { id, madeUp } from '../support/lesart-file.ts'
import { CONTEXT } from '../support/web-annotation-context.ts'

const ANNO = 'http://www.w3.org/ns/anno.jsonld'
const options = {
  // Whatever a processor would drop is an error.
  safe: true,
  documentLoader: async (url: string) => {
    assert.equal(url, ANNO, 'nothing but the context is asked for')
    return { contextUrl: null, documentUrl: url, document: CONTEXT }
  },
}

test('a JSON-LD processor takes any dataset, every key of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const { content } = await writtenFile(webAnnotation, await datasetOf(anyLesartFile(g)))
      await jsonld.expand(JSON.parse(content), options)
    }),
    { numRuns: 25 },
  )
})

test('what a JSON-LD processor makes of the made-up file', async () => {
  const { content } = await writtenFile(webAnnotation, await datasetOf(madeUp()))
  const quads = await jsonld.toRDF(JSON.parse(content), options)
  const objects = (subject: string, predicate: string) =>
    quads
      .filter((quad) => quad.subject.value === subject && quad.predicate.value.endsWith(predicate))
      .map(({ object }) => object.value)
  const mark = `urn:uuid:${id(9)}`
  assert.deepEqual(objects(mark, '#type'), ['http://www.w3.org/ns/oa#Annotation'])
  assert.deepEqual(
    objects(mark, '#motivatedBy').toSorted(),
    ['commenting', 'tagging'].map((word) => `http://www.w3.org/ns/oa#${word}`),
  )
  const values = objects(mark, '#hasBody').flatMap((body) => objects(body, '#value'))
  assert.deepEqual(values.toSorted(), ['3', 'Ja, "so"', 'attribution', 'a|b', 'indirect', 'mood', 'true', 'verb'])
  const selectors = objects(objects(mark, '#hasTarget')[0]!, '#hasSelector')
  assert.deepEqual(
    selectors.flatMap((selector) => objects(selector, '#start')),
    ['32'],
  )
  assert.deepEqual(
    selectors.flatMap((selector) => objects(selector, '#exact')),
    ['Die Brücke sei „marode“, erklärte die Ministerin x̌'],
  )
  assert.deepEqual(objects(mark, '/creator'), [`urn:uuid:${id(3)}`])
})

const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more })
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const one = (selector: object[], more: object = {}) => ({
  ...{ '@context': ANNO, id: 'https://a.test/1', type: 'Annotation' },
  ...{
    body: [{ type: 'TextualBody', purpose: 'tagging', value: 'framing' }],
    target: { source: 'https://a.test/', selector },
  },
  ...more,
})

/** Content, and the marks: of a text that is not there only what is quoted is known. */
const READ: Readonly<Record<string, readonly [content: unknown, marks: readonly string[]]>> = {
  'one annotation alone': [one([quote('zwei'), position(5, 9)]), ['framing „zwei“']],
  'an array of them, two targets that are pieces, a creator': [
    [
      one([], {
        creator: { id: 'x', nickname: 'ben' },
        target: [
          { source: 'https://a.test/', selector: [quote('gab'), position(3, 6)] },
          { source: 'https://a.test/', selector: [quote('auf'), position(16, 19)] },
        ],
      }),
    ],
    ['framing „“ content „gab“ content „auf“'],
  ],
  'a page': [
    { '@context': ANNO, type: 'AnnotationPage', items: [one([quote('zwei'), position(5, 9)])] },
    ['framing „zwei“'],
  ],
  'a collection': [
    {
      '@context': ANNO,
      type: 'AnnotationCollection',
      first: { type: 'AnnotationPage', items: [one([quote('zwei'), position(5, 9)])] },
    },
    ['framing „zwei“'],
  ],
  'notes with and without a purpose, a second tag': [
    one([quote('zwei'), position(5, 9)], {
      body: [
        { type: 'TextualBody', value: 'Hm' },
        { type: 'TextualBody', purpose: 'commenting', value: 'so' },
        { type: 'TextualBody', purpose: 'tagging', value: 'a' },
        { type: 'TextualBody', purpose: 'tagging', value: 'b' },
      ],
    }),
    ['a „zwei“ or b (Hm\nso)'],
  ],
  'a short form of a note': [
    one([quote('zwei'), position(5, 9)], { body: undefined, bodyValue: 'Hm', motivation: 'commenting' }),
    ['commenting „zwei“ (Hm)'],
  ],
  'Hypothesis, as its API answers': [
    {
      total: 1,
      rows: [
        {
          ...{ id: 'x', user: 'acct:ben@hypothes.is', uri: 'https://a.test/', text: 'Hm', tags: ['framing'] },
          target: [
            {
              source: 'https://a.test/',
              selector: [{ type: 'RangeSelector', startOffset: 1 }, position(5, 9), quote('zwei')],
            },
          ],
        },
      ],
    },
    ['framing „zwei“ (Hm)'],
  ],
  'a position that only narrows is none': [
    one([{ type: 'XPathSelector', value: '/p', refinedBy: position(0, 4) }, quote('zwei'), position(5, 9)]),
    ['framing „zwei“'],
  ],
  'without a position there is no place': [
    [one([quote('zwei')]), one([quote('zwei'), position(5, 9)], { id: 'https://a.test/2' })],
    ['framing „zwei“'],
  ],
}

for (const [name, [content, marks]] of Object.entries(READ))
  test(`web-annotation is read: ${name}`, async () => {
    const dataset = await readFile(webAnnotation, JSON.stringify(content))
    assert.deepEqual(
      inWords(dataset).map((mark) => mark.replace(/^\S+ \S+: /, '')),
      marks,
    )
    assert.deepEqual(
      dataset.articles.map(({ source, isWithheld }) => [source.url, isWithheld]),
      [['https://a.test/', true]],
    )
  })

test('web-annotation is read: one annotation a line', async () => {
  const lines = [1, 2].map(
    (n) => `${JSON.stringify(one([quote('zwei'), position(5, 9)], { id: `https://a.test/${n}` }))}\n`,
  )
  assert.equal(inWords(await readFile(webAnnotation, lines.join(''))).length, 2)
})

type Item = Record<string, unknown> & { target: { selector: Record<string, unknown>[] } }

/** Our own file, with its annotations changed. */
async function changed(change: (items: Item[]) => void): Promise<string> {
  const { content } = await writtenFile(webAnnotation, await datasetOf(madeUp()))
  const collection = JSON.parse(content)
  change(collection.first.items)
  return JSON.stringify(collection, undefined, 1)
}

const wordsIn = async (content: string) => inWords((await readFile(webAnnotation, content)) as WholeDataset)

test('a file of ours from which another tool counts in UTF-16 is read by its quotes', async () => {
  const content = await changed((items) => {
    // 😃 stands before all but the first words.
    for (const { target } of items)
      for (const selector of target.selector ?? [])
        for (const end of ['start', 'end'])
          if ((selector[end] as number) > 7) selector[end] = (selector[end] as number) + 1
  })
  assert.deepEqual(await wordsIn(content), await wordsIn(await changed(() => undefined)))
})

test('a file of ours in which positions do not fit is read by quotes with what stands around them', async () => {
  const content = await changed((items) => {
    for (const { target } of items)
      for (const selector of target.selector ?? [])
        if ('start' in selector) Object.assign(selector, { start: 1, end: 2 })
  })
  const { warnings, ...dataset } = await readFile(webAnnotation, content)
  assert.deepEqual(inWords(dataset), await wordsIn(await changed(() => undefined)))
  assert.match(warnings[0]!, /„Straße 😃“ was found by its words/)
})

const DAMAGED: Readonly<Record<string, readonly [content: string | Uint8Array | Promise<string>, says: RegExp]>> = {
  'a file that is cut off': [
    JSON.stringify(one([position(5, 9)])).slice(0, -5),
    /^1: this is no JSON, or it is cut off/,
  ],
  'no annotations': ['{"a":1}', /^1: these are no annotations/],
  'pages that are elsewhere': [
    '{"type":"AnnotationCollection","first":"https://a.test/page1"}',
    /^1: the annotations are elsewhere/,
  ],
  'the older Open Annotation': ['[{"@type":"oa:Annotation","target":"x"}]', /^1: this is the older Open Annotation/],
  'no target': [JSON.stringify([one([], { target: undefined })]), /^1: target: missing/],
  'a position that is none': [JSON.stringify(one([position(9, 5)])), /^1: TextPositionSelector: 9 to 5/],
  'a quote that is not in the text': [
    changed(([, first]) => Object.assign(first!.target.selector[0]!, { exact: 'Gasse' })),
    /^\d+: „Gasse“ is not in the text/,
  ],
  'a quote that is there twice, without a position': [
    changed(([, first]) => Object.assign(first!.target, { selector: [quote('e')] })),
    /: „e“ stands in the text \d+ times; nothing says which one is meant/,
  ],
  'a part of what is not there': [
    changed((items) => void items.splice(2, 1)),
    /: it is a part of urn:uuid:.*, which is not there/,
  ],
  'an annotation of no reading': [
    changed(([, first]) => Object.assign(first!, { 'lesart:set': id(99) })),
    /belongs to no reading in this file/,
  ],
  'no text': [changed(([text]) => delete text!.body), /: body: the text of the article is missing/],
  'another tag': [
    changed(([, first]) => Object.assign((first!.body as { value: string }[])[0]!, { value: 'rumour' })),
    /: „rumour“ is no tag of the codebook/,
  ],
}

for (const [name, [content, says]] of Object.entries(DAMAGED))
  test(`web-annotation is refused: ${name}`, async () => {
    assert.match(await complaintOf(readFile(webAnnotation, await content)), says)
  })
