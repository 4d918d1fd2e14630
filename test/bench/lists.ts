/** Whether a list of many articles is searched as fast as one of few: by a word and by a beginning that all of them hold. */
import path from 'node:path'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import type { Cleanup } from '../support/whole-file.ts'
import { writeCorpus } from './support/corpus.ts'
import { addAccount, importFile, pageAt } from './support/instance.ts'
import { inMilliseconds, inTurns, median, medianRatio, type Question, timed } from './support/measure.ts'

const ROUNDS = 15
const FEW = 40
const MANY = 10_000
const WORDS = ['', 'regierung', 'ver', 'minister laut']

export const lists: Question = async (t) => {
  const [few, many] = [await listOf(t, FEW), await listOf(t, MANY)]
  const findings = []
  for (const words of WORDS) {
    const times = await inTurns(ROUNDS, { few: () => few(words), many: () => many(words) })
    findings.push({
      question: `list of ${MANY} articles${words && `, searched for „${words}“`}, against ${FEW}`,
      measured: inMilliseconds(median(times.many)),
      baseline: inMilliseconds(median(times.few)),
      ratio: medianRatio(times.many, times.few),
      reach: '<= 1.5',
    })
  }
  return findings
}

/** A study of so many articles; what is returned opens its list, and says how long that took. */
async function listOf(t: Cleanup, articles: number): Promise<(words: string) => Promise<number>> {
  const data = freshFolder(t)
  const token = await addAccount(data, 'Ada')
  const file = path.join(freshFolder(t), 'corpus.lesart.jsonl')
  const size = { articles, wordsPerArticle: 200, annotators: 0, annotationsPerSet: 0 }
  await writeCorpus(file, { ...size, roundKind: 'annotation' })
  await importFile(data, file)
  const { origin } = await startServer(t, data)
  return (words) => timed(() => pageAt(`${origin}/studies/messung/articles?q=${encodeURIComponent(words)}`, token))
}
