/** Bringing articles in: files and pasted text, the drafts in them, and taking these into the study. */
import type { Account } from '../accounts/account.ts'
import type { Parts } from '../parts.ts'
import { type CallOfAccount, route, type SentFile } from '../route.ts'
import { studyToManage } from '../studies/study-actions.ts'
import { slugParams } from '../studies/study-input.ts'
import { type Answer, json, page, redirect } from '../web/answer.ts'
import { reasonsOf } from '../web/reasons.ts'
import { correctDraft, discardDraft, openDraft, takeAll } from './draft-actions.ts'
import {
  draftForm,
  draftParams,
  draftQuery,
  fileName,
  fileParams,
  intakeQuery,
  LARGEST_UPLOAD,
  pasteForm,
  typedDraft,
  uploadParams,
  uploadQuery,
  wishesForm,
} from './draft-input.ts'
import { draftPage, type ShownAs, type TypedAgain } from './draft-page.ts'
import { wishesOf } from './draft-wishes.ts'
import { ENCODINGS } from './intake/recognised.ts'
import { bringFile, discardFile, openIntake, readAgain } from './intake-actions.ts'
import { COLUMN_FIELDS, intakePage } from './intake-page.ts'

const managing = { permission: 'manage-study' } as const

async function bringAll(parts: Parts, account: Account, slug: string, files: readonly SentFile[]): Promise<Answer> {
  await studyToManage(parts.database.db, account, slug)
  for (const { name, bytes } of files)
    await bringFile(parts, account, slug, { id: parts.clock.newId(), name: fileName.parse(name), bytes })
  return redirect(`/studies/${slug}/import`)
}

interface DraftCall extends Pick<CallOfAccount<unknown, unknown, unknown>, 'account' | 'reader'> {
  readonly params: { slug: string; draft: string }
}

export const intakeRoutes = [
  route({
    ...managing,
    method: 'get',
    path: '/studies/:slug/import',
    params: slugParams,
    query: intakeQuery,
    answer: async (parts, { account, params, query, reader }) => {
      const { study, ...waiting } = await openIntake(parts, account, params.slug)
      const shown = intakePage(study, waiting, { added: query.new, equal: query.equal })
      const data = { ...shown, columnFields: COLUMN_FIELDS, knownEncodings: ENCODINGS, largestUpload: LARGEST_UPLOAD }
      return page('articles/import', reader.words.intake.title, data)
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: '/studies/:slug/import/files',
    params: slugParams,
    largestFile: 2 * LARGEST_UPLOAD,
    answer: (parts, { account, params, files }) => bringAll(parts, account, params.slug, files),
  }),
  route({
    ...managing,
    method: 'put',
    path: '/api/v1/studies/:slug/import/files/:id',
    params: uploadParams,
    query: uploadQuery,
    largestFile: LARGEST_UPLOAD,
    answer: async (parts, { account, params, query, files, reader }) => {
      const sent = { id: params.id, name: query.name, bytes: files[0]?.bytes ?? new Uint8Array() }
      const { file, drafts } = await bringFile(parts, account, params.slug, sent)
      const { trouble } = file.outcome
      const message = trouble && reader.words.intake.faults[trouble.fault](trouble.detail ?? '')
      return json(200, { file: { id: file.id, name: file.name, drafts, ...(trouble && { trouble, message }) } })
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: '/studies/:slug/import/text',
    params: slugParams,
    body: pasteForm,
    largestFile: LARGEST_UPLOAD,
    answer: (parts, { account, params, body, reader }) => {
      const name = `${reader.words.intake.pasted}.txt`
      return bringAll(parts, account, params.slug, [
        { name, bytes: new TextEncoder().encode(body.text.replaceAll('\r\n', '\n')) },
      ])
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: '/studies/:slug/import/files/:file/reading',
    params: fileParams,
    body: wishesForm,
    answer: async (parts, { account, params, body }) => {
      await readAgain(parts, account, params, wishesOf(body))
      return redirect(`/studies/${params.slug}/import#file-${params.file}`)
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: '/studies/:slug/import/files/:file/removal',
    params: fileParams,
    answer: async (parts, { account, params }) => {
      await discardFile(parts, account, params)
      return redirect(`/studies/${params.slug}/import`)
    },
  }),
  route({
    ...managing,
    method: 'get',
    path: '/studies/:slug/import/drafts/:draft',
    params: draftParams,
    query: draftQuery,
    answer: async (parts, call) => shownDraft(parts, call, call.query),
  }),
  route({
    ...managing,
    method: 'post',
    path: '/studies/:slug/import/drafts/:draft',
    params: draftParams,
    body: typedDraft,
    answer: corrected,
  }),
  route({
    ...managing,
    method: 'post',
    path: '/studies/:slug/import/drafts/:draft/removal',
    params: draftParams,
    answer: async (parts, { account, params }) => {
      await discardDraft(parts, account, params)
      return redirect(`/studies/${params.slug}/import`)
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: '/studies/:slug/import/articles',
    params: slugParams,
    answer: async (parts, { account, params }) => {
      const { added, equal } = await takeAll(parts, account, params.slug)
      return redirect(`/studies/${params.slug}/import?new=${added}&equal=${equal}`)
    },
  }),
]

async function shownDraft(parts: Parts, call: DraftCall, shownAs: ShownAs, again?: TypedAgain): Promise<Answer> {
  const open = await openDraft(parts, call.account, call.params)
  const shown = draftPage(open, shownAs, call.reader.language, again)
  const status = again === undefined ? 200 : again.isStale ? 409 : 422
  return page('articles/draft', call.reader.words.intake.draft, shown, status, shown.path)
}

/** What does not fit comes back as it was typed, with the reason beside it. */
async function corrected(
  parts: Parts,
  call: DraftCall & { readonly body: Readonly<Record<string, string>> },
): Promise<Answer> {
  const { account, params, body } = call
  const form = draftForm.safeParse(body)
  if (!form.success) return shownDraft(parts, call, {}, { typed: body, faults: reasonsOf(form.error), isStale: false })
  const freezing = await correctDraft(parts, account, params, form.data)
  if (freezing === 'stale') return shownDraft(parts, call, {}, { typed: body, faults: {}, isStale: true })
  const intake = `/studies/${params.slug}/import`
  if (freezing === undefined) return redirect(`${intake}/drafts/${params.draft}${placeAfter(form.data.act, body)}`)
  return redirect(`${intake}?${freezing.outcome === 'new' ? 'new=1' : 'equal=1'}`)
}

/** Where one goes on: at the block that was cut or joined, else where it says that all is kept. */
function placeAfter(act: string, { at }: Readonly<Record<string, string>>): string {
  if (act === 'save') return '?saved=1#saved'
  return /^\d{1,6}$/.test(at ?? '') ? `#block-${at}` : ''
}
