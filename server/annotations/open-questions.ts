/** Which required questions of the codebook are still open: an article is finished once there is none. */
import { isAsked } from '../codebook/answers.ts'
import { type Answers, type Attribute, type Codebook, findTag } from '../codebook/codebook.ts'
import type { Annotation } from './annotation.ts'
import { questionsAsked } from './document-answers.ts'

export interface OpenQuestion<A> {
  readonly annotation: A
  readonly question: Attribute
}

/** The required questions that are asked at the desk and have no answer yet, in the order of the annotations. */
export function openQuestions<A extends Pick<Annotation, 'tag' | 'attributes'>>(
  codebook: Codebook,
  annotations: readonly A[],
): OpenQuestion<A>[] {
  return annotations.flatMap((annotation) => {
    const { attributes = [] } = findTag(codebook, annotation.tag) ?? {}
    return attributes
      .filter((question) => question.required && isAsked(question, annotation.attributes))
      .filter(({ id }) => annotation.attributes[id] === undefined)
      .map((question) => ({ annotation, question }))
  })
}

/** The same about the article as a whole. */
export function openDocumentQuestions(codebook: Codebook, answers: Answers): Attribute[] {
  return questionsAsked(codebook, answers).filter(({ id, required }) => required && answers[id] === undefined)
}
