/** How long after its process begins the server answers, against a bare Express server. */
import path from 'node:path'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import type { Cleanup } from '../support/whole-file.ts'
import { writeCorpus } from './support/corpus.ts'
import { importFile, pageAt, startBareRoute } from './support/instance.ts'
import { inMilliseconds, inTurns, median, medianRatio, type Question, timed } from './support/measure.ts'

const ROUNDS = 7
const ARTICLES = 10_000

export const start: Question = async (t) => {
  const seeded = freshFolder(t)
  await (await startServer(t, seeded)).stop()
  const large = await largeInstance(t)
  const bare = freshFolder(t)
  const times = await inTurns(ROUNDS, {
    bare: () => untilAnswered(() => startBareRoute(t, bare)),
    seeded: () => untilAnswered(() => startServer(t, seeded)),
    large: () => untilAnswered(() => startServer(t, large)),
  })
  const finding = (question: string, ours: readonly number[]) => ({
    question,
    measured: inMilliseconds(median(ours)),
    baseline: inMilliseconds(median(times.bare)),
    ratio: medianRatio(ours, times.bare),
    reach: '<= 1000 ms',
  })
  return [
    finding('start to first answer, seeded', times.seeded),
    finding(`start to first answer, ${ARTICLES} articles`, times.large),
  ]
}

async function largeInstance(t: Cleanup): Promise<string> {
  const data = freshFolder(t)
  const file = path.join(freshFolder(t), 'corpus.lesart.jsonl')
  await writeCorpus(file, {
    roundKind: 'annotation',
    articles: ARTICLES,
    wordsPerArticle: 400,
    annotators: 0,
    annotationsPerSet: 0,
  })
  await importFile(data, file)
  return data
}

async function untilAnswered(start: () => Promise<{ origin: string; stop(): Promise<void> }>): Promise<number> {
  let stop: (() => Promise<void>) | undefined
  const time = await timed(async () => {
    const server = await start()
    stop = server.stop
    await pageAt(`${server.origin}/healthz`)
  })
  await stop?.()
  return time
}
