/** `lesart` files for tests: made by hand, taken apart, changed, and closed again with right counts and sums. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ArticleLine, HeaderLine } from '../../server/exchange/formats/lesart-schema.ts'

export interface LesartFile {
  header: HeaderLine
  /** With their texts. */
  articles: (Omit<ArticleLine, 'body' | 'length' | 'sha256'> & { body: string; sha256: string })[]
}

/** The file of the first article, as it comes with the program. */
export const firstArticleFile = new URL('../../db/first-article.lesart.jsonl', import.meta.url)
export const firstArticle = readFileSync(firstArticleFile, 'utf8')

export const sha256 = (content: string) => createHash('sha256').update(content, 'utf8').digest('hex')

export function takenApart(text: string): LesartFile {
  const lines = text.trimEnd().split('\n')
  return { header: JSON.parse(lines[0]!), articles: lines.slice(1, -1).map((line) => JSON.parse(line)) }
}

/** The file's bytes; `end` overrules what the last line says. */
export function closed({ header, articles }: LesartFile, end: object = {}): string {
  const annotations = articles.flatMap(({ annotationSets }) => annotationSets.flatMap((set) => set.annotations)).length
  const lines = [header, ...articles].map((line) => JSON.stringify(line))
  return closedLines(lines, { articles: articles.length, annotations, ...end })
}

/** Lines as they stand, with a last line that fits their bytes. */
export function closedLines(lines: readonly string[], end: object): string {
  const content = lines.map((line) => `${line}\n`).join('')
  return `${content}${JSON.stringify({ type: 'end', articles: 1, annotations: 0, sha256: sha256(content), ...end })}\n`
}

/** What two exports of the same content may differ in, taken out: the time, the program, and the sum over both. */
export function comparable(text: string): string {
  return text
    .replace(/"exportedAt":"[^"]*","generator":"[^"]*"/, '"exportedAt":"","generator":""')
    .replace(/"sha256":"[0-9a-f]{64}"}\n$/, '"sha256":""}\n')
}

/** The n-th id of a made-up file. */
export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const label = { de: 'Wort', en: 'word' }
const choice = (id: string) => ({ id, label })

export const CODEBOOK: HeaderLine['codebooks'][number] = {
  id: id(1),
  version: 1,
  title: label,
  overlap: 'allowed',
  tags: [
    { id: 'reporting', label },
    {
      id: 'attribution',
      label,
      attributes: [
        { id: 'type', label, kind: 'one-of', choices: [choice('direct'), choice('indirect')] },
        { id: 'signals', label, kind: 'many-of', choices: [choice('verb'), choice('quotes'), choice('mood')] },
        { id: 'named', label, kind: 'yes-no' },
        { id: 'strength', label, kind: 'scale', min: 1, max: 5 },
        { id: 'comment', label, kind: 'text' },
      ],
      roles: [
        { id: 'source', label, many: true },
        { id: 'cue', label, many: true },
        { id: 'content', label },
      ],
    },
    { id: 'framing', label },
    { id: 'old', label, retired: true },
  ],
  questions: [
    { id: 'tone', label, kind: 'one-of', choices: [choice('calm'), choice('loud')] },
    { id: 'remark', label, kind: 'text' },
  ],
}

const BODY = 'Straße 😃 gesperrt\n\nVon Ada Ohm\n\nDie Brücke sei „marode“, erklärte die Ministerin x̌ im شارع.'
const TIME = '2026-11-20T10:00:00.000Z'

/** Where words stand in the body of the made-up file. */
export function at(words: string): { start: number; end: number; quote: string } {
  const before = BODY.slice(0, BODY.indexOf(words))
  return { start: [...before].length, end: [...before, ...words].length, quote: words }
}

/** A made-up file with one article, two readings, and something of everything. */
export function madeUp(): LesartFile {
  const round = { title: 'Runde', kind: 'annotation', codebook: id(1), codebookVersion: 1 } as const
  return structuredClone({
    header: {
      type: 'dataset',
      format: 'lesart',
      version: 1,
      exportedAt: TIME,
      generator: 'test',
      study: { id: id(2), title: 'Brücken', description: 'Ein „Versuch“', language: 'de' },
      codebooks: [CODEBOOK],
      annotators: [
        { id: 'a1', uuid: id(3), kind: 'account' },
        { id: 'a2', uuid: id(4), kind: 'participant', name: 'Ben' },
      ],
      rounds: [{ id: id(5), ...round }],
    },
    articles: [
      {
        type: 'article',
        id: id(6),
        language: 'de',
        title: 'Straße 😃 gesperrt',
        source: { outlet: 'Bote', publishedOn: '2026-11-19' },
        body: BODY,
        sha256: sha256(BODY),
        blocks: [
          { kind: 'headline', ...placeOf('Straße 😃 gesperrt') },
          { kind: 'byline', ...placeOf('Von Ada Ohm') },
          { kind: 'paragraph', ...placeOf(BODY.slice(BODY.indexOf('Die'))) },
        ],
        annotationSets: [
          {
            id: id(7),
            round: id(5),
            annotator: 'a1',
            state: 'finished',
            answers: { tone: 'calm', remark: 'Nichts' },
            activeSeconds: 75,
            annotations: [
              { id: id(8), tag: 'framing', ...at('Straße 😃'), createdAt: TIME, changedAt: TIME },
              {
                id: id(9),
                tag: 'attribution',
                ...at('Die Brücke sei „marode“, erklärte die Ministerin x̌'),
                attributes: { type: 'indirect', signals: ['verb', 'mood'], named: true, strength: 3, comment: 'a|b' },
                confidence: 'high',
                secondTag: 'framing',
                note: 'Ja, "so"',
                parts: [
                  { role: 'source', ...at('Ministerin') },
                  { role: 'cue', ...at('sei') },
                  { role: 'cue', ...at('erklärte') },
                ],
                origin: 'import:brat',
                createdAt: TIME,
                changedAt: '2026-11-20T11:00:00.000Z',
              },
            ],
          },
          { id: id(10), round: id(5), annotator: 'a2', state: 'skipped', reason: 'Zu lang', annotations: [] },
        ],
      },
    ],
  })
}

function placeOf(words: string): { start: number; end: number } {
  const { start, end } = at(words)
  return { start, end }
}
