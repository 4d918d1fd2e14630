/** The pictures of a study's progress, each with the numbers it shows. */
import { type Figure, shareOf } from '../../annotations/profile-figures-page.ts'
import { barsPicture } from '../../charts/bars.ts'
import { columnsPicture } from '../../charts/columns.ts'
import { dotsPicture } from '../../charts/dots.ts'
import type { Look } from '../../charts/look.ts'
import { inLanguage, type Tag } from '../../codebook/codebook.ts'
import { tagLook } from '../../codebook/tag-look.ts'
import { isAssigned, type Round } from '../../rounds/round.ts'
import { formatInteger, formatPercent } from '../../text/numbers.ts'
import type { Reader } from './article-progress.ts'
import type { ProgressWords } from './progress-words.ts'
import { comparisonsOf, type FinishedReading, inOrder, perThousand, ratesOf, type Standing } from './study-progress.ts'

export interface ProgressData {
  readonly rounds: readonly Pick<Round, 'id' | 'title' | 'assignmentVersion'>[]
  readonly people: readonly Reader[]
  readonly tags: readonly Tag[]
  /** Articles of the study. */
  readonly articles: number
  readonly standings: readonly Standing[]
  /** Articles that are assigned to somebody in a round and have not been begun. */
  readonly untouched: readonly { readonly round: string; readonly annotator: string; readonly n: number }[]
  readonly readings: readonly FinishedReading[]
}

export interface ProgressSpeech {
  readonly language: string
  readonly words: ProgressWords
}

type Person = ProgressData['people'][number]

export function personName({ pseudonym, name }: Pick<Person, 'pseudonym' | 'name'>): string {
  return name === undefined ? pseudonym : `${pseudonym} · ${name}`
}

const LAYERS: readonly (Look | undefined)[] = [
  { hue: 'other', line: 'solid' },
  { hue: 'other', line: 'dashed' },
  { hue: 'other', line: 'dotted' },
  undefined,
]

/** Who has done how much, person by person in each round. */
export function standingsFigure(data: ProgressData, { language, words }: ProgressSpeech): Figure {
  const rows = standingRows(data)
  const most = Math.max(1, ...rows.map(({ total }) => total))
  const names = [words.finished, words.skipped, words.inProgress, words.open]
  const nameOf = ({ round, person }: (typeof rows)[number]) =>
    data.rounds.length > 1 ? `${personName(person)}, ${round.title}` : personName(person)
  const number = (count: number) => formatInteger(count, language)
  return {
    title: words.standings,
    legend: LAYERS.map((look, index) => ({ look, name: names[index]! })),
    picture: barsPicture({
      id: 'standings',
      name: words.standings,
      layers: LAYERS,
      bars: rows.map((row) => ({
        name: nameOf(row),
        shares: row.counts.map((count) => shareOf(count, most)),
        words: words.doneOf(row.counts[0]! + row.counts[1]!, row.total),
      })),
    }),
    head: [words.person, words.round, ...names, words.activeTime],
    rows: rows.map(({ person, round, counts, activeSeconds }) => [
      ...[personName(person), round.title],
      ...counts.map(number),
      activeSeconds === undefined ? words.notMeasured : words.minutes(Math.round(activeSeconds / 60)),
    ]),
    exact: [
      ['annotator', 'round', 'finished', 'skipped', 'inProgress', 'open', 'activeSeconds'],
      ...rows.map(({ person, round, counts, activeSeconds }) => [
        ...[person.pseudonym, round.id],
        ...counts.map(String),
        activeSeconds === undefined ? '' : String(activeSeconds),
      ]),
    ],
  }
}

/** Where something is assigned in a round, that is what is open; elsewhere all articles are, for who annotates in the study. */
function standingRows(data: ProgressData) {
  const known = new Map(data.standings.map((standing) => [`${standing.round} ${standing.annotator}`, standing]))
  const untouched = new Map(data.untouched.map(({ round, annotator, n }) => [`${round} ${annotator}`, n]))
  return data.rounds.flatMap((round) =>
    data.people.flatMap((person) => {
      const { finished = 0, skipped = 0, inProgress = 0, activeSeconds } = known.get(`${round.id} ${person.id}`) ?? {}
      const begun = finished + skipped + inProgress
      const forAll = person.isActive ? Math.max(0, data.articles - begun) : 0
      const open = isAssigned(round) ? (untouched.get(`${round.id} ${person.id}`) ?? 0) : forAll
      const total = begun + open
      return total === 0 ? [] : [{ round, person, counts: [finished, skipped, inProgress, open], total, activeSeconds }]
    }),
  )
}

