/** The pictures of a profile, each with the numbers it shows. */
import { columnsPicture } from '../charts/columns.ts'
import type { LegendEntry } from '../charts/legend.ts'
import { stripsPicture } from '../charts/strips.ts'
import type { Picture } from '../charts/svg.ts'
import { type Tally, talliesPicture } from '../charts/tallies.ts'
import { findTag, inLanguage, type Tag } from '../codebook/codebook.ts'
import { tagLook } from '../codebook/tag-look.ts'
import type { BlockKind } from '../text/blocks.ts'
import { formatInteger, formatPercent } from '../text/numbers.ts'
import type { Annotation } from './annotation.ts'
import { type Beside, besideName, type Desk, shownTags } from './annotation-page.ts'
import { type AnswerTally, apartOf, type Passage, passagesOf, stretchesOf } from './profile.ts'
import { sharesOf } from './shares.ts'

/** A picture, and its numbers: for people, whose rows begin with a name, and exactly, for programs. */
export interface Figure {
  readonly picture: Picture
  /** The same for narrow screens, where there is one. */
  readonly narrow?: Picture
  /** What a file says over the picture. */
  readonly title: string
  readonly legend: readonly LegendEntry[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly exact: readonly (readonly string[])[]
}

export interface ProfileWords {
  readonly kinds: Readonly<Record<BlockKind, string>>
  readonly characters: (amount: number) => string
  readonly sharesName: (title: string, reading: string, shares: string) => string
  readonly readingsName: (mine: string, theirs: string, title: string, share: string) => string
  readonly passage: string
  readonly charactersHead: string
  readonly choice: string
  readonly marks: string
  readonly example: string
  readonly reading: string
  readonly different: string
}

/** How the pages of an article speak: in which language, and with which words. */
export interface Speech {
  readonly language: string
  readonly words: ProfileWords
  readonly desk: {
    readonly own: string
    readonly reference: string
    readonly readingOf: string
    readonly unmarked: string
  }
}

/** What the reading is called that a desk shows. */
export function readingName({ reading }: Pick<Desk, 'reading'>, { desk }: Speech): string {
  return reading === 'reference' ? desk.reference : desk.own
}

/** The shares of all tags, passage by passage. */
export function sharesFigure(desk: Desk, speech: Speech): Figure {
  const { article, annotations } = desk
  const { language, words } = speech
  const tags = shownTags(desk.codebook, annotations)
  const passages = passagesOf(article, annotations)
  const names = [...tags.map((tag) => inLanguage(tag.label, language)), speech.desk.unmarked]
  const counts = passages.map((passage) => [...tags.map(({ id }) => passage.tags.get(id) ?? 0), passage.unmarked])
  const columns = passages.map((passage, index) => ({
    name: passageName(passage, words),
    note: words.characters(passage.coded),
    size: passage.coded,
    shares: counts[index]!.map((count) => {
      const share = shareOf(count, passage.coded)
      return { share, words: formatPercent(share, language, 0) }
    }),
  }))
  const { coded } = sharesOf(article, annotations)
  const totals = names.map((name, index) => {
    const count = counts.reduce((sum, row) => sum + row[index]!, 0)
    return `${name} ${formatPercent(shareOf(count, coded), language)}`
  })
  const layers = [...tags.map(tagLook), undefined]
  return {
    title: titled(article, readingName(desk, speech)),
    legend: layers.map((look, index) => ({ look, name: totals[index]! })),
    picture: columnsPicture({
      id: 'shares',
      name: words.sharesName(article.title, readingName(desk, speech), totals.join(', ')),
      layers,
      columns,
      scale: [formatPercent(0, language, 0), formatPercent(0.5, language, 0), formatPercent(1, language, 0)],
    }),
    head: [words.passage, words.charactersHead, ...names],
    rows: columns.map(({ name, size, shares }) => [
      name,
      formatInteger(size, language),
      ...shares.map(({ share }) => formatPercent(share, language)),
    ]),
    exact: [
      ['kind', 'place', 'characters', ...tags.map(({ id }) => `tag.${id}`), 'unmarked'],
      ...passages.map(({ kind, place, coded }, index) => [kind, ...[place, coded, ...counts[index]!].map(String)]),
    ],
  }
}

function titled({ title }: Desk['article'], reading: string): string {
  return `${title} · ${reading}`
}

function passageName({ kind, place }: Passage, words: ProfileWords): string {
  return kind === 'paragraph' ? `${words.kinds[kind]} ${place}` : words.kinds[kind]
}

/** How often each choice was taken, with a short example. */
export function answersFigure({ article }: Desk, { tag, question, choices }: AnswerTally, speech: Speech): Figure {
  const { language, words } = speech
  const tallies: Tally[] = choices.map(({ choice, count, example }) => ({
    name: inLanguage(choice.label, language),
    count,
    words: formatInteger(count, language),
    note: article.body.slice(example.start, example.end),
  }))
  const name = `${article.title} · ${inLanguage(tag.label, language)}, ${inLanguage(question.label, language)}`
  return {
    title: name,
    legend: [],
    picture: talliesPicture(name, tagLook(tag), tallies),
    head: [words.choice, words.marks, words.example],
    rows: tallies.map(({ name, words, note }) => [name, words, note]),
    exact: [
      ['tag', 'question', 'choice', 'marks', 'example.start', 'example.end', 'example.quote'],
      ...choices.map(({ choice, count, example: { start, end } }) => [
        ...[tag.id, question.id, choice.id],
        ...[count, start, end].map(String),
        article.body.slice(start, end),
      ]),
    ],
  }
}

/** One's own reading and another one, from left to right, and where they differ. */
export function readingsFigure(desk: Desk, beside: Beside, speech: Speech): Figure & { readonly share: string } {
  const { article, codebook, annotations } = desk
  const { language, words } = speech
  const readings = [
    { name: readingName(desk, speech), id: 'own', annotations },
    { name: besideName(beside, speech.desk), id: beside.id, annotations: beside.annotations },
  ]
  const tags = shownTags(codebook, [...annotations, ...beside.annotations])
  const apart = apartOf(article, annotations, beside.annotations)
  const share = formatPercent(apart.share, language)
  const counted = readings.map(({ annotations }) => countsOf(desk, annotations, tags))
  const [mine, theirs] = readings.map(({ name }) => name) as [string, string]
  return {
    share,
    title: titled(article, `${mine}, ${theirs}`),
    legend: [
      ...tags.map((tag) => ({ look: tagLook(tag), name: inLanguage(tag.label, language) })),
      { look: undefined, name: speech.desk.unmarked },
    ],
    picture: stripsPicture({
      id: 'readings',
      name: words.readingsName(mine, theirs, article.title, share),
      strips: readings.map(({ name, annotations }) => ({
        name,
        pieces: stretchesOf(article, annotations).map(({ from, to, tag }) => ({
          ...{ from, to },
          look: tag === undefined ? undefined : tagLook(findTag(codebook, tag)),
        })),
      })),
      apart: { name: words.different, pieces: apart.stretches },
    }),
    head: [words.reading, ...tags.map((tag) => inLanguage(tag.label, language)), speech.desk.unmarked],
    rows: readings.map(({ name }, index) => {
      const { coded, counts } = counted[index]!
      return [name, ...counts.map((count) => formatPercent(shareOf(count, coded), language))]
    }),
    exact: [
      ['reading', 'characters', ...tags.map(({ id }) => `tag.${id}`), 'unmarked'],
      ...readings.map(({ id }, index) => [id, ...[counted[index]!.coded, ...counted[index]!.counts].map(String)]),
    ],
  }
}

function countsOf({ article }: Desk, annotations: readonly Annotation[], shown: readonly Tag[]) {
  const { coded, tags, unmarked } = sharesOf(article, annotations)
  return { coded, counts: [...shown.map(({ id }) => tags.get(id)?.codePoints ?? 0), unmarked] }
}

/** A share of nothing is none. */
export function shareOf(count: number, all: number): number {
  return all === 0 ? 0 : count / all
}
