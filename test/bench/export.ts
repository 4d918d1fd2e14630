/** Taking out a study: how fast against the sqlite3 shell that writes the same rows as JSON, and in how much memory. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freshFolder } from '../support/folders.ts'
import { type RunningServer, startServer } from '../support/program.ts'
import type { Cleanup } from '../support/whole-file.ts'
import { writeCorpus } from './support/corpus.ts'
import { addAccount, importFile } from './support/instance.ts'
import { type Finding, inTurns, median, medianRatio, type Question, timed } from './support/measure.ts'

const ROUNDS = 5
const SIZES = [20_000, 200_000, 2_000_000]
/** So many are taken out against the shell. */
const RACED = 200_000
const PER_SET = 100
const ANNOTATORS = 20
/** Lines, a table, many files in a zip, columns. */
const MEASURED = ['lesart', 'csv', 'brat', 'parquet'] as const

export const takingOut: Question = async (t) => {
  const findings: Finding[] = []
  for (const annotations of SIZES) {
    const { server, data, takeOut } = await instanceOf(t, annotations)
    for (const format of MEASURED) {
      const take = () => takeOut(format)
      await take()
      const memory = await peakDuring(server, take)
      findings.push({
        question: `memory over idle while ${annotations} annotations are taken out as ${format}`,
        measured: memory === undefined ? 'not known here' : `${memory.toFixed(0)} MB`,
        reach: '<= 64 MB',
      })
      if (annotations === RACED)
        findings.push(await againstShell(path.join(data, 'lesart.db'), annotations, format, take))
    }
  }
  return findings
}

async function instanceOf(t: Cleanup, annotations: number) {
  const data = freshFolder(t)
  const token = await addAccount(data, 'Ada')
  const file = path.join(freshFolder(t), 'corpus.lesart.jsonl')
  const size = { articles: annotations / ANNOTATORS / PER_SET, annotators: ANNOTATORS, annotationsPerSet: PER_SET }
  const { study } = await writeCorpus(file, { ...size, wordsPerArticle: 500, roundKind: 'annotation' })
  await importFile(data, file)
  const server = await startServer(t, data)
  const headers = { Authorization: `Bearer ${token}` }
  const takeOut = async (format: (typeof MEASURED)[number]) => {
    const answer = await fetch(`${server.origin}/studies/${study}/datasets/${format}`, { headers })
    if (!answer.ok || !answer.body) throw new Error(`the dataset answers with ${answer.status}`)
    // Read as it comes: whoever keeps it whole measures that.
    for await (const _ of answer.body);
  }
  return { server, data, takeOut }
}

async function againstShell(
  file: string,
  annotations: number,
  format: string,
  takeOut: () => Promise<void>,
): Promise<Finding> {
  const question = `annotations taken out as ${format} in a second, ${annotations} of them, against sqlite3 -json`
  const shell = async () => {
    const child = spawn('sqlite3', ['-readonly', '-json', file, 'SELECT * FROM current_annotation'], {
      stdio: 'ignore',
    })
    const [status] = await once(child, 'exit').catch(() => [undefined])
    return status
  }
  if ((await shell()) !== 0) return { question, measured: 'sqlite3 is not installed' }
  const rate = async (work: () => Promise<unknown>) => (annotations * 1000) / (await timed(work))
  const { ours, baseline } = await inTurns(ROUNDS, {
    ours: () => rate(takeOut),
    baseline: () => rate(shell),
  })
  return {
    question,
    measured: median(ours).toFixed(0),
    baseline: median(baseline).toFixed(0),
    ratio: medianRatio(ours, baseline),
    reach: '>= 0.4',
  }
}

/** Megabytes that a process holds at most while something is done, over what it held before; Linux alone tells. */
async function peakDuring({ process: { pid } }: RunningServer, work: () => Promise<void>): Promise<number | undefined> {
  const held = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  try {
    const idle = held('VmRSS')
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
    await work()
    return Math.max(0, held('VmHWM') - idle)
  } catch {
    return undefined
  }
}
