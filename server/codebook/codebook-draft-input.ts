/** What may come from outside about a codebook's draft, and whether a draft can be published. */
import { z } from 'zod'
import { slugParams } from '../studies/study-input.ts'
import { typedLine, uuid } from '../web/fields.ts'
import { reasonsOf } from '../web/reasons.ts'
import type { Codebook } from './codebook.ts'
import type { DraftContent } from './codebook-draft.ts'
import { CODEBOOK_FILES } from './codebook-file.ts'
import { codebookInput } from './codebook-input.ts'
import { ruleFaults } from './codebook-rules.ts'
import { EXAMPLE_KINDS } from './examples.ts'

const { slug } = slugParams.shape
const LONGEST_NAME = 200

const content = codebookInput.omit({ id: true, version: true })

export const tagParams = z.object({ slug, tag: z.string().regex(/^[a-z0-9-]{1,200}$/) })

const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
export const versionParams = z.object({ slug, codebook: uuid, number })
export const versionFileParams = versionParams.extend({ ending: z.enum(CODEBOOK_FILES) })
/** The version with which one is compared; without it, the one before. */
export const changesQuery = z.object({ from: number.optional().catch(undefined) })
/** A round, and the version to which it is to be moved. */
export const moveParams = z.object({ slug, round: uuid })
export const moveQuery = z.object({ to: number.optional().catch(undefined) })
export const moveForm = z.object({ from: number, to: number })
/** The article from which an example is taken, and the tag it is for. */
export const examplesQuery = z.object({
  article: uuid.optional().catch(undefined),
  tag: z.string().optional().catch(undefined),
})

/** An example as the form states it: a sentence, perhaps only some words of it, and in which languages it is for. */
export const exampleForm = z.object({
  article: uuid,
  tag: z.string().max(200),
  kind: z.enum(EXAMPLE_KINDS),
  sentence: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/)
    .optional(),
  words: z.string().max(10_000).default(''),
  languages: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((stated) => [stated].flat()),
})
export type ExampleForm = z.infer<typeof exampleForm>

/** A file with a codebook: its id and version say where it came from, not what it becomes. */
export const codebookFile = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON', params: { reason: 'not-json' } })
      return z.NEVER
    }
  })
  .pipe(content)
export const LARGEST_CODEBOOK = 1024 * 1024

/** How many marks kept a tag from being removed: said once, after the act. */
export const draftQuery = z.object({ kept: number.optional().catch(undefined) })

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** What is to be done, and what was in sight when it was decided. */
const seenForm = z.object({ seen: sha256 })

export const discardForm = seenForm.extend({ sure: z.literal('on') })
/** Publishing, and the rounds that go over to the new version with it. */
export const publicationForm = seenForm.extend({
  round: z
    .union([uuid, z.array(uuid).max(1000)])
    .default([])
    .transform((stated) => [stated].flat()),
})

/** A section's form: all else that it states is about the section itself. */
export const sectionForm = z
  .object({ seen: sha256, act: z.string().max(100) })
  .catchall(z.union([z.string(), z.array(z.string())]))
  .transform(({ seen, act, ...fields }) => ({ seen, act, fields }))
export type SectionForm = z.infer<typeof sectionForm>

/** Changing the list of tags: a new one has a name. */
export const tagsForm = z.object({
  act: z.string().max(100),
  name: typedLine(LONGEST_NAME).optional().catch(undefined),
})

/** What is wrong with a draft, by the schema of imports and by the rules of publishing: path → reason. */
export function draftFaults(draft: DraftContent): Record<string, string> {
  const shape = content.safeParse(draft, { reportInput: true })
  return { ...ruleFaults(draft as unknown as Codebook), ...(shape.success ? {} : reasonsOf(shape.error)) }
}

/** A draft without faults as the version that it becomes, its keys in the order of a dataset. */
export function publishable(draft: DraftContent, ref: { readonly id: string; readonly version: number }): Codebook {
  return codebookInput.parse({ ...draft, ...ref })
}
