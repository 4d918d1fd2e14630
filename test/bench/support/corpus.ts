/** Made-up news in any amount: articles, spans over their words, and datasets of them. The same seed gives the same text. */
import { createWriteStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Annotation } from '../../../server/annotations/annotation.ts'
import { systemClock } from '../../../server/clock.ts'
import type { Codebook } from '../../../server/codebook/codebook.ts'
import { sha256 } from '../../../server/digest.ts'
import type { DatasetArticle, DatasetHeader } from '../../../server/exchange/dataset.ts'
import { lesart } from '../../../server/exchange/formats/lesart.ts'
import type { RoundKind } from '../../../server/rounds/round.ts'
import { type Block, isCoded, plainBlocks } from '../../../server/text/blocks.ts'
import { type IndexedText, indexText } from '../../../server/text/code-points.ts'
import type { Span } from '../../../server/text/span.ts'

export const TAGS = ['reporting', 'attribution', 'framing'] as const

const WORDS =
  'der die das Regierung Minister erklärte am Montag neue Zahlen zum Haushalt während Kritiker von einem gefährlichen Kurs sprechen und Beobachter laut Bericht mit weiteren Schritten rechnen obwohl Verbände warnten dass Bürger Vertrauen verlieren'.split(
    ' ',
  )
const WORDS_PER_SENTENCE = 14
const WORDS_PER_PARAGRAPH = 70

/** Numbers from 0 to 1, the same ones for the same seed (Park and Miller 1988). */
export function randomFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** A text of so many words: a headline, then paragraphs. */
export function newsText(words: number, seed: number): string {
  const random = randomFrom(seed)
  const body = Array.from({ length: words }, (_, index) => {
    const word = WORDS[Math.floor(random() * WORDS.length)]!
    if ((index + 1) % WORDS_PER_PARAGRAPH === 0) return `${word}.\n\n`
    return (index + 1) % WORDS_PER_SENTENCE === 0 ? `${word}. ` : `${word} `
  })
  return `Meldung ${seed} des Tages\n\n${body.join('').trim()}`
}

/** Spans of one to eight words, somewhere in the blocks that can be marked; they overlap where chance has it. */
export function spansIn(body: IndexedText, blocks: readonly Block[], amount: number, seed: number): Span[] {
  const random = randomFrom(seed)
  const perBlock = blocks.filter(isCoded).map((block) => wordsOf(body, block))
  const places = perBlock.flatMap((words) => words.map((word, index) => ({ word, words, index })))
  return Array.from({ length: amount }, () => {
    const { word, words, index } = places[Math.floor(random() * places.length)]!
    const last = words[Math.min(words.length - 1, index + Math.floor(random() * 8))]!
    return { start: word.start, end: last.end }
  })
}

function wordsOf(body: IndexedText, block: Block): Span[] {
  const from = body.toUtf16(block.start)
  const words = body.text.slice(from, body.toUtf16(block.end)).matchAll(/\p{L}+/gu)
  return Array.from(words, ({ 0: word, index }) => ({
    start: body.toCodePoints(from + index),
    end: body.toCodePoints(from + index + word.length),
  }))
}

export interface CorpusPlan {
  readonly roundKind: RoundKind
  readonly articles: number
  readonly wordsPerArticle: number
  /** Each of them has a set on every article. */
  readonly annotators: number
  readonly annotationsPerSet: number
}

export interface Corpus {
  readonly study: string
  /** Where its articles are read. */
  readonly paths: readonly string[]
}

/** Writes a study as a lesart file. */
export async function writeCorpus(file: string, plan: CorpusPlan): Promise<Corpus> {
  const header = headerOf(plan)
  const ids = Array.from({ length: plan.articles }, () => systemClock.newId())
  async function* articles(): AsyncIterable<DatasetArticle> {
    for (const [seed, id] of ids.entries()) yield articleOf(header, plan, id, seed)
  }
  await pipeline(Readable.from(lesart.write({ header, articles: articles() })), createWriteStream(file))
  return { study: header.study.id, paths: ids.map((id) => `/rounds/${header.rounds[0]!.id}/articles/${id}`) }
}

function headerOf(plan: CorpusPlan): DatasetHeader {
  const codebook = { ...defaultCodebook(), id: systemClock.newId() }
  const round = { id: systemClock.newId(), title: 'Runde', kind: plan.roundKind }
  return {
    exportedAt: systemClock.now(),
    generator: 'bench',
    study: { id: systemClock.newId(), title: 'Messung', language: 'de' },
    codebooks: [codebook],
    annotators: Array.from({ length: plan.annotators }, (_, index) => ({
      id: `a${index + 1}`,
      uuid: systemClock.newId(),
      kind: 'program',
    })),
    rounds: [{ ...round, codebook: codebook.id, codebookVersion: codebook.version }],
  }
}

function defaultCodebook(): Codebook {
  const [header = ''] = readFileSync(new URL('../../../db/first-article.lesart.jsonl', import.meta.url), 'utf8').split(
    '\n',
  )
  return JSON.parse(header).codebooks[0]
}

function articleOf(header: DatasetHeader, plan: CorpusPlan, id: string, seed: number): DatasetArticle {
  const text = newsText(plan.wordsPerArticle, seed)
  const body = indexText(text)
  const blocks = plainBlocks(text)
  const annotationSets = header.annotators.map((annotator, index) => ({
    id: systemClock.newId(),
    round: header.rounds[0]!.id,
    annotator: annotator.id,
    state: 'finished' as const,
    annotations: spansIn(body, blocks, plan.annotationsPerSet, seed * 1000 + index).map(annotationOf),
  }))
  return {
    id,
    language: 'de',
    title: `Meldung ${seed}`,
    source: {},
    body,
    sha256: sha256(text),
    blocks,
    annotationSets,
  }
}

function annotationOf(span: Span, index: number): Annotation {
  const now = systemClock.now()
  return {
    ...span,
    id: systemClock.newId(),
    tag: TAGS[index % TAGS.length]!,
    attributes: {},
    parts: [],
    revision: 1,
    retracted: false,
    origin: 'annotator',
    createdAt: now,
    changedAt: now,
  }
}
