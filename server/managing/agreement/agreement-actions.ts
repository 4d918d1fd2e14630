/** How far the readings of a round agree, for who manages its study: measured once, kept as long as no reading changes. */
import type { Account } from '../../accounts/account.ts'
import { collector } from '../../agreement/collecting.ts'
import { comparedIn } from '../../agreement/continuum.ts'
import { disputedIn } from '../../agreement/disputed.ts'
import { GAMMA_MEASURES, QUICK_MEASURES } from '../../agreement/findings.ts'
import { GAMMA_DEFAULTS } from '../../agreement/gamma.ts'
import type { MeasureName } from '../../agreement/measures.ts'
import type { Settings } from '../../agreement/results.ts'
import type { Db } from '../../database/db.ts'
import { sha256 } from '../../digest.ts'
import { Refusal } from '../../errors.ts'
import { readDataset } from '../../exchange/exchange-store.ts'
import type { Parts } from '../../parts.ts'
import { listAssignments } from '../../rounds/assignment-store.ts'
import { placeToRead } from '../../rounds/place-actions.ts'
import { isAssigned, type Round, takesMarks } from '../../rounds/round.ts'
import { listRounds } from '../../rounds/round-store.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import { findAnnotatorOfAccount, listAnnotators } from '../../studies/study-store.ts'
import { GENERATOR } from '../../version.ts'
import type { DisputedPassage, Measured, MeasuredArticle, OpenAgreement, ShownPassage } from './agreement.ts'
import { listSetVersions, type SetVersion } from './agreement-store.ts'
import { middleOf, orderInTime } from './reading-order.ts'

/** So many passages can be walked through. */
const MOST_PASSAGES = 200

const SETTINGS: Omit<Settings, 'measures'> = {
  level: 'nominal',
  threshold: 0.5,
  bootstrap: { samples: 2000, seed: 1, ofParagraphs: false },
  gamma: GAMMA_DEFAULTS,
}

const settingsOf = (measures: readonly MeasureName[]): Settings => ({ ...SETTINGS, measures })

/**
 * Throws Refusal (not-found), also where somebody may not look.
 * @param asked id of the round, else the first that can be measured; number of the passage
 */
export async function openAgreement(
  parts: Parts,
  account: Account | undefined,
  slug: string,
  asked: { round: string; passage: number },
): Promise<OpenAgreement> {
  const { db } = parts.database
  const study = await studyToManage(db, account, slug)
  const rounds = (await listRounds(db, study.id)).filter(({ kind }) => kind === 'annotation' || kind === 'training')
  const round = asked.round === '' ? rounds[0] : rounds.find(({ id }) => id === asked.round)
  if (!round && asked.round !== '') throw new Refusal('not-found')
  if (!round) return { study, rounds, ...NOTHING }
  const sets = await listSetVersions(db, round.id)
  const measured = await measure(parts, study, round, sets)
  const hidden = await articlesToRead(db, account, study, round, sets)
  const shown = measured.passages.filter(({ article }) => !hidden.has(article))
  return {
    study,
    rounds,
    round,
    codebook: await parts.frozen.codebook(db, round.codebook),
    measured,
    passage: await showPassage(parts, account, round, sets, shown, asked.passage),
    hidden: measured.passages.length - shown.length,
    gamma: parts.measuring.stateOf(keyOf('gamma', round, sets)),
    settings: settingsOf(QUICK_MEASURES),
    generator: GENERATOR,
  }
}

const NOTHING = {
  ...{ round: undefined, codebook: undefined, measured: undefined, passage: undefined },
  ...{ hidden: 0, gamma: undefined, settings: settingsOf(QUICK_MEASURES), generator: GENERATOR },
}

/** Begins or stops measuring γ. Throws Refusal (not-found). */
export async function changeGamma(
  parts: Parts,
  account: Account | undefined,
  slug: string,
  roundId: string,
  deed: 'begin' | 'stop',
): Promise<void> {
  const { study, round } = await roundToMeasure(parts, account, slug, roundId)
  const key = keyOf('gamma', round, await listSetVersions(parts.database.db, round.id))
  if (deed === 'stop') parts.measuring.stop(key)
  else {
    const corpus = async () => (await collect(parts, study, round)).corpus
    parts.measuring.begin(key, round.id, corpus, settingsOf(GAMMA_MEASURES))
  }
}

async function roundToMeasure(parts: Parts, account: Account | undefined, slug: string, roundId: string) {
  const study = await studyToManage(parts.database.db, account, slug)
  const round = (await listRounds(parts.database.db, study.id)).find(({ id }) => id === roundId)
  if (!round) throw new Refusal('not-found')
  return { study, round }
}

