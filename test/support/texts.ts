/** Texts that break what counts characters wrongly, and articles made of them. */
import fc from 'fast-check'
import type { Article } from '../../server/articles/article.ts'
import type { BlockKind } from '../../server/text/blocks.ts'
import { canonical } from '../../server/text/canonical.ts'
import { indexText } from '../../server/text/code-points.ts'
import type { Span } from '../../server/text/span.ts'

/** Beyond the BMP, with a combining accent that has no composed form, and from right to left. */
export const ODD = '😃 x̌ سلام'

const PIECES = [
  ...[
    '👩‍👩‍👧‍👦',
    '🇩🇪',
    '🇺',
    '👍🏽',
    '☝️',
    '𠀀',
    '𝒜',
    '各',
    '한',
    '\u1112\u1161\u11ab',
    'ก็',
    'x̌',
    'ự',
    'ﬁ',
    'ß',
    'ẞ',
    'मि',
    'क्ष',
  ],
  ...[
    'سلام',
    'قال الوزير',
    'שלום',
    '\u0600',
    '\u200e',
    '\u202e',
    '\u00ad',
    '\u200b',
    '\u200c',
    '\u200d',
    '\ufeff',
    '\ufffe',
    '\u0301',
    '\ufe0f',
  ],
  ...['Haus', 'die', 'Er', 'Dr. ', 'z. B. ', '3. ', '2025. ', 'XIV. ', '… ', '?! ', '„', '“', ', ', ' – ', '.', ':'],
  ...[' ', ' ', '\u00a0', '\u202f', '\u3000', '\u2028', '\t', '\n', '\n\n', '\n \t\n'],
]

function textOf(...pieces: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.array(fc.oneof(...pieces), { maxLength: 25, size: 'max' }).map((pieces) => pieces.join(''))
}

/** Text as it may come from outside: with line ends of all kinds, control characters and halves of characters. */
export const rawText = textOf(
  fc.constantFrom(
    ...PIECES,
    'a\u0308',
    'Å',
    '\r',
    '\r\n',
    '\n\r',
    '\ufeff',
    '\0',
    '\v',
    '\x1b',
    '\x7f',
    '\x85',
    '\x93',
    '\ud83d',
    '\ude03',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)

/** Text that can be frozen. */
export const keptText = textOf(
  fc.constantFrom(...PIECES),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 2 }),
).map((text) => canonical(text.replace(/\p{Cc}/gu, (control) => (/[\n\t]/.test(control) ? control : ' '))))

/** An article whose blocks follow each other at blank lines. */
export function articleOf(...parts: readonly (readonly [BlockKind, string])[]): Article {
  const body = indexText(parts.map(([, words]) => words).join('\n\n'))
  let next = 0
  const blocks = parts.map(([kind, words]) => {
    const start = next
    const end = start + [...words].length
    next = end + 2
    return { kind, start, end }
  })
  return { id: 'article', studyId: 'study', title: '', language: 'de', source: {}, body, sha256: '', blocks }
}

/** Articles of a few blocks, some of which cannot be marked. */
export const oddArticle: fc.Arbitrary<Article> = fc
  .array(
    fc.tuple(
      fc.constantFrom<BlockKind>('headline', 'byline', 'paragraph', 'repeat', 'list-item'),
      keptText.filter((words) => words !== ''),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => articleOf(...parts))

/** The place of words in a text, in code points. */
export function placeOf(text: string, words: string): Span {
  const index = text.indexOf(words)
  if (index < 0) throw new Error(`the text does not say: ${words}`)
  const start = [...text.slice(0, index)].length
  return { start, end: start + [...words].length }
}
