/** The thread in which is measured: one order, its progress, one answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { findingsOf, type Order, type Said } from './findings.ts'
import { resultsOfCorpus } from './results.ts'

/** Milliseconds between two words about progress. */
const SELDOM = 200

const say = (said: Said) => parentPort!.postMessage(said)
const ordered = workerData as Order
const { corpus, asked } = ordered
let told = 0

function progress(done: number, of: number): void {
  const now = performance.now()
  if (now - told < SELDOM) return
  told = now
  say({ done, of })
}

const whole = { ...asked, gamma: { ...asked.gamma, progress } }
const answer = ordered.what === 'findings' ? findingsOf(corpus, whole, ordered.order) : resultsOfCorpus(corpus, whole)
say({ answer })
