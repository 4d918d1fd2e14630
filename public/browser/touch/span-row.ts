/** The words in hand, and what moves their edges: an arrow at either side, taking or giving a word. */
import type { Edge } from '../../../server/annotations/edges.ts'
import { type Desk, shorten } from '../desk.ts'
import { element, svgElement } from '../dom.ts'

export interface SpanRow {
  readonly row: HTMLElement
  /** Which edge the arrows move. */
  readonly edges: HTMLElement
  show(quote: string, isRightToLeft: boolean): void
}

/** So long a button is held until it means the other edge, in milliseconds. */
const LONG = 450

/** @param nudge moves an edge by a word, towards the right side or the left one */
export function createSpanRow(desk: Desk, nudge: (edge: Edge, isToTheRight: boolean) => void): SpanRow {
  const words = desk.words.touch
  let edge: Edge = 'end'
  let isTurned = false
  const quote = element('q', { class: 'sheet-quote', lang: desk.article.language, dir: 'auto', 'aria-live': 'polite' })
  const left = arrow(false)
  const right = arrow(true)
  const choices = { start: choice('start'), end: choice('end') }
  drawEdge()

  function arrow(isToTheRight: boolean): HTMLButtonElement {
    const made = element('button', { type: 'button', 'aria-description': words.hold }, icon(isToTheRight))
    let timer: ReturnType<typeof setTimeout> | undefined
    let isHeld = false
    const hold = () => {
      isHeld = true
      nudge(otherThan(edge), isToTheRight)
    }
    made.addEventListener('pointerdown', () => {
      isHeld = false
      timer = setTimeout(hold, LONG)
    })
    for (const end of ['pointerup', 'pointerleave', 'pointercancel'])
      made.addEventListener(end, () => clearTimeout(timer))
    made.addEventListener('contextmenu', (event) => event.preventDefault())
    made.addEventListener('click', () => {
      if (!isHeld) nudge(edge, isToTheRight)
      isHeld = false
    })
    return made
  }

  function choice(which: Edge): HTMLElement {
    const made = element('button', { type: 'button', 'data-edge': which }, words[which])
    made.addEventListener('click', () => {
      edge = which
      drawEdge()
    })
    return made
  }

  function drawEdge(): void {
    for (const which of ['start', 'end'] as const) choices[which].setAttribute('aria-pressed', String(which === edge))
    name(left, isTurned)
    name(right, !isTurned)
  }

  function name(button: HTMLElement, isForward: boolean): void {
    button.setAttribute('aria-label', words[isForward ? 'forward' : 'back'][edge])
    button.dataset.nudge = isForward ? 'forward' : 'back'
  }

  return {
    row: element('div', { class: 'span-row' }, left, quote, right),
    edges: element('div', { class: 'edges', role: 'group', 'aria-label': words.edges }, choices.start, choices.end),
    show(text, isRightToLeft) {
      quote.textContent = shorten(text)
      isTurned = isRightToLeft
      drawEdge()
    },
  }
}

function otherThan(edge: Edge): Edge {
  return edge === 'start' ? 'end' : 'start'
}

/** An arrow that leaves a line behind. */
function icon(isToTheRight: boolean): SVGElement {
  const attributes = { viewBox: '0 0 22 18', width: 22, height: 18, 'aria-hidden': 'true' }
  const path = isToTheRight ? 'M4 2v14M8 9h10M14 5l4 4-4 4' : 'M18 2v14M14 9H4M8 5 4 9l4 4'
  return svgElement(
    'svg',
    attributes,
    svgElement('path', { d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8 }),
  )
}
