/** Searching in the article: a bar, a walk along what is found, and the way back into the text to what was found. */
import { snap } from '../../../server/annotations/snapping.ts'
import { codedBlocks } from '../../../server/articles/article.ts'
import { searchIn } from '../../../server/text/search.ts'
import type { Span } from '../../../server/text/span.ts'
import type { Desk } from '../desk.ts'
import { crossIcon, element, fill, svgElement } from '../dom.ts'
import type { Reading } from '../saving/reading.ts'
import type { Cursor } from './cursor.ts'
import { createHits } from './hits.ts'
import { wordOnTop } from './line-walking.ts'
import type { TextPositions } from './text-positions.ts'

interface Surroundings {
  readonly desk: Desk
  readonly reading: Reading
  readonly positions: TextPositions
  readonly cursor: Cursor
}

export interface SearchBar {
  open(): void
  /** Without going anywhere; false where it was closed already. */
  close(): boolean
}

/** What is selected is searched for, if it is no longer than this, in code points. */
const LONGEST_SELECTED = 60
/** So many code points before and after a place are read out with it. */
const AROUND = 30

export function createSearchBar({ desk, reading, positions, cursor }: Surroundings): SearchBar {
  const words = desk.words.search
  const { body } = desk.article
  const blocks = codedBlocks(desk.article)
  const { find } = searchIn(body, blocks)
  const hits = createHits(positions, blocks)
  const field = element('input', {
    ...{ type: 'text', class: 'search-field', enterkeyhint: 'search', 'aria-label': words.open },
    ...{ autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', maxlength: 200 },
  })
  const count = element('p', { class: 'search-count', role: 'status' })
  const back = button(words.previous, arrow('M1 8l5-5 5 5'), () => step(false))
  const on = button(words.next, arrow('M1 4l5 5 5-5'), () => step(true))
  const end = button(words.close, crossIcon(), leave)
  const bar = element(
    'div',
    { class: 'search-bar', role: 'search', 'aria-label': words.open, hidden: true },
    ...[field, count, back, on, end],
  )
  document.body.append(bar)
  let places: readonly Span[] = []
  let index = -1
  /** Where somebody was when the search began: the first place is looked for from there. */
  let origin = 0

  field.addEventListener('input', search)
  bar.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && event.target === field) step(!event.shiftKey)
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
  })
  reading.onChange(hits.repaint)

  function search(): void {
    places = find(field.value)
    goTo(places.findIndex(({ start }) => start >= origin))
  }

  /** After the last place comes the first one, and before the first one the last. */
  function step(isForward: boolean): void {
    if (places.length > 0) goTo((index + (isForward ? 1 : -1) + places.length) % places.length)
  }

  function goTo(at: number): void {
    index = at === -1 && places.length > 0 ? 0 : at
    const place = places[index]
    hits.show(places, place)
    for (const one of [back, on]) one.disabled = places.length === 0
    if (place) bringIntoSight(place)
    say(place)
  }

  function say(place: Span | undefined): void {
    const isInVain = !place && field.value.trim() !== ''
    bar.toggleAttribute('data-none', isInVain)
    if (place) {
      const where = fill(words.place, { n: index + 1, total: places.length })
      const heard = element('span', { class: 'unseen', lang: desk.article.language }, `: ${around(place)}`)
      count.replaceChildren(where, heard)
    } else count.textContent = isInVain ? words.none : ''
  }

  /** A place with some words before and after it. */
  function around(place: Span): string {
    const block = blocks.find(({ start, end }) => start <= place.start && place.end <= end) ?? place
    return body.slice(Math.max(block.start, place.start - AROUND), Math.min(block.end, place.end + AROUND))
  }

  function bringIntoSight(place: Span): void {
    const line = positions.rangeOf(place)?.getClientRects()[0]
    const lowest = matchMedia(NARROW).matches ? innerHeight / 2 : innerHeight - FOOT
    const isInSight = line && line.top > bar.getBoundingClientRect().bottom && line.bottom < lowest
    if (line && !isInSight) scrollBy({ top: line.top - innerHeight / 3, behavior: 'instant' })
  }

  function open(): void {
    const { selected } = cursor
    origin = selected?.start ?? wordOnTop(positions) ?? 0
    if (selected && selected.end - selected.start <= LONGEST_SELECTED)
      field.value = body.slice(selected.start, selected.end)
    bar.hidden = false
    field.focus({ preventScroll: true })
    field.select()
    search()
  }

  function close(): boolean {
    if (bar.hidden) return false
    bar.hidden = true
    hits.show([], undefined)
    return true
  }

  /** Back into the text, to what was found: its words are selected, so that they can be marked at once. */
  function leave(): void {
    const place = places[index]
    close()
    if (place) cursor.placeAt(place.start)
    positions.root.focus({ preventScroll: true })
    if (place) positions.select(snap(desk.article, place.start, place.end, 'word'))
  }

  return { open, close }
}

/** Room at the foot of the window for the bar under a selection, in pixels. */
const FOOT = 96
/** There a sheet takes the lower half of the window, as soon as something is selected. */
const NARROW = '(max-width: 56.24rem)'

function button(label: string, icon: SVGElement, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', 'aria-label': label, title: label }, icon)
  made.addEventListener('click', press)
  return made
}

function arrow(d: string): SVGElement {
  const path = { d, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }
  return svgElement(
    'svg',
    { viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
    svgElement('path', path),
  )
}
