/** Datasets taken out of a server at work: of one moment while others save, and by readers who take their time. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { writeCorpus } from '../bench/support/corpus.ts'
import { addAccount, importFile, newActions, readDesk } from '../bench/support/instance.ts'
import { freshFolder } from '../support/folders.ts'
import { sha256, takenApart } from '../support/lesart-file.ts'
import { startServer } from '../support/program.ts'

const MARKS = 200

async function stage(t: TestContext, size: { articles: number; annotationsPerSet: number }) {
  const [data, folder] = [freshFolder(t), freshFolder(t)]
  const token = await addAccount(data, 'Ada')
  const file = path.join(folder, 'corpus.lesart.jsonl')
  const plan = { ...size, annotators: 5, wordsPerArticle: 300, roundKind: 'annotation' } as const
  const { study, paths } = await writeCorpus(file, plan)
  await importFile(data, file)
  const server = await startServer(t, data)
  const headers = { Authorization: `Bearer ${token}` }
  const address = `${server.origin}/studies/${study}/datasets/lesart`
  return { ...server, token, headers, address, paths }
}

function wholeOf(file: string) {
  const lines = file.trimEnd().split('\n')
  assert.equal(JSON.parse(lines.at(-1)!).sha256, sha256(`${lines.slice(0, -1).join('\n')}\n`))
  return takenApart(file)
}

test('a dataset is of one moment, though marks are saved all the time', async (t) => {
  const { origin, token, headers, address, paths } = await stage(t, { articles: 20, annotationsPerSet: 50 })
  const ends = await Promise.all([paths[0]!, paths.at(-1)!].map((path) => readDesk(origin, path, token)))
  const [first, last] = ends.map((desk) => newActions(desk, MARKS / 2)) as [Acts, Acts]
  // One after the other, in turns on the article that is read first and on the one that is read last.
  const order = first.flatMap((act, index) => [act, last[index]!])
  let isSaving = true
  async function save(): Promise<void> {
    for (const [id, body] of order) {
      const sent = { method: 'PUT', headers: { ...headers, 'Content-Type': 'application/json' }, body }
      assert.equal((await fetch(`${origin}/api/v1/actions/${id}`, sent)).status, 201)
    }
    isSaving = false
  }
  const saving = save()
  const names = order.map(([, body]) => JSON.parse(body).annotation as string)
  const seen: number[] = []
  while (isSaving || seen.length === 0) {
    const { articles } = wholeOf(await (await fetch(address, { headers })).text())
    const there = new Set(
      articles.flatMap(({ annotationSets }) => annotationSets.flatMap((set) => set.annotations.map(({ id }) => id))),
    )
    const found = names.filter((name) => there.has(name))
    assert.deepEqual(found, names.slice(0, found.length), 'those that were saved until then, and none after')
    seen.push(found.length)
  }
  await saving
  assert.ok(new Set(seen).size > 1, `taken out at several moments: ${seen}`)
})

type Acts = ReturnType<typeof newActions>

test('readers who take their time hold nobody up, and get all of it', async (t) => {
  const { origin, headers, address } = await stage(t, { articles: 20, annotationsPerSet: 50 })
  const whole = await (await fetch(address, { headers })).text()
  const slow = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const request = http.get(address, { headers, agent: false })
      const [response] = (await once(request, 'response')) as [http.IncomingMessage]
      return response
    }),
  )
  // None of them has been read yet: a file is larger than what lies between server and reader.
  assert.equal((await fetch(`${origin}/healthz`)).status, 200)
  assert.equal((await (await fetch(address, { headers })).text()).length, whole.length)
  const [left, ...staying] = slow
  left!.destroy()
  for (const file of await Promise.all(staying.map((response) => text(response))))
    assert.equal(wholeOf(file).articles.length, 20)
})
