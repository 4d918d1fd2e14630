/** The baseline of saving on PostgreSQL: what Express and pg need for one durable row, and nothing else. */
import type { AddressInfo } from 'node:net'
import express from 'express'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2]!, max: 10 })
await pool.query(`CREATE TABLE IF NOT EXISTS mark (
  id TEXT NOT NULL PRIMARY KEY, round TEXT, article TEXT, annotation TEXT, span_start BIGINT, span_end BIGINT,
  quote TEXT, tag TEXT
)`)
const { rows } = await pool.query('SHOW synchronous_commit')
if (rows[0].synchronous_commit !== 'on') throw new Error('the baseline is not durable')
const text = 'INSERT INTO mark VALUES ($1, $2, $3, $4, $5, $6, $7, $8)'

const app = express()
app.put('/api/v1/actions/:id', express.json(), async (request, response) => {
  const { round, article, annotation, start, end, quote, tag } = request.body
  await pool.query({
    name: 'mark',
    text,
    values: [request.params.id, round, article, annotation, start, end, quote, tag],
  })
  response.status(201).json({ id: request.params.id })
})

const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`)
})
