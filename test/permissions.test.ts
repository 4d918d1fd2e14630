/**
 * Who may do what: every route of the table has a stated verdict for a stranger, for a member who manages another study,
 * for each role in the study that is asked for, and for the owner of the instance.
 */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Express } from 'express'
import { findAccountByName } from '../server/accounts/account-store.ts'
import { STUDY_ROLES, type StudyRole } from '../server/accounts/permissions.ts'
import type { Route } from '../server/route.ts'
import { ROUTES } from '../server/routes.ts'
import { listStudies } from '../server/studies/study-store.ts'
import { de } from '../server/words/de.ts'
import { findWorkshop } from '../server/workshops/workshop-store.ts'
import { type Agent, PASSWORD, send, startApp, stored, type TestApp } from './support/app.ts'
import { addPlace, making, newId, type Place, withTwoVersions, wordsIn } from './support/builders.ts'
import { addressOf, demonstrationParams, nameOf, type Params } from './support/routes.ts'
import { wholeFile } from './support/whole-file.ts'

/** What a stranger, a member who is not in the study, and the owner are answered. */
interface Verdict {
  readonly case: string
  readonly params?: Params
  readonly body?: () => object
  readonly multipart?: Readonly<Record<string, string>>
  readonly expected: readonly [stranger: number, member: number, owner: number]
  /** Who has one of these roles in the study is answered like the owner; everybody else like who is not in it. */
  readonly like?: readonly StudyRole[]
  /** Who is answered like neither. */
  readonly roles?: Readonly<Partial<Record<StudyRole, number>>>
}

let app: TestApp
let open: Place
let blind: Place
let reference: Place
/** With a round that nobody reads in. */
let managed: Place
const FORMS = ['completion', 'omission', 'reopening'] as const
/** Places that only one form is sent to. */
const untouched = new Map<string, { open: Place; blind: Place }>()
let shown: Params
let markOfAda: Params
let questionOfAda: Params
let answerToAda: string
const QUESTION = () => ({ id: newId(), text: 'x' })
const cleanup = wholeFile()

before(async () => {
  app = await startApp(cleanup)
  await app.signedIn('Rui')
  await app.signedIn('Ada')
  shown = await demonstrationParams(app.parts)
  open = await addPlace(app.parts)
  for (const form of FORMS)
    untouched.set(form, {
      open: await addPlace(app.parts),
      blind: await addPlace(app.parts, { kind: 'annotation' }),
    })
  blind = await addPlace(app.parts, { kind: 'annotation' })
  reference = await addPlace(app.parts, { kind: 'reference' })
  managed = await addPlace(app.parts, { kind: 'annotation' })
  const mark = making(open, 'Straße')
  await stored(await member(), mark)
  const question = newId()
  const asked = { ...at(open), text: 'x', passage: wordsIn(open.article, 'ernst') }
  await (await member()).put(`/api/v1/questions/${question}`).send(asked).expect(201)
  twoVersions = await withTwoVersions(app.parts, await addPlace(app.parts))
  drafted = `study-${(await addPlace(app.parts)).article.studyId}`
  await (await owner()).post(`/studies/${drafted}/codebook/draft`).expect(303)
  for (const role of STUDY_ROLES) await app.signedIn(`Who is ${role}`)
  for (const { id } of await listStudies(app.parts.database.db))
    for (const role of STUDY_ROLES) await app.takeIn(`Who is ${role}`, id, role)
  await app.takeIn('Ada', (await addPlace(app.parts, { kind: 'annotation' })).article.studyId, 'manager')
  toLeave = await addPlace(app.parts, { kind: 'annotation' })
  for (const role of STUDY_ROLES) await app.takeIn(`Who is ${role}`, toLeave.article.studyId, role)
  workshop = await workshopOfRui()
  for (const name of ['Guest', 'Nobody in particular']) await app.signedIn(name)
  await app.takeIn('Guest', shown.study!, 'annotator')
  guest = (await findAccountByName(app.parts.database.db, 'Guest'))!.id
  stranger = (await findAccountByName(app.parts.database.db, 'Nobody in particular'))!.id
  const elsewhere = await addPlace(app.parts)
  ;({ invitation } = await invitedBy('Rui', shown.slug!))
  ;({ token: invitationToken } = await invitedBy('Rui', `study-${elsewhere.article.studyId}`))
  toReadAgain = await broughtByRui()
  brought = await broughtByRui()
  questionOfAda = { slug: `study-${open.article.studyId}`, question }
  answerToAda = newId()
  const answers = addressOf({ path: '/studies/:slug/questions/:question/answers' }, questionOfAda)
  await (await owner()).post(answers).type('form').send({ id: answerToAda, text: 'x' }).expect(303)
  markOfAda = { ...at(open), annotation: mark.annotation }
})

const at = ({ round, article }: Place): Params => ({ round, article: article.id })
const UNSEEN = '0'.repeat(64)
let workshop: string

/** A workshop that Rui has made, and in whose study somebody has each role. */
async function workshopOfRui(): Promise<string> {
  const { headers } = await (await owner()).post('/workshops/demonstration').type('form').send({}).expect(303)
  const id = headers.location!.split('/').at(-1)!
  const { studyId } = (await findWorkshop(app.parts.database.db, id))!
  for (const role of STUDY_ROLES) await app.takeIn(`Who is ${role}`, studyId, role)
  return id
}
/** A study whose codebook is being changed. */
let drafted: string
/** A round whose codebook has another version. */
let twoVersions: Params
const DRAFT = { revision: 1, act: 'save', title: 'x', language: 'de' }
let brought: { file: string; draft: string }
let toReadAgain: typeof brought
const BESIDE: Params = { format: 'label-studio' }
const absent: Params = { round: newId(), article: newId(), study: newId() }

const INVITATION = () => ({ id: newId(), role: 'reader', uses: '1', days: '7', note: '' })
const invited = (invitation: string): Params => ({ slug: shown.slug!, invitation })
let invitation: string
let invitationToken: string
/** An account that is in the study, and one that is in none. */
let guest: string
let stranger: string
let toLeave: Place
const ALL = STUDY_ROLES
const MANAGES: readonly StudyRole[] = ['manager']
const MARKS: readonly StudyRole[] = ['annotator']
const SEES_READINGS: readonly StudyRole[] = ['manager', 'adjudicator']
const LISTS_ARTICLES: readonly StudyRole[] = ['manager', 'adjudicator', 'reader']

