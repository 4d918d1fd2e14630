/** An open card: the tag's questions for one annotation, each answered by one press. */
import { type Annotation, CONFIDENCES, type Judgement } from '../../server/annotations/annotation.ts'
import { answerInWords } from '../../server/annotations/summary.ts'
import { isAsked, orderedAnswers } from '../../server/codebook/answers.ts'
import { type Attribute, type AttributeValue, findTag, inLanguage } from '../../server/codebook/codebook.ts'
import { tagClasses } from '../../server/codebook/tag-look.ts'
import { choosableTags, type Desk, tagLabel } from './desk.ts'
import { element, svgElement } from './dom.ts'

export interface CardDeeds {
  /** Answers are given to the annotation as it stands by then: another answer may be under way. */
  revise(change: (now: Annotation) => Judgement): void
  retract(): void
  close(): void
}

/** So long after the last letter a note is kept, in milliseconds. */
const NOTE_REST = 800

/** The body of an open card: questions where marks can be made, answers where they are only read. */
export function cardBody(desk: Desk, annotation: Annotation, deeds: CardDeeds): HTMLElement {
  const close = element('button', { type: 'button', class: 'close', 'aria-label': desk.words.close }, closeCross())
  close.addEventListener('click', deeds.close)
  const name = desk.mayMark ? tagQuestion(desk, annotation, deeds) : tagName(desk, annotation.tag)
  const head = element('div', { class: 'card-head' }, name, close)
  const content = desk.mayMark
    ? [...questions(desk, annotation, deeds), foot(desk, deeds)]
    : [answersGiven(desk, annotation), noteGiven(annotation)]
  return element('div', { class: 'card-body' }, head, sourceLine(desk, annotation), ...content)
}

function closeCross(): SVGElement {
  const attributes = { viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' }
  return svgElement(
    'svg',
    attributes,
    svgElement('path', { d: 'M1 1l10 10M11 1L1 11', stroke: 'currentColor', 'stroke-width': 1.5 }),
  )
}

export function tagName(desk: Desk, id: string): HTMLElement {
  return element('span', { class: `tag-name ${tagClasses(findTag(desk.codebook, id))}` }, tagLabel(desk, id))
}

/** Who says it: the words of the parts that are sources. */
function sourceLine(desk: Desk, { parts }: Annotation): HTMLElement | undefined {
  const sources = parts
    .filter(({ role }) => role === 'source')
    .map(({ start, end }) => desk.article.body.slice(start, end))
  return sources.length > 0
    ? element('p', { class: 'card-source', lang: desk.article.language }, sources.join(', '))
    : undefined
}

export function answersGiven(desk: Desk, annotation: Annotation): HTMLElement {
  const asked = findTag(desk.codebook, annotation.tag)?.attributes ?? []
  const rows = asked.flatMap((question) => {
    const answer = answerInWords(question, annotation.attributes, desk.language, desk.words)
    return answer === undefined ? [] : [row(inLanguage(question.label, desk.language), answer)]
  })
  if (annotation.confidence) rows.push(row(desk.words.confidence, desk.words[annotation.confidence]))
  if (annotation.secondTag) rows.push(row(desk.words.secondTag, tagLabel(desk, annotation.secondTag)))
  return element('dl', { class: 'answers' }, ...rows)
}

function row(question: string, answer: string): HTMLElement {
  return element('div', {}, element('dt', {}, question), element('dd', {}, answer))
}

export function noteGiven({ note }: Annotation): HTMLElement | undefined {
  return note === undefined ? undefined : element('p', { class: 'card-note', dir: 'auto' }, note)
}

function questions(desk: Desk, annotation: Annotation, deeds: CardDeeds): HTMLElement[] {
  const tag = findTag(desk.codebook, annotation.tag)
  const asked = (tag?.attributes ?? []).filter((question) => isAsked(question, annotation.attributes))
  const answer = (question: Attribute, value: AttributeValue | undefined) =>
    deeds.revise((now) => {
      const { [question.id]: _, ...others } = now.attributes
      const given = value === undefined ? others : { ...others, [question.id]: value }
      return { ...now, attributes: orderedAnswers(tag?.attributes ?? [], given) }
    })
  return [
    ...asked.map((question) =>
      questionField(desk, question, annotation.attributes[question.id], (value) => answer(question, value)),
    ),
    confidenceQuestion(desk, annotation, deeds),
    ...(annotation.confidence && annotation.confidence !== 'high' ? [secondTagQuestion(desk, annotation, deeds)] : []),
    noteQuestion(desk, annotation, deeds),
  ]
}

/** Another tag has other questions: answers and parts that it does not know go with the old one. */
function tagQuestion(desk: Desk, annotation: Annotation, deeds: CardDeeds): HTMLElement {
  const options = choosableTags(desk, annotation.tag).map(({ id }) => ({ value: id, label: tagName(desk, id) }))
  return choices(desk.words.tag, 'tag', options, [annotation.tag], false, ([tag]) => {
    if (tag !== undefined && tag !== annotation.tag) deeds.revise((now) => retagged(desk, now, tag))
  })
}

/** The judgement under another tag. */
export function retagged(desk: Desk, annotation: Annotation, id: string): Judgement {
  const tag = findTag(desk.codebook, id)
  const roles = new Set(tag?.roles?.map((role) => role.id))
  return {
    ...annotation,
    tag: id,
    attributes: orderedAnswers(tag?.attributes ?? [], annotation.attributes),
    parts: annotation.parts.filter(({ role }) => roles.has(role)),
    secondTag: annotation.secondTag === id ? undefined : annotation.secondTag,
  }
}

function questionField(
  desk: Desk,
  question: Attribute,
  value: AttributeValue | undefined,
  answer: (value: AttributeValue | undefined) => void,
): HTMLElement {
  const label = inLanguage(question.label, desk.language)
  switch (question.kind) {
    case 'text':
      return textField(label, question.id, typeof value === 'string' ? value : '', (text) => answer(text || undefined))
    case 'yes-no': {
      const options = [option('true', desk.words.yes), option('false', desk.words.no)]
      return choices(label, question.id, options, value === undefined ? [] : [String(value)], false, ([chosen]) =>
        answer(chosen === undefined ? undefined : chosen === 'true'),
      )
    }
    case 'scale': {
      const { min = 1, max = 5 } = question
      const options = Array.from({ length: max - min + 1 }, (_, step) => option(String(min + step), String(min + step)))
      return choices(label, question.id, options, value === undefined ? [] : [String(value)], false, ([chosen]) =>
        answer(chosen === undefined ? undefined : Number(chosen)),
      )
    }
    case 'one-of':
    case 'many-of': {
      const options = (question.choices ?? []).map((choice) =>
        option(choice.id, inLanguage(choice.label, desk.language)),
      )
      const chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)]
      const isMany = question.kind === 'many-of'
      return choices(label, question.id, options, chosen, isMany, (now) => answer(isMany ? now : now[0]))
    }
  }
}

