/** Making a workshop: a small study with a copy of the article, rounds, and a copy of the reference reading. */
import { randomBytes } from 'node:crypto'
import type { Account } from '../../accounts/account.ts'
import type { Annotation } from '../../annotations/annotation.ts'
import { addAnnotations } from '../../annotations/annotation-actions.ts'
import { addSet, findReferenceSet } from '../../annotations/annotation-store.ts'
import type { Article } from '../../articles/article.ts'
import { addArticle } from '../../articles/article-store.ts'
import type { Codebook } from '../../codebook/codebook.ts'
import { addCodebook } from '../../codebook/codebook-store.ts'
import type { Db } from '../../database/db.ts'
import { defaultCodebook } from '../../managing/new-study-actions.ts'
import type { Parts } from '../../parts.ts'
import type { RoundKind } from '../../rounds/round.ts'
import { addRound, listRounds } from '../../rounds/round-store.ts'
import { newSlug } from '../../studies/study.ts'
import { join } from '../../studies/study-actions.ts'
import { addAnnotator, addStudy, listSlugs } from '../../studies/study-store.ts'
import { codeFrom } from '../joining/join-code.ts'
import type { Workshop, WorkshopSettings } from '../workshop.ts'
import { addWorkshop, findWorkshopByCode } from '../workshop-store.ts'
import { copiedInto } from './reference-copy.ts'
import { workshopCodebook } from './workshop-codebook.ts'

export interface NewWorkshop {
  readonly title: string
  /** What is read; it is copied. */
  readonly article: Omit<Article, 'id' | 'studyId'>
  /** The reading that is shown beside the class's, copied too. */
  readonly reference: readonly Annotation[]
  readonly settings: WorkshopSettings
  readonly isDemonstration: boolean
}

/** What rounds are called in exports. */
export interface RoundTitles {
  readonly first: string
  readonly second: string
  readonly reference: string
}

/** Makes a workshop that waits in its lobby. Call it in a transaction. */
export async function makeWorkshop(
  parts: Pick<Parts, 'clock'>,
  db: Db,
  account: Account,
  made: NewWorkshop,
  titles: RoundTitles,
): Promise<Workshop> {
  const { clock } = parts
  const now = clock.now()
  const { settings, title } = made
  const study = { id: clock.newId(), slug: newSlug(title, await listSlugs(db), 'workshop'), title }
  const codebook = workshopCodebook(await defaultCodebook(), clock.newId(), settings.tags)
  await addStudy(db, study, now, 'workshop')
  await addCodebook(db, study.id, codebook, now)
  const article: Article = { ...made.article, id: clock.newId(), studyId: study.id }
  await addArticle(db, article, now)
  const round = (kind: RoundKind, title: string) =>
    addClosedRound(parts, db, { kind, title, codebook, studyId: study.id })
  const roundId = await round('workshop', titles.first)
  const hasSecond = settings.phases.includes('second-marking')
  const secondRoundId = hasSecond ? await round('workshop', titles.second) : undefined
  const reference = copiedInto(codebook, made.reference, { newId: clock.newId, now })
  if (reference.length > 0)
    await addReference(parts, db, article, await round('reference', titles.reference), reference)
  await join(parts, db, account, study.id, ['manager'])
  const workshop: Workshop = {
    id: clock.newId(),
    studyId: study.id,
    title,
    articleId: article.id,
    roundId,
    ...(secondRoundId && { secondRoundId }),
    code: await freeCode(db),
    settings,
    isDemonstration: made.isDemonstration,
    phase: 'lobby',
    phaseSince: now,
    isLocked: false,
    madeBy: account.id,
    madeAt: now,
  }
  await addWorkshop(db, workshop)
  return workshop
}

async function addClosedRound(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  { kind, title, codebook, studyId }: { kind: RoundKind; title: string; codebook: Codebook; studyId: string },
): Promise<string> {
  const [id, now] = [clock.newId(), clock.now()]
  const version = { id: codebook.id, version: codebook.version }
  await addRound(db, { id, studyId, title, kind, codebook: version, closedAt: now }, now)
  return id
}

async function addReference(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  article: Article,
  roundId: string,
  annotations: readonly Annotation[],
): Promise<void> {
  const [annotatorId, setId] = [clock.newId(), clock.newId()]
  await addAnnotator(db, { id: annotatorId, studyId: article.studyId, kind: 'reference', pseudonym: 'reference' })
  await addSet(db, { id: setId, roundId, articleId: article.id, annotatorId, state: 'finished' }, clock.now())
  await addAnnotations(db, setId, article, annotations)
}

async function freeCode(db: Db): Promise<string> {
  for (;;) {
    const code = codeFrom(randomBytes(16))
    if (code !== undefined && !(await findWorkshopByCode(db, code))) return code
  }
}

/** The reference reading of an article, in whichever round of its study it stands. */
export async function referenceOf(parts: Parts, db: Db, { id, studyId }: Article): Promise<readonly Annotation[]> {
  for (const round of await listRounds(db, studyId)) {
    const set = round.kind === 'reference' ? await findReferenceSet(db, round.id, id) : undefined
    if (set !== undefined) return parts.frozen.annotations(db, set)
  }
  return []
}
