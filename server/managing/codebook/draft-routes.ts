/** The draft of a study's codebook: its front page, a form for each section, publishing and discarding. */
import { inLanguage } from '../../codebook/codebook.ts'
import { asRead, type Section, type SectionContent, sectionIn } from '../../codebook/codebook-draft.ts'
import {
  discardForm,
  draftQuery,
  LARGEST_CODEBOOK,
  publicationForm,
  type SectionForm,
  sectionForm,
  tagParams,
  tagsForm,
} from '../../codebook/codebook-draft-input.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { guideText } from '../../rounds/guide-page.ts'
import { type CallOfAccount, route } from '../../route.ts'
import { slugParams } from '../../studies/study-input.ts'
import { type Answer, page, redirect } from '../../web/answer.ts'
import type { Reader } from '../../web/reader.ts'
import { guideIn, guidelinesIn, openCodebooks } from './codebook-actions.ts'
import { codebookPage } from './codebook-page.ts'
import { codebookPath, draftPath, versionPath } from './codebook-paths.ts'
import { codebookSent } from './codebook-sent-input.ts'
import {
  digestOf,
  discardDraft,
  editTags,
  type OpenDraft,
  openDraft,
  publishDraft,
  saveSection,
  startDraft,
} from './draft-actions.ts'
import { draftPage } from './draft-page.ts'
import { sectionPage } from './section-page.ts'
import { takeDraft } from './taking-actions.ts'

/** The button that saves a section and leads back to the draft. */
const CLOSING = 'close'

const managing = { permission: 'manage-study' } as const
const draft = '/studies/:slug/codebook/draft'

type DraftCall = Pick<CallOfAccount<{ slug: string }, unknown, unknown>, 'account' | 'params' | 'reader'>

function front(
  open: OpenDraft,
  { language, words }: Reader,
  status: number,
  more: { notice?: string; typed?: SectionContent } = {},
): Answer {
  const frame = sectionIn(open.draft.content, { kind: 'frame' })
  const shown = draftPage(open, digestOf(frame), language, words.codebook.change, more.typed)
  return page('managing/codebook/draft', words.codebook.draft, { ...shown, notice: more.notice }, status, shown.path)
}

function sectionAnswer(open: OpenDraft, section: Section, { language, words }: Reader, typed?: SectionContent): Answer {
  if (section.kind === 'frame') return front(open, { language, words } as Reader, 409, { ...(typed && { typed }) })
  const standing = sectionIn(open.draft.content, section)
  if (!standing) throw new Refusal('not-found')
  const { change, yes, no } = words.codebook
  const wish = { section, seen: digestOf(standing), words: { ...change, yes, no }, language }
  const shown = sectionPage(open, typed ? { ...wish, typed } : wish)
  const title = shown.tag?.name ?? (section.kind === 'questions' ? words.codebook.questions : words.codebook.guidelines)
  const previews = section.kind === 'guidelines' ? guidelinesIn(open.draft.content.guidelines ?? {}) : []
  return page(`managing/codebook/${section.kind}`, title, { ...shown, previews }, typed ? 409 : 200, shown.path)
}

async function save(
  parts: Parts,
  { account, params, reader, body }: DraftCall & { readonly body: SectionForm },
  section: Section,
): Promise<Answer> {
  const saving = await saveSection(parts, account, params.slug, section, body)
  if (saving.kind === 'conflict') return sectionAnswer(saving.open, section, reader, saving.typed)
  const path = draftPath(params.slug)
  if (saving.section.kind === 'frame') return redirect(`${path}#whole`)
  if (body.act === CLOSING) return redirect(path)
  const own = saving.section.kind === 'tag' ? `${path}/tags/${saving.section.id}` : `${path}/${saving.section.kind}`
  return redirect(`${own}${anchorAfter(body.act)}`)
}

/** Where the eye was: at the list that was changed. */
function anchorAfter(act: string): string {
  const [, list] = /^\w+:([\w.]+)/.exec(act) ?? []
  return list === undefined ? '' : `#${list}`
}

function sectionRoutes(path: string, section: Section & { readonly kind: 'questions' | 'guidelines' }) {
  return [
    route({
      ...managing,
      method: 'get',
      path,
      params: slugParams,
      answer: async (parts, { account, params, reader }) =>
        sectionAnswer(await openDraft(parts, account, params.slug), section, reader),
    }),
    route({
      ...managing,
      method: 'post',
      path,
      params: slugParams,
      body: sectionForm,
      answer: (parts, call) => save(parts, call, section),
    }),
  ]
}

