/** Whether saving, opening and taking out an annotation cost more in a large database than in a small one. */
import path from 'node:path'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import type { Cleanup } from '../support/whole-file.ts'
import { type CorpusPlan, writeCorpus } from './support/corpus.ts'
import { addAccount, importFile, newActions, pageAt, readDesk, startClients } from './support/instance.ts'
import { type Finding, inTurns, median, medianRatio, type Question, timed } from './support/measure.ts'

/** 1,000 annotations, and 1,000,000. */
const SMALL = { articles: 5, annotators: 2, wordsPerArticle: 500, annotationsPerSet: 100 }
const LARGE = { articles: 500, annotators: 20, wordsPerArticle: 500, annotationsPerSet: 100 }
const SHORT = 500
const LONG = 50_000
/** Own marks on the article that is opened. */
const MARKS = 200
const SAVES = 600

interface Instance {
  readonly origin: string
  readonly token: string
  readonly annotations: number
  readonly study: string
  readonly paths: readonly string[]
}

/** Each answers with the microseconds that one annotation costs. */
type Cost = (instance: Instance) => Promise<number>

export const growth: Question = async (t) => {
  const deliver = startClients(t)
  const small = await instanceOf(t, SMALL)
  const large = await instanceOf(t, LARGE)

  const saveAt = async ({ origin, token, paths }: Instance, place: number, amount: number) => {
    const actions = newActions(await readDesk(origin, paths[place]!, token), amount)
    return ((await deliver({ origin, token, clients: 32, actions })).seconds * 1e6) / amount
  }
  const save: Cost = (instance) => saveAt(instance, 1, SAVES)
  const open: Cost = async ({ origin, token, paths }) =>
    ((await timed(() => pageAt(origin + paths[0], token))) * 1000) / MARKS
  const takeOut: Cost = async ({ origin, token, study, annotations }) =>
    ((await timed(() => pageAt(`${origin}/studies/${study}/datasets/lesart`, token))) * 1000) / annotations

  const compare = async (deed: string, rounds: number, cost: Cost): Promise<Finding> => {
    const costs = await inTurns(rounds, { small: () => cost(small), large: () => cost(large) })
    return {
      question: `${deed}: cost of an annotation among ${large.annotations}, against ${small.annotations}`,
      measured: `${median(costs.large).toFixed(0)} µs`,
      baseline: `${median(costs.small).toFixed(0)} µs`,
      ratio: medianRatio(costs.large, costs.small),
      reach: '<= 1.5',
    }
  }

  for (const instance of [small, large]) await saveAt(instance, 0, MARKS)
  return [
    await compare('open', 9, open),
    await compare('export', 3, takeOut),
    await compare('save', 5, save),
    await lengths(t, deliver),
  ]
}

/** Whether saving costs more in a long text than in a short one. */
async function lengths(t: Cleanup, deliver: ReturnType<typeof startClients>): Promise<Finding> {
  const empty = { articles: 1, annotators: 0, annotationsPerSet: 0 }
  const short = await instanceOf(t, { ...empty, wordsPerArticle: SHORT })
  const long = await instanceOf(t, { ...empty, wordsPerArticle: LONG })
  const save = async ({ origin, token, paths }: Instance) => {
    const actions = newActions(await readDesk(origin, paths[0]!, token), SAVES)
    return ((await deliver({ origin, token, clients: 32, actions })).seconds * 1e6) / SAVES
  }
  const costs = await inTurns(5, { short: () => save(short), long: () => save(long) })
  return {
    question: `save: cost of an annotation in ${LONG} words, against ${SHORT}`,
    measured: `${median(costs.long).toFixed(0)} µs`,
    baseline: `${median(costs.short).toFixed(0)} µs`,
    ratio: medianRatio(costs.long, costs.short),
    reach: '<= 1.5',
  }
}

type Size = Omit<CorpusPlan, 'roundKind'>

async function instanceOf(t: Cleanup, size: Size): Promise<Instance> {
  const data = freshFolder(t)
  const token = await addAccount(data, 'Ada')
  const file = path.join(freshFolder(t), 'corpus.lesart.jsonl')
  const corpus = await writeCorpus(file, { ...size, roundKind: 'annotation' })
  await importFile(data, file)
  const { origin } = await startServer(t, data)
  return { ...corpus, origin, token, annotations: size.articles * size.annotators * size.annotationsPerSet }
}
