/** A `lesart` file of short articles whose codebook asks about the whole article, and nothing about marks. */
import type { Attribute } from '../../server/codebook/codebook.ts'
import { closed, type LesartFile, takenApart } from './lesart-file.ts'
import { severalArticles } from './several-articles.ts'

const choice = (id: string, de: string, en: string) => ({ id, label: { de, en } })

const QUESTIONS: readonly Attribute[] = [
  {
    id: 'tone',
    label: { de: 'Wie klingt der Artikel?', en: 'How does the article sound?' },
    kind: 'one-of',
    required: true,
    choices: [choice('calm', 'sachlich', 'factual'), choice('loud', 'aufgeregt', 'agitated')],
  },
  {
    id: 'voices',
    label: { de: 'Wer kommt zu Wort?', en: 'Who gets a say?' },
    kind: 'many-of',
    choices: [choice('government', 'Regierung', 'government'), choice('experts', 'Fachleute', 'experts')],
  },
  { id: 'missing', label: { de: 'Fehlt eine Stimme?', en: 'Is a voice missing?' }, kind: 'yes-no' },
  { id: 'balance', label: { de: 'Wie ausgewogen?', en: 'How balanced?' }, kind: 'scale', min: 1, max: 5 },
  {
    id: 'which',
    label: { de: 'Welche Stimme fehlt?', en: 'Which voice is missing?' },
    kind: 'text',
    shownWhen: { attribute: 'missing', is: [true] },
  },
]

export function articlesWithQuestions(amount: number): string {
  const file: LesartFile = takenApart(severalArticles(amount))
  for (const codebook of file.header.codebooks) {
    codebook.questions = structuredClone(QUESTIONS) as NonNullable<typeof codebook.questions>
    for (const tag of codebook.tags) delete tag.attributes
  }
  return closed(file)
}
