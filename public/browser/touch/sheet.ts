/** The sheet at the foot: the words in hand, and under them either what they can be, or the card of the open mark. */
import type { Edge } from '../../../server/annotations/edges.ts'
import type { Desk } from '../desk.ts'
import { element } from '../dom.ts'
import { createSpanRow } from './span-row.ts'

/** What is in hand: selected words, or the open mark. */
export interface InHand {
  readonly kind: 'selection' | 'mark'
  readonly quote: string
  readonly isRightToLeft: boolean
  /** Whether it stands in a quotation, to which it can be widened. */
  readonly isInQuotation: boolean
}

export interface Sheet {
  readonly root: HTMLElement
  /** Where the tags come, and where the card comes. */
  readonly tags: HTMLElement
  readonly card: HTMLElement
  show(inHand: InHand | undefined): void
}

interface Deeds {
  nudge(edge: Edge, isToTheRight: boolean): void
  sentence(): void
  quotation(): void
  cancel(): void
}

export function createSheet(desk: Desk, deeds: Deeds): Sheet {
  const words = desk.words.touch
  const span = createSpanRow(desk, deeds.nudge)
  const tags = element('div', { class: 'sheet-tags' })
  const card = element('div', { class: 'sheet-card' })
  const toQuotation = button('quotation', deeds.quotation)
  const widen = element(
    'div',
    { class: 'sheet-widen' },
    ...[button('sentence', deeds.sentence), toQuotation, button('cancel', deeds.cancel)],
  )
  const meaning = element('button', { type: 'button', 'data-guide': true }, words.meaning)
  const tools = element('div', { class: 'sheet-tools' }, span.edges, widen, meaning)
  const body = element('div', { class: 'sheet-body' }, tags, card, tools)
  const root = element('section', { class: 'sheet', 'data-sheet': true, hidden: true }, span.row, body)
  if (!desk.mayMark) for (const part of [tools, ...span.row.querySelectorAll('button')]) part.remove()
  // What is selected stays selected when something is pressed here.
  for (const part of [span.row, tools]) part.addEventListener('mousedown', (event) => event.preventDefault())

  function button(name: 'sentence' | 'quotation' | 'cancel', press: () => void): HTMLButtonElement {
    const made = element('button', { type: 'button', [`data-${name}`]: true }, words[name])
    made.addEventListener('click', press)
    return made
  }

  return {
    root,
    tags,
    card,
    show(inHand) {
      const isOther = root.hidden || root.dataset.sheet !== inHand?.kind
      root.hidden = !inHand
      if (!inHand) return
      const isSelection = inHand.kind === 'selection'
      root.setAttribute('aria-label', isSelection ? words.selection : words.mark)
      root.dataset.sheet = inHand.kind
      tags.hidden = !isSelection
      card.hidden = isSelection
      widen.hidden = !isSelection
      meaning.hidden = !isSelection
      toQuotation.disabled = !inHand.isInQuotation
      span.show(inHand.quote, inHand.isRightToLeft)
      if (isOther) body.scrollTop = 0
    },
  }
}
