/** The frame round the word at which the cursor stands. It lies over the page, outside the text, and moves with it. */
import type { Span } from '../../../server/text/span.ts'
import { element } from '../dom.ts'
import type { TextPositions } from './text-positions.ts'

export interface WordFrame {
  /** Frames a span, or nothing. */
  show(span: Span | undefined): void
}

export function createWordFrame(positions: TextPositions): WordFrame {
  const layer = element('div', { class: 'word-frame', 'aria-hidden': 'true' })
  document.body.append(layer)
  let framed: Span | undefined

  function draw(): void {
    layer.replaceChildren(
      ...linesOf(positions, framed).map(({ left, top, right, bottom }) => {
        const box = element('div')
        Object.assign(box.style, {
          left: `${left + scrollX}px`,
          top: `${top + scrollY}px`,
          width: `${right - left}px`,
          height: `${bottom - top}px`,
        })
        return box
      }),
    )
  }

  // Late fonts, a smaller window, a line that appears above: the words move, and the frame with them.
  const observer = new ResizeObserver(draw)
  for (const one of [document.body, positions.root]) observer.observe(one)
  return {
    show(span) {
      framed = span
      draw()
    },
  }
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** One box for each line on which a span stands, in pixels of the window. */
export function linesOf(positions: TextPositions, span: Span | undefined): Box[] {
  const lines: Box[] = []
  for (const { left, top, right, bottom } of (span && positions.rangeOf(span)?.getClientRects()) ?? []) {
    if (right === left) continue
    const box = { left, top, right, bottom }
    const index = lines.findIndex((line) => isSameLine(line, box))
    if (index === -1) lines.push(box)
    else lines[index] = around(lines[index]!, box)
  }
  return lines
}

/** Boxes of neighbouring lines overlap by a few pixels, in headings by more; their middles lie apart. */
export function isSameLine(a: Box, b: Box): boolean {
  const middle = (b.top + b.bottom) / 2
  return a.top < middle && middle < a.bottom
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}
