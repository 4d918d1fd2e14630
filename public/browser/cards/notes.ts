/** On paper the cards follow the article as numbered notes, and the answers about it all: made when printing begins, gone when it ends. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import type { Answers } from '../../../server/codebook/codebook.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { element } from '../dom.ts'
import type { Marks } from '../marks/marks.ts'
import type { Reading } from '../saving/reading.ts'
import { answersAbout, answersGiven, noteGiven } from './card-answers.ts'
import { tagName } from './card-questions.ts'

interface Surroundings {
  readonly desk: Desk
  readonly reading: Reading
  readonly marks: Marks
  readonly article: HTMLElement
  /** What is answered about the whole article. */
  answers(): Answers
}

export function keepNotes({ desk, reading, marks, article, answers }: Surroundings): void {
  const list = element('ol')
  const notes = element('section', { class: 'notes' })

  function noteOf(annotation: Annotation): HTMLElement {
    const quote = element('q', { lang: desk.article.language, dir: 'auto' }, shortQuote(desk, annotation))
    const head = element('p', {}, tagName(desk, annotation.tag), ' ', quote)
    return element('li', {}, head, answersGiven(desk, annotation), noteGiven(annotation))
  }

  addEventListener('beforeprint', () => {
    const annotations = reading.list()
    list.replaceChildren(...annotations.map(noteOf))
    for (const [index, { id }] of annotations.entries())
      marks
        .elementsOf(id)
        .at(-1)
        ?.setAttribute('data-note', String(index + 1))
    const given = answers()
    const heads = desk.words.documentAnswers
    notes.replaceChildren(
      ...(annotations.length > 0 ? [element('h2', {}, desk.words.notes), list] : []),
      ...(Object.keys(given).length > 0 ? [element('h2', {}, heads.heading), answersAbout(desk, given)] : []),
    )
    if (notes.children.length > 0) article.after(notes)
  })
  addEventListener('afterprint', () => {
    notes.remove()
    for (const mark of article.querySelectorAll('mark[data-note]')) mark.removeAttribute('data-note')
  })
}
