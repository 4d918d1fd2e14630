import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { recognise, sampleOfFolder } from '../../server/exchange/files/recognising.ts'
import type { FolderFormat } from '../../server/exchange/format.ts'
import { brat } from '../../server/exchange/formats/brat.ts'
import { casJson } from '../../server/exchange/formats/cas-json.ts'
import { casXmi } from '../../server/exchange/formats/cas-xmi.ts'
import { conll } from '../../server/exchange/formats/conll.ts'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { tei } from '../../server/exchange/formats/tei.ts'
import { webAnnotation } from '../../server/exchange/formats/web-annotation.ts'
import { webannoTsv } from '../../server/exchange/formats/webanno-tsv.ts'
import { anyLesartFile } from '../support/any-lesart-file.ts'
import {
  datasetOf,
  folderOf,
  inLesart,
  readFile,
  readFolder,
  type WholeDataset,
  writtenFile,
  writtenFolder,
} from '../support/folder-exchange.ts'
import { comparable, madeUp } from '../support/lesart-file.ts'

type Article = WholeDataset['articles'][number]

const isBlank = (article: Article, { start, end }: { start: number; end: number }) =>
  article.body.slice(start, end).trim() === ''

/** Formats of words and lines leave marks and parts of white space alone out. */
function withoutBlankSpans(article: Article): Article {
  const annotationSets = article.annotationSets.map((set) => ({
    ...set,
    annotations: set.annotations
      .filter((annotation) => !isBlank(article, annotation))
      .map((annotation) => ({ ...annotation, parts: annotation.parts.filter((part) => !isBlank(article, part)) })),
  }))
  return { ...article, annotationSets }
}

const CASES: readonly [FolderFormat, keep: (article: Article) => Article][] = [
  [brat, withoutBlankSpans],
  [webannoTsv, withoutBlankSpans],
  [casXmi, (article) => article],
  [casJson, (article) => article],
  [conll, withoutBlankSpans],
  [tei, (article) => article],
]

for (const [format, keep] of CASES) {
  const expected = ({ header, articles }: WholeDataset) => ({
    header,
    articles: articles.filter(({ annotationSets }) => annotationSets.length > 0).map(keep),
  })

  test(`${format.id}: the made-up file comes back whole`, async () => {
    const dataset = await datasetOf(madeUp())
    const { files, losses } = await writtenFolder(format, dataset)
    assert.deepEqual(losses, [])
    const { warnings, ...back } = await readFolder(format, files)
    assert.deepEqual(warnings, [])
    assert.equal(comparable(await inLesart(back)), comparable(await inLesart(dataset)))
    assert.equal(recognise(FORMATS, await sampleOfFolder(folderOf(files)))?.id, format.id)
  })

  test(`${format.id}: any dataset comes back, but for what is counted as left out`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const dataset = await datasetOf(anyLesartFile(g))
        const { files, losses } = await writtenFolder(format, dataset)
        const back = await readFolder(format, files)
        assert.deepEqual(back.warnings, [])
        assert.equal(comparable(await inLesart(back)), comparable(await inLesart(expected(dataset))))
        const kept = expected(dataset).articles.flatMap(({ annotationSets }) => annotationSets)
        const count = (sets: typeof kept) => sets.flatMap(({ annotations }) => annotations).length
        const lost = losses.find(({ what }) => what === 'blank-annotation')?.count ?? 0
        assert.equal(lost, count(dataset.articles.flatMap(({ annotationSets }) => annotationSets)) - count(kept))
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })
}

/** Marks and parts by their places and names, without what only lesart.json knows. */
const placesIn = ({ articles }: Pick<WholeDataset, 'articles'>) =>
  articles
    .flatMap(({ body, annotationSets }) =>
      annotationSets.flatMap(({ annotations }) =>
        annotations.map(({ tag, start, end, parts }) => {
          const words = body.slice(start, end)
          const places = parts.map((part) => `${part.role} ${part.start}-${part.end}`)
          return `${body.text.trimStart()} ${tag} ${start + words.length - words.trimStart().length} „${words.trim()}“ ${places.sort()}`
        }),
      ),
    )
    .sort()

for (const [format, keep] of CASES)
  test(`${format.id}: texts, marks and parts are read without lesart.json, too`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const dataset = await datasetOf(anyLesartFile(g))
        const { files } = await writtenFolder(format, dataset)
        files.delete('lesart.json')
        const articles = dataset.articles.filter(({ annotationSets }) => annotationSets.length > 0).map(keep)
        fc.pre(articles.length > 0 && articles.every(({ body }) => body.text.trim() !== ''))
        const back = await readFolder(format, files)
        assert.deepEqual(placesIn(back), placesIn({ articles }))
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

test('web-annotation is known by what stands in it', async () => {
  const { content } = await writtenFile(webAnnotation, await datasetOf(madeUp()))
  assert.equal(
    recognise(FORMATS, { files: 'one', name: 'x.json', head: content.slice(0, 65_536) })?.id,
    'web-annotation',
  )
})

test('web-annotation: any dataset comes back whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const dataset = await datasetOf(anyLesartFile(g))
      const { content, losses } = await writtenFile(webAnnotation, dataset)
      assert.deepEqual(losses, [])
      const { warnings, ...back } = await readFile(webAnnotation, content)
      assert.deepEqual(warnings, [])
      assert.equal(comparable(await inLesart(back)), comparable(await inLesart(dataset)))
    }),
    { numRuns: 40, endOnFailure: true },
  )
})
