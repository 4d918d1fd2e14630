/** The thread in which is measured: one order, its progress, one answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { findingsOf, type Order, type Said } from './findings.ts'
import { resultsOfCorpus } from './results.ts'

/** Milliseconds between two words about progress. */
const SELDOM = 200

const say = (said: Said) => parentPort!.postMessage(said)
const { what, corpus, asked } = workerData as Order
let told = 0

function progress(done: number, of: number): void {
  const now = performance.now()
  if (now - told < SELDOM) return
  told = now
  say({ done, of })
}

const whole = { ...asked, gamma: { ...asked.gamma, progress } }
say({ answer: what === 'findings' ? findingsOf(corpus, whole) : resultsOfCorpus(corpus, whole) })