function confidenceQuestion(desk: Desk, annotation: Annotation, deeds: CardDeeds): HTMLElement {
  const options = CONFIDENCES.map((id) => option(id, desk.words[id]))
  return choices(
    desk.words.confidence,
    'confidence',
    options,
    annotation.confidence ? [annotation.confidence] : [],
    false,
    ([chosen]) => {
      const confidence = CONFIDENCES.find((id) => id === chosen)
      const mayBeAnother = confidence !== undefined && confidence !== 'high'
      deeds.revise((now) => ({ ...now, confidence, secondTag: mayBeAnother ? now.secondTag : undefined }))
    },
  )
}

function secondTagQuestion(desk: Desk, annotation: Annotation, deeds: CardDeeds): HTMLElement {
  const options = choosableTags(desk)
    .filter(({ id }) => id !== annotation.tag)
    .map(({ id }) => ({ value: id, label: tagName(desk, id) }))
  const chosen = annotation.secondTag ? [annotation.secondTag] : []
  return choices(desk.words.secondTag, 'second-tag', options, chosen, false, ([secondTag]) =>
    deeds.revise((now) => ({ ...now, secondTag })),
  )
}

/** A note is kept while it is typed, after a short rest. */
function noteQuestion(desk: Desk, annotation: Annotation, deeds: CardDeeds): HTMLElement {
  const area = element('textarea', { rows: 1, name: 'note', dir: 'auto', maxlength: 10_000 })
  area.value = annotation.note ?? ''
  let kept = area.value
  let rest: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(rest)
    const note = area.value.trim()
    if (note === kept) return
    kept = note
    deeds.revise((now) => ({ ...now, note: note || undefined }))
  }
  area.addEventListener('input', () => {
    clearTimeout(rest)
    rest = setTimeout(keep, NOTE_REST)
  })
  area.addEventListener('change', keep)
  return element('label', { class: 'label' }, desk.words.note, area)
}

function foot(desk: Desk, deeds: CardDeeds): HTMLElement {
  const retract = element('button', { type: 'button', 'data-retract': true }, desk.words.retract)
  retract.addEventListener('click', deeds.retract)
  return element('div', { class: 'card-foot' }, retract)
}

interface Option {
  readonly value: string
  readonly label: Node | string
}

function option(value: string, label: string): Option {
  return { value, label }
}

/** A group of answers; where one is chosen, pressing it again takes it back. */
function choices(
  question: string,
  name: string,
  options: readonly Option[],
  chosen: readonly string[],
  isMany: boolean,
  answer: (chosen: string[]) => void,
): HTMLElement {
  const inputs = options.map(({ value }) => {
    const input = element('input', { type: isMany ? 'checkbox' : 'radio', name, value })
    input.checked = chosen.includes(value)
    return input
  })
  const given = () => inputs.filter((input) => input.checked).map((input) => input.value)
  for (const input of inputs) {
    input.addEventListener('change', () => answer(given()))
    if (!isMany && input.checked && name !== 'tag')
      input.addEventListener('click', () => {
        input.checked = false
        answer([])
      })
  }
  const labels = options.map(({ label }, index) => element('label', { class: 'choice' }, inputs[index], label))
  const isTags = options.some(({ label }) => typeof label !== 'string')
  return element(
    'fieldset',
    { class: isTags ? 'tags-choice' : undefined },
    element('legend', { class: name === 'tag' ? 'unseen' : undefined }, question),
    element('div', { class: 'choices' }, ...labels),
  )
}

function textField(label: string, name: string, value: string, answer: (text: string) => void): HTMLElement {
  const input = element('input', { type: 'text', name, value, dir: 'auto' })
  input.addEventListener('change', () => answer(input.value.trim()))
  return element('label', { class: 'label' }, label, input)
}
