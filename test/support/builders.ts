/** What tests are about: a study whose article and codebook hold the odd cases, and actions on it. */
import type { Article } from '../../server/articles/article.ts'
import { addArticle } from '../../server/articles/article-store.ts'
import { systemClock } from '../../server/clock.ts'
import type { Codebook } from '../../server/codebook/codebook.ts'
import { addCodebook, listCodebooks } from '../../server/codebook/codebook-store.ts'
import { sha256 } from '../../server/digest.ts'
import type { Parts } from '../../server/parts.ts'
import type { RoundKind } from '../../server/rounds/round.ts'
import { addRound } from '../../server/rounds/round-store.ts'
import { addStudy } from '../../server/studies/study-store.ts'
import type { BlockKind } from '../../server/text/blocks.ts'
import { indexText } from '../../server/text/code-points.ts'
import type { Span } from '../../server/text/span.ts'
import { CODEBOOK } from './lesart-file.ts'

export const newId = systemClock.newId

/** A headline beyond the BMP, a line that cannot be marked, a joined emoji, a combining accent, a right-to-left word. */
const TEXT: readonly (readonly [BlockKind, string])[] = [
  ['headline', 'Straße 😃 gesperrt'],
  ['byline', 'Von Ada Ohm'],
  ['paragraph', 'Die Brücke sei „marode“, erklärte die Ministerin 👩‍👧 am x̌-Tag.'],
  ['repeat', 'Straße 😃 gesperrt'],
  ['paragraph', 'قال الوزير: die Lage ist ernst, sehr ernst.'],
]

function codebookOf(overlap: Codebook['overlap'], questions: Codebook['questions']): Codebook {
  const { title, tags } = CODEBOOK
  return { id: newId(), version: 1, title, overlap, tags, ...(questions && { questions }) }
}

function articleOf(studyId: string): Article {
  const body = indexText(TEXT.map(([, words]) => words).join('\n\n'))
  let end = -2
  const blocks = TEXT.map(([kind, words]) => {
    const start = end + 2
    end = start + [...words].length
    return { kind, start, end }
  })
  return {
    id: newId(),
    studyId,
    title: 'Straße 😃 gesperrt',
    language: 'de',
    source: {},
    body,
    sha256: sha256(body.text),
    blocks,
  }
}

/** Where marks are made. */
export interface Place {
  readonly round: string
  readonly article: Article
}

/** Adds a study of its own with one article and a round. */
export async function addPlace(
  parts: Parts,
  {
    kind = 'demonstration',
    overlap = 'allowed',
    closed = false,
    questions,
  }: {
    kind?: RoundKind
    overlap?: Codebook['overlap']
    closed?: boolean
    questions?: Codebook['questions']
  } = {},
): Promise<Place> {
  const studyId = newId()
  const codebook = codebookOf(overlap, questions)
  const article = articleOf(studyId)
  const now = parts.clock.now()
  const round = { id: newId(), studyId, title: kind, kind, codebook: { id: codebook.id, version: 1 } }
  await parts.database.transact(async (db) => {
    await addStudy(db, { id: studyId, slug: `study-${studyId}`, title: 'Study', language: 'de' }, now)
    await addCodebook(db, studyId, codebook, now)
    await addArticle(db, article, now)
    await addRound(db, { ...round, ...(closed && { closedAt: now }) }, now)
  })
  return { round: round.id, article }
}

/** Adds another article with the same words to a place's study: the same round, the next article. */
export async function addArticleTo({ database, clock }: Parts, { round, article: { studyId } }: Place): Promise<Place> {
  const article = articleOf(studyId)
  await database.transact((db) => addArticle(db, article, clock.now()))
  return { round, article }
}

/** Closes a round. */
export async function closeRound({ database, clock }: Parts, { round }: Place): Promise<void> {
  const closed = { closed_at: clock.now() }
  await database.transact((db) => db.updateTable('round').set(closed).where('id', '=', round).execute())
}

/** Publishes a place's codebook a second time, changed or not; the parameters of its round's address. */
export async function withTwoVersions(
  { database }: Parts,
  { round, article: { studyId } }: Place,
  change: (codebook: Codebook) => Codebook = (codebook) => codebook,
): Promise<{ slug: string; round: string }> {
  const [codebook] = await listCodebooks(database.db, studyId)
  const second = { ...change(codebook!), version: 2 }
  await database.transact((db) => addCodebook(db, studyId, second, systemClock.now()))
  return { slug: `study-${studyId}`, round }
}

/** The words where they stand first in the article, as a span with its quote. */
export function wordsIn({ body }: Article, words: string): Span & { quote: string } {
  const index = body.text.indexOf(words)
  if (index < 0) throw new Error(`the article does not say: ${words}`)
  return { start: body.toCodePoints(index), end: body.toCodePoints(index + words.length), quote: words }
}

/** An action as a client sends it. */
export type SentAction = Record<string, unknown> & { annotation: string }

/** The action that marks words with a tag. */
export function making(place: Place, words: string, more: Record<string, unknown> = {}): SentAction {
  const { round, article } = place
  const content = { ...wordsIn(article, words), tag: 'reporting' }
  return { round, article: article.id, annotation: newId(), kind: 'make', base: 0, ...content, ...more }
}

/** The action that states a mark anew, given the revision that was seen. */
export function revising(made: SentAction, base: number, more: Record<string, unknown> = {}): SentAction {
  return { ...made, kind: 'revise', base, ...more }
}

/** The action that takes a mark back, or brings it back. */
export function turning(
  { round, article, annotation }: SentAction,
  kind: 'retract' | 'restore',
  base: number,
): SentAction {
  return { round, article, annotation, kind, base }
}
