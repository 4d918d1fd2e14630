/** What is done with the selection, the word in the frame and the open mark: tagging, retracting, taking proposals. */
import { retagged } from '../../../server/annotations/retagging.ts'
import { contains, overlap, type Span } from '../../../server/text/span.ts'
import type { Announcer } from '../announcing.ts'
import type { Cards } from '../cards/cards.ts'
import type { Desk } from '../desk.ts'
import { type Marking, newId } from '../saving/marking.ts'
import type { Reading } from '../saving/reading.ts'
import type { Cursor } from '../text/cursor.ts'
import type { PartMarking } from './part-marking.ts'
import type { Proposals } from './proposals.ts'
import type { Staying } from './staying.ts'

export interface Hand {
  /** Marks the selected words, or else gives the open mark another tag, or else marks the word in the frame. */
  tag(id: string): void
  retract(id: string): void
  /** Takes what is proposed for the open mark, where the cursor is not elsewhere. */
  takeProposals(): boolean
  /** While one tag stays, a selection that is made is a mark. */
  stay(): void
}

interface Tools {
  readonly desk: Desk
  readonly article: HTMLElement
  readonly reading: Reading
  readonly marking: Marking | undefined
  readonly cards: Pick<Cards, 'open' | 'openId'>
  readonly cursor: Pick<Cursor, 'selected' | 'framed'>
  readonly staying: Staying
  readonly proposals: Proposals
  readonly partMarking: PartMarking
  readonly announcer: Announcer
  deselect(): void
}

export function createHand(tools: Tools): Hand {
  const { desk, article, reading, marking, cards, cursor, staying, proposals, partMarking, announcer } = tools
  const openMark = () => reading.get(cards.openId ?? '')

  function mark(span: Span, tag: string): void {
    tools.deselect()
    const id = newId()
    marking?.act([{ id, judgement: { ...span, tag, attributes: {}, parts: [] } }])
    cards.open(id)
    article.focus({ preventScroll: true })
    announcer.deed(desk.words.made, span, tag, proposals.offered() || partMarking.expected())
  }

  return {
    tag(id) {
      if (!desk.mayMark || !marking) return
      const { framed } = cursor
      const annotation = openMark()
      const span = cursor.selected ?? (annotation && framed && contains(annotation, framed) ? undefined : framed)
      staying.chose(id)
      if (span) mark(span, id)
      else if (annotation && annotation.tag !== id)
        marking.act([{ id: annotation.id, judgement: retagged(desk.codebook, annotation, id) }])
    },
    retract(id) {
      const annotation = reading.get(id)
      if (!annotation || !desk.mayMark || !marking) return
      cards.open(undefined)
      marking.act([{ id, judgement: undefined }])
      // The text says where the cursor stands when it gets the focus; what was done is said after it.
      article.focus({ preventScroll: true })
      announcer.deed(desk.words.retracted, annotation, annotation.tag)
    },
    takeProposals() {
      const { framed } = cursor
      const annotation = openMark()
      const isThere = annotation && (!framed || overlap(annotation, framed))
      return isThere ? proposals.take(proposals.list()) : false
    },
    stay() {
      if (staying.tag !== undefined && cursor.selected) mark(cursor.selected, staying.tag)
    },
  }
}
