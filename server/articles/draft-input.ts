/** What may come from outside about files that are brought in and the drafts in them. */
import { z } from 'zod'
import { slugParams } from '../studies/study-input.ts'
import { BLOCK_KINDS } from '../text/blocks.ts'
import { languageTag, typedLine, typedText, uuid, uuidV7 } from '../web/fields.ts'
import { FIELDS } from './intake/recognised.ts'

/** Of one file in the browser; the command line takes larger ones. */
export const LARGEST_UPLOAD = 16 * 1024 * 1024
const LONGEST_NAME = 300
const LONGEST_PASTE = 1_000_000
const LONGEST_TITLE = 500
const LONGEST_VALUE = 2000

export const uploadParams = z.object({ slug: slugParams.shape.slug, id: uuidV7 })
/** A file's name as the browser says it; what cannot be kept of it is left out. */
export const fileName = z.string().transform((name) =>
  name
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .normalize('NFC')
    .slice(-LONGEST_NAME),
)
export const uploadQuery = z.object({ name: fileName.default('') })

export const fileParams = z.object({ slug: slugParams.shape.slug, file: uuid })
export const draftParams = z.object({ slug: slugParams.shape.slug, draft: uuid })

/** What was done last, to be said on the page. */
const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .optional()
  .catch(undefined)
export const intakeQuery = z.object({ new: count, equal: count })

export const pasteForm = z.object({ text: z.string().max(LONGEST_PASTE) })
export type PasteForm = z.infer<typeof pasteForm>

/** How a file is to be read: another encoding, or which column holds what; empty is unstated. */
const wish = z
  .string()
  .max(LONGEST_VALUE)
  .transform((value) => value || undefined)
  .optional()
const column = z.string().max(LONGEST_VALUE).optional()
export const wishesForm = z.object({
  likely: wish,
  other: wish,
  ...Object.fromEntries(FIELDS.map((field) => [field, column])),
})

/** The block whose bounds are being corrected; whether all has just been kept. */
export const draftQuery = z.object({ block: count, saved: count })

const optionalLine = z.union([typedLine(LONGEST_VALUE), z.literal('').transform(() => undefined)]).optional()
const kind = z.enum(BLOCK_KINDS)

/** What the page of a draft sends: what it says about the article, and what is to be done. */
export const draftForm = z
  .object({
    revision: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
    act: z.string().regex(/^(?:save|take|join-\d{1,6}|split-\d{1,9})$/),
    title: typedLine(LONGEST_TITLE),
    language: languageTag,
    outlet: optionalLine,
    author: optionalLine,
    publishedOn: optionalLine,
    url: optionalLine,
    licence: optionalLine,
  })
  .catchall(typedText(20))
  .transform(({ revision, act, title, language, outlet, author, publishedOn, url, licence, ...rest }) => ({
    revision,
    act,
    title,
    language,
    source: { outlet, author, url, publishedOn, licence },
    kinds: Object.entries(rest).flatMap(([name, value]) => {
      const place = /^kind-(\d{1,6})$/.exec(name)?.[1]
      const known = kind.safeParse(value)
      return place === undefined || !known.success ? [] : [{ place: Number(place), kind: known.data }]
    }),
  }))
export type DraftForm = z.infer<typeof draftForm>

/** The same as it is typed: checked by draftForm, so that it can be shown again with what is wrong. */
export const typedDraft = z.record(z.string(), z.string())
