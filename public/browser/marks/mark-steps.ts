/** From mark to mark by key, into its card, and back to the text. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import { contains } from '../../../server/text/span.ts'
import type { Announcer } from '../announcing.ts'
import type { Cards } from '../cards/cards.ts'
import type { Desk } from '../desk.ts'
import { behindNextFrame } from '../dom.ts'
import type { CommandDeeds } from '../keys/keys.ts'
import type { Reading } from '../saving/reading.ts'
import type { Cursor } from '../text/cursor.ts'

interface Surroundings {
  readonly desk: Desk
  readonly reading: Reading
  readonly cards: Cards
  readonly cursor: Cursor
  readonly article: HTMLElement
  readonly announcer: Announcer
}

export interface MarkSteps extends CommandDeeds {
  /** Makes a mark the current one and leads into the text, to its first word. */
  goTo(id: string): void
  leave(): void
  /** The mark where the cursor stands, else the next one. */
  nearest(): string | undefined
}

export function createMarkSteps({ desk, reading, cards, cursor, article, announcer }: Surroundings): MarkSteps {
  /** The mark to which somebody went last: from there the next one is counted, as long as the cursor stays in it. */
  let last: string | undefined

  function goTo(id: string): void {
    const annotation = reading.get(id)
    if (!annotation) return
    last = id
    cards.open(id)
    if (document.activeElement !== article) article.focus({ preventScroll: true })
    cursor.goTo(annotation.start)
    announcer.mark(annotation)
  }

  function current(): Annotation | undefined {
    const annotation = reading.get(cards.openId ?? last ?? '')
    return annotation && isIn(annotation) ? annotation : undefined
  }

  function isIn(annotation: Annotation): boolean {
    return contains(annotation, { start: cursor.place, end: cursor.place + 1 })
  }

  function step(isForward: boolean): void {
    const list = reading.list()
    const from = current()
    const index = from
      ? list.indexOf(from) + (isForward ? 1 : -1)
      : isForward
        ? list.findIndex(({ start }) => start >= cursor.place)
        : list.findLastIndex(({ start }) => start < cursor.place)
    const next = list[index]
    if (next) goTo(next.id)
    else announcer.say(isForward ? desk.words.walking.lastMark : desk.words.walking.firstMark)
  }

  /** The mark that Enter means: the current one, or the shortest one under the cursor where that lies elsewhere. */
  function meant(): string | undefined {
    const under = reading.list().filter(isIn)
    if (cards.openId !== undefined && (under.length === 0 || under.some(({ id }) => id === cards.openId)))
      return cards.openId
    return under.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.id
  }

  return {
    goTo,
    nearest: () => meant() ?? reading.list().find(({ start }) => start >= cursor.place)?.id,
    'next-mark': () => step(true),
    'previous-mark': () => step(false),
    open() {
      const id = meant()
      if (id === undefined) return false
      last = id
      cards.open(id)
      // The card is there behind the next frame.
      behindNextFrame(focusOpenCard)()
      return true
    },
    leave() {
      const annotation = reading.get(cards.openId ?? '')
      const isInCard = document.activeElement?.closest('[data-card]')
      document.getSelection()?.removeAllRanges()
      cards.open(undefined)
      if (!annotation || !isInCard) return
      article.focus({ preventScroll: true })
      cursor.goTo(annotation.end - 1)
      announcer.mark(annotation)
    },
  }
}

function focusOpenCard(): void {
  const card = document.querySelector('[data-card][data-open]')
  const question = card?.querySelector<HTMLElement>('.card-body > :not(.card-head) :is(input, textarea)')
  const first = question ?? card?.querySelector<HTMLElement>('input, button')
  first?.focus()
}
