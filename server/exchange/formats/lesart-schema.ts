/** The lines of `lesart`, version 1, as schemas: what must be there, in which shape. Unknown keys are dropped here. */
import { z } from 'zod'
import { CONFIDENCES } from '../../annotations/annotation.ts'
import { SET_STATES } from '../../annotations/annotation-set.ts'
import { codebookInput } from '../../codebook/codebook-input.ts'
import { ROUND_KINDS } from '../../rounds/round.ts'
import { ANNOTATOR_KINDS } from '../../studies/study.ts'
import { BLOCK_KINDS } from '../../text/blocks.ts'

const id = z.guid()
const text = z.string().min(1)
const position = z.int().min(0)
const time = z.iso.datetime({ offset: true })
const sum = z.string().regex(/^[0-9a-f]{64}$/)
const answers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))

export const headerLine = z.object({
  type: z.literal('dataset'),
  format: z.literal('lesart'),
  version: z.literal(1),
  exportedAt: time,
  generator: text,
  study: z.object({ id, title: text, description: z.string().optional(), language: text.optional() }),
  codebooks: z.array(codebookInput),
  annotators: z.array(z.object({ id: text, uuid: id, kind: z.enum(ANNOTATOR_KINDS), name: text.optional() })),
  rounds: z.array(
    z.object({ id, title: text, kind: z.enum(ROUND_KINDS), codebook: id, codebookVersion: z.int().min(1) }),
  ),
})
export type HeaderLine = z.infer<typeof headerLine>

const span = { start: position, end: position, quote: z.string() }

const annotation = z.object({
  id,
  tag: text,
  ...span,
  attributes: answers.optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  secondTag: text.optional(),
  note: text.optional(),
  parts: z.array(z.object({ role: text, ...span })).optional(),
  origin: text.optional(),
  createdAt: time,
  changedAt: time,
})
export type AnnotationEntry = z.infer<typeof annotation>

const annotationSet = z.object({
  id,
  round: id,
  annotator: text,
  state: z.enum(SET_STATES),
  reason: text.optional(),
  answers: answers.optional(),
  activeSeconds: position.optional(),
  annotations: z.array(annotation),
})
export type SetEntry = z.infer<typeof annotationSet>

export const articleLine = z.object({
  type: z.literal('article'),
  id,
  language: text,
  title: text,
  source: z.object({
    outlet: text.optional(),
    author: text.optional(),
    url: text.optional(),
    publishedOn: text.optional(),
    licence: text.optional(),
  }),
  // Of a text that is withheld only the length is known, and perhaps its sum.
  body: z.string().min(1).optional(),
  length: z.int().min(1).optional(),
  sha256: sum.optional(),
  blocks: z.array(z.object({ kind: z.enum(BLOCK_KINDS), start: position, end: position })),
  annotationSets: z.array(annotationSet),
})
export type ArticleLine = z.infer<typeof articleLine>

export const endLine = z.object({ type: z.literal('end'), articles: position, annotations: position, sha256: sum })
export type EndLine = z.infer<typeof endLine>
