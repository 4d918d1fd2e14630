/** A class of people who marked an article somehow, for what is counted over all of them. */
import fc from 'fast-check'
import type { Article } from '../../server/articles/article.ts'
import type { Marks } from '../../server/workshops/wall/heat-map.ts'
import { oddArticle } from './texts.ts'

export const TAGS = ['reporting', 'attribution', 'framing']

const mark = (length: number) =>
  fc
    .record({ tag: fc.constantFrom(...TAGS, 'elsewhere'), a: fc.nat(length), b: fc.nat(length) })
    .map(({ tag, a, b }) => ({ tag, start: Math.min(a, b), end: Math.max(a, b) }))

/** An article with odd characters, and what up to six people marked in it. */
export const someClass: fc.Arbitrary<{ article: Article; readings: Marks[] }> = oddArticle.chain((article) =>
  fc.record({
    article: fc.constant(article),
    readings: fc.array(fc.array(mark(article.body.length), { maxLength: 6 }), { maxLength: 6 }),
  }),
)