/** Rows by `method path`. Functions, because the places exist only once the program has started. */
const VERDICTS: Readonly<Record<string, () => readonly Verdict[]>> = {
  'get /': () => [{ case: 'the doors', expected: [200, 200, 200] }],
  'post /workshops/demonstration': () => [{ case: 'one of their own', expected: [401, 303, 303] }],
  'get /workshops/:workshop': () => [
    { case: 'the console', params: { workshop }, expected: [303, 404, 200], like: MANAGES },
    { case: 'of a workshop that is not there', params: { workshop: newId() }, expected: [303, 404, 404] },
  ],
  'get /help/instructors': () => [{ case: 'always', expected: [200, 200, 200] }],
  'post /workshops/lessons': () => [
    {
      case: 'a lesson on an article of ours',
      body: () => ({ lesson: 'who-speaks', on: 'free-buses' }),
      expected: [401, 303, 303],
    },
  ],
  'get /workshops/:workshop/report': () => [
    { case: 'the report', params: { workshop }, expected: [303, 404, 200], like: MANAGES },
  ],
  'get /workshops/:workshop/paper': () => [
    { case: 'the article on paper', params: { workshop }, expected: [303, 404, 200], like: MANAGES },
  ],
  'get /workshops/:workshop/projector': () => [
    { case: 'the wall', params: { workshop }, expected: [303, 404, 200], like: MANAGES },
  ],
  'get /help': () => [{ case: 'always', expected: [200, 200, 200] }],
  'get /help/agreement': () => [{ case: 'always', expected: [200, 200, 200] }],
  'get /help/annotators': () => [{ case: 'always', expected: [200, 200, 200] }],
  'get /help/researchers': () => [{ case: 'always', expected: [200, 200, 200] }],
  'get /api/v1/workshops/:workshop/class': () => [
    { case: 'who is at work', params: { workshop }, expected: [401, 404, 200], like: MANAGES },
  ],
  'get /api/v1/workshops/:workshop/changes': () => [
    { case: 'that something changes', params: { workshop }, expected: [401, 404, 200], like: MANAGES },
  ],
  'post /workshops/:workshop/phase': () => [
    {
      case: 'one that it is not in',
      params: { workshop },
      body: () => ({ from: 'together', to: 'marking' }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
  ],
  'post /workshops/:workshop/timer': () => [
    {
      case: 'five minutes',
      params: { workshop },
      body: () => ({ minutes: '5' }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
  ],
  'post /workshops/:workshop/lock': () => [
    {
      case: 'nobody new',
      params: { workshop },
      body: () => ({ locked: 'no' }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
  ],
  'post /workshops/:workshop/participants/:participant': () => [
    {
      case: 'somebody who is not there',
      params: { workshop, participant: newId() },
      body: () => ({ deed: 'hide' }),
      expected: [401, 404, 404],
    },
  ],
  'post /workshops/:workshop/rehearsal': () => [
    { case: 'one like it', params: { workshop }, body: () => ({}), expected: [401, 404, 303], like: MANAGES },
  ],
  'post /workshops/:workshop/emptying': () => [
    {
      case: 'of a workshop that is not there',
      params: { workshop: newId() },
      body: () => ({ sure: 'on', what: 'remove' }),
      expected: [401, 404, 404],
    },
  ],
  'get /workshops/:workshop/own': () => [
    { case: 'who does not take part', params: { workshop }, expected: [303, 404, 404] },
  ],
  'get /workshops/:workshop/own/sheet': () => [
    { case: 'who does not take part', params: { workshop }, expected: [303, 404, 404] },
  ],
  'get /workshops/:workshop/own/reading': () => [
    { case: 'who does not take part', params: { workshop }, expected: [303, 404, 404] },
  ],
  'post /workshops/:workshop/own/pseudonym': () => [
    { case: 'who does not take part', params: { workshop }, expected: [401, 404, 404] },
  ],
  'post /workshops/:workshop/own/recovery': () => [
    { case: 'who does not take part', params: { workshop }, expected: [401, 404, 404] },
  ],
  'post /workshops/:workshop/own/erasure': () => [
    { case: 'who does not take part', params: { workshop }, body: () => ({ sure: 'on' }), expected: [401, 404, 404] },
  ],
  'get /workshops': () => [{ case: 'their own', expected: [303, 200, 200] }],
  'post /workshops': () => [
    {
      case: 'without an article',
      body: () => ({
        ...{ title: 'x', chosen: '', text: '', language: 'de', framing: 'on', questions: '' },
        ...{ minutes: '', most: '30', days: '30' },
      }),
      expected: [401, 422, 422],
    },
  ],
  'get /join': () => [{ case: 'the form', expected: [200, 200, 200] }],
  'post /join': () => [
    { case: 'a code that there is not', body: () => ({ code: 'ABCD-2345' }), expected: [422, 422, 422] },
  ],
  'get /workshops/:workshop/desk': () => [
    { case: 'who does not take part is asked for the code', params: { workshop }, expected: [303, 303, 303] },
  ],
  'get /api/v1/workshops/:workshop/phone': () => [
    { case: 'who does not take part', params: { workshop }, expected: [401, 404, 404] },
  ],
  'get /rounds/:round/workshop': () => [{ case: 'who does not take part', expected: [303, 404, 404] }],
  'get /healthz': () => [{ case: 'the sign of life', expected: [200, 200, 200] }],
  'get /welcome': () => [{ case: 'once there is an owner', expected: [404, 404, 404] }],
  'post /welcome': () => [
    {
      case: 'once there is an owner',
      body: () => ({ token: 'x', name: 'Eva', password: PASSWORD }),
      expected: [404, 404, 404],
    },
  ],
  'get /sign-in': () => [{ case: 'the form', expected: [200, 200, 200] }],
  'post /sign-in': () => [
    { case: 'the right password', body: () => ({ name: 'Ada', password: PASSWORD }), expected: [303, 303, 303] },
    { case: 'a wrong password', body: () => ({ name: 'Ada', password: 'wrong' }), expected: [422, 422, 422] },
  ],
  'post /sign-out': () => [{ case: 'the session', expected: [401, 303, 303] }],
  'get /account': () => [{ case: "one's own account", expected: [303, 200, 200] }],
  'post /account/name': () => [{ case: 'no name', body: () => ({ name: ' ' }), expected: [401, 422, 422] }],
  'post /account/password': () => [
    { case: 'a wrong password', body: () => ({ current: 'x', password: PASSWORD }), expected: [401, 422, 422] },
  ],
  'post /account/sessions/removal': () => [{ case: 'sessions elsewhere', expected: [401, 303, 303] }],
  'post /account/tokens': () => [{ case: 'a token', expected: [401, 201, 201] }],
  'post /account/tokens/:token/revocation': () => [
    { case: 'a token that is not there', params: { token: '0'.repeat(12) }, expected: [401, 303, 303] },
  ],
  'get /account/erasure': () => [{ case: "one's own", expected: [303, 200, 200] }],
  'post /account/erasure': () => [
    { case: 'a wrong password', body: () => ({ readings: 'kept', current: 'x' }), expected: [401, 422, 422] },
  ],
  'post /settings': () => [
    { case: 'a setting', body: () => ({ numbers: 'on' }), expected: [303, 303, 303] },
    { case: 'a setting that there is not', body: () => ({ size: '99' }), expected: [422, 422, 422] },
  ],
  'get /handover': () => [{ case: 'the device', expected: [200, 200, 200] }],
  'post /handover': () => [{ case: 'the device, whoever holds it', body: () => ({}), expected: [303, 303, 303] }],
  'get /rounds/:round/articles/:article': () => [
    { case: 'a demonstration', expected: [200, 200, 200] },
    { case: 'a round of the kind annotation', params: at(blind), expected: [404, 404, 200], like: ALL },
    { case: 'a reference round', params: at(reference), expected: [404, 404, 200], like: SEES_READINGS },
    {
      case: 'an article of another study',
      params: { ...at(open), article: blind.article.id },
      expected: [404, 404, 404],
    },
    { case: 'a round that is not there', params: absent, expected: [404, 404, 404] },
    { case: 'an address that is none', params: { round: 'x', article: 'y' }, expected: [404, 404, 404] },
  ],
  'post /rounds/:round/articles/:article/trial': () => [
    { case: 'a demonstration', expected: [303, 303, 303] },
    { case: 'a round of the kind annotation', params: at(blind), expected: [404, 404, 404] },
    { case: 'a reference round', params: at(reference), expected: [404, 404, 404] },
  ],
  'post /trial/erasure': () => [
    { case: 'who has an account', body: () => ({ sure: 'on' }), expected: [401, 404, 404] },
  ],
  'get /rounds/:round/guide': () => [
    { case: 'of a demonstration', expected: [200, 200, 200] },
    { case: 'of a round of the kind annotation', params: at(blind), expected: [404, 404, 200], like: ALL },
    { case: 'of a round that is not there', params: absent, expected: [404, 404, 404] },
  ],
  'get /rounds/:round/questions': () => [
    { case: 'of a demonstration', params: at(open), expected: [303, 200, 200] },
    {
      case: 'of a round of the kind annotation',
      params: at(blind),
      expected: [303, 404, 200],
      like: ['manager', 'annotator'],
    },
    { case: 'of a round that is not there', params: absent, expected: [303, 404, 404] },
  ],
  'get /rounds/:round/articles/:article/profile': () => [
    { case: 'a demonstration', expected: [200, 200, 200] },
    { case: 'a round of the kind annotation', params: at(blind), expected: [404, 404, 200], like: ALL },
    { case: 'a reference round', params: at(reference), expected: [404, 404, 200], like: SEES_READINGS },
  ],
  'get /rounds/:round/articles/:article/profile/:picture': () => [
    { case: 'a demonstration', expected: [200, 200, 200] },
    { case: 'a round of the kind annotation', params: at(blind), expected: [404, 404, 200], like: ALL },
    { case: 'a picture that needs another reading', params: { picture: 'readings.csv' }, expected: [404, 404, 404] },
    { case: 'a picture that is not there', params: { picture: 'shares.exe' }, expected: [404, 404, 404] },
  ],
  'get /api/v1/rounds/:round/articles/:article/reading': () => [
    { case: "one's own in a demonstration", params: at(open), expected: [401, 200, 200] },
    { case: "one's own in a round of the kind annotation", params: at(blind), expected: [401, 404, 200], like: ALL },
  ],
  'put /api/v1/actions/:id': () => [
    { case: 'in a demonstration', body: () => making(open, 'ernst'), expected: [401, 201, 201] },
    {
      case: 'in a round of the kind annotation',
      body: () => making(blind, 'ernst'),
      expected: [401, 404, 201],
      like: MARKS,
    },
    { case: 'in a reference round', body: () => making(reference, 'ernst'), expected: [401, 404, 409] },
  ],
  'put /api/v1/visits/:id': () => [
    { case: 'in a demonstration', body: () => ({ ...at(open), seconds: 1 }), expected: [401, 200, 200] },
    {
      case: 'in a round of the kind annotation',
      body: () => ({ ...at(blind), seconds: 1 }),
      expected: [401, 404, 200],
      like: MARKS,
    },
  ],
  'put /api/v1/answers/:id': () => [
    { case: 'in a demonstration', body: () => ({ ...at(open), base: 0, answers: {} }), expected: [401, 201, 201] },
    {
      case: 'in a round of the kind annotation',
      body: () => ({ ...at(blind), base: 0, answers: {} }),
      expected: [401, 404, 201],
      like: MARKS,
    },
  ],
  'post /rounds/:round/articles/:article/answers': () => [
    { case: 'in a demonstration', params: at(open), body: () => ({ base: 0 }), expected: [401, 303, 303] },
    {
      case: 'in a round of the kind annotation',
      params: at(blind),
      body: () => ({ base: 0 }),
      expected: [401, 404, 303],
      like: MARKS,
    },
  ],
  ...Object.fromEntries(
    FORMS.map((form) => [`post /rounds/:round/articles/:article/${form}`, () => formVerdicts(form)]),
  ),
  'get /api/v1/rounds/:round/articles/:article/state': () => [
    { case: 'in a demonstration', params: at(open), expected: [401, 200, 200] },
    { case: 'in a round of the kind annotation', params: at(blind), expected: [401, 404, 200], like: MARKS },
  ],
  'put /api/v1/rounds/:round/articles/:article/state': () => [
    {
      case: 'in a demonstration',
      params: at(open),
      body: () => ({ state: 'in-progress' }),
      expected: [401, 200, 200],
    },
    {
      case: 'in a round of the kind annotation',
      params: at(blind),
      body: () => ({ state: 'in-progress' }),
      expected: [401, 404, 200],
      like: MARKS,
    },
  ],
  'get /rounds/:round/articles/:article/sentences': () => [
    { case: 'a demonstration', params: at(open), expected: [303, 200, 200] },
    { case: 'a round of the kind annotation', params: at(blind), expected: [303, 404, 200], like: ALL },
  ],
  'post /rounds/:round/articles/:article/sentences': () => [
    { case: 'in a demonstration', params: at(open), body: () => tagging(open), expected: [401, 303, 303] },
    {
      case: 'in a round of the kind annotation',
      params: at(blind),
      body: () => tagging(blind),
      expected: [401, 404, 303],
      like: MARKS,
    },
  ],
  'get /rounds/:round/articles/:article/annotations/:annotation': () => [
    { case: 'a mark of Ada', params: markOfAda, expected: [303, 200, 404], like: ALL },
    { case: 'a mark that is not there', params: { ...at(open), annotation: newId() }, expected: [303, 404, 404] },
  ],
  'post /rounds/:round/articles/:article/annotations/:annotation': () => [
    { case: 'a mark of Ada', params: markOfAda, body: () => changing(open), expected: [401, 303, 404], like: ALL },
  ],
  'post /rounds/:round/articles/:article/annotations/:annotation/retraction': () => [
    {
      case: 'a mark of Ada',
      params: markOfAda,
      body: () => ({ action: newId(), base: 2 }),
      expected: [401, 303, 404],
      like: ALL,
    },
  ],
  'get /rounds/:round/articles/:article/questions': () => [
    { case: 'a demonstration', params: at(open), expected: [303, 200, 200] },
    { case: 'a round of the kind annotation', params: at(blind), expected: [303, 404, 200], like: MARKS },
  ],
  'post /rounds/:round/articles/:article/questions': () => [
    { case: 'in a demonstration', params: at(open), body: () => QUESTION(), expected: [401, 303, 303] },
    {
      case: 'in a round of the kind annotation',
      params: at(blind),
      body: () => QUESTION(),
      expected: [401, 404, 303],
      like: MARKS,
    },
  ],
  'put /api/v1/questions/:id': () => [
    { case: 'in a demonstration', body: () => ({ ...at(open), text: 'x' }), expected: [401, 201, 201] },
    {
      case: 'in a round of the kind annotation',
      body: () => ({ ...at(blind), text: 'x' }),
      expected: [401, 404, 201],
      like: MARKS,
    },
  ],
  'get /studies/:slug/questions': () => [
    { case: 'a study', expected: [303, 404, 200], like: MANAGES },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
  ],
  'post /studies/:slug/questions/:question/answers': () => [
    {
      case: 'a question of Ada',
      params: questionOfAda,
      body: () => QUESTION(),
      expected: [401, 404, 303],
      like: MANAGES,
    },
    {
      case: 'a question that is not there',
      params: { question: newId() },
      body: () => QUESTION(),
      expected: [401, 404, 404],
    },
    {
      case: 'a question of another study',
      params: { ...questionOfAda, slug: `study-${reference.article.studyId}` },
      body: () => QUESTION(),
      expected: [401, 404, 404],
    },
  ],
  'post /studies/:slug/questions/:question/example': () => [
    {
      case: 'a question of Ada',
      params: questionOfAda,
      body: () => ({ answer: answerToAda, tag: 'framing', kind: 'example' }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
    {
      case: 'an answer to another question',
      params: questionOfAda,
      body: () => ({ answer: newId(), tag: 'framing', kind: 'example' }),
      expected: [401, 404, 404],
    },
    {
      case: 'a question of another study',
      params: { ...questionOfAda, slug: `study-${reference.article.studyId}` },
      body: () => ({ answer: answerToAda, tag: 'framing', kind: 'example' }),
      expected: [401, 404, 404],
    },
  ],
  'get /studies/:study/datasets/:format': () => [
    { case: 'of a demonstration', expected: [303, 200, 200] },
    { case: 'of another study', params: { study: blind.article.studyId }, expected: [303, 404, 200], like: ALL },
    { case: 'a study that is not there', params: absent, expected: [303, 404, 404] },
    { case: 'a format that is not there', params: { format: 'exe' }, expected: [303, 404, 404] },
  ],
  'get /studies/:study/datasets/:format/beside': () => [
    { case: 'of a demonstration', params: BESIDE, expected: [303, 200, 200] },
    {
      case: 'of another study',
      params: { ...BESIDE, study: blind.article.studyId },
      expected: [303, 404, 200],
      like: ALL,
    },
    { case: 'a study that is not there', params: { ...BESIDE, ...absent }, expected: [303, 404, 404] },
    { case: 'of a format that has none', params: { format: 'csv' }, expected: [303, 404, 404] },
  ],
  'get /studies/:slug/export': () => [
    { case: 'a study', expected: [303, 404, 200], like: ALL },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
  ],
  'get /studies/:slug/import/dataset': () => [
    { case: 'a study', expected: [303, 404, 200], like: MANAGES },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
  ],
  'post /studies/:slug/import/dataset': () => [
    { case: 'nothing', multipart: { step: 'look' }, expected: [401, 404, 422], like: MANAGES },
  ],
  'get /studies/:slug/revisions.csv': () => [
    { case: 'a study', expected: [303, 404, 200], like: MANAGES },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
  ],
  'get /studies/:slug/articles/:article': () => [
    { case: 'an article of the study', expected: [303, 404, 200], like: ['manager', 'adjudicator', 'reader'] },
    { case: 'an article of another study', params: { article: open.article.id }, expected: [303, 404, 404] },
    { case: 'an article that is not there', params: { article: newId() }, expected: [303, 404, 404] },
  ],
  'get /studies/:slug/articles/:article/withdrawal': () => [
    { case: 'an article of the study', expected: [303, 404, 200], like: MANAGES },
    { case: 'an article of another study', params: { article: open.article.id }, expected: [303, 404, 404] },
    { case: 'an article that is not there', params: { article: newId() }, expected: [303, 404, 404] },
  ],
  'post /studies/:slug/articles/:article/withdrawal': () => [
    {
      case: 'an article of which something else was seen',
      body: () => ({ seen: '0'.repeat(64) }),
      expected: [401, 404, 409],
      like: MANAGES,
    },
    {
      case: 'an article of another study',
      params: { article: open.article.id },
      body: () => ({ seen: '0'.repeat(64) }),
      expected: [401, 404, 404],
    },
  ],
  'post /studies/:slug/import/files': () => [
    { case: 'no file', multipart: {}, expected: [401, 404, 303], like: MANAGES },
    {
      case: 'a study that is not there',
      multipart: { file: 'x' },
      params: { slug: 'nowhere' },
      expected: [401, 404, 404],
    },
  ],
  'put /api/v1/studies/:slug/import/files/:id': () => [
    { case: 'a file', body: () => ({}), expected: [401, 404, 200], like: MANAGES },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, body: () => ({}), expected: [401, 404, 404] },
  ],
  'post /studies/:slug/import/text': () => [
    { case: 'a text', multipart: { text: 'x' }, expected: [401, 404, 303], like: MANAGES },
  ],
  'post /studies/:slug/import/files/:file/reading': () => [
    { case: 'a file of Rui', params: { file: toReadAgain.file }, body: () => ({}), expected: [401, 404, 303] },
    { case: 'a file that is not there', body: () => ({}), expected: [401, 404, 404] },
  ],
  'get /studies/:slug/import/drafts/:draft': () => [
    { case: 'a draft of Rui', params: { draft: brought.draft }, expected: [303, 404, 200] },
    { case: 'a draft that is not there', expected: [303, 404, 404] },
  ],
  'post /studies/:slug/import/drafts/:draft': () => [
    { case: 'a draft of Rui', params: { draft: brought.draft }, body: () => DRAFT, expected: [401, 404, 303] },
    { case: 'a draft that is not there', body: () => DRAFT, expected: [401, 404, 404] },
  ],
  'post /studies/:slug/import/drafts/:draft/removal': () => [
    { case: 'a draft of Rui', params: { draft: brought.draft }, expected: [401, 404, 303] },
    { case: 'the same again', params: { draft: brought.draft }, expected: [401, 404, 404] },
  ],
  'post /studies/:slug/import/files/:file/removal': () => [
    { case: 'a file that is not there', expected: [401, 404, 404] },
  ],
  'post /studies/:slug/import/articles': () => [{ case: 'all that waits', expected: [401, 404, 303], like: MANAGES }],
  'get /studies/:slug/progress': () => [
    { case: 'a study', expected: [303, 404, 200], like: MANAGES },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
  ],
  'get /studies/:slug/progress/articles': () => [
    { case: 'a study', expected: [303, 404, 200], like: MANAGES },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
  ],
  'get /studies/:slug/progress/articles.csv': () => [
    {
      case: 'a study with a round that is read',
      params: { slug: `study-${managed.article.studyId}` },
      expected: [303, 404, 200],
      like: MANAGES,
    },
    { case: 'a study with none', expected: [303, 404, 404] },
  ],
  'get /studies/:slug/progress/:picture': () => [
    { case: 'a picture', params: { picture: 'standings.csv' }, expected: [303, 404, 200], like: MANAGES },
    { case: 'a picture that is not there', expected: [303, 404, 404] },
  ],
  'get /studies/:slug/agreement': () => [
    { case: 'a study', expected: [303, 404, 200], like: MANAGES },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
  ],
  'get /studies/:slug/agreement/results.csv': () => [
    {
      case: 'a study with a round that is read',
      params: { slug: `study-${managed.article.studyId}` },
      expected: [303, 404, 200],
      like: MANAGES,
    },
    { case: 'a study with none', expected: [303, 404, 404] },
  ],
  'get /studies/:slug/agreement/:picture': () => [
    { case: 'a picture of nothing', params: { picture: 'pairs.csv' }, expected: [303, 404, 404] },
    { case: 'a picture that is not there', expected: [303, 404, 404] },
  ],
  'post /studies/:slug/agreement/gamma/begin': () => [
    { case: 'a round that is not there', body: () => ({ round: 'nowhere' }), expected: [401, 404, 404] },
    {
      case: 'a round that is read',
      params: { slug: `study-${managed.article.studyId}` },
      body: () => ({ round: managed.round }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
  ],
  'post /studies/:slug/agreement/gamma/stop': () => [
    {
      case: 'a round that is read',
      params: { slug: `study-${managed.article.studyId}` },
      body: () => ({ round: managed.round }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
  ],
  'get /studies/:slug/team': () => [
    { case: 'a study', expected: [303, 404, 200], like: MANAGES },
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
  ],
  'post /studies/:slug/invitations': () => [
    { case: 'as a reader', body: () => INVITATION(), expected: [401, 404, 201], like: MANAGES },
    { case: 'as nothing', body: () => ({ ...INVITATION(), role: 'x' }), expected: [401, 404, 422], like: MANAGES },
  ],
  'post /studies/:slug/invitations/:invitation/revocation': () => [
    { case: 'an invitation', params: invited(invitation), expected: [401, 404, 303], like: MANAGES },
    {
      case: 'an invitation to another study',
      params: { ...invited(invitation), slug: `study-${blind.article.studyId}` },
      expected: [401, 404, 404],
    },
    { case: 'an invitation that is not there', params: { invitation: newId() }, expected: [401, 404, 404] },
  ],
  'get /studies/:slug/team/:member': () => [
    { case: 'a member', params: { member: guest }, expected: [303, 404, 200], like: MANAGES },
    { case: 'somebody who is not in the study', params: { member: stranger }, expected: [303, 404, 404] },
  ],
  'post /studies/:slug/team/:member/roles': () => [
    {
      case: 'a member',
      params: { member: guest },
      body: () => ({ annotator: 'on' }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
    { case: 'no role', params: { member: guest }, body: () => ({}), expected: [401, 404, 422], like: MANAGES },
    { case: 'somebody else', params: { member: stranger }, body: () => ({ reader: 'on' }), expected: [401, 404, 404] },
  ],
  'post /studies/:slug/team/:member/naming': () => [
    {
      case: 'a member',
      params: { member: guest },
      body: () => ({ named: 'on' }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
    { case: 'somebody else', params: { member: stranger }, body: () => ({}), expected: [401, 404, 404] },
  ],
  'post /studies/:slug/team/:member/removal': () => [
    { case: 'somebody who is not in the study', params: { member: stranger }, expected: [401, 404, 404] },
  ],
  'get /studies/:slug/departure': () => [
    {
      case: 'a study',
      expected: [303, 404, 404],
      roles: { manager: 200, annotator: 200, adjudicator: 200, reader: 200 },
    },
  ],
  'post /studies/:slug/departure': () => [
    {
      case: 'a study that has one manager',
      params: { slug: `study-${toLeave.article.studyId}` },
      expected: [401, 404, 404],
      roles: { manager: 422, annotator: 303, adjudicator: 303, reader: 303 },
    },
  ],
  'get /invitations/:token': () => [
    { case: 'an open one', params: { token: invitationToken }, expected: [200, 200, 200] },
    { case: 'one that is not there', params: { token: 'x'.repeat(43) }, expected: [404, 404, 404] },
  ],
  'post /invitations/:token/acceptance': () => [
    { case: 'an open one', params: { token: invitationToken }, expected: [401, 303, 303], like: ALL },
    { case: 'one that is not there', params: { token: 'x'.repeat(43) }, expected: [401, 404, 404], like: ALL },
  ],
  'post /invitations/:token/account': () => [
    {
      case: 'with a name that is taken',
      params: { token: invitationToken },
      body: () => ({ name: 'Rui', password: PASSWORD }),
      expected: [422, 200, 200],
    },
  ],
  'get /rounds/:round/admission': () => [
    { case: 'a round that asks for nothing', expected: [303, 404, 404] },
    { case: 'a round that is not there', params: absent, expected: [303, 404, 404] },
  ],
  'post /rounds/:round/admission': () => [
    { case: 'a round that asks for nothing', expected: [401, 404, 404] },
    { case: 'a round that is not there', params: absent, expected: [401, 404, 404] },
  ],
  'get /rounds/:round/feedback': () => [
    { case: 'a round that gives none', expected: [303, 404, 404] },
    { case: 'a round that is not there', params: absent, expected: [303, 404, 404] },
  ],
  'post /rounds/:round/feedback': () => [
    { case: 'a round that gives none', expected: [401, 404, 404] },
    { case: 'a round that is not there', params: absent, expected: [401, 404, 404] },
  ],
  'get /studies/:slug/rounds/:round/comparison/:annotator': () => [
    { case: 'nobody', params: { ...managedRound(), annotator: 'nobody' }, expected: [303, 404, 404] },
    {
      case: 'a round of another study',
      params: { round: reference.round, annotator: 'a1' },
      expected: [303, 404, 404],
    },
  ],
  ...Object.fromEntries(
    ['', '/plan', '/comparison'].map((page) => [
      `get /studies/:slug/rounds/:round${page}`,
      () => [
        { case: 'a round', params: managedRound(), expected: [303, 404, 200], like: MANAGES },
        { case: 'a round that is not there', params: { round: newId() }, expected: [303, 404, 404] },
        { case: 'a round of another study', params: { round: reference.round }, expected: [303, 404, 404] },
      ],
    ]),
  ),
  'post /studies/:slug/rounds': () => [
    {
      case: 'without a title',
      body: () => ({ title: ' ', kind: 'x', codebookVersion: 'x' }),
      expected: [401, 404, 422],
      like: MANAGES,
    },
  ],
  ...Object.fromEntries(
    [
      ...['opening', 'closure', 'terms', 'feedback', 'reference'],
      ...['admissions', 'assignments', 'assignments/removal'],
    ].map((deed) => [
      `post /studies/:slug/rounds/:round/${deed}`,
      () => [
        {
          case: 'a round',
          params: managedRound(),
          body: () => ({ article: newId(), annotator: 'nobody', feedback: 'on' }),
          expected: [401, 404, ['opening', 'closure', 'terms', 'feedback'].includes(deed) ? 303 : 404],
          like: MANAGES,
        },
        {
          case: 'a round of another study',
          params: { round: reference.round },
          body: () => ({ article: newId(), annotator: 'nobody', feedback: 'on' }),
          expected: [401, 404, 404],
        },
      ],
    ]),
  ),
  'post /studies/:slug/rounds/:round/plan': () => [
    { case: 'a round', params: managedRound(), body: () => ({ seen: 99 }), expected: [401, 404, 409], like: MANAGES },
    {
      case: 'a round of another study',
      params: { round: reference.round },
      body: () => ({ seen: 0 }),
      expected: [401, 404, 404],
    },
  ],
  'get /studies': () => [{ case: 'the list', expected: [303, 200, 200] }],
  'post /studies': () => [
    { case: 'a new study', body: () => ({ title: 'X', description: '', language: 'de' }), expected: [401, 303, 303] },
    {
      case: 'without a title',
      body: () => ({ title: ' ', description: '', language: 'de' }),
      expected: [401, 422, 422],
    },
  ],
  'get /studies/:slug/codebook/versions/:codebook/:number': () => [
    { case: 'a version', expected: [303, 404, 200], like: ALL },
    { case: 'a version that is not there', params: { number: '9' }, expected: [303, 404, 404] },
  ],
  'get /studies/:slug/codebook/versions/:codebook/:number/changes': () => [
    { case: 'a version without one before', expected: [303, 404, 404] },
  ],
  ...Object.fromEntries(
    ['', '/guide', '/questions', '/guidelines', '/tags/:tag'].map((page) => [
      `get /studies/:slug/codebook/draft${page}`,
      () => [
        { case: 'a draft', params: { slug: drafted }, expected: [303, 404, 200], like: MANAGES },
        { case: 'no draft', expected: [303, 404, 404] },
      ],
    ]),
  ),
  'post /studies/:slug/codebook/draft/file': () => [
    { case: 'no codebook', multipart: { file: 'x' }, expected: [401, 404, 422], like: MANAGES },
  ],
  'get /studies/:slug/codebook/draft/examples': () => [
    { case: 'a draft', params: { slug: drafted }, expected: [303, 404, 200], like: MANAGES },
  ],
  'post /studies/:slug/codebook/draft/examples': () => [
    {
      case: 'an article that is not there',
      params: { slug: drafted },
      body: () => ({ article: newId(), tag: 'framing', kind: 'example' }),
      expected: [401, 404, 404],
    },
  ],
  'get /studies/:slug/codebook/rounds/:round': () => [
    { case: 'a codebook of one version', expected: [303, 404, 404] },
    { case: 'a codebook of two', params: twoVersions, expected: [303, 404, 200], like: MANAGES },
  ],
  'post /studies/:slug/codebook/rounds/:round': () => [
    { case: 'a codebook of one version', body: () => ({ from: 1, to: 2 }), expected: [401, 404, 404] },
    {
      case: 'one that was moved meanwhile',
      params: twoVersions,
      body: () => ({ from: 7, to: 2 }),
      expected: [401, 404, 409],
      like: MANAGES,
    },
  ],
  'get /studies/:slug/codebook/versions/:codebook/:number/file/:ending': () => [
    { case: 'JSON', params: { ending: 'json' }, expected: [303, 404, 200], like: ALL },
    { case: 'Markdown', params: { ending: 'md' }, expected: [303, 404, 200], like: ALL },
    { case: 'another kind', params: { ending: 'exe' }, expected: [303, 404, 404] },
  ],
  ...Object.fromEntries(
    ['/frame', '/guidelines', '/questions', '/tags/:tag'].map((page) => [
      `post /studies/:slug/codebook/draft${page}`,
      () => [
        { case: 'no draft', body: () => ({ seen: UNSEEN, act: 'save' }), expected: [401, 404, 404] },
        {
          case: 'what somebody else has changed',
          params: { slug: drafted },
          body: () => ({ seen: UNSEEN, act: 'save' }),
          expected: [401, 404, page === '/guidelines' || page === '/questions' ? 303 : 409],
          like: MANAGES,
        },
      ],
    ]),
  ),
  'post /studies/:slug/codebook/draft': () => [
    { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [401, 404, 404] },
    { case: 'a study that has one', params: { slug: drafted }, expected: [401, 404, 303], like: MANAGES },
  ],
  'post /studies/:slug/codebook/draft/tags': () => [
    { case: 'no draft', body: () => ({ act: 'add', name: 'x' }), expected: [401, 404, 404] },
    {
      case: 'a tag',
      params: { slug: drafted },
      body: () => ({ act: 'up:framing' }),
      expected: [401, 404, 303],
      like: MANAGES,
    },
  ],
  'post /studies/:slug/codebook/draft/publication': () => [
    {
      case: 'one that was changed',
      params: { slug: drafted },
      body: () => ({ seen: UNSEEN }),
      expected: [401, 404, 409],
      like: MANAGES,
    },
  ],
  'post /studies/:slug/codebook/draft/removal': () => [
    {
      case: 'one that was changed',
      params: { slug: drafted },
      body: () => ({ seen: UNSEEN, sure: 'on' }),
      expected: [401, 404, 409],
      like: MANAGES,
    },
  ],
  ...Object.fromEntries(
    Object.entries({
      '': ALL,
      '/articles': LISTS_ARTICLES,
      '/import': MANAGES,
      '/codebook': ALL,
      '/rounds': MANAGES,
    }).map(([page, like]) => [
      `get /studies/:slug${page}`,
      () => [
        { case: 'a study', expected: [303, 404, 200], like },
        { case: 'a study that is not there', params: { slug: 'nowhere' }, expected: [303, 404, 404] },
        { case: 'an address that is none', params: { slug: 'No Where' }, expected: [303, 404, 404] },
      ],
    ]),
  ),
}

/** A round that somebody manages, in a study of its own. */
function managedRound(): Params {
  return { slug: `study-${managed.article.studyId}`, round: managed.round }
}

/** The fields of the form that tags a sentence. */
function tagging({ article }: Place): object {
  return { action: newId(), annotation: newId(), tag: 'framing', ...wordsIn(article, 'ernst') }
}

/** The fields of the form that changes a mark. */
function changing({ article }: Place): object {
  const words = wordsIn(article, 'Straße')
  return { action: newId(), base: 1, tag: 'framing', parts: '[]', note: '', ...words }
}

function formVerdicts(form: (typeof FORMS)[number]): readonly Verdict[] {
  const body = () => ({ found: 'nothing', reason: 'x' })
  const { open, blind } = untouched.get(form)!
  const inReference = form === 'reopening' ? 303 : 409
  return [
    { case: 'in a demonstration', params: at(open), body, expected: [401, 303, 303] },
    { case: 'in a round of the kind annotation', params: at(blind), body, expected: [401, 404, 303], like: MARKS },
    { case: 'in a reference round', params: at(reference), body, expected: [401, 404, inReference] },
  ]
}

async function broughtByRui(): Promise<typeof brought> {
  const file = newId()
  const { slug } = shown
  await (await owner()).put(`/api/v1/studies/${slug}/import/files/${file}?name=a.txt`).send('Ein Text.').expect(200)
  const { text } = await (await owner()).get(`/studies/${slug}/import`).expect(200)
  return { file, draft: /drafts\/([0-9a-f-]{36})/.exec(text)![1]! }
}

/** An invitation for many, and the secret in its link. */
async function invitedBy(name: string, slug: string): Promise<{ invitation: string; token: string }> {
  const form = { ...INVITATION(), uses: '500' }
  const { text } = await (await agentOf(name)).post(`/studies/${slug}/invitations`).type('form').send(form).expect(201)
  return { invitation: form.id, token: /invitations\/([\w-]{43})/.exec(text)![1]! }
}

async function agentOf(name: string): Promise<Agent> {
  return app.stranger().set('Cookie', await app.sessionOf(name))
}

const member = () => agentOf('Ada')
const owner = () => agentOf('Rui')

async function ask(row: Route, agent: Agent, { params, body, multipart }: Verdict): Promise<number> {
  const request = agent[row.method](addressOf(row, { ...shown, id: newId(), ...params }))
  if (multipart) return (await inParts(request, multipart)).status
  const { status } = await (body ? request.type(row.method === 'put' ? 'json' : 'form').send(body()) : request)
  return status
}

function inParts(request: ReturnType<Agent['post']>, fields: Readonly<Record<string, string>>) {
  // A form without a field is still one of parts.
  for (const [name, value] of Object.entries({ nothing: '', ...fields })) request.field(name, value)
  return request
}

for (const row of ROUTES)
  test(`${nameOf(row)} answers everybody as it is stated here`, async (t) => {
    const verdicts = VERDICTS[nameOf(row)]
    assert.ok(verdicts, 'a route needs a verdict in this table')
    for (const verdict of verdicts())
      await t.test(verdict.case, async () => {
        const [stranger, outside, like] = verdict.expected
        const found: Record<string, number> = { stranger: await ask(row, app.stranger(), verdict) }
        const expected: Record<string, number> = { stranger }
        for (const [who, name] of [
          ['outside', 'Ada'],
          ...STUDY_ROLES.map((role) => [role, `Who is ${role}`]),
          ['owner', 'Rui'],
        ] as const) {
          found[who!] = await ask(row, await agentOf(name!), verdict)
          const isLikeOwner = who === 'owner' || verdict.like?.includes(who as StudyRole)
          expected[who!] = verdict.roles?.[who as StudyRole] ?? (isLikeOwner ? like : outside)
        }
        assert.deepEqual(found, expected)
      })
  })

test('no verdict is about a route that is not there', () => {
  const names = ROUTES.map(nameOf)
  assert.deepEqual(
    Object.keys(VERDICTS).filter((name) => !names.includes(name)),
    [],
  )
  assert.equal(new Set(names).size, names.length)
})

test('the program answers on no route that is not in the table', () => {
  assert.deepEqual(mounted(app.app).sort(), ROUTES.map(nameOf).sort())
})

/** The routes that Express really has. What is mounted without a path of its own are the headers, the files and the errors. */
function mounted({ router }: Express): string[] {
  const stack = router.stack as unknown as readonly {
    route?: { path: string; methods: Record<string, boolean> }
    name: string
  }[]
  const others = stack.filter((layer) => !layer.route).map((layer) => layer.name)
  assert.deepEqual(others, ['helmetMiddleware', 'serveStatic', 'serveStatic', '<anonymous>', '<anonymous>'])
  return stack.flatMap(({ route }) => Object.keys(route?.methods ?? {}).map((method) => `${method} ${route!.path}`))
}

test('a member downloads their own readings, the owner everybody’s', async () => {
  const [ada, rui] = [await member(), await owner()]
  const place = await addPlace(app.parts)
  const notes = ['of Ada', 'of Rui']
  await stored(ada, making(place, 'ernst', { note: 'of Ada' }))
  await stored(rui, making(place, 'ernst', { note: 'of Rui' }))
  const address = `/studies/${place.article.studyId}/datasets/lesart`
  const found = async (agent: Agent) => {
    const { text } = await agent.get(address).buffer(true).expect(200)
    return notes.filter((note) => text.includes(note))
  }
  assert.deepEqual(await found(ada), ['of Ada'])
  assert.deepEqual(await found(rui), ['of Ada', 'of Rui'])
})

test('a manager downloads the whole of their study, and nothing of another', async () => {
  const [mine, other] = [await addPlace(app.parts, { kind: 'annotation' }), await addPlace(app.parts)]
  await app.takeIn('Who is manager', mine.article.studyId, 'manager')
  for (const place of [mine, other]) await stored(await owner(), making(place, 'ernst', { note: 'of Rui' }))
  const manager = await agentOf('Who is manager')
  const text = async ({ article }: Place) =>
    (await manager.get(`/studies/${article.studyId}/datasets/lesart`).buffer(true).expect(200)).text
  assert.match(await text(mine), /of Rui/)
  assert.doesNotMatch(await text(other), /of Rui/)
})

test('the lists of studies hold those that one is in; what they lead to follows from the role', async () => {
  const place = await addPlace(app.parts, { kind: 'annotation' })
  const { studyId } = place.article
  const agent = await app.signedIn('Ben')
  const slug = `study-${studyId}`
  for (const path of ['/', '/studies']) assert.ok(!(await agent.get(path).expect(200)).text.includes(slug))
  await app.takeIn('Ben', studyId, 'annotator')
  for (const path of ['/', '/studies']) assert.ok((await agent.get(path).expect(200)).text.includes(slug))
  const front = (await agent.get(`/studies/${slug}`).expect(200)).text
  assert.doesNotMatch(front, /\/import|\/questions|\/articles"/)
  assert.match(front, new RegExp(de.desk.downloadOwn))
})

test('nobody is shown the marks of another person at the desk', async () => {
  const place = await addPlace(app.parts)
  await stored(await owner(), making(place, 'ernst', { note: 'of Rui' }))
  const address = `/rounds/${place.round}/articles/${place.article.id}`
  for (const agent of [app.stranger(), await member()]) {
    const { text } = await agent.get(address).expect(200)
    assert.doesNotMatch(text, /of Rui|<mark/)
  }
})

test('no answer holds a secret: no hash, no token, and for a stranger no name', async () => {
  const { db } = app.parts.database
  const accounts = await db.selectFrom('account').selectAll().execute()
  const sessions = await db.selectFrom('session').selectAll().execute()
  const people = accounts.filter(({ guest }) => guest === 0)
  const secrets = [...people.map((row) => row.password_hash), ...sessions.map((row) => row.token_hash), '$argon2']
  assert.ok(secrets.length > 4)
  const rui = await owner()
  for (const row of ROUTES.filter((row) => row.method === 'get')) {
    const address = addressOf(row, shown)
    for (const agent of [app.stranger(), rui]) {
      const { text = '' } = await agent.get(address).buffer(true)
      for (const secret of secrets) assert.ok(!text.includes(secret), address)
    }
    const { text } = await app.stranger().get(address)
    assert.doesNotMatch(text, /\bRui\b|\bAda\b/, address)
  }
})

test('what may not be seen is answered like what is not there', async () => {
  const { round, article } = absent
  const unseen = [at(blind), at(reference), { round, article }]
  const desks = await Promise.all(
    unseen.map((place) => app.stranger().get(`/rounds/${place.round}/articles/${place.article}`)),
  )
  const withoutAddress = desks.map(({ status, text }) => [status, text.replace(/\/rounds\/[^?"]*/g, '')])
  assert.deepEqual(withoutAddress, Array(3).fill(withoutAddress[0]))
  const ada = await member()
  for (const place of unseen) {
    const { status, body } = await send(ada, { ...making(blind, 'ernst'), ...place })
    assert.deepEqual([status, body], [404, { error: { code: 'not-found', message: de.errors['not-found'] } }])
  }
})
