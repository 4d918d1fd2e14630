/** Saving on PostgreSQL, against a bare Express route there that inserts one row by as many sessions as it likes. */
import { onServer } from '../support/database.ts'
import { PASSWORD } from '../support/desk.ts'
import { freshFolder } from '../support/folders.ts'
import { POSTGRES, startPostgres } from '../support/postgres.ts'
import { lesart, startServer } from '../support/program.ts'
import { demonstrationPath, newActions, readDesk, startBareRoute, startClients } from './support/instance.ts'
import { type Finding, inTurns, median, medianRatio, type Question } from './support/measure.ts'

const ROUNDS = 5
const SAVES = 2_000
const CLIENTS = 32

export const postgres: Question = async (t) => {
  const question = `annotations saved in a second on PostgreSQL, clients: ${CLIENTS}`
  const server = await startPostgres()
  if (typeof server === 'string') return [{ question, measured: server }]
  t.after(() => server.stop())
  process.env[POSTGRES] = server.url
  const addressOf = async (name: string) => {
    await onServer(`CREATE DATABASE ${name}`)
    return new URL(`/${name}`, server.url).href
  }
  const env = { DATABASE_URL: await addressOf('ours') }
  await lesart(['account', 'add', 'Ada'], PASSWORD, env)
  const token = (await lesart(['account', 'token', 'Ada'], '', env)).stdout.trim()
  const { origin } = await startServer(t, freshFolder(t), env)
  const bare = await startBareRoute(t, await addressOf('bare'), 'bare-postgres-route.ts')
  const desk = await readDesk(origin, await demonstrationPath(origin), token)
  const deliver = startClients(t)
  const perSecond = async (origin: string) =>
    SAVES / (await deliver({ origin, token, clients: CLIENTS, actions: newActions(desk, SAVES) })).seconds
  for (const warmingUp of [origin, bare.origin]) await perSecond(warmingUp)
  const { ours, baseline } = await inTurns(ROUNDS, {
    ours: () => perSecond(origin),
    baseline: () => perSecond(bare.origin),
  })
  const finding: Finding = {
    question,
    measured: median(ours).toFixed(0),
    baseline: median(baseline).toFixed(0),
    ratio: medianRatio(ours, baseline),
  }
  return [finding]
}
