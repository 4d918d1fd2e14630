/** A participant's own sheet: what they marked, line by line, beside the class and the reference as far as these are shown. */
import { sharesOf } from '../../annotations/shares.ts'
import type { Article } from '../../articles/article.ts'
import { shareBar } from '../../charts/share-bar.ts'
import { besideWords } from '../../charts/svg.ts'
import { findTag, inLanguage, type Tag } from '../../codebook/codebook.ts'
import { tagClasses, tagLook } from '../../codebook/tag-look.ts'
import { tagColours } from '../../codebook/tag-styles.ts'
import { directionOf } from '../../text/direction.ts'
import { formatPercent } from '../../text/numbers.ts'
import type { Marks } from '../wall/heat-map.ts'
import { hasReached } from '../wall/wall.ts'
import type { WallData, WallSpeech } from '../wall/wall-page.ts'
import { type WallLine, wallLines } from '../wall/wall-text-page.ts'
import { ownPath } from '../workshop-paths.ts'
import { barsBeside, sizeFor } from './report-lines-page.ts'

export interface SheetPage {
  readonly tagStyles: string
  readonly own: string
  readonly pseudonym: string
  readonly article: Pick<Article, 'title' | 'language'>
  readonly direction: 'ltr' | 'rtl'
  readonly lines: readonly WallLine[]
  readonly size: number
  readonly heads: readonly { readonly label: string; readonly classes: string }[]
  /** Empty as long as the class is not shown. */
  readonly bars: string
  readonly people: number
  readonly shares: readonly {
    readonly label: string
    readonly classes: string
    readonly bars: readonly { readonly name: string; readonly bar: string; readonly share: string }[]
  }[]
  readonly hasReference: boolean
}

/** For the lines, in millimetres: below them stand the shares. */
const ROOM = 188

/** @param mine what the participant marked in the first round */
export function sheetPage(
  data: WallData,
  { mine, pseudonym }: { readonly mine: Marks; readonly pseudonym: string },
  speech: WallSpeech & { readonly you: string },
): SheetPage {
  const { workshop, article, codebook, picture } = data
  const showsClass = hasReached(workshop, 'together') && picture.people >= workshop.settings.smallestGroup
  const reference = hasReached(workshop, 'reference') ? data.reference : undefined
  const readings = [
    { name: speech.you, shares: sharesIn(data, mine) },
    ...(showsClass ? [{ name: speech.words.class, shares: picture.shares }] : []),
    ...(reference ? [{ name: speech.words.reference, shares: sharesIn(data, reference) }] : []),
  ]
  const choices: (Tag | undefined)[] = [...codebook.tags, undefined]
  return {
    tagStyles: tagColours(codebook),
    own: ownPath(workshop.id),
    pseudonym,
    article: { title: article.title, language: article.language },
    direction: directionOf(article.body.text),
    lines: wallLines(article.body, {
      ...{ lines: picture.lines, all: picture.lines, pieces: picture.heat.pieces, reference: mine, chosen: undefined },
      heatAt: (_, tag) => ({
        share: 0,
        classes: tag === undefined ? '' : `read ${tagClasses(findTag(codebook, tag))}`,
      }),
    }),
    size: sizeFor(picture.lines, ROOM).size,
    heads: codebook.tags.map((tag) => ({ label: inLanguage(tag.label, speech.language), classes: tagClasses(tag) })),
    bars: showsClass ? besideWords(barsBeside(picture.lines, codebook.tags.map(tagLook), picture.people, ROOM)) : '',
    people: picture.people,
    shares: choices.map((tag, place) => ({
      label: tag ? inLanguage(tag.label, speech.language) : speech.words.nothing,
      classes: tagClasses(tag),
      bars: readings.map(({ name, shares }, index) => ({
        name,
        bar: besideWords(shareBar(`shares-${place}-${index}`, tag && tagLook(tag), shares[place]!)),
        share: formatPercent(shares[place]!, speech.language, 0),
      })),
    })),
    hasReference: reference !== undefined,
  }
}

/** For each tag, and for nothing at the end. */
function sharesIn({ article, codebook }: WallData, marks: Marks): number[] {
  const { coded, tags, unmarked } = sharesOf(article, marks)
  const counts = [...codebook.tags.map(({ id }) => tags.get(id)?.codePoints ?? 0), unmarked]
  return counts.map((count) => (coded === 0 ? 0 : count / coded))
}
