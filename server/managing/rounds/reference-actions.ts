/** Making a reference reading: what somebody has read and handed in is copied, and belongs to the study from then on. */
import type { Account } from '../../accounts/account.ts'
import { type Annotation, compareAnnotations, quotedJudgement } from '../../annotations/annotation.ts'
import { revisionChecksum } from '../../annotations/annotation-actions.ts'
import { addRevision, addSet, listAnnotations } from '../../annotations/annotation-store.ts'
import { answersChecksum } from '../../annotations/answers-actions.ts'
import { addAnswers, findAnswers } from '../../annotations/answers-store.ts'
import { listReferences } from '../../annotations/reference-store.ts'
import { listFinished } from '../../annotations/set-counts-store.ts'
import type { Article } from '../../articles/article.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import type { Round } from '../../rounds/round.ts'
import { addRound, listRounds } from '../../rounds/round-store.ts'
import { listPeople } from '../../studies/annotators-store.ts'
import { addAnnotator, listAnnotators } from '../../studies/study-store.ts'
import { canonicalJson } from '../../text/canonical-json.ts'
import { type RoundOfStudy, roundToManage } from './round-actions.ts'

/**
 * Copies all that somebody has handed in in a round to the reference under the round's codebook version. Where an
 * article has a reference already, the copy takes its place as further revisions; where both are alike, nothing is
 * written. Throws Refusal (not-found).
 */
export async function takeAsReference(
  parts: Parts,
  account: Account,
  at: RoundOfStudy & { readonly annotator: string },
  title: string,
): Promise<void> {
  await parts.database.transact(async (db) => {
    const { study, round } = await roundToManage(db, account, at)
    const person = (await listPeople(db, study.id)).find(({ pseudonym }) => pseudonym === at.annotator)
    if (!person) throw new Refusal('not-found')
    const references = await listReferences(db, round)
    for (const { id: from, articleId } of await listFinished(db, round.id, person.id)) {
      const article = (await parts.frozen.article(db, articleId))!
      const to = references.get(articleId) ?? (await beginReference(parts, db, round, articleId, title))
      await copyReading(parts, db, article, { from, to })
    }
  })
}

async function beginReference(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  { studyId, codebook }: Round,
  articleId: string,
  title: string,
): Promise<string> {
  const now = clock.now()
  const known = (await listRounds(db, studyId)).find(
    (round) => round.kind === 'reference' && canonicalJson(round.codebook) === canonicalJson(codebook),
  )
  const roundId = known?.id ?? clock.newId()
  if (!known) await addRound(db, { id: roundId, studyId, title, kind: 'reference', codebook }, now)
  const author = (await listAnnotators(db, studyId)).find(({ kind }) => kind === 'reference')
  const annotatorId = author?.id ?? clock.newId()
  if (!author) await addAnnotator(db, { id: annotatorId, studyId, kind: 'reference', pseudonym: 'reference' })
  const id = clock.newId()
  await addSet(db, { id, roundId, articleId, annotatorId, state: 'finished' }, now)
  return id
}

interface Copying {
  /** The set that is copied, and the one that takes the copy. */
  readonly from: string
  readonly to: string
}

async function copyReading(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  article: Article,
  { from, to }: Copying,
): Promise<void> {
  const read = (await listAnnotations(db, from)).sort(compareAnnotations)
  const stands = (await listAnnotations(db, to)).sort(compareAnnotations)
  const now = clock.now()
  const write = (annotation: Annotation) =>
    addRevision(db, annotation, { setId: to, checksum: revisionChecksum(annotation, article) })
  if (!sayTheSame(article, read, stands)) {
    for (const former of stands)
      await write({ ...former, revision: former.revision + 1, retracted: true, changedAt: now })
    for (const annotation of read)
      await write({ ...annotation, id: clock.newId(), revision: 1, createdAt: now, changedAt: now })
  }
  const given = (await findAnswers(db, { id: from })).answers
  const { revision, answers } = await findAnswers(db, { id: to })
  if (canonicalJson(given) === canonicalJson(answers)) return
  const next = { revision: revision + 1, answers: given }
  await addAnswers(db, next, { setId: to, checksum: answersChecksum(to, next), at: now })
}

function sayTheSame({ body }: Article, a: readonly Annotation[], b: readonly Annotation[]): boolean {
  const said = (annotations: readonly Annotation[]) =>
    canonicalJson(annotations.map((annotation) => quotedJudgement(annotation, body)))
  return said(a) === said(b)
}
