/**
 * Every route as everybody, from the table of routes alone: two studies lie side by side, full of words that are nowhere
 * else, and people of every role in one of them ask for both. What they may not see is not there for them, no answer
 * holds a word of what they may not see, and what is refused or only looked at changes nothing.
 */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { mayAsk, mayIn, STUDY_ROLES, type StudyDeed, type StudyRole } from '../server/accounts/permissions.ts'
import type { Route } from '../server/route.ts'
import { ROUTES } from '../server/routes.ts'
import { startApp, type TestApp } from './support/app.ts'
import { contentDigest, copyOf } from './support/database.ts'
import { ask, type RawAnswer } from './support/raw-http.ts'
import { nameOf, type Params } from './support/routes.ts'
import { requestFor } from './support/row-request.ts'
import { fieldsOf, requiredIn, shapeOf } from './support/samples.ts'
import { type Person, planted, plantTwoStudies, STUDIES, type World, wordsOf } from './support/two-studies.ts'
import { wholeFile } from './support/whole-file.ts'

/**
 * What a row asks for in the study that its address or its body names, where the right of the row itself is one in the
 * instance, since it leads to demonstrations too. Those that are not named: reading to look, marking to write.
 */
const RIGHTS_IN_STUDY: Readonly<Record<string, StudyDeed>> = {
  'get /workshops/:workshop/desk': 'mark-workshop',
  'get /workshops/:workshop/own': 'mark-workshop',
  'get /workshops/:workshop/own/sheet': 'mark-workshop',
  'get /workshops/:workshop/own/reading': 'mark-workshop',
  'post /workshops/:workshop/own/pseudonym': 'mark-workshop',
  'post /workshops/:workshop/own/recovery': 'mark-workshop',
  'post /workshops/:workshop/own/erasure': 'mark-workshop',
  'get /api/v1/workshops/:workshop/phone': 'mark-workshop',
  'get /rounds/:round/workshop': 'mark-workshop',
  'get /studies/:study/datasets/:format': 'download-own-readings',
  'get /studies/:study/datasets/:format/beside': 'download-own-readings',
  'get /rounds/:round/articles/:article/questions': 'mark-rounds',
  'get /api/v1/rounds/:round/articles/:article/state': 'mark-rounds',
}

/** Doors that stand open to strangers, with something behind them that asks who one is. */
const ASKS_STRANGERS_TO_SIGN_IN: readonly string[] = ['post /invitations/:token/acceptance']

/** Rows that answer only before there is an owner. */
const ONLY_BEFORE_THERE_IS_AN_OWNER: readonly string[] = ['get /welcome', 'post /welcome']

/** Rows that answer only where a round asks for training first, or has assignments, or is a demonstration, or to who takes part in a workshop, or makes one like another, or of an article that no workshop reads. */
const ONLY_IN_SUCH_ROUNDS: readonly string[] = [
  'get /studies/:slug/articles/:article/withdrawal',
  'post /studies/:slug/articles/:article/withdrawal',
  'get /workshops',
  'get /workshops/:workshop/own',
  'get /workshops/:workshop/own/sheet',
  'get /workshops/:workshop/own/reading',
  'post /workshops/:workshop/own/pseudonym',
  'post /workshops/:workshop/own/recovery',
  'post /workshops/:workshop/own/erasure',
  'get /workshops/:workshop/desk',
  'get /api/v1/workshops/:workshop/phone',
  'get /rounds/:round/workshop',
  'post /rounds/:round/articles/:article/trial',
  'post /trial/erasure',
  'get /rounds/:round/admission',
  'post /rounds/:round/admission',
  'get /rounds/:round/feedback',
  'post /rounds/:round/feedback',
  'post /studies/:slug/rounds/:round/admissions',
  'post /studies/:slug/rounds/:round/assignments',
  'post /studies/:slug/rounds/:round/assignments/removal',
]