/** How densely each person marks. */
export function ratesFigure({ people, tags, readings }: ProgressData, { language, words }: ProgressSpeech): Figure {
  const rates = new Map(ratesOf(readings).map((rate) => [rate.annotator, rate]))
  const rows = people.flatMap((person) => {
    const rate = rates.get(person.id)
    return rate ? [{ person, rate }] : []
  })
  const rateOf = ({ rate }: (typeof rows)[number], { id }: Tag) => perThousand(rate.marks.get(id) ?? 0, rate.words)
  const most = Math.max(1, ...rows.flatMap((row) => tags.map((tag) => rateOf(row, tag))))
  const written = decimal(language)
  return {
    title: words.rates,
    legend: legendOf(tags, language),
    picture: dotsPicture({
      name: words.rates,
      rows: rows.map((row) => ({
        name: personName(row.person),
        dots: tags.map((tag) => ({
          look: tagLook(tag),
          at: rateOf(row, tag) / most,
          words: written(rateOf(row, tag)),
        })),
      })),
      scale: [0, 0.5, 1].map((at) => ({ at, words: written(at * most) })),
    }),
    head: [words.person, words.articles, words.words, ...tags.map((tag) => inLanguage(tag.label, language))],
    rows: rows.map((row) => [
      ...[personName(row.person), formatInteger(row.rate.articles, language), formatInteger(row.rate.words, language)],
      ...tags.map((tag) => written(rateOf(row, tag))),
    ]),
    exact: [
      ['annotator', 'articles', 'words', ...tags.map(({ id }) => `marks.${id}`)],
      ...rows.map(({ person, rate }) => [
        ...[person.pseudonym, String(rate.articles), String(rate.words)],
        ...tags.map(({ id }) => String(rate.marks.get(id) ?? 0)),
      ]),
    ],
  }
}

/** One person's finished articles in the order of finishing: which share of their marks has which tag. */
export function courseFigure(data: ProgressData, person: Person, { language, words }: ProgressSpeech): Figure {
  const { tags } = data
  const readings = inOrder(data.readings, person.id)
  const counts = readings.map(({ marks }) => tags.map(({ id }) => marks.get(id) ?? 0))
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const share = (index: number, tag: number) => shareOf(counts[index]![tag]!, totals[index]!)
  const percent = (share: number) => formatPercent(share, language, 0)
  const title = words.courseOf(personName(person))
  return {
    title,
    legend: legendOf(tags, language),
    picture: columnsPicture({
      id: 'course',
      name: title,
      layers: tags.map(tagLook),
      columns: readings.map(({ place }, index) => ({
        name: formatInteger(place, language),
        note: '',
        size: 1,
        shares: tags.map((_, tag) => ({ share: share(index, tag), words: percent(share(index, tag)) })),
      })),
      scale: [percent(0), percent(0.5), percent(1)],
    }),
    head: [words.article, words.finishedAt, words.marks, ...tags.map((tag) => inLanguage(tag.label, language))],
    rows: readings.map(({ place, finishedAt }, index) => [
      formatInteger(place, language),
      finishedAt === '' ? words.unknown : new Date(finishedAt).toLocaleDateString(language, { timeZone: 'UTC' }),
      formatInteger(totals[index]!, language),
      ...tags.map((_, tag) => percent(share(index, tag))),
    ]),
    exact: [
      ['annotator', 'place', 'round', 'finishedAt', ...tags.map(({ id }) => `marks.${id}`)],
      ...readings.map(({ place, round, finishedAt }, index) => [
        ...[person.pseudonym, String(place), round, finishedAt],
        ...counts[index]!.map(String),
      ]),
    ],
  }
}

/** The scale goes from a quarter of what the others mark to four times as much. */
const WIDEST = 4
const SCALE = [
  [1 / WIDEST, '¼'],
  [1 / 2, '½'],
  [1, '1'],
  [2, '2'],
  [WIDEST, String(WIDEST)],
] as const

/** Everybody beside the others of the same articles. */
export function othersFigure({ people, tags, readings }: ProgressData, { language, words }: ProgressSpeech): Figure {
  const compared = new Map(comparisonsOf(readings).map((one) => [one.annotator, one]))
  const rows = people.flatMap((person) => {
    const comparison = compared.get(person.id)
    return comparison ? [{ person, comparison }] : []
  })
  const written = decimal(language)
  const ratio = ({ own, others }: { own: number; others: number }) => (others === 0 ? undefined : own / others)
  const times = (ratio: number | undefined) => (ratio === undefined ? words.unknown : words.times(written(ratio)))
  const placeOf = (ratio: number) => 0.5 + Math.log(ratio) / Math.log(WIDEST) / 2
  return {
    title: words.others,
    legend: legendOf(tags, language),
    picture: dotsPicture({
      name: words.others,
      rows: rows.map(({ person, comparison }) => ({
        name: personName(person),
        dots: tags.flatMap((tag) => {
          const value = ratio(comparison.tags.get(tag.id) ?? { own: 0, others: 0 })
          return value === undefined ? [] : [{ look: tagLook(tag), at: placeOf(value), words: times(value) }]
        }),
      })),
      scale: SCALE.map(([value, written]) => ({ at: placeOf(value), words: words.times(written) })),
    }),
    head: [words.person, words.articles, ...tags.map((tag) => inLanguage(tag.label, language))],
    rows: rows.map(({ person, comparison }) => [
      ...[personName(person), formatInteger(comparison.articles, language)],
      ...tags.map(({ id }) => times(ratio(comparison.tags.get(id) ?? { own: 0, others: 0 }))),
    ]),
    exact: [
      ['annotator', 'articles', ...tags.flatMap(({ id }) => [`own.${id}`, `others.${id}`])],
      ...rows.map(({ person, comparison }) => [
        ...[person.pseudonym, String(comparison.articles)],
        ...tags.flatMap(({ id }) => {
          const { own, others } = comparison.tags.get(id) ?? { own: 0, others: 0 }
          return [String(own), String(Math.round(others * 1000) / 1000)]
        }),
      ]),
    ],
  }
}

function legendOf(tags: readonly Tag[], language: string) {
  return tags.map((tag) => ({ look: tagLook(tag), name: inLanguage(tag.label, language) }))
}

function decimal(language: string): (number: number) => string {
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (number) => format.format(number)
}
