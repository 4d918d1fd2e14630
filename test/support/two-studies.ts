/**
 * Two studies of which nobody outside may see a word. All that people can write in them holds words that are in no
 * dictionary: a word of one study in an answer to somebody who is only in the other one gives a leak away.
 */
import { type AccountRole, foldName } from '../../server/accounts/account.ts'
import {
  addAccount,
  addApiToken,
  addSession,
  findAccountByName,
  removeSession,
} from '../../server/accounts/account-store.ts'
import { hashPassword } from '../../server/accounts/password.ts'
import { STUDY_ROLES, type StudyRole } from '../../server/accounts/permissions.ts'
import { addArticle } from '../../server/articles/article-store.ts'
import { addCodebook } from '../../server/codebook/codebook-store.ts'
import { sha256 } from '../../server/digest.ts'
import type { Parts } from '../../server/parts.ts'
import { addRound } from '../../server/rounds/round-store.ts'
import { addAnnotator, addStudy } from '../../server/studies/study-store.ts'
import { indexText } from '../../server/text/code-points.ts'
import { LESSON_ARTICLES, LESSONS } from '../../server/workshops/preparing/lessons.ts'
import { USUAL_SETTINGS } from '../../server/workshops/workshop.ts'
import { addParticipant, addWorkshop } from '../../server/workshops/workshop-store.ts'
import type { Agent, TestApp } from './app.ts'
import { newId } from './builders.ts'
import type { Params } from './routes.ts'

/** Hashing is slow: all have the same password, which nobody types. */
const hashOfAll = hashPassword('a password that nobody types')

export const STUDIES = ['quitte', 'mispel'] as const
export type StudyKey = (typeof STUDIES)[number]

export interface PlantedStudy {
  /** Values for the parameters and fields of routes that lead into it. */
  readonly params: Params
}

/** Somebody, and the headers with which their requests come. */
export interface Person {
  readonly name: string
  readonly role: AccountRole | undefined
  readonly study: StudyKey | undefined
  readonly roles: readonly StudyRole[]
  readonly headers: Readonly<Record<string, string>>
}

export interface World {
  readonly studies: Readonly<Record<StudyKey, PlantedStudy>>
  readonly people: readonly Person[]
}

/** What is written in a study: by its key and by what it is. Letters only, so that nothing on its way changes it. */
export function planted(study: StudyKey, what: string): string {
  return `zq${study}${what}qz`
}

/** The words of a study that stand in a text. */
export function wordsOf(study: StudyKey, text: string): string[] {
  return [...new Set(text.match(new RegExp(`zq${study}[a-z]+qz`, 'gi')))]
}

/** Fills the program's database with both studies and with people of every kind. */
export async function plantTwoStudies(app: TestApp): Promise<World> {
  const people: Person[] = [
    { name: 'a stranger', role: undefined, study: undefined, roles: [], headers: {} },
    await personOf(app, { name: 'Rui', role: 'owner' }),
    await personOf(app, { name: 'Ada', role: 'member' }),
  ]
  const studies = {} as Record<StudyKey, PlantedStudy>
  for (const key of STUDIES) {
    const place = await addStudyOf(app.parts, key)
    for (const role of STUDY_ROLES) {
      const name = planted(key, role)
      people.push(await personOf(app, { name, role: 'member', study: key, roles: [role] }))
      await app.takeIn(name, place.study!, role)
    }
    studies[key] = { params: { ...place, ...(await fill(app, key, place, people)) } }
  }
  return { studies, people: [...people, ...(await otherWays(app, people))] }
}

type Known = Pick<Person, 'name'> & Partial<Person>

async function personOf({ parts }: TestApp, { name, role, study, roles = [] }: Known): Promise<Person> {
  const kept = role === 'owner' ? 'owner' : 'member'
  const account = { id: newId(), name, role: kept, passwordHash: await hashOfAll } as const
  await parts.database.transact((db) => addAccount(db, account, parts.clock.now()))
  return { name, role, study, roles, headers: { Cookie: await sessionOf(parts, account.id) } }
}

/** A new session of an account, as a browser sends it. */
export async function sessionOf({ database, clock }: Parts, account: string, expires = '9999-01-01'): Promise<string> {
  const secret = newId()
  await database.transact((db) => addSession(db, sha256(secret), account, clock.now(), expires))
  return `lesart=${secret}`
}

