/** What the start page shows. */
import type { Account } from '../accounts/account.ts'
import type { Desk } from '../annotations/annotation-page.ts'
import type { Progress } from '../annotations/progress.ts'
import { type QueueRow, queueRow } from '../annotations/queue-page.ts'
import { readingHtml } from '../annotations/reading-html.ts'
import { findTag, inLanguage } from '../codebook/codebook.ts'
import { tagClasses } from '../codebook/tag-look.ts'
import { type EdgeWords, tagStyles } from '../codebook/tag-styles.ts'
import type { OwnStudy } from '../managing/study-list-page.ts'
import type { OfferedFeedback } from '../qualification/feedback.ts'

export interface Home {
  readonly hasOwner: boolean
  readonly account: Account | undefined
  /** Where the demonstration's desk is. */
  readonly address: { readonly round: string; readonly article: string } | undefined
  readonly own: Desk | undefined
  readonly reference: Desk | undefined
  /** Today, as YYYY-MM-DD. */
  readonly today: string
  /** The open rounds in which one has something to read, and how far one has come in each. */
  readonly queue: readonly Progress[]
  /** The rounds that one has read in and may compare with the reference. */
  readonly feedback: readonly OfferedFeedback[]
  readonly studies: readonly OwnStudy[]
  /** Study → the questions asked in it, for who answers them. */
  readonly questions: ReadonlyMap<string, { readonly asked: number; readonly open: number }>
}

export interface HomePage {
  readonly home: Home
  readonly demonstrationPath: string | undefined
  readonly referenceMarks: number
  readonly ownMarks: number
  readonly queue: readonly QueueRow[]
  /** Two passages of the demonstration with the reference reading's marks, as an example of what the tool is about. */
  /** For the head of the page. */
  readonly tagStyles: string | undefined
  readonly example: Example | undefined
}

interface Example {
  readonly html: string
  readonly language: string
  /** The built-in tags, as the example's legend. */
  readonly tags: readonly { readonly id: string; readonly label: string; readonly classes: string }[]
}

export function homePage(home: Home, language: string, words: EdgeWords): HomePage {
  return {
    home,
    demonstrationPath: home.address && `/rounds/${home.address.round}/articles/${home.address.article}`,
    referenceMarks: home.reference?.annotations.length ?? 0,
    ownMarks: home.own?.annotations.length ?? 0,
    queue: home.queue.map((progress) => queueRow(progress, home.today, language)),
    example: exampleOf(home.reference, language),
    tagStyles: home.reference && tagStyles(home.reference.codebook, language, words),
  }
}

const BUILT_IN = ['reporting', 'framing', 'attribution']
const SHORTEST = 60
const LONGEST = 180

/** The teaser, and the first short paragraph in which somebody is quoted. */
function exampleOf(desk: Desk | undefined, language: string): Example | undefined {
  if (!desk) return undefined
  const { article, codebook, annotations } = desk
  const isShort = (block: { start: number; end: number }) =>
    block.end - block.start >= SHORTEST && block.end - block.start <= LONGEST
  const teaser = article.blocks.find((block) => block.kind === 'teaser' && isShort(block))
  const quoting = article.blocks.find(
    (block) =>
      block.kind === 'paragraph' &&
      isShort(block) &&
      annotations.some(({ tag, start, end }) => tag === 'attribution' && start >= block.start && end <= block.end),
  )
  const blocks = [teaser, quoting].filter((block) => block !== undefined)
  if (blocks.length === 0) return undefined
  const html = readingHtml({
    article: { ...article, blocks },
    annotations,
    language,
    repeatedHere: '',
  })
  const tags = BUILT_IN.flatMap((id) => findTag(codebook, id) ?? [])
  return {
    html,
    language: article.language,
    tags: tags.map((tag) => ({ id: tag.id, label: inLanguage(tag.label, language), classes: tagClasses(tag) })),
  }
}
