/** Articles that two people have finished, who read them differently. */
import { closed, id, takenApart } from './lesart-file.ts'
import { ROUND } from './several-articles.ts'

const FOUND = [
  ['Die Lage ist ernst', 'gefährliche Wende'],
  ['ist ernst', 'eine gefährliche Wende'],
] as const

/** A `lesart` file of several articles, with the readings of both. */
export function readByTwo(file: string): string {
  const { header, articles } = takenApart(file)
  const annotators = FOUND.map((_, reader) => ({
    id: `a${reader + 1}`,
    uuid: id(900 + reader),
    kind: 'account' as const,
  }))
  const now = '2026-01-02T03:04:05.000Z'
  const read = articles.map((article, place) => ({
    ...article,
    annotationSets: FOUND.map((quotes, reader) => ({
      ...{ id: id(1000 + 10 * place + reader), round: ROUND, annotator: `a${reader + 1}`, state: 'finished' as const },
      annotations: quotes.map((quote, index) => {
        const start = article.body.indexOf(quote)
        const mark = {
          id: id(2000 + 100 * place + 10 * reader + index),
          tag: 'framing',
          start,
          end: start + quote.length,
        }
        return { ...mark, quote, createdAt: now, changedAt: now }
      }),
    })),
  }))
  return closed({ header: { ...header, annotators }, articles: read })
}