/** Brings back the session of somebody who has just ended it: by the same secret. */
export async function sessionAnew({ database, clock }: Parts, { name, role, headers }: Person): Promise<void> {
  const secret = headers.Cookie?.replace('lesart=', '')
  if (secret === undefined || role === undefined) return
  const account = await idOf({ database }, name)
  await database.transact(async (db) => {
    await removeSession(db, sha256(secret))
    await addSession(db, sha256(secret), account, clock.now(), '9999-01-01')
  })
}

/** The same people by token, and those who only seem to be somebody. */
async function otherWays({ parts }: TestApp, people: readonly Person[]): Promise<Person[]> {
  const withTokens = people.filter(({ roles, role }) => roles.includes('manager') || role === 'owner')
  const tokens = withTokens.map(async (person) => {
    const token = newId()
    const account = await idOf(parts, person.name)
    await parts.database.transact((db) => addApiToken(db, sha256(token), account, parts.clock.now()))
    return { ...person, name: `${person.name} by token`, headers: { Authorization: `Bearer ${token}` } }
  })
  const nobody = { role: undefined, study: undefined, roles: [] }
  const expired = await sessionOf(parts, await idOf(parts, 'Rui'), parts.clock.now())
  return [
    ...(await Promise.all(tokens)),
    { ...nobody, name: 'a session that has run out', headers: { Cookie: expired } },
    { ...nobody, name: 'a token that there is not', headers: { Authorization: `Bearer ${newId()}` } },
  ]
}

async function idOf({ database }: Pick<Parts, 'database'>, name: string): Promise<string> {
  const account = await findAccountByName(database.db, foldName(name))
  if (!account) throw new Error(`nobody is called ${name}`)
  return account.id
}

async function addStudyOf(parts: Parts, key: StudyKey): Promise<Params> {
  const word = (what: string) => ({ de: planted(key, what), en: planted(key, what) })
  const [study, codebook, article, round] = [newId(), newId(), newId(), newId()]
  const slug = `slug-${key}`
  const [headline, sentence] = [planted(key, 'headline'), `Die Lage sei ${planted(key, 'body')}, hieß es.`]
  const body = indexText(`${headline}\n\n${sentence}`)
  const start = headline.length + 2
  const meanings = {
    id: codebook,
    title: word('codebook'),
    overlap: 'allowed' as const,
    guidelines: word('guidelines'),
    questions: [{ id: 'tone', label: word('documentquestion'), kind: 'text' as const }],
    tags: [
      {
        id: 'framing',
        label: word('tag'),
        definition: word('definition'),
        attributes: [{ id: 'why', label: word('attribute'), kind: 'text' as const }],
        roles: [{ id: 'source', label: word('role') }],
      },
    ],
  }
  await parts.database.transact(async (db) => {
    const now = parts.clock.now()
    await addStudy(
      db,
      { id: study, slug, title: planted(key, 'study'), description: planted(key, 'description'), language: 'de' },
      now,
    )
    for (const version of [1, 2]) await addCodebook(db, study, { ...meanings, version }, now)
    await addArticle(
      db,
      {
        id: article,
        studyId: study,
        title: planted(key, 'title'),
        language: 'de',
        source: { outlet: planted(key, 'outlet'), author: planted(key, 'author'), licence: planted(key, 'licence') },
        body,
        sha256: sha256(body.text),
        blocks: [
          { kind: 'headline', start: 0, end: headline.length },
          { kind: 'paragraph', start, end: start + sentence.length },
        ],
      },
      now,
    )
    const title = planted(key, 'round')
    await addRound(
      db,
      { id: round, studyId: study, title, kind: 'annotation', codebook: { id: codebook, version: 1 } },
      now,
    )
  })
  const [workshop, participant] = [newId(), newId()]
  await parts.database.transact(async (db) => {
    const at = { studyId: study, articleId: article, roundId: round }
    await addWorkshop(db, { ...workshopOf(parts, key), ...at, id: workshop })
    await addAnnotator(db, { id: participant, studyId: study, kind: 'participant', pseudonym: newId() })
    const standing = { joinedAt: parts.clock.now(), isSimulated: false, isHidden: false }
    await addParticipant(db, { ...standing, annotatorId: participant, workshopId: workshop }, undefined)
  })
  const at = body.text.indexOf(planted(key, 'body'))
  const passage = { start: String(at), end: String(at + planted(key, 'body').length), quote: planted(key, 'body') }
  return { study, slug, codebook, article, round, workshop, participant, ...passage }
}

