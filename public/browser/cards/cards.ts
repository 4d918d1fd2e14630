/** The margin: a line for every mark in sight, one of them open as a card. Hairlines lead back to the passage. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import { summaryOf } from '../../../server/annotations/summary.ts'
import { findTag } from '../../../server/codebook/codebook.ts'
import { tagClasses } from '../../../server/codebook/tag-look.ts'
import { type Desk, tagLabel } from '../desk.ts'
import { behindNextFrame, element, fill, svgElement } from '../dom.ts'
import type { Marks } from '../marks/marks.ts'
import type { Reading } from '../saving/reading.ts'
import { type CardDeeds, cardBody } from './card-form.ts'
import { layOut, type Placed, type Wanted } from './margin-layout.ts'

export interface Cards {
  /** Opens the card of an annotation, or closes the open one. */
  open(id: string | undefined): void
  readonly openId: string | undefined
  /** Draws the margin anew, behind the next frame: the marks are painted first. */
  refresh(): void
  /** Lets the open card stand elsewhere, and alone; undefined: in the margin, with the lines. */
  dock(place: HTMLElement | undefined): void
}

interface Deeds {
  revise(id: string, change: Parameters<CardDeeds['revise']>[0]): void
  parts: CardDeeds['parts']
  tools: CardDeeds['tools']
  retract(id: string): void
  opened(id: string | undefined): void
}

const LINE_HEIGHT = 25
/** Height of what stands fixed at the top of the page, with some air. */
const TOP_BAR = 64

export function createCards(
  desk: Desk,
  margin: HTMLElement,
  blocks: readonly HTMLElement[],
  reading: Reading,
  marks: Marks,
  deeds: Deeds,
): Cards {
  const cards = new Map<string, HTMLElement>()
  const drawn = new WeakMap<HTMLElement, Annotation>()
  const inSight = new Set<HTMLElement>()
  const more = element('p', { class: 'more', hidden: true })
  margin.append(more)
  let openId: string | undefined
  /** Where the open card was put when it opened: scrolling must not move it about. */
  let openTop: number | undefined
  let dock: HTMLElement | undefined

  const refresh = behindNextFrame(draw)
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        inSight[isIntersecting ? 'add' : 'delete'](target as HTMLElement)
      refresh()
    },
    { rootMargin: '30% 0px' },
  )
  for (const block of blocks) observer.observe(block)
  addEventListener('resize', () => {
    openTop = undefined
    refresh()
  })

  function annotationsInSight(): Annotation[] {
    const starts = [...inSight].map((block) => Number(block.dataset.start))
    const spans = desk.article.blocks.filter(({ start }) => starts.includes(start))
    return reading
      .list()
      .filter(({ id, start }) => id === openId || spans.some((span) => span.start <= start && start < span.end))
  }

  /** Where the marks in sight begin, in pixels from the top of the margin: one walk over their elements. */
  function topsInSight(base: number): Map<string, number> {
    const first = new Map<string, Element>()
    const inOrder = blocks.filter((block) => inSight.has(block))
    for (const mark of inOrder.flatMap((block) => [...block.querySelectorAll('mark')]))
      if (!first.has(mark.dataset.annotations!)) first.set(mark.dataset.annotations!, mark)
    const open = openId === undefined ? undefined : marks.elementsOf(openId)[0]
    if (open) first.set(openId!, open)
    return new Map([...first].map(([id, mark]) => [id, (mark.getClientRects()[0]?.top ?? base) - base]))
  }

  function draw(): void {
    if (dock) drawOpen()
    else drawInMargin()
  }

  function drawOpen(): void {
    const open = reading.get(openId ?? '')
    more.hidden = true
    removeAllBut(new Set(open && [open.id]))
    if (open) cardOf(open)
  }

  function drawInMargin(): void {
    const annotations = annotationsInSight()
    const base = margin.getBoundingClientRect().top
    const tops = topsInSight(base)
    const wanted = annotations.map(({ id }) => ({ top: tops.get(id) ?? 0, height: LINE_HEIGHT }))
    const open = annotations.findIndex(({ id }) => id === openId)
    if (open !== -1) {
      const height = cardOf(annotations[open]!).offsetHeight + 12
      openTop ??= withinView(-base, { top: wanted[open]!.top, height })
      wanted[open] = { top: openTop, height }
    }
    const places = layOut(wanted, open === -1 ? undefined : open)
    const shown = annotations.filter((_, index) => places[index] !== undefined)
    removeAllBut(new Set(shown.map(({ id }) => id)))
    for (const [index, annotation] of annotations.entries())
      if (places[index] !== undefined) place(cardOf(annotation), places[index], tops.get(annotation.id) ?? 0)
    sayHowManyMore(wanted, places)
  }

  function removeAllBut(ids: ReadonlySet<string>): void {
    for (const [id, card] of cards) {
      if (ids.has(id)) continue
      card.remove()
      cards.delete(id)
    }
  }

  /** Beside its passage, but moved up as far as it takes to be seen whole. */
  function withinView(viewTop: number, { top, height }: Wanted): number {
    const highest = viewTop + TOP_BAR
    return Math.max(Math.min(top, viewTop + innerHeight - height), Math.min(top, highest))
  }

  function place(card: HTMLElement, top: number, passage: number): void {
    card.style.setProperty('--top', `${top}px`)
    const line = card.querySelector('.hairline polyline')
    const middle = card.hasAttribute('data-open') ? 22 : LINE_HEIGHT / 2
    line?.setAttribute('points', `-34,${passage - top + 14} -26,${passage - top + 14} -8,${middle} -2,${middle}`)
  }

  /** Under the last card that is there. */
  function sayHowManyMore(wanted: readonly Wanted[], places: readonly Placed[]): void {
    const left = places.filter((place) => place === undefined).length
    more.hidden = left === 0
    if (left === 0) return
    const bottoms = places.map((place, index) => (place === undefined ? 0 : place + wanted[index]!.height))
    more.textContent = left === 1 ? desk.words.oneMore : fill(desk.words.moreMarks, { n: left })
    more.style.top = `${Math.max(...bottoms, wanted.at(-1)!.top)}px`
  }

  function cardOf(annotation: Annotation): HTMLElement {
    const { id } = annotation
    const isOpen = id === openId
    const former = cards.get(id)
    if (former?.hasAttribute('data-open') === isOpen && showsAlready(former, drawn.get(former), annotation))
      return former
    const classes = `card ${tagClasses(findTag(desk.codebook, annotation.tag))}`
    const content = isOpen ? cardBody(desk, annotation, deedsFor(id)) : lineOf(annotation)
    const card = element('div', { class: classes, 'data-card': id, 'data-open': isOpen }, hairline(), content)
    drawn.set(card, annotation)
    cards.set(id, card)
    if (former) keepFocus(former, card)
    else (dock ?? margin).append(card)
    return card
  }

  function lineOf(annotation: Annotation): HTMLElement {
    const tag = findTag(desk.codebook, annotation.tag)
    const line = element(
      'button',
      { type: 'button', class: 'card-line', 'aria-expanded': 'false' },
      element('b', { 'data-explains': annotation.tag }, tagLabel(desk, annotation.tag)),
      element('span', {}, summaryOf(tag, annotation.attributes, desk.language)),
    )
    line.addEventListener('click', () => open(annotation.id))
    return line
  }

  function deedsFor(id: string): CardDeeds {
    return {
      revise: (change) => deeds.revise(id, change),
      parts: deeds.parts,
      tools: deeds.tools,
      retract: () => deeds.retract(id),
      close: () => open(undefined),
    }
  }

  function open(id: string | undefined): void {
    if (openId === id) return
    openId = id
    openTop = undefined
    deeds.opened(id)
    refresh()
  }

  return {
    open,
    get openId() {
      return openId
    },
    refresh,
    dock(place) {
      if (place === dock) return
      dock = place
      removeAllBut(new Set())
      refresh()
    },
  }
}