/** The same for as long as nothing in the round's readings changes, nor what is asked of them. */
function keyOf(what: string, round: Round, sets: readonly SetVersion[]): string {
  return sha256(JSON.stringify([what, round.id, round.codebook, SETTINGS, sets]))
}

function measure(parts: Parts, study: OpenStudy, round: Round, sets: readonly SetVersion[]): Promise<Measured> {
  return parts.measuring.kept(keyOf('findings', round, sets), async (findings) => {
    const { corpus, annotations, articles, passages } = await collect(parts, study, round)
    const { annotators, tags } = corpus
    return {
      corpus: { annotators, tags, articles: corpus.articles },
      annotations,
      compared: comparedIn(corpus),
      findings: await findings(corpus, settingsOf(QUICK_MEASURES), orderInTime(articles)),
      articles,
      passages,
    }
  })
}

async function collect(parts: Parts, study: OpenStudy, round: Round) {
  return parts.database.snapshot(async (db) => {
    const origin = { exportedAt: parts.clock.now(), generator: GENERATOR }
    const { header, articles } = await readDataset(db, study, 'everybody', origin)
    const collecting = collector({ position: 'character', round: round.id })
    collecting.begin(header)
    const moments = new Map((await listSetVersions(db, round.id)).map(({ id, finishedAt }) => [id, finishedAt]))
    const read: MeasuredArticle[] = []
    const passages: DisputedPassage[] = []
    for await (const article of articles) {
      collecting.add(header, article)
      const sets = article.annotationSets.filter((set) => set.round === round.id && set.state === 'finished')
      const { id, title } = article
      if (sets.length > 0) read.push({ id, title, readAt: middleOf(sets.map((set) => moments.get(set.id))) })
      const readings = sets.map(({ annotations }) => annotations)
      for (const passage of disputedIn({ ...article, readings })) passages.push({ ...passage, article: article.id })
    }
    const { corpus, annotations } = collecting.collection()
    passages.sort((a, b) => b.weight - a.weight)
    return { corpus, annotations, articles: read, passages: passages.slice(0, MOST_PASSAGES) }
  })
}

/** The articles that somebody has still to read in an open round, and may not see others' readings of before. */
async function articlesToRead(
  db: Db,
  account: Account | undefined,
  study: OpenStudy,
  round: Round,
  sets: readonly SetVersion[],
): Promise<{ has(article: string): boolean }> {
  const annotator = account && (await findAnnotatorOfAccount(db, study.id, account.id))
  if (!annotator || !study.rights.includes('mark-rounds') || !takesMarks(round)) return new Set()
  const done = new Set(
    sets
      .filter(({ annotatorId, state }) => annotatorId === annotator.id && state === 'finished')
      .map((set) => set.articleId),
  )
  if (!isAssigned(round)) return { has: (article) => !done.has(article) }
  const assigned = (await listAssignments(db, round.id)).filter(({ annotatorId }) => annotatorId === annotator.id)
  return new Set(assigned.map(({ articleId }) => articleId).filter((id) => !done.has(id)))
}

async function showPassage(
  parts: Parts,
  account: Account | undefined,
  round: Round,
  sets: readonly SetVersion[],
  passages: readonly DisputedPassage[],
  wanted: number,
): Promise<ShownPassage | undefined> {
  const { db } = parts.database
  const number = Math.min(wanted, passages.length)
  const passage = passages[number - 1]
  const article = passage && (await parts.frozen.article(db, passage.article))
  if (!passage || !article) return undefined
  const annotators = new Map((await listAnnotators(db, article.studyId)).map(({ id, pseudonym }) => [id, pseudonym]))
  const readings = []
  for (const { id, annotatorId } of sets.filter((set) => set.articleId === article.id && set.state === 'finished'))
    readings.push({
      annotator: annotators.get(annotatorId) ?? '',
      set: id,
      annotations: await parts.frozen.annotations(db, id),
    })
  readings.sort((a, b) => (a.annotator < b.annotator ? -1 : 1))
  const { isTheirs, annotator } = await placeToRead(parts, db, account, { round: round.id, article: article.id })
  const own = sets.find((set) => set.articleId === article.id && set.annotatorId === annotator?.id)
  // As the desk has it: who might mark there sees no other reading beside their own before that is finished.
  const isBeside = !isTheirs || own?.state === 'finished'
  return { number, of: passages.length, passage, article, isBeside, readings }
}
