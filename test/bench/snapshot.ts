/** Whether a dataset that is taken out while annotations are saved is a state that the database had, whole. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { systemClock } from '../../server/clock.ts'
import type { FileFormat } from '../../server/exchange/format.ts'
import { csv } from '../../server/exchange/formats/csv.ts'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import type { Order } from './support/clients.ts'
import { writeCorpus } from './support/corpus.ts'
import { addAccount, importFile, newActions, readDesk, startClients } from './support/instance.ts'
import type { Finding, Question } from './support/measure.ts'

/** So much lies between the first article that is marked and the last that a dataset is written for a while. */
const PLAN = { articles: 40, annotators: 10, wordsPerArticle: 300, annotationsPerSet: 50 }
const MARKED = 8
/** On each of them: marks that are there before, of which half is changed and half taken back, and new ones. */
const BEFORE = 300
const NEW = 2_000
const CLIENTS = 32
const TAKEN: readonly FileFormat[] = [lesart, csv]

type Actions = Order['actions']

/** What a dataset says: annotation → note. The note of a mark that was changed tells it from what it was. */
type State = ReadonlyMap<string, string>
const CHANGED = 'geändert'

export const snapshot: Question = async (t) => {
  const data = freshFolder(t)
  const token = await addAccount(data, 'Ada')
  const file = path.join(freshFolder(t), 'corpus.lesart.jsonl')
  const { study, paths } = await writeCorpus(file, { ...PLAN, roundKind: 'annotation' })
  await importFile(data, file)
  const { origin } = await startServer(t, data)
  const deliver = startClients(t)

  const marked = Array.from({ length: MARKED }, (_, index) => paths[Math.floor((index * paths.length) / MARKED)]!)
  const desks = await Promise.all(marked.map((at) => readDesk(origin, at, token)))
  const before = desks.flatMap((desk) => newActions(desk, BEFORE))
  await deliver({ origin, token, clients: CLIENTS, actions: before })

  const actions = mixed([...before.map(after), ...desks.flatMap((desk) => newActions(desk, NEW))])
  let isSaving = true
  const saving = deliver({ origin, token, clients: CLIENTS, actions }).finally(() => {
    isSaving = false
  })
  const states: State[] = []
  while (isSaving) states.push(await takenOut(origin, study, token, TAKEN[states.length % TAKEN.length]!))
  const { seconds } = await saving
  states.push(await takenOut(origin, study, token, lesart))

  const places = placesIn(path.join(data, 'lesart.db'), states)
  return findings(actions.length / seconds, places)
}

function findings(rate: number, places: readonly (number | undefined)[]): Finding[] {
  const found = places.filter((place) => place !== undefined)
  const isInOrder = found.every((place, index) => index === 0 || place >= found[index - 1]!)
  return [
    {
      question: 'annotations saved in a second while datasets are taken out, one after the other',
      measured: rate.toFixed(0),
      reach: '>= 500',
    },
    {
      question: `datasets taken out meanwhile that are a state which the database had, from ${found[0]} to ${found.at(-1)} revisions`,
      measured: `${found.length} of ${places.length}${isInOrder ? '' : ', not in order'}`,
      ratio: isInOrder ? found.length / places.length : 0,
      reach: '>= 1',
    },
  ]
}

/** What is done with a mark that is there: every other one is changed, the others are taken back. */
function after([, body]: Actions[number], index: number): Actions[number] {
  const { round, article, annotation, ...content } = JSON.parse(body)
  const next = { round, article, annotation, base: 1 }
  const action = index % 2 === 0 ? { ...content, ...next, kind: 'revise', note: CHANGED } : { ...next, kind: 'retract' }
  return [systemClock.newId(), JSON.stringify(action)]
}

/** Neighbours come to lie far from one another, so that whoever saves is now in the first article, now in the last. */
function mixed(actions: Actions): Actions {
  const step = 7_919
  return actions.map((_, index) => actions[(index * step) % actions.length]!)
}

/** Throws where it is not whole: sums, counts and quotes are checked as for everybody who reads one. */
async function takenOut(origin: string, study: string, token: string, format: FileFormat): Promise<State> {
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${origin}/studies/${study}/datasets/${format.id}`, { headers })
  if (!answer.ok) throw new Error(`the dataset answers with ${answer.status}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const state = new Map<string, string>()
  for await (const item of format.read!(readAgain(bytes), { name: 'taken' }))
    if (item.type === 'article')
      for (const { annotations } of item.article.annotationSets)
        for (const { id, note = '' } of annotations) state.set(id, note)
  return state
}

function readAgain(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      yield bytes
    },
  }
}

/** After how many revisions the database said what each of them says; undefined where it never did. */
function placesIn(file: string, states: readonly State[]): (number | undefined)[] {
  const database = new Database(file, { readonly: true })
  const revisions = database
    .prepare('SELECT annotation_id AS id, note, retracted FROM annotation_revision ORDER BY rowid')
    .all() as { id: string; note: string | null; retracted: number }[]
  database.close()
  return states.map((state) => placeOf(state, revisions))
}

function placeOf(
  state: State,
  revisions: readonly { readonly id: string; readonly note: string | null; readonly retracted: number }[],
): number | undefined {
  const had = new Map<string, string>()
  // How many annotations are otherwise, or missing on one side.
  let different = state.size
  const isOther = (id: string) => (had.get(id) === state.get(id) ? 0 : 1)
  for (const [index, { id, note, retracted }] of revisions.entries()) {
    different -= isOther(id)
    if (retracted) had.delete(id)
    else had.set(id, note ?? '')
    different += isOther(id)
    if (different === 0) return index + 1
  }
  return undefined
}
