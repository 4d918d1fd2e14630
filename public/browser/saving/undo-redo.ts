/** Undoing and doing again: two buttons, and words for what was done. */
import { type Act, turnsOf } from '../../../server/annotations/history.ts'
import { inLanguage } from '../../../server/codebook/codebook.ts'
import { type Desk, shorten, tagLabel } from '../desk.ts'
import { element, fill, svgElement } from '../dom.ts'
import type { Answering } from './answering.ts'
import type { Marking } from './marking.ts'
import type { Outbox } from './outbox.ts'

export interface Turning {
  undo(): void
  redo(): void
}

/** What came of an undo or a redo: the act, and whether it could be done. */
interface Turned {
  readonly act: Act
  readonly isDone: boolean
}

export interface TurnListener {
  say(sentence: string): void
  /** An act on this article was taken back or brought back. */
  turned(act: Act): void
}

const ARROW = 'M4 7h7.5a4.5 4.5 0 0 1 0 9H7M7.5 3 3.5 7l4 4'

export function createTurning(
  place: HTMLElement,
  desk: Desk,
  outbox: Outbox,
  parts: { readonly marking: Marking; readonly answering: Answering },
  listener: TurnListener,
): Turning {
  const words = desk.words.undo
  const buttons = { undo: button('undo', () => turn('undo')), redo: button('redo', () => turn('redo')) }
  /** The same words for the eye; the live region speaks them. */
  const said = element('span', { class: 'said', 'aria-hidden': 'true' })
  place.append(buttons.undo, buttons.redo, said)
  outbox.onChange(drawButtons)
  drawButtons()

  function turn(kind: 'undo' | 'redo'): void {
    const turned = takeTurn(kind)
    const sentence = turned ? wordsFor(kind, turned) : nothingWords(kind)
    listener.say(sentence)
    said.textContent = sentence
    if (turned) listener.turned(turned.act)
  }

  /** Takes turns until one of them changes something, or cannot be done. Undefined where there is none. */
  function takeTurn(kind: 'undo' | 'redo'): Turned | undefined {
    for (;;) {
      const { undoable, redoable } = turnsOf(outbox.acts())
      const act = (kind === 'undo' ? undoable : redoable).at(-1)
      if (!act) return undefined
      const isDone = (act.answered ? parts.answering : parts.marking).turn(kind, act)
      if (isDone !== undefined) return { act, isDone }
    }
  }

  function nothingWords(kind: 'undo' | 'redo'): string {
    return kind === 'undo' ? words.nothingToUndo : words.nothingToRedo
  }

  function wordsFor(kind: 'undo' | 'redo', { act, isDone }: Turned): string {
    const sentence = kind === 'undo' ? (isDone ? words.undone : words.undoLost) : isDone ? words.redone : words.redoLost
    const said = fill(sentence, { deed: deedInWords(act) })
    return act.place.article === desk.article.id ? said : fill(words.elsewhere, { said, title: act.place.title })
  }

  function deedInWords({ deed, steps, answered }: Act): string {
    if (answered) return fill(words.deeds.document, { question: questionLabel(answered.question) })
    const state = steps[0]?.after
    return state ? fill(words.deeds[deed], { tag: tagLabel(desk, state.tag), quote: shorten(state.quote) }) : ''
  }

  /** Of another article's codebook only the id is known. */
  function questionLabel(id: string): string {
    const question = desk.codebook.questions?.find((one) => one.id === id)
    return question ? inLanguage(question.label, desk.language) : id
  }

  /** The button says what it would undo. */
  function drawButtons(): void {
    const acts = outbox.acts()
    const { undoable, redoable } = turnsOf(acts)
    if (!acts.at(-1)?.turn) said.textContent = ''
    for (const [kind, next] of [
      ['undo', undoable.at(-1)],
      ['redo', redoable.at(-1)],
    ] as const) {
      buttons[kind].disabled = next === undefined
      buttons[kind].title = next ? `${words[kind]}: ${deedInWords(next)}` : words[kind]
    }
  }

  function button(kind: 'undo' | 'redo', press: () => void): HTMLButtonElement {
    const icon = svgElement(
      'svg',
      { viewBox: '0 0 18 18', width: 18, height: 18, 'aria-hidden': 'true' },
      svgElement('path', { d: ARROW, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6 }),
    )
    const made = element('button', { type: 'button', [`data-${kind}`]: true, 'aria-label': words[kind] }, icon)
    made.addEventListener('click', press)
    return made
  }

  return { undo: () => turn('undo'), redo: () => turn('redo') }
}
