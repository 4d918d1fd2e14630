/** Splitting the open mark where the cursor stands, and merging it with others of its tag. Each is one act. */
import type { Change, Deed } from '../../../server/annotations/act.ts'
import { type Annotation, compareAnnotations, type Judgement } from '../../../server/annotations/annotation.ts'
import { merged, splitAt } from '../../../server/annotations/splitting.ts'
import { findTag } from '../../../server/codebook/codebook.ts'
import { overlap } from '../../../server/text/span.ts'
import type { Announcer } from '../announcing.ts'
import type { Cards } from '../cards/cards.ts'
import type { Desk } from '../desk.ts'
import { element } from '../dom.ts'
import { newId } from '../saving/marking.ts'
import type { Reading } from '../saving/reading.ts'
import type { Cursor } from '../text/cursor.ts'

interface Surroundings {
  readonly desk: Desk
  readonly reading: Reading
  readonly cards: Pick<Cards, 'open' | 'openId'>
  readonly cursor: Pick<Cursor, 'selected' | 'place' | 'goTo'>
  readonly article: HTMLElement
  readonly announcer: Announcer
  act(changes: readonly Change[], deed: Deed): void
}

export interface Cutting {
  split(): void
  merge(): void
  /** The buttons for a card's foot. */
  buttons(): HTMLElement
}

export function createCutting({ desk, reading, cards, cursor, article, announcer, act }: Surroundings): Cutting {
  const { cutting } = desk.words
  const hint = element('p', { class: 'card-hint' })

  function split(): void {
    const mark = reading.get(cards.openId ?? '')
    const halves = mark && splitAt(desk.article, mark, cursor.selected?.start ?? cursor.place)
    if (mark && halves) cut(mark.id, halves)
    else tell(mark ? cutting.splitHow : cutting.openFirst)
  }

  function cut(id: string, [first, second]: readonly [Judgement, Judgement]): void {
    const changes = [
      { id, judgement: first },
      { id: newId(), judgement: second },
    ]
    act(changes, 'split')
    backToText(second.start)
    cards.open(changes[1]!.id)
    announcer.deed(cutting.split, second, second.tag)
  }

  function merge(): void {
    const mark = reading.get(cards.openId ?? '')
    const others = mark ? mergeable(mark) : []
    if (mark && others.length > 0) join(mark, others)
    else tell(mark ? cutting.mergeHow : cutting.openFirst)
  }

  /** The selected marks of the same tag; where nothing is selected, the next one. */
  function mergeable(mark: Annotation): Annotation[] {
    const { selected } = cursor
    const same = reading.list().filter((other) => other.tag === mark.tag && other.id !== mark.id)
    if (selected) return same.filter((other) => overlap(other, selected))
    return same.filter((other) => compareAnnotations(other, mark) > 0).slice(0, 1)
  }

  function join(mark: Annotation, others: readonly Annotation[]): void {
    const sum = merged(findTag(desk.codebook, mark.tag)!, [mark, ...others])
    act([{ id: mark.id, judgement: sum }, ...others.map(({ id }) => ({ id, judgement: undefined }))], 'merge')
    backToText(cursor.place)
    announcer.deed(cutting.merged, sum, sum.tag)
  }

  function backToText(position: number): void {
    document.getSelection()?.removeAllRanges()
    article.focus({ preventScroll: true })
    cursor.goTo(position)
    hint.textContent = ''
  }

  /** Says how it is done: beside the buttons, and to those who do not see them. */
  function tell(how: string): void {
    hint.textContent = how
    announcer.say(how)
  }

  function button(text: string, press: () => void): HTMLElement {
    const made = element('button', { type: 'button' }, text)
    // What is selected says where to split and what to merge.
    made.addEventListener('mousedown', (event) => event.preventDefault())
    made.addEventListener('click', press)
    return made
  }

  return {
    split,
    merge,
    buttons() {
      hint.textContent = ''
      return element('div', { class: 'cutting' }, button(cutting.splitHere, split), button(cutting.merge, merge), hint)
    },
  }
}