/** A workshop that is this study, besides. */
function workshopOf({ clock }: Parts, key: StudyKey) {
  const now = clock.now()
  const settings = { ...USUAL_SETTINGS, questions: [planted(key, 'prompt')] }
  const code = { quitte: 'QQQQQQQQ', mispel: 'MMMMMMMM' }[key]
  const beginning = { phase: 'lobby', phaseSince: now, isLocked: false, isDemonstration: false, madeAt: now } as const
  return { ...beginning, title: '', code, settings }
}

/** What people write in it, over HTTP as they would. */
async function fill(app: TestApp, key: StudyKey, at: Params, people: readonly Person[]): Promise<Params> {
  const by = (role: StudyRole) =>
    app.stranger().set(people.find(({ study, roles }) => study === key && roles.includes(role))!.headers)
  const { slug } = at
  const written = await read(by('annotator'), key, at)
  const reply = { id: newId(), text: planted(key, 'reply') }
  const answers = `/studies/${slug}/questions/${written.question}/answers`
  await by('manager').post(answers).type('form').send(reply).expect(303)
  const { id: beside } = await app.parts.database.db
    .selectFrom('annotation_set')
    .select('id')
    .where('round_id', '=', at.round!)
    .executeTakeFirstOrThrow()
  return {
    ...written,
    ...(await manage(by('manager'), key, at)),
    beside,
    annotator: 'a1',
    member: await idOf(app.parts, planted(key, 'annotator')),
    slug: slug!,
    format: 'label-studio',
    picture: 'shares.csv',
    number: '1',
    from: '1',
    to: '2',
    tag: 'framing',
    ending: 'json',
    base: '1',
    role: 'annotator',
    language: 'de',
    days: '7',
    act: 'save',
    found: 'marks',
    reading: 'own',
    answer: reply.id,
    lesson: LESSONS[0],
    on: LESSON_ARTICLES[1],
  }
}

async function read(annotator: Agent, key: StudyKey, at: Params): Promise<Params> {
  const { round, article, start, end, quote } = at
  const [annotation, question] = [newId(), newId()]
  const place = { round, article }
  const span = { start: Number(start), end: Number(end), quote }
  const judgement = { tag: 'framing', attributes: { why: planted(key, 'answer') }, note: planted(key, 'note') }
  const action = { ...place, ...span, ...judgement, annotation, kind: 'make', base: 0 }
  await annotator.put(`/api/v1/actions/${newId()}`).send(action).expect(201)
  const answers = { ...place, base: 0, answers: { tone: planted(key, 'documentanswer') } }
  await annotator.put(`/api/v1/answers/${newId()}`).send(answers).expect(201)
  const asked = { ...place, text: planted(key, 'question'), passage: span }
  await annotator.put(`/api/v1/questions/${question}`).send(asked).expect(201)
  return { annotation, question }
}

async function manage(manager: Agent, key: StudyKey, { slug }: Params): Promise<Params> {
  const [file, invitation] = [newId(), newId()]
  const name = `${planted(key, 'file')}.txt`
  const text = `${planted(key, 'drafttitle')}\n\nWorte: ${planted(key, 'drafttext')}.`
  await manager.put(`/api/v1/studies/${slug}/import/files/${file}?name=${name}`).send(text).expect(200)
  const draft = idIn((await manager.get(`/studies/${slug}/import`).expect(200)).text, /drafts\/([0-9a-f-]{36})/)
  const form = { id: invitation, role: 'reader', uses: '500', days: '7', note: planted(key, 'invitation') }
  const invited = await manager.post(`/studies/${slug}/invitations`).type('form').send(form).expect(201)
  await manager.post(`/studies/${slug}/codebook/draft`).expect(303)
  const open = await manager.get(`/studies/${slug}/codebook/draft`).expect(200)
  return {
    file,
    draft,
    invitation,
    token: idIn(invited.text, /invitations\/([\w-]{43})/),
    seen: idIn(open.text, /name="seen" value="([0-9a-f]{64})"/),
  }
}

function idIn(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`there is no ${pattern} in ${text}`)
  return found
}