/** What is written in a study and is not for everybody in it. Managers see all of it. */
const NOT_FOR: Readonly<Record<Exclude<StudyRole, 'manager'>, readonly string[]>> = {
  annotator: ['invitation', 'file', 'drafttitle', 'drafttext', 'manager', 'adjudicator', 'reader'],
  adjudicator: ['invitation', 'file', 'drafttitle', 'drafttext', 'manager', 'annotator', 'reader', 'question', 'reply'],
  reader: [
    ...['invitation', 'file', 'drafttitle', 'drafttext', 'manager', 'annotator', 'adjudicator'],
    ...['question', 'reply', 'note', 'answer', 'documentanswer'],
  ],
}

/** Whoever holds the link of an invitation is told where it leads. */
const TOLD_BY_LINK = ['study', 'description']

const cleanup = wholeFile()
let original: TestApp
let world: World
/** The words of one study that those who manage it have been shown. */
const shown = new Set<string>()

before(async () => {
  original = await startApp(cleanup)
  world = await plantTwoStudies(original)
})

/** The names under which one study's ids are not the other one's. */
function placesIn(row: Route): string[] {
  const fields = [...fieldsOf(shapeOf(row.params)), ...requiredIn(shapeOf(row.body))]
  const asked = fieldsOf(shapeOf(row.query)).filter((name) => name === 'beside')
  return [...new Set([...fields, ...asked])].filter((name) => IDS.includes(name))
}

const IDS = [
  'study',
  'slug',
  'round',
  'article',
  'annotation',
  'question',
  'codebook',
  'file',
  'draft',
  'member',
  'beside',
  'workshop',
  'participant',
]

interface Asking {
  readonly person: Person
  readonly params: Params
  /** Where the address leads: into one study, or with the ids of one into the other. */
  readonly to: (typeof STUDIES)[number] | 'both'
}

/** Every way to fill a row's places from the two studies. */
function addressesOf(row: Route): Omit<Asking, 'person'>[] {
  const [one, other] = STUDIES.map((key) => world.studies[key].params)
  const places = placesIn(row)
  return Array.from({ length: 2 ** places.length }, (_, mask) => {
    const swapped = places.filter((_, index) => mask & (1 << index))
    const params = { ...one, ...Object.fromEntries(swapped.map((name) => [name, other![name]!])) }
    if (swapped.length === 0) return { params: one!, to: STUDIES[0] }
    return swapped.length === places.length ? { params: other!, to: STUDIES[1] } : { params, to: 'both' }
  })
}

type Expected = 'is asked to sign in' | 'finds nothing' | 'is let in'

function expectedOf(row: Route, { person, to }: Asking): Expected {
  const account = person.role && { id: '', name: '', role: person.role, settings: {} }
  if (!mayAsk(account as never, row.permission)) return account ? 'finds nothing' : 'is asked to sign in'
  if (!account && ASKS_STRANGERS_TO_SIGN_IN.includes(nameOf(row))) return 'is asked to sign in'
  if (placesIn(row).length === 0) return 'is let in'
  const roles = person.study === to ? person.roles : []
  return to !== 'both' && mayIn({ account: account as never, roles }, rightIn(row)) ? 'is let in' : 'finds nothing'
}

function rightIn(row: Route): StudyDeed {
  const ofInstance = [
    'open-doors',
    'read-demonstration',
    'mark-demonstration',
    'join-workshops',
    'take-part',
    'lead-workshops',
  ]
  const isOfInstance = ofInstance.includes(row.permission)
  if (!isOfInstance) return row.permission as StudyDeed
  return RIGHTS_IN_STUDY[nameOf(row)] ?? (row.method === 'get' ? 'read-rounds' : 'mark-rounds')
}

function foundIn({ status, headers, text }: RawAnswer, fits: boolean): Expected | number {
  if (status === 401 || (status === 303 && headers.location?.startsWith('/sign-in?'))) return 'is asked to sign in'
  // A body that its schema refuses is refused before anybody looks for what it is about.
  const isSentToJoin = status === 303 && headers.location === '/join'
  if (status === 404 || isSentToJoin || (status === 422 && !fits)) return 'finds nothing'
  assert.ok(status < 500, text)
  return status === 403 ? status : 'is let in'
}

