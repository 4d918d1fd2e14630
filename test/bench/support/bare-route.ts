/** The baseline of saving: what Express and better-sqlite3 need for one durable row, and nothing else. */
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import express from 'express'

const database = new Sqlite(path.join(process.argv[2]!, 'bare.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`CREATE TABLE IF NOT EXISTS mark (
  id TEXT NOT NULL PRIMARY KEY, round TEXT, article TEXT, annotation TEXT, span_start INTEGER, span_end INTEGER,
  quote TEXT, tag TEXT
) STRICT`)
// better-sqlite3 is built to lower this at the first write in WAL mode.
if (database.pragma('synchronous', { simple: true }) !== 2) throw new Error('the baseline is not durable')
const insert = database.prepare('INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)')

const app = express()
app.put('/api/v1/actions/:id', express.json(), (request, response) => {
  const { round, article, annotation, start, end, quote, tag } = request.body
  insert.run(request.params.id, round, article, annotation, start, end, quote, tag)
  response.status(201).json({ id: request.params.id })
})
app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))

const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`)
})