/** Whether a card need not be drawn again: parts keep themselves up to date. Who is typing a note must not lose the place in it. */
function showsAlready(card: HTMLElement, drawn: Annotation | undefined, annotation: Annotation): boolean {
  if (drawn === annotation) return true
  const isTyping = document.activeElement instanceof HTMLTextAreaElement && card.contains(document.activeElement)
  const shown = ({ start, end, tag, attributes, confidence, secondTag, note }: Annotation) =>
    JSON.stringify([start, end, tag, attributes, confidence, secondTag, isTyping ? '' : note])
  return drawn !== undefined && shown(drawn) === shown(annotation)
}

/** Puts a redrawn card in the place of the former one; whoever was answering in it goes on there. */
function keepFocus(former: HTMLElement, card: HTMLElement): void {
  const active = document.activeElement
  const isInside = former.contains(active) && active instanceof HTMLElement
  const name = isInside ? active.getAttribute('name') : null
  const value = active instanceof HTMLInputElement ? active.value : undefined
  former.replaceWith(card)
  card.style.setProperty('--top', former.style.getPropertyValue('--top'))
  if (!isInside) return
  const same = [...card.querySelectorAll<HTMLInputElement>('input, textarea')].filter((field) => field.name === name)
  const next =
    same.find((field) => field.value === value) ?? same[0] ?? card.querySelector<HTMLElement>('input, button')
  next?.focus({ preventScroll: true })
  if (!(active instanceof HTMLTextAreaElement && next instanceof HTMLTextAreaElement)) return
  // What was typed since the answer that changed the card is in the former field only: it is kept before the field goes.
  active.dispatchEvent(new Event('change'))
  next.value = active.value
  next.setSelectionRange(active.selectionStart, active.selectionEnd)
}

function hairline(): SVGElement {
  const attributes = { class: 'hairline', width: 1, height: 1, 'aria-hidden': 'true' }
  return svgElement('svg', attributes, svgElement('polyline', {}))
}
