/** What stands beside the lines on the wall: how the class decided at the chosen passage, in numbers. */
import { sharesOf } from '../../annotations/shares.ts'
import { shareBar } from '../../charts/share-bar.ts'
import { besideWords } from '../../charts/svg.ts'
import { peoplePicture, votesPicture } from '../../charts/votes.ts'
import { type Codebook, inLanguage, type Tag } from '../../codebook/codebook.ts'
import { tagClasses, tagLook } from '../../codebook/tag-look.ts'
import { linesOf } from '../../text/lines.ts'
import { formatPercent } from '../../text/numbers.ts'
import { overlap, type Span } from '../../text/span.ts'
import type { Marks } from './heat-map.ts'
import { type VotedPassage, voteOf } from './passages.ts'
import { shortened, type WallView } from './wall.ts'
import type { WallData, WallSpeech } from './wall-page.ts'

export type Panel = WaitingPanel | VotesPanel | ChangePanel | ProfilePanel

/** Nothing is shown of the class yet but how far it is. */
interface WaitingPanel {
  readonly kind: 'waiting'
  /** One shape each, full for who has marked. */
  readonly people: string
}

interface Named {
  readonly label: string
  readonly classes: string
}

interface OfPassage {
  readonly lines: string
  readonly quote: string
  /** Whether it has quotation marks of its own. */
  readonly hasQuotes: boolean
}

export interface VotesPanel extends OfPassage {
  readonly kind: 'votes'
  readonly rows: readonly (Named & {
    readonly count: number
    readonly shapes: string
    readonly readBy: string | undefined
  })[]
}

interface ChangePanel extends OfPassage {
  readonly kind: 'change'
  readonly rows: readonly (Named & { readonly before: number; readonly after: number })[]
  readonly people: number
  readonly moved: number
}

interface ProfilePanel {
  readonly kind: 'profile'
  readonly rows: readonly (Named & {
    readonly bars: readonly { readonly name: string; readonly bar: string; readonly share: string }[]
  })[]
}

interface OfPanel {
  readonly view: WallView
  readonly passage: VotedPassage | undefined
  /** Whose reading is shown alone, by its place. */
  readonly person: number
  readonly speech: WallSpeech
}

export function panelOf(data: WallData, { view, passage, person, speech }: OfPanel): Panel {
  if (view === 'profile' && data.reference) return profilePanel(data, data.reference, speech)
  if (!passage || view === 'covered' || view === 'marked') return waitingPanel(data)
  return view === 'change' && data.changes
    ? changePanel(data, passage, speech)
    : votesPanel(data, passage, readerOf(data, view, person, speech), speech)
}

function waitingPanel({ joined, picture: { people } }: WallData): WaitingPanel {
  return { kind: 'waiting', people: besideWords(peoplePicture(people, joined)) }
}

/** The tags, and behind them nothing at all. */
function choicesOf({ tags }: Codebook, { language, words }: WallSpeech): (Named & { readonly tag: Tag | undefined })[] {
  return [
    ...tags.map((tag) => ({ tag, label: inLanguage(tag.label, language), classes: tagClasses(tag) })),
    { tag: undefined, label: words.nothing, classes: '' },
  ]
}

/** Whose vote is named among those of the class. */
interface NamedReader {
  readonly name: string
  readonly marks: Marks
}

function readerOf(
  { reference, single }: WallData,
  view: WallView,
  person: number,
  { words }: WallSpeech,
): NamedReader | undefined {
  if (view === 'reference' && reference) return { name: words.reference, marks: reference }
  const one = view === 'single' ? single[person] : undefined
  return one && { name: one.pseudonym, marks: one.marks }
}

function votesPanel(
  data: WallData,
  passage: VotedPassage,
  reader: NamedReader | undefined,
  speech: WallSpeech,
): VotesPanel {
  const { codebook, picture } = data
  const read = reader && voteOf(passage, picture.heat.tags, reader.marks)
  const counts = [...passage.votes, passage.nothing]
  const rows = choicesOf(codebook, speech).map(({ tag, label, classes }, place) => ({
    ...{ label, classes },
    count: counts[place]!,
    shapes: shapesOf(tag, counts[place]!),
    readBy: place === read ? reader?.name : undefined,
  }))
  const sorted = [...rows.slice(0, -1).sort((a, b) => b.count - a.count), rows.at(-1)!]
  return { kind: 'votes', ...placeOfPassage(data, passage, speech), rows: sorted }
}

function changePanel(data: WallData, passage: VotedPassage, speech: WallSpeech): Panel {
  const { codebook, changes } = data
  const touched = changes!.passages.filter(({ before }) => overlap(before, passage))
  const changed = touched.find(({ before }) => before.start === passage.start) ?? touched[0]
  const [before, after] = changed ? [changed.before, changed.after] : [passage, passage]
  const [first, second] = [before, after].map(({ votes, nothing }) => [...votes, nothing]) as [number[], number[]]
  const rows = choicesOf(codebook, speech).map(({ label, classes }, place) => ({
    ...{ label, classes },
    before: first[place]!,
    after: second[place]!,
  }))
  const { people } = changes!
  return { kind: 'change', ...placeOfPassage(data, before, speech), rows, people, moved: changed?.moved ?? 0 }
}

function profilePanel({ article, codebook, picture }: WallData, reference: Marks, speech: WallSpeech): ProfilePanel {
  const { coded, tags, unmarked } = sharesOf(article, reference)
  const shareIn = (tag: Tag | undefined) =>
    coded === 0 ? 0 : (tag ? (tags.get(tag.id)?.codePoints ?? 0) : unmarked) / coded
  const rows = choicesOf(codebook, speech).map(({ tag, label, classes }, place) => ({
    ...{ label, classes },
    bars: [
      { name: speech.words.class, share: picture.shares[place]! },
      { name: speech.words.reference, share: shareIn(tag) },
    ].map(({ name, share }, index) => ({
      name,
      bar: besideWords(shareBar(`share-${place}-${index}`, tag && tagLook(tag), share)),
      share: formatPercent(share, speech.language, 0),
    })),
  }))
  return { kind: 'profile', rows }
}

function shapesOf(tag: Tag | undefined, count: number): string {
  return besideWords(votesPicture(tag && tagLook(tag), count))
}

const LONGEST_QUOTE = 80

export function placeOfPassage(
  { article }: Pick<WallData, 'article'>,
  passage: Span,
  { words }: WallSpeech,
): OfPassage {
  const lines = linesOf(article.body, article.blocks).filter((line) => overlap(line, passage))
  const quote = shortened(article.body.slice(passage.start, passage.end), LONGEST_QUOTE)
  return {
    lines: words.lines(lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0),
    quote,
    hasQuotes: /[„“”"«»]/u.test(quote),
  }
}
