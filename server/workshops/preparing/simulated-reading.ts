/** Readings as pupils might make them: the reference reading, seen with less care, from a seed. */
import type { Article } from '../../articles/article.ts'
import { codedBlocks } from '../../articles/article.ts'
import { type Random, randomFrom, randomPlace } from '../../random.ts'
import { sentencesIn } from '../../text/sentences.ts'
import type { Span } from '../../text/span.ts'
import { spansIn } from '../../text/spans-in.ts'
import { segmentsOf } from '../../text/words.ts'

export interface SimulatedMark extends Span {
  readonly tag: string
}

type Reading = readonly SimulatedMark[]

/** How likely somebody who reads well finds a mark at all; framing is found least. */
const FOUND: Readonly<Record<string, number>> = { reporting: 0.8, attribution: 0.85, framing: 0.72 }
const MOVED = 0.25
const MISTAKEN = 0.16
const INVENTED = 0.5
const INVENTED_SENTENCES = 0.75

/** Of an article without a reference: sentence by sentence, as if by chance, so that readings have something in common. */
export function inventedReading(article: Article, tags: readonly string[]): Reading {
  const random = randomFrom(1)
  return codedBlocks(article)
    .flatMap((block) => sentencesIn(article.body, block))
    .flatMap(({ start, end }) =>
      random() < INVENTED_SENTENCES ? { start, end, tag: tags[randomPlace(random, tags.length)]! } : [],
    )
}

/** One reading; `care` from 0 to 1 says how close it comes to the reference. */
export function simulatedReading(
  article: Article,
  reference: Reading,
  tags: readonly string[],
  random: Random,
): Reading {
  const care = 0.55 + 0.45 * random()
  const words = wordsOf(article)
  const marks: SimulatedMark[] = []
  for (const mark of reference) {
    if (random() > (FOUND[mark.tag] ?? 0.8) * care) continue
    const tag = random() < MISTAKEN * (1.6 - care) ? tags[randomPlace(random, tags.length)]! : mark.tag
    marks.push({ ...moved(words, mark, random), tag })
  }
  if (random() < INVENTED && words.length > 8) {
    const first = randomPlace(random, words.length - 6)
    const tag = tags[randomPlace(random, tags.length)]!
    const [start, end] = [words[first]!, words[first + 2 + randomPlace(random, 4)]!]
    if (start.block === end.block) marks.push({ start: start.start, end: end.end, tag })
  }
  return marks.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The same reading after talking about it: more of it as the reference says. */
export function simulatedSecondReading(first: Reading, reference: Reading, random: Random): Reading {
  const kept = first.filter((mark) => reference.some((other) => isSame(mark, other)) || random() < 0.7)
  const seen = reference.filter((mark) => !kept.some((other) => isSame(mark, other)) && random() < 0.3)
  return [...kept, ...seen].sort((a, b) => a.start - b.start || a.end - b.end)
}

function isSame(a: SimulatedMark, b: SimulatedMark): boolean {
  return a.start === b.start && a.end === b.end && a.tag === b.tag
}

const LETTER = /[\p{L}\p{N}]/u

interface Word extends Span {
  readonly block: number
}

function wordsOf(article: Article): Word[] {
  return codedBlocks(article).flatMap((block, index) => {
    const words = spansIn(article.body, block, (text) =>
      segmentsOf(text, 'word').filter(({ startUtf16, endUtf16 }) => LETTER.test(text.slice(startUtf16, endUtf16))),
    )
    return words.map((word) => ({ ...word, block: index }))
  })
}

/** Now and then a word less at one of its ends. */
function moved(words: readonly Word[], { start, end }: Span, random: Random): Span {
  const inside = words.filter((word) => word.start >= start && word.end <= end)
  if (inside.length < 3) return { start, end }
  const from = random() < MOVED ? inside[1]!.start : start
  const to = random() < MOVED ? inside.at(-2)!.end : end
  return { start: from, end: to }
}
