/** Marking without scripts: sentences are tagged, and marks changed and taken back, by forms that lead to the same action. */
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { type CallOfAccount, route } from '../route.ts'
import { type Answer, page, redirect } from '../web/answer.ts'
import { reasonsOf } from '../web/reasons.ts'
import { type Annotation, type QuotedAnnotation, unquoted } from './annotation.ts'
import { act } from './annotation-actions.ts'
import { type ActionInput, actionInput, deskParams } from './annotation-input.ts'
import type { Desk } from './annotation-page.ts'
import { openDesk } from './desk-actions.ts'
import { judgementIn, type MarkFields, markForm, markParams, retractionForm, sentenceForm } from './form-input.ts'
import { type MarkForm, markFormPage } from './mark-form-page.ts'
import { sentenceAnchor, sentencesPage } from './sentence-page.ts'

interface AtMark {
  readonly round: string
  readonly article: string
  readonly annotation: string
}

type MarkCall = CallOfAccount<AtMark, unknown, unknown>

/** An action as it was meant, in the shape that every action has. */
function meant(action: object): ActionInput {
  const result = actionInput.safeParse(action, { reportInput: true })
  if (!result.success) throw new Refusal('invalid', reasonsOf(result.error))
  return result.data
}

async function store(parts: Parts, { account }: Pick<MarkCall, 'account'>, id: string, action: ActionInput) {
  return (await act(parts, account, id, action)).annotation
}

/** Back to the sentence in which the mark begins. */
async function backTo(parts: Parts, { round, article }: Omit<AtMark, 'annotation'>, mark: { start: number }) {
  const found = await parts.frozen.article(parts.database.db, article)
  return redirect(`${deskPath(round, article)}/sentences${found ? sentenceAnchor(found, mark) : ''}`)
}

async function change(parts: Parts, call: CallOfAccount<AtMark, unknown, MarkFields>): Promise<Answer> {
  const { params, body } = call
  const desk = await openDesk(parts, call.account, params, 'own')
  const judgement = judgementIn(desk.codebook, body)
  const kind = body.base === 0 ? 'make' : 'revise'
  const action = meant({ ...params, kind, base: body.base, ...judgement })
  try {
    return await backTo(parts, params, await store(parts, call, body.action, action))
  } catch (error) {
    return explained(parts, call, desk, error, { id: params.annotation, base: body.base, judgement })
  }
}

async function retract(
  parts: Parts,
  call: CallOfAccount<AtMark, unknown, { action: string; base: number }>,
): Promise<Answer> {
  const { params, body } = call
  const action = meant({ ...params, kind: 'retract', base: body.base })
  try {
    return await backTo(parts, params, await store(parts, call, body.action, action))
  } catch (error) {
    const desk = await openDesk(parts, call.account, params, 'own')
    const standing = desk.annotations.find(({ id }) => id === params.annotation)
    if (!standing) throw error
    return explained(parts, call, desk, error, { id: standing.id, base: standing.revision, judgement: standing })
  }
}

/**
 * The form again, with what went wrong, how the mark stands now, and what was typed. Where the mark has been changed
 * elsewhere, its bounds are those of now; where it has been taken back, the form makes another one.
 */
function explained(parts: Parts, call: MarkCall, desk: Desk, error: unknown, typed: MarkForm): Answer {
  const status = error instanceof Refusal && STATUS[error.code]
  if (!status) throw error
  const { words } = call.reader
  if (error.code !== 'stale') return markPage(parts, call, desk, { ...typed, notice: words.errors[error.code] }, status)
  const current = unquoted(error.details?.current as QuotedAnnotation)
  const form = current.retracted
    ? { ...typed, id: parts.clock.newId(), base: 0, notice: words.forms.goneMeanwhile }
    : { ...typed, base: current.revision, judgement: movedTo(current, typed), notice: words.forms.changedMeanwhile }
  return markPage(parts, call, desk, { ...form, current }, status)
}

const STATUS: Readonly<Record<string, number>> = {
  stale: 409,
  'round-closed': 409,
  'quote-mismatch': 409,
  invalid: 422,
}

function movedTo({ start, end, parts }: Annotation, { judgement }: MarkForm) {
  return { ...judgement, start, end, parts }
}

function markPage(parts: Parts, { reader }: MarkCall, desk: Desk, form: MarkForm, status = 200): Answer {
  const { words, language } = reader
  const shown = markFormPage(desk, form, parts.clock.newId(), language, words.script)
  return page('annotations/mark-form', words.forms.changeTitle, shown, status, `${shown.path}/sentences`)
}

const desk = '/rounds/:round/articles/:article'
const mark = { permission: 'mark-demonstration', params: markParams, path: `${desk}/annotations/:annotation` } as const
const sentences = { permission: 'mark-demonstration', params: deskParams, path: `${desk}/sentences` } as const

export const formRoutes = [
  route({
    ...sentences,
    method: 'get',
    answer: async (parts, { account, params, reader }) => {
      const desk = await openDesk(parts, account, params, 'own')
      const { walking, yes, no } = reader.words.script
      const shown = sentencesPage(desk, reader.language, { ...walking, yes, no }, parts.clock.newId)
      return page('annotations/sentences', shown.article.title, shown)
    },
  }),
  route({
    ...sentences,
    method: 'post',
    body: sentenceForm,
    answer: async (parts, call) => {
      const { action, ...content } = call.body
      const made = meant({ ...call.params, kind: 'make', base: 0, ...content })
      return backTo(parts, call.params, await store(parts, call, action, made))
    },
  }),
  route({
    ...mark,
    method: 'get',
    answer: async (parts, call) => {
      const desk = await openDesk(parts, call.account, call.params, 'own')
      const judgement = desk.annotations.find(({ id }) => id === call.params.annotation)
      if (!judgement || !desk.mayMark) throw new Refusal('not-found')
      return markPage(parts, call, desk, { id: judgement.id, base: judgement.revision, judgement })
    },
  }),
  route({ ...mark, method: 'post', body: markForm, answer: change }),
  route({ ...mark, method: 'post', path: `${mark.path}/retraction`, body: retractionForm, answer: retract }),
]
