/** What is said to those who do not see it: what happened, and what stands where the cursor is. */
import { type Annotation, compareAnnotations } from '../../server/annotations/annotation.ts'
import type { Span } from '../../server/text/span.ts'
import { type Desk, shortQuote, tagLabel } from './desk.ts'
import { fill } from './dom.ts'
import type { Reading } from './saving/reading.ts'

export interface Announcer {
  say(text: string): void
  /** Says it to everybody, and leaves it standing. */
  show(text: string): void
  /** What was done to a mark; the sentence has places for its tag and its words. Then what comes next, if anything. */
  deed(sentence: string, span: Span, tag: string, next?: string): void
  /** The word at which the cursor stands, with the marks that begin and end there; or what is selected. */
  word(at: Span, selected: Span | undefined): void
  /** A mark, and which one of all it is. */
  mark(annotation: Annotation): void
}

export function createAnnouncer(line: HTMLElement, desk: Desk, reading: Reading): Announcer {
  const { walking } = desk.words

  function say(text: string): void {
    line.textContent = text
  }

  function deed(sentence: string, span: Span, tag: string, next = ''): void {
    say(`${fill(sentence, { tag: tagLabel(desk, tag), quote: shortQuote(desk, span) })} ${next}`.trim())
  }

  return {
    say,
    show(text) {
      line.classList.remove('unseen')
      say(text)
    },
    deed,
    word(at, selected) {
      const named = (sentence: string, found: readonly Annotation[]) =>
        found.map(({ tag }) => fill(sentence, { tag: tagLabel(desk, tag) }))
      const begin = reading.list().filter(({ start }) => at.start <= start && start < at.end)
      const end = reading.list().filter(({ end }) => at.start < end && end <= at.end)
      const word = desk.article.body.slice(at.start, at.end)
      const words = [...named(walking.begins, begin), word, ...named(walking.ends, end.reverse())].join(', ')
      say(selected ? fill(walking.selected, { quote: shortQuote(desk, selected) }) : words)
    },
    mark(annotation) {
      const n = reading.list().findIndex((other) => compareAnnotations(other, annotation) === 0) + 1
      deed(fill(walking.mark, { n, total: reading.list().length }), annotation, annotation.tag)
    },
  }
}
