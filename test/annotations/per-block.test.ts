/** What is kept of blocks is what would be made anew, whatever becomes of the marks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Annotation, compareAnnotations, revised } from '../../server/annotations/annotation.ts'
import { reachingInto } from '../../server/annotations/per-block.ts'
import { readingHtml } from '../../server/annotations/reading-html.ts'
import { sharesOf } from '../../server/annotations/shares.ts'
import type { Article } from '../../server/articles/article.ts'
import { numberedLines } from '../../server/text/lines.ts'
import { overlap, type Span } from '../../server/text/span.ts'
import { oddArticle } from '../support/texts.ts'

interface Revision {
  readonly id: string
  readonly tag: string
  readonly retracted: boolean
  readonly span: Span
  readonly parts: readonly Span[]
}

const place = fc.tuple(fc.nat(60), fc.nat(60)).map(([start, more]): Span => ({ start, end: start + 1 + more }))
const revisions: fc.Arbitrary<Revision[]> = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    tag: fc.constantFrom('framing', 'reporting'),
    retracted: fc.boolean(),
    span: place,
    parts: fc.array(place, { maxLength: 1 }),
  }),
  { maxLength: 12 },
)
const USUAL = { attributes: {}, revision: 1, origin: 'annotator', createdAt: '', changedAt: '' }

function annotationIn({ body }: Article, { span, parts, ...rest }: Revision): Annotation {
  const inside = ({ start, end }: Span): Span => {
    const first = Math.min(start, body.length - 1)
    return { start: first, end: Math.max(first + 1, Math.min(end, body.length)) }
  }
  return { ...USUAL, ...rest, ...inside(span), parts: parts.map((part) => ({ role: 'source', ...inside(part) })) }
}

/** With the numbers of lines and without: both are kept beside each other. */
function drawn(article: Article, annotations: readonly Annotation[]) {
  const reading = { article, annotations, language: 'de', repeatedHere: 'hier' }
  const lines = numberedLines(article.body, article.blocks)
  return [readingHtml({ ...reading, lines }), readingHtml(reading), sharesOf(article, annotations)]
}

test('after any revisions a reading is drawn and counted as if nothing had been kept', () => {
  fc.assert(
    fc.property(oddArticle, revisions, (article, revisions) => {
      let standing: readonly Annotation[] = []
      for (const revision of revisions) {
        standing = revised(standing, [annotationIn(article, revision)])
        assert.deepEqual(drawn(article, standing), drawn(article, structuredClone(standing)))
      }
    }),
  )
})

test('what stands after revisions is the newest of each annotation, unless it is retracted, in the order of the text', () => {
  fc.assert(
    fc.property(oddArticle, revisions, fc.nat(12), (article, revisions, known) => {
      const all = revisions.map((revision) => annotationIn(article, revision))
      const newest = new Map(all.map((annotation) => [annotation.id, annotation]))
      const expected = [...newest.values()].filter(({ retracted }) => !retracted).sort(compareAnnotations)
      assert.deepEqual(revised(revised([], all.slice(0, known)), all.slice(known)), expected)
    }),
  )
})

test('what reaches into a block by its span or a part is found there, in the order given', () => {
  const spansOf = (annotation: Annotation) => [annotation, ...annotation.parts]
  fc.assert(
    fc.property(oddArticle, revisions, (article, revisions) => {
      const all = revisions.map((revision) => annotationIn(article, revision))
      assert.deepEqual(
        reachingInto(all, article.blocks, spansOf),
        article.blocks.map((block) => all.filter((one) => spansOf(one).some((span) => overlap(span, block)))),
      )
    }),
  )
})
