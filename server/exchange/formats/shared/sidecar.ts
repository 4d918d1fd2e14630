/** What a format has no place for, as values that travel with it: nothing of an annotation but its place and its tag. */
import { CONFIDENCES, type QuotedAnnotation } from '../../../annotations/annotation.ts'
import { SET_STATES } from '../../../annotations/annotation-set.ts'
import type { AttributeValue } from '../../../codebook/codebook.ts'
import { recordIn } from './article-meta.ts'
import type { ForeignAnnotation, ForeignSet } from './foreign.ts'
import { listIn, textIn } from './json-values.ts'
import { momentOf } from './times.ts'

export type Sidecar = Omit<QuotedAnnotation, 'tag' | 'start' | 'end' | 'quote' | 'parts' | 'revision' | 'retracted'>

export function sidecarOf(annotation: QuotedAnnotation): Sidecar {
  const { tag, start, end, quote, parts, revision, retracted, ...rest } = annotation
  return rest
}

/** The inverse; what is not as it should be is not there. */
export function readSidecar(value: unknown): Partial<ForeignAnnotation> {
  const { id, attributes, confidence, secondTag, note, origin, createdAt, changedAt } = recordIn(value)
  const moment = (time: unknown) => (textIn(time) && momentOf(time as string) ? (time as string) : undefined)
  return {
    id: textIn(id),
    attributes: answersIn(attributes),
    confidence: CONFIDENCES.find((known) => known === confidence),
    secondTag: textIn(secondTag) || undefined,
    note: textIn(note) || undefined,
    origin: textIn(origin) || (createdAt === undefined ? undefined : 'annotator'),
    createdAt: moment(createdAt),
    changedAt: moment(changedAt),
  }
}

/** What is said about a reading. */
export function readSetSidecar(value: unknown): Partial<Omit<ForeignSet, 'annotations'>> {
  const { round, annotator, state, reason, answers } = recordIn(value)
  return {
    ...(textIn(round) && { round: textIn(round) }),
    ...(textIn(annotator) && { annotator: textIn(annotator)! }),
    state: SET_STATES.find((known) => known === state),
    reason: textIn(reason) || undefined,
    answers: answersIn(answers),
  }
}

function answersIn(value: unknown): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(recordIn(value)).filter((entry): entry is [string, AttributeValue] => isAnswer(entry[1])),
  )
}

function isAnswer(value: unknown): value is AttributeValue {
  return ['string', 'number', 'boolean'].includes(typeof value) || listIn(value).some((one) => typeof one === 'string')
}