export const draftRoutes = [
  route({
    ...managing,
    method: 'get',
    path: draft,
    params: slugParams,
    query: draftQuery,
    answer: async (parts, { account, params, query, reader }) => {
      const open = await openDraft(parts, account, params.slug)
      return front(open, reader, 200, query.kept ? { notice: reader.words.codebook.inUse(query.kept) } : {})
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: draft,
    params: slugParams,
    answer: async (parts, { account, params }) => {
      await startDraft(parts, account, params.slug)
      return redirect(draftPath(params.slug))
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: `${draft}/file`,
    params: slugParams,
    largestFile: LARGEST_CODEBOOK,
    answer: async (parts, { account, params, files, reader }) => {
      const { codebook } = reader.words
      const open = await openCodebooks(parts, account, params.slug)
      if (!open.study.rights.includes('manage-study')) throw new Refusal('not-found')
      const refuse = (notice: string, status: number) => {
        const shown = codebookPage(open, reader.language, notice)
        return page('managing/codebook/codebook', codebook.title, shown, status, codebookPath(params.slug))
      }
      const sent = codebookSent(files, codebook)
      if ('fault' in sent) return refuse(`${codebook.notCodebook} ${sent.fault}`, 422)
      const taking = await takeDraft(parts, account, params.slug, sent.content)
      if (taking === 'other-draft') return refuse(codebook.hasDraft, 409)
      if (taking === 'same-version') return refuse(codebook.sameVersion, 200)
      if (sent.untaken.length === 0) return redirect(draftPath(params.slug))
      const names = sent.untaken.map(({ what, name }) => `${codebook.leftOutKinds[what]} ${name}`)
      const notice = codebook.leftOut(names.join('; '))
      return front(await openDraft(parts, account, params.slug), reader, 200, { notice })
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: `${draft}/frame`,
    params: slugParams,
    body: sectionForm,
    answer: (parts, call) => save(parts, call, { kind: 'frame' }),
  }),
  route({
    ...managing,
    method: 'post',
    path: `${draft}/tags`,
    params: slugParams,
    body: tagsForm,
    answer: async (parts, { account, params, body, reader }) => {
      const path = draftPath(params.slug)
      const { added, inUse } = await editTags(parts, account, params.slug, body, reader.language)
      if (inUse !== undefined) return redirect(`${path}?kept=${inUse}`)
      return redirect(added === undefined ? `${path}#tags` : `${path}/tags/${added}`)
    },
  }),
  route({
    ...managing,
    method: 'get',
    path: `${draft}/tags/:tag`,
    params: tagParams,
    answer: async (parts, { account, params, reader }) =>
      sectionAnswer(await openDraft(parts, account, params.slug), { kind: 'tag', id: params.tag }, reader),
  }),
  route({
    ...managing,
    method: 'post',
    path: `${draft}/tags/:tag`,
    params: tagParams,
    body: sectionForm,
    answer: (parts, call) => save(parts, call, { kind: 'tag', id: call.params.tag }),
  }),
  ...sectionRoutes(`${draft}/questions`, { kind: 'questions' }),
  ...sectionRoutes(`${draft}/guidelines`, { kind: 'guidelines' }),
  route({
    ...managing,
    method: 'get',
    path: `${draft}/guide`,
    params: slugParams,
    answer: async (parts, { account, params, reader: { language, words } }) => {
      const { study, draft, newest } = await openDraft(parts, account, params.slug)
      const codebook = asRead(draft.content, { id: draft.codebookId, version: newest.version + 1 })
      const text = guideText({ codebook, guide: guideIn(codebook, language) }, language, words)
      const title = inLanguage(codebook.title, language) || words.guide.title
      return page('managing/codebook/version', title, {
        study,
        back: { path: draftPath(params.slug), draft: true },
        ...text,
      })
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: `${draft}/publication`,
    params: slugParams,
    body: publicationForm,
    answer: async (parts, { account, params, body, reader }) => {
      const published = await publishDraft(parts, account, params.slug, body)
      if (!('fault' in published)) return redirect(versionPath(params.slug, published))
      const notice = reader.words.codebook.publishingFaults[published.fault]
      return front(await openDraft(parts, account, params.slug), reader, 409, { notice })
    },
  }),
  route({
    ...managing,
    method: 'post',
    path: `${draft}/removal`,
    params: slugParams,
    body: discardForm,
    answer: async (parts, { account, params, body, reader }) => {
      const isGone = await discardDraft(parts, account, params.slug, body.seen)
      if (isGone) return redirect(codebookPath(params.slug))
      const notice = reader.words.codebook.changedMeanwhile
      return front(await openDraft(parts, account, params.slug), reader, 409, { notice })
    },
  }),
]
