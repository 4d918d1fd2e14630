/** The table of who is where: articles down, people across. */
import type { SetState } from '../../annotations/annotation-set.ts'
import type { TitledArticle } from '../../articles/article.ts'
import type { Round } from '../../rounds/round.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { csvRow } from '../../text/csv-row.ts'
import { type ListChoice, type ShownList, shownList } from '../../web/list.ts'
import { type OpenArticleProgress, type States, usualRound } from './article-progress.ts'
import { personName } from './progress-figures-page.ts'

export interface ArticleProgressPage {
  readonly study: OpenStudy
  readonly path: string
  readonly hasRound: boolean
  readonly list: ShownList
  readonly people: readonly string[]
  readonly articles: readonly ArticleRow[]
  /** The whole table as a file. */
  readonly csv: string
}

interface ArticleRow extends Pick<TitledArticle, 'position' | 'title' | 'language'> {
  readonly path: string
  /** One for each person; undefined where the article is not theirs. */
  readonly states: readonly (SetState | undefined)[]
  readonly done: number
  readonly readers: number
}

export function articleProgressPage(open: OpenArticleProgress, words: { readonly round: string }): ArticleProgressPage {
  const { study, round, articles, total, hits, states, wish } = open
  const path = `/studies/${study.slug}/progress`
  const list = shownList(wish, round ? [roundChoice(open, round, words.round)] : [], { total, hits, narrowing: [] })
  return {
    study,
    path,
    hasRound: round !== undefined,
    list,
    people: states.people.map(personName),
    articles: articles.map((article) => articleRow(study, article, states)),
    csv: `${path}/articles.csv?${new URLSearchParams({ round: round?.id ?? '' })}`,
  }
}

/** The usual round comes first. */
function roundChoice({ rounds }: OpenArticleProgress, chosen: Round, label: string): ListChoice {
  const usual = usualRound(rounds)
  const ordered = [...rounds.filter((round) => round === usual), ...rounds.filter((round) => round !== usual).reverse()]
  return {
    name: 'round',
    label,
    options: ordered.map(({ id, title }) => ({ value: id, label: title })),
    chosen: chosen.id,
  }
}

function articleRow({ slug }: OpenStudy, article: TitledArticle, { people, find }: States): ArticleRow {
  const { id, position, title, language } = article
  const states = people.map((person) => find(id, person.id)?.state)
  return {
    ...{ position, title, language, states },
    path: `/studies/${slug}/articles/${id}`,
    done: states.filter((state) => state === 'finished' || state === 'skipped').length,
    readers: states.filter((state) => state !== undefined).length,
  }
}

/** One row for each article and person: `article` and `round` are ids, people are pseudonyms. */
export function* articleProgressCsv(
  { id: round }: Pick<Round, 'id'>,
  articles: readonly TitledArticle[],
  { people, find }: States,
): Iterable<string> {
  yield csvRow(['article', 'place', 'title', 'round', 'annotator', 'state', 'activeSeconds'])
  for (const { id, position, title } of articles)
    for (const { id: annotator, pseudonym } of people) {
      const place = find(id, annotator)
      if (place)
        yield csvRow([id, String(position), title, round, pseudonym, place.state, String(place.activeSeconds ?? '')])
    }
}
