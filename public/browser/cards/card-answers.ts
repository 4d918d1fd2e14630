/** A card that is only read: the answers that were given, and the note. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import { answerInWords } from '../../../server/annotations/summary.ts'
import { type Answers, findTag, inLanguage } from '../../../server/codebook/codebook.ts'
import { type Desk, tagLabel } from '../desk.ts'
import { element } from '../dom.ts'

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

/** Answers about a whole article; of another round's codebook only the ids are known here. */
export function answersAbout(desk: Desk, answers: Answers): HTMLElement {
  const rows = Object.entries(answers).map(([id, value]) => {
    const question = desk.codebook.questions?.find((question) => question.id === id)
    const words = question && answerInWords(question, answers, desk.language, desk.words)
    return row(question ? inLanguage(question.label, desk.language) : id, words ?? String(value))
  })
  if (rows.length === 0) return element('p', {}, desk.words.documentAnswers.none)
  return element('dl', { class: 'answers' }, ...rows)
}

function row(question: string, answer: string): HTMLElement {
  return element('div', {}, element('dt', {}, question), element('dd', {}, answer))
}

export function noteGiven({ note }: Annotation): HTMLElement | undefined {
  return note === undefined ? undefined : element('p', { class: 'card-note', dir: 'auto' }, note)
}
