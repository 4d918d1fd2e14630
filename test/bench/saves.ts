/** How many annotations are saved in a second over HTTP, durably, against a bare Express route that inserts one row. */
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import {
  addAccount,
  demonstrationPath,
  newActions,
  readDesk,
  startBareRoute,
  startClients,
} from './support/instance.ts'
import { type Finding, inTurns, median, medianRatio, type Question } from './support/measure.ts'

const ROUNDS = 7
const CROWDS = [
  { clients: 1, saves: 500, reach: '' },
  { clients: 32, saves: 3_000, reach: '>= 0.6' },
]

export const saves: Question = async (t) => {
  const data = freshFolder(t)
  const token = await addAccount(data, 'Ada')
  const { origin } = await startServer(t, data)
  const bare = await startBareRoute(t, freshFolder(t))
  const desk = await readDesk(origin, await demonstrationPath(origin), token)
  const deliver = startClients(t)
  let busiest = 0

  async function perSecond(origin: string, clients: number, saves: number): Promise<number> {
    const { seconds, busy } = await deliver({ origin, token, clients, actions: newActions(desk, saves) })
    busiest = Math.max(busiest, busy)
    return saves / seconds
  }

  const findings: Finding[] = []
  for (const { clients, saves, reach } of CROWDS) {
    for (const warmingUp of [origin, bare.origin]) await perSecond(warmingUp, clients, saves)
    const { ours, baseline } = await inTurns(ROUNDS, {
      ours: () => perSecond(origin, clients, saves),
      baseline: () => perSecond(bare.origin, clients, saves),
    })
    findings.push({
      question: `annotations saved in a second, clients: ${clients}`,
      measured: median(ours).toFixed(0),
      baseline: median(baseline).toFixed(0),
      ratio: medianRatio(ours, baseline),
      reach,
    })
  }
  const share = `${(busiest * 100).toFixed(0)} % of a core`
  return [...findings, { question: 'the clients themselves, at their busiest', measured: share }]
}
