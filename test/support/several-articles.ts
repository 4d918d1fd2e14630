/** A study of several short articles under the codebook of the first one, with a question that has to be answered. */
import { closed, firstArticle, sha256, takenApart } from './lesart-file.ts'

export const ROUND = '0193a000-0000-7000-8000-000000000001'
const STUDY = '0193a000-0000-7000-8000-000000000002'
const CODEBOOK = '0193a000-0000-7000-8000-000000000003'
export const REQUIRED = 'Art der Wiedergabe'

export const articleId = (n: number) => `0193a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`
export const deskOf = (n: number) => `/rounds/${ROUND}/articles/${articleId(n)}`

const headline = (n: number) => `Meldung ${n} des Tages`
const PARAGRAPH = 'Die Lage ist ernst, erklärte die Ministerin. Beobachter sehen darin eine gefährliche Wende.'

/** A `lesart` file with so many articles, to be imported. */
export function severalArticles(amount: number): string {
  const { header } = takenApart(firstArticle)
  const [codebook] = structuredClone(header.codebooks)
  const type = codebook!.tags.find(({ id }) => id === 'attribution')!.attributes!.find(({ id }) => id === 'type')!
  Object.assign(type, { required: true, label: { de: REQUIRED, en: 'Type of attribution' } })
  return closed({
    header: {
      ...header,
      study: { id: STUDY, title: 'Mehrere Artikel', language: 'de' },
      codebooks: [{ ...codebook!, id: CODEBOOK }],
      annotators: [],
      rounds: [{ id: ROUND, title: 'Runde 1', kind: 'annotation', codebook: CODEBOOK, codebookVersion: 1 }],
    },
    articles: Array.from({ length: amount }, (_, index) => article(index + 1)),
  })
}

function article(n: number) {
  const body = `${headline(n)}\n\n${PARAGRAPH}`
  const start = headline(n).length
  return {
    type: 'article',
    id: articleId(n),
    language: 'de',
    title: headline(n),
    source: {},
    body,
    sha256: sha256(body),
    blocks: [
      { kind: 'headline', start: 0, end: start },
      { kind: 'paragraph', start: start + 2, end: [...body].length },
    ],
    annotationSets: [],
  } as const satisfies object as never
}
