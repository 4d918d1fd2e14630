/** Another reading beside one's own: its marks as lines over the words, the differences in words, and a walk along them. */
import { type DifferenceRow, differenceRows, differences, type Side } from '../../../server/annotations/differences.ts'
import { passageAnchor } from '../../../server/rounds/desk-path.ts'
import type { Announcer } from '../announcing.ts'
import { type Desk, shorten } from '../desk.ts'
import { behindNextFrame, element, fill, find } from '../dom.ts'
import type { CommandDeeds } from '../keys/keys.ts'
import { keepLinesOver } from '../marks/lines-over.ts'
import type { Reading } from '../saving/reading.ts'
import type { Cursor } from '../text/cursor.ts'
import type { TextPositions } from '../text/text-positions.ts'

interface Surroundings {
  readonly desk: Desk
  readonly reading: Reading
  readonly positions: TextPositions
  readonly cursor: Cursor
  readonly announcer: Announcer
}

export function createDifferences({ desk, reading, positions, cursor, announcer }: Surroundings): CommandDeeds {
  const { beside } = desk
  if (!beside) return {}
  const { name, annotations } = beside
  const words = desk.words.differences
  const section = find('[data-differences]')
  const list = find('ol', section)
  const none = find('[data-no-differences]', section)
  const now = find('[data-difference-now]', section)
  const title = element('p', { class: 'difference-place' })
  const sides = element('dl')
  const turns = element('p', { class: 'difference-turns' }, turn(false), turn(true))
  now.append(element('div', { class: 'difference-head' }, title, turns), sides)
  let rows: readonly DifferenceRow[] = []
  list.replaceChildren()
  /** The difference at which somebody stands; it may have gone since. */
  let current: DifferenceRow | undefined
  /** Where the cursor stood then. */
  let arrived: number | undefined

  function turn(isForward: boolean): HTMLElement {
    const label = isForward ? words.next : words.previous
    const attributes = { type: 'button', 'data-difference': isForward ? 'next' : 'previous' } as const
    const button = element('button', attributes, label, ' ', element('kbd', {}, isForward ? 'D' : '⇧ D'))
    button.addEventListener('click', () => step(isForward))
    return button
  }

  function draw(): void {
    const before = rows
    rows = differenceRows(desk.article, desk.codebook, desk.language, differences(reading.list(), annotations))
    replaceChanged(list, before, rows, itemOf)
    none.hidden = rows.length > 0
    current = rows.find((row) => current && isSame(row, current))
    show()
  }

  function itemOf(row: DifferenceRow): HTMLElement {
    const link = element('a', { href: passageAnchor(row), class: 'difference-kind' }, words.kinds[row.kind])
    link.addEventListener('click', (event) => {
      event.preventDefault()
      goTo(row)
    })
    return element('li', {}, link, element('dl', {}, ...sidesOf(row)))
  }

  function sidesOf({ mine, theirs }: DifferenceRow): HTMLElement[] {
    return [sideOf(words.mine, mine), sideOf(name, theirs)]
  }

  function sideOf(reading: string, side: Side | undefined): HTMLElement {
    const quote = (text: string) => element('q', { lang: desk.article.language, dir: 'auto' }, text)
    const said = side
      ? [element('span', { class: `tag-name ${side.classes}` }, side.label), ' ', quote(side.quote)]
      : [words.notMarked]
    const note = side?.note && element('p', { class: 'difference-note', dir: 'auto' }, side.note)
    return element('div', {}, element('dt', {}, reading), element('dd', {}, ...said, note))
  }

  function show(): void {
    now.hidden = rows.length === 0
    const index = current ? rows.indexOf(current) : -1
    const place =
      index >= 0 ? placeOf(index) : rows.length === 1 ? words.one : fill(words.total, { total: rows.length })
    title.textContent = current ? `${place}: ${words.kinds[current.kind]}` : place
    sides.replaceChildren(...(current ? sidesOf(current) : []))
    list.querySelector('[data-current]')?.removeAttribute('data-current')
    list.children[index]?.setAttribute('data-current', '')
    const range = current && positions.rangeOf(current)
    if (range) CSS.highlights?.set('difference', new Highlight(range))
    else CSS.highlights?.delete('difference')
  }

  const placeOf = (index: number) => fill(words.place, { n: index + 1, total: rows.length })

  function goTo(row: DifferenceRow): void {
    current = row
    show()
    if (document.activeElement === positions.root) cursor.goTo(row.start)
    else cursor.placeAt(row.start)
    arrived = cursor.place
    bringIntoSight(row)
    const inWords = (side: Side | undefined) =>
      side ? fill(words.side, { tag: side.label, quote: shorten(side.quote) }) : words.notMarked
    const { mine, theirs, kind } = row
    const sides = `${words.mine}: ${inWords(mine)}. ${name}: ${inWords(theirs)}.`
    announcer.say(`${placeOf(rows.indexOf(row))}: ${words.kinds[kind]}. ${sides}`)
  }

  /** The panel at the foot of the page covers some of it. */
  function bringIntoSight(row: DifferenceRow): void {
    const line = positions.rangeOf(row)?.getClientRects()[0]
    const isInSight = line && line.top > TOP_BAR && line.bottom < innerHeight - now.offsetHeight
    if (line && !isInSight) scrollBy({ top: line.top - innerHeight / 3, behavior: 'instant' })
  }

  /** From the current difference, as long as the cursor stays there, or else from the cursor. */
  function step(isForward: boolean): void {
    const index =
      current && arrived === cursor.place
        ? rows.indexOf(current) + (isForward ? 1 : -1)
        : isForward
          ? rows.findIndex(({ start }) => start >= cursor.place)
          : rows.findLastIndex(({ start }) => start < cursor.place)
    const next = rows[index]
    if (next) goTo(next)
    else announcer.say(isForward ? words.last : words.first)
  }

  reading.onChange(behindNextFrame(draw))
  keepLinesOver(desk, positions, annotations)
  draw()
  return { 'next-difference': () => step(true), 'previous-difference': () => step(false) }
}

/** Height of what stands fixed at the top of the page, in pixels. */
const TOP_BAR = 64

/** Draws the rows that are new between those that stay before and after them. */
function replaceChanged<T>(list: Element, before: readonly T[], now: readonly T[], draw: (row: T) => Element): void {
  const [old, fresh] = [before, now].map((rows) => rows.map((row) => JSON.stringify(row))) as [string[], string[]]
  let head = 0
  while (head < fresh.length && fresh[head] === old[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, fresh.length) - head && fresh.at(-1 - tail) === old.at(-1 - tail)) tail++
  for (const item of [...list.children].slice(head, old.length - tail)) item.remove()
  const following = list.children[head] ?? null
  for (const row of now.slice(head, now.length - tail)) list.insertBefore(draw(row), following)
}

function isSame(a: DifferenceRow, b: DifferenceRow): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end
}
