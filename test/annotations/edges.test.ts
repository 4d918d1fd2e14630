import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Edge, edgeMovedTo, edgeStepped } from '../../server/annotations/edges.ts'
import { snap } from '../../server/annotations/snapping.ts'
import { spanFaults } from '../../server/annotations/span-rules.ts'
import { createWalking, type Stride } from '../../server/annotations/walking.ts'
import { articleOf, oddArticle, placeOf } from '../support/texts.ts'

const article = articleOf(
  ['headline', 'Die Lage ist ernst'],
  ['byline', 'Von Ada'],
  ['paragraph', 'Das sagte (angeblich) Ben.'],
)
const walking = createWalking(article)
const at = (words: string) => placeOf(article.body.text, words)
const wordsOf = ({ start, end }: { start: number; end: number }) => article.body.slice(start, end)

const POINTED: Record<string, { mark: string; edge: Edge; to: number; by?: Stride; words: string }> = {
  'into a word means the word': { mark: 'Lage', edge: 'end', to: at('rnst').start, words: 'Lage ist ernst' },
  'the start outwards': { mark: 'ist', edge: 'start', to: at('age').start, words: 'Lage ist' },
  inwards: { mark: 'Lage ist ernst', edge: 'end', to: at('st ernst').start, words: 'Lage ist' },
  'by characters': { mark: 'Lage', edge: 'start', to: at('ie Lage').start, by: 'character', words: 'ie Lage' },
  'past the other edge leaves the word there': { mark: 'Lage ist', edge: 'end', to: 0, words: 'Lage' },
  'past the other edge, by characters': { mark: 'Lage', edge: 'start', to: 99, by: 'character', words: 'e' },
  'over a block that cannot be marked': {
    mark: 'ernst',
    edge: 'end',
    to: at('as sagte').start,
    words: 'ernst\n\nVon Ada\n\nDas',
  },
  'into a block that cannot be marked': { mark: 'ist', edge: 'end', to: at('Ada').start, words: 'ist ernst' },
}

for (const [name, { mark, edge, to, by = 'word', words }] of Object.entries(POINTED))
  test(`pointing: ${name}`, () => {
    const position = Math.min(to, article.body.length)
    assert.equal(wordsOf(edgeMovedTo(article, at(mark), edge, position, by)), words)
  })

const STEPS: Record<string, { mark: string; edge: Edge; on: boolean; by?: Stride; words: string | undefined }> = {
  'the end on': { mark: 'Lage', edge: 'end', on: true, words: 'Lage ist' },
  'the end back': { mark: 'Lage ist', edge: 'end', on: false, words: 'Lage' },
  'the start on': { mark: 'Lage ist', edge: 'start', on: true, words: 'ist' },
  'the start back': { mark: 'Lage', edge: 'start', on: false, words: 'Die Lage' },
  'the end by a character': { mark: 'Lage', edge: 'end', on: false, by: 'character', words: 'Lag' },
  'over the end of a block': { mark: 'ernst', edge: 'end', on: true, words: 'ernst\n\nVon Ada\n\nDas' },
  'brackets are passed by words': { mark: 'sagte', edge: 'end', on: true, words: 'sagte (angeblich' },
  'a last word stays': { mark: 'Lage', edge: 'end', on: false, words: undefined },
  'at the start of the text there is nothing': { mark: 'Die', edge: 'start', on: false, words: undefined },
}

for (const [name, { mark, edge, on, by = 'word', words }] of Object.entries(STEPS))
  test(`a step: ${name}`, () => {
    const moved = edgeStepped(article, walking, at(mark), edge, on, by)
    assert.equal(moved && wordsOf(moved), words)
  })

const place = fc.nat(120)
const edge = fc.constantFrom<Edge>('start', 'end')
const stride = fc.constantFrom<Stride>('character', 'word')

test('wherever an edge goes, the mark is never empty and can stand', () => {
  fc.assert(
    fc.property(
      oddArticle,
      place,
      place,
      place,
      edge,
      stride,
      fc.boolean(),
      (article, a, b, to, edge, by, isForward) => {
        const within = (position: number) => Math.min(position, article.body.length)
        const span = snap(article, within(a), within(b), 'character')
        if (!span) return
        assert.deepEqual(spanFaults(article, edgeMovedTo(article, span, edge, within(to), by)), {})
        const stepped = edgeStepped(article, createWalking(article), span, edge, isForward, by)
        if (stepped) assert.deepEqual(spanFaults(article, stepped), {})
      },
    ),
  )
})
