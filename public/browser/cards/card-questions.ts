/** What a card asks: the codebook's questions, how sure, and where that is not quite, what would fit too. */
import { type Annotation, CONFIDENCES, type Judgement } from '../../../server/annotations/annotation.ts'
import { retagged } from '../../../server/annotations/retagging.ts'
import { isAsked, orderedAnswers } from '../../../server/codebook/answers.ts'
import { type Attribute, type AttributeValue, findTag, inLanguage } from '../../../server/codebook/codebook.ts'
import { tagClasses } from '../../../server/codebook/tag-look.ts'
import { choosableTags, type Desk, tagLabel } from '../desk.ts'
import { element } from '../dom.ts'
import { choices, type Option, textField } from './choices.ts'

/** Answers are given to the annotation as it stands by then: another answer may be under way. */
export type Revise = (change: (now: Annotation) => Judgement) => void

export function tagName(desk: Desk, id: string): HTMLElement {
  const classes = `tag-name ${tagClasses(findTag(desk.codebook, id))}`
  return element('span', { class: classes, 'data-explains': id }, tagLabel(desk, id))
}

export function tagQuestion(desk: Desk, annotation: Annotation, revise: Revise): HTMLElement {
  const options = choosableTags(desk, annotation.tag).map(({ id }) => ({ value: id, label: tagName(desk, id) }))
  const group = { question: desk.words.tag, name: 'tag', options, chosen: [annotation.tag] }
  return choices({ ...group, isFixed: true, isUnseen: true }, ([tag]) => {
    if (tag !== undefined && tag !== annotation.tag) revise((now) => retagged(desk.codebook, now, tag))
  })
}

/** The questions of the annotation's tag, as far as they are asked by now. */
export function tagQuestions(desk: Desk, annotation: Annotation, revise: Revise): HTMLElement[] {
  const questions = findTag(desk.codebook, annotation.tag)?.attributes ?? []
  const answer = (question: Attribute, value: AttributeValue | undefined) =>
    revise((now) => {
      const { [question.id]: _, ...others } = now.attributes
      const given = value === undefined ? others : { ...others, [question.id]: value }
      return { ...now, attributes: orderedAnswers(questions, given) }
    })
  return questions
    .filter((question) => isAsked(question, annotation.attributes))
    .map((question) =>
      questionField(desk, question, annotation.attributes[question.id], (value) => answer(question, value)),
    )
}

export function questionField(
  desk: Desk,
  question: Attribute,
  value: AttributeValue | undefined,
  answer: (value: AttributeValue | undefined) => void,
  name = question.id,
): HTMLElement {
  const label = inLanguage(question.label, desk.language)
  const chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)]
  const group = { question: label, name, chosen }
  switch (question.kind) {
    case 'text':
      return textField(label, name, chosen[0] ?? '', (text) => answer(text || undefined))
    case 'yes-no': {
      const options = [option('true', desk.words.yes), option('false', desk.words.no)]
      return choices({ ...group, options }, ([one]) => answer(one === undefined ? undefined : one === 'true'))
    }
    case 'scale': {
      const { min = 1, max = 5 } = question
      const options = Array.from({ length: max - min + 1 }, (_, step) => option(String(min + step), String(min + step)))
      return choices({ ...group, options }, ([one]) => answer(one === undefined ? undefined : Number(one)))
    }
    case 'one-of':
    case 'many-of': {
      const options = (question.choices ?? []).map(({ id, label }) => option(id, inLanguage(label, desk.language)))
      const isMany = question.kind === 'many-of'
      return choices({ ...group, options, isMany }, (now) => answer(isMany ? now : now[0]))
    }
  }
}

export function confidenceQuestion(desk: Desk, { confidence }: Annotation, revise: Revise): HTMLElement {
  const options = CONFIDENCES.map((id) => option(id, desk.words[id]))
  const chosen = confidence ? [confidence] : []
  const group = { question: desk.words.confidence, name: 'confidence', options, chosen, isInline: true }
  return choices(group, ([one]) => {
    const confidence = CONFIDENCES.find((id) => id === one)
    const mayBeAnother = confidence !== undefined && confidence !== 'high'
    revise((now) => ({ ...now, confidence, secondTag: mayBeAnother ? now.secondTag : undefined }))
  })
}

/** The tag that would fit too, asked where somebody is not quite sure. */
export function secondTagQuestion(desk: Desk, annotation: Annotation, revise: Revise): HTMLElement | undefined {
  const { tag, confidence, secondTag } = annotation
  if (!confidence || confidence === 'high') return undefined
  const options = choosableTags(desk, secondTag)
    .filter(({ id }) => id !== tag)
    .map(({ id }) => ({ value: id, label: tagName(desk, id) }))
  const group = { question: desk.words.secondTag, name: 'second-tag', options, chosen: secondTag ? [secondTag] : [] }
  return choices(group, ([secondTag]) => revise((now) => ({ ...now, secondTag })))
}

function option(value: string, label: string): Option {
  return { value, label }
}
