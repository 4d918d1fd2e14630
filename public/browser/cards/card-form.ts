/** An open card: tag, who says it, the codebook's questions, how sure, and a note. */
import { type Annotation, isHardCase } from '../../../server/annotations/annotation.ts'
import type { Desk } from '../desk.ts'
import { crossIcon, element } from '../dom.ts'
import { answersGiven, noteGiven } from './card-answers.ts'
import { noteField } from './card-note.ts'
import {
  confidenceQuestion,
  type Revise,
  secondTagQuestion,
  tagName,
  tagQuestion,
  tagQuestions,
} from './card-questions.ts'

export interface CardDeeds {
  readonly revise: Revise
  /** Who says it: the annotation's parts and the chain in which it stands. */
  parts(annotation: Annotation): HTMLElement
  retract(): void
  /** What else can be done with a mark, beside taking it back. */
  tools(): HTMLElement
  close(): void
}

/** The body of an open card: questions where marks can be made, answers where they are only read. */
export function cardBody(desk: Desk, annotation: Annotation, deeds: CardDeeds): HTMLElement {
  const close = element('button', { type: 'button', class: 'close', 'aria-label': desk.words.close }, crossIcon())
  close.addEventListener('click', deeds.close)
  const name = desk.mayMark ? tagQuestion(desk, annotation, deeds.revise) : tagName(desk, annotation.tag)
  return element(
    'div',
    { class: 'card-body' },
    element('div', { class: 'card-head' }, name, close),
    deeds.parts(annotation),
    ...(desk.mayMark ? questions(desk, annotation, deeds) : [answersGiven(desk, annotation), noteGiven(annotation)]),
  )
}

function questions(desk: Desk, annotation: Annotation, deeds: CardDeeds): (HTMLElement | undefined)[] {
  const { revise } = deeds
  return [
    ...tagQuestions(desk, annotation, revise),
    confidenceQuestion(desk, annotation, revise),
    secondTagQuestion(desk, annotation, revise),
    noteField(desk, annotation, (note) => revise((now) => ({ ...now, note: note || undefined }))),
    foot(desk, annotation, deeds),
  ]
}

function foot(desk: Desk, annotation: Annotation, deeds: CardDeeds): HTMLElement {
  const retract = element('button', { type: 'button', 'data-retract': true }, desk.words.retract)
  retract.addEventListener('click', deeds.retract)
  const what = element('button', { type: 'button', 'data-guide': annotation.tag }, desk.words.guide.what)
  const hard = isHardCase(annotation) ? element('span', { class: 'hard-case' }, desk.words.hardCase) : undefined
  return element('div', { class: 'card-foot' }, retract, deeds.tools(), what, hard)
}