/** Asks, and gives back how it went and what the answer gives away. */
async function askAs(app: TestApp, row: Route, asking: Asking): Promise<{ went: Expected | number; leaks: string[] }> {
  const { fits, ...request } = requestFor(row, asking.params)
  const headers = { Origin: app.origin, ...request.headers, ...asking.person.headers }
  const answer = await ask(app.origin, { ...request, headers })
  const said = JSON.stringify(answer.headers) + answer.text
  if (asking.person.roles.includes('manager')) for (const word of wordsOf(STUDIES[0], said)) shown.add(word)
  return { went: foundIn(answer, fits), leaks: leaksIn(said, `${request.path} ${request.body}`, row, asking) }
}

/** Words and ids in an answer that are not for who asked; ids that they named themselves do not count. */
function leaksIn(said: string, asked: string, row: Route, { person, params }: Asking): string[] {
  if (person.role === 'owner') return []
  return STUDIES.flatMap((key) => {
    const words = wordsOf(key, said)
    if (person.study === key) return words.filter((word) => isHidden(key, word, person))
    const told = row.path.includes(':token') && params.token === world.studies[key].params.token ? TOLD_BY_LINK : []
    const ids = IDS.map((name) => world.studies[key].params[name]!)
    return [
      ...words.filter((word) => !told.some((what) => word === planted(key, what))),
      ...(told.length > 0 ? [] : ids.filter((id) => said.includes(id) && !asked.includes(id))),
    ]
  })
}

function isHidden(key: (typeof STUDIES)[number], word: string, { roles }: Person): boolean {
  if (roles.includes('manager')) return false
  return roles.every((role) => NOT_FOR[role as keyof typeof NOT_FOR].some((what) => word === planted(key, what)))
}

/** What must have been seen, lest this file look for words that are nowhere. */
const SOMEWHERE = [
  ...['study', 'description', 'codebook', 'guidelines', 'documentquestion', 'tag', 'definition', 'attribute', 'role'],
  ...[
    'title',
    'headline',
    'body',
    'outlet',
    'author',
    'round',
    'note',
    'answer',
    'documentanswer',
    'question',
    'reply',
  ],
  ...['invitation', 'file', 'drafttitle', 'drafttext', ...STUDY_ROLES],
]

for (const row of ROUTES)
  test(`${nameOf(row)}, as everybody`, async (t) => {
    const database = await copyOf(original.parts.database, t)
    const app = await startApp(t, { database, seeded: false })
    const untouched = await contentDigest(database)
    const askings = addressesOf(row).flatMap((address) => world.people.map((person) => ({ ...address, person })))
    const isLetIn = (asking: Asking) => expectedOf(row, asking) === 'is let in'
    const wrong: string[] = []
    const go = async (asking: Asking) => {
      const { went, leaks } = await askAs(app, row, asking)
      const expected = expectedOf(row, asking)
      const isFine = went === expected || (expected === 'is let in' && went === 'finds nothing')
      const who = `${asking.person.name}, to ${asking.to}`
      if (!isFine) wrong.push(`${who}: ${went}, and not: ${expected}`)
      if (leaks.length > 0) wrong.push(`${who}: is told ${leaks.join(', ')}`)
      return went
    }
    // First who is turned away, so that nothing that others do is the reason.
    await Promise.all(askings.filter((asking) => !isLetIn(asking)).map(go))
    assert.equal(await contentDigest(database), untouched, 'who is turned away has changed something')
    const went = []
    for (const asking of askings.filter(isLetIn)) went.push(await go(asking))
    if (row.method === 'get') assert.equal(await contentDigest(database), untouched, 'a look has changed something')
    assert.deepEqual(wrong, [])
    const isRare = [...ONLY_BEFORE_THERE_IS_AN_OWNER, ...ONLY_IN_SUCH_ROUNDS].includes(nameOf(row))
    assert.ok(went.includes('is let in') || isRare, 'nobody gets in: where it leads, two-studies.ts says')
  })

test('the words that are looked for stand where those who manage a study can see them', () => {
  assert.deepEqual(
    SOMEWHERE.filter((what) => !shown.has(planted(STUDIES[0], what))),
    [],
  )
})
