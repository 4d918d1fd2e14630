/** Reads a study as a dataset, one article at a time. */
import { compareAnnotations } from '../annotations/annotation.ts'
import { listAnnotations, listSets } from '../annotations/annotation-store.ts'
import type { Article } from '../articles/article.ts'
import { findArticle, listArticleIds } from '../articles/article-store.ts'
import { listCodebooks } from '../codebook/codebook-store.ts'
import type { Db } from '../database/db.ts'
import { isAssigned } from '../rounds/round.ts'
import { listRounds } from '../rounds/round-store.ts'
import type { Annotator, Study } from '../studies/study.ts'
import { listAnnotators } from '../studies/study-store.ts'
import { compareText } from '../text/compare-text.ts'
import type { Dataset, DatasetArticle, DatasetHeader, DatasetSet } from './dataset.ts'

/** Whose readings a dataset holds: everybody's but visitors', or those of one account. */
export type Whose = { readonly account: string } | 'everybody'

export interface Origin {
  readonly exportedAt: string
  readonly generator: string
}

/** The study as a dataset, read while it is written: the handle must show one unchanging moment until then. */
export async function readDataset(db: Db, study: Study, whose: Whose, origin: Origin): Promise<Dataset> {
  const annotators = (await listAnnotators(db, study.id))
    .filter((annotator) =>
      whose === 'everybody' ? annotator.kind !== 'visitor' : annotator.accountId === whose.account,
    )
    .sort((a, b) => compareText(a.pseudonym, b.pseudonym))
  const rounds = await listRounds(db, study.id)
  const header: DatasetHeader = {
    ...origin,
    study: { id: study.id, title: study.title, description: study.description, language: study.language },
    codebooks: await usedCodebooks(db, study.id, rounds),
    annotators: annotators.map(({ id, pseudonym, kind, name }) => ({ id: pseudonym, uuid: id, kind, name })),
    rounds: rounds.map(({ id, title, kind, codebook }) => ({
      id,
      title,
      kind,
      codebook: codebook.id,
      codebookVersion: codebook.version,
    })),
  }
  const articles = readArticles(db, study.id, header, annotators)
  // Where articles are assigned, those that are not one's own to read are not to be had by a download either.
  const isPartial = whose !== 'everybody' && rounds.some(isAssigned)
  return { header, articles: isPartial ? onlyRead(articles) : articles }
}

async function* onlyRead(articles: AsyncIterable<DatasetArticle>): AsyncIterable<DatasetArticle> {
  for await (const article of articles) if (article.annotationSets.length > 0) yield article
}

async function usedCodebooks(db: Db, studyId: string, rounds: Awaited<ReturnType<typeof listRounds>>) {
  const codebooks = await listCodebooks(db, studyId)
  return codebooks.filter(({ id, version }) =>
    rounds.some(({ codebook }) => codebook.id === id && codebook.version === version),
  )
}

async function* readArticles(
  db: Db,
  studyId: string,
  header: DatasetHeader,
  annotators: readonly Annotator[],
): AsyncIterable<DatasetArticle> {
  for (const id of await listArticleIds(db, studyId)) {
    const article = await findArticle(db, id)
    if (article) yield { ...articleFields(article), annotationSets: await readSets(db, id, header, annotators) }
  }
}

function articleFields({ id, language, title, source, body, sha256, blocks }: Article) {
  return { id, language, title, source, body, sha256, blocks }
}

async function readSets(
  db: Db,
  articleId: string,
  header: DatasetHeader,
  annotators: readonly Annotator[],
): Promise<DatasetSet[]> {
  const sets: DatasetSet[] = []
  for (const set of await listSets(db, articleId)) {
    const annotator = annotators.find((annotator) => annotator.id === set.annotatorId)
    if (!annotator) continue
    const annotations = (await listAnnotations(db, set.id)).sort(compareAnnotations)
    const { id, state, reason, answers, activeSeconds } = set
    sets.push({
      id,
      round: set.roundId,
      annotator: annotator.pseudonym,
      state,
      reason,
      answers,
      activeSeconds,
      annotations,
    })
  }
  const place = (set: DatasetSet) => header.rounds.findIndex((round) => round.id === set.round)
  return sets.sort((a, b) => place(a) - place(b) || compareText(a.annotator, b.annotator))
}
