import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DamagedFile } from '../../server/exchange/formats/lesart-lines.ts'
import { DAMAGED } from '../support/damaged-files.ts'
import { contentDigest } from '../support/database.ts'
import { emptyStore, take } from '../support/exchange.ts'
import { closed, firstArticle, madeUp } from '../support/lesart-file.ts'
import { wholeFile } from '../support/whole-file.ts'

const store = await emptyStore(wholeFile())
await take(store, firstArticle)
const before = await contentDigest(store.database)

async function refused(file: string | Uint8Array): Promise<string> {
  let said = ''
  await assert.rejects(take(store, file), (error) => {
    assert.ok(error instanceof DamagedFile, String(error))
    said = `${error.line}: ${error.message}`
    return true
  })
  assert.equal(await contentDigest(store.database), before, 'nothing has been taken')
  return said
}

for (const [name, { file, says }] of Object.entries(DAMAGED))
  test(`${name}: the file is refused whole`, async () => assert.match(await refused(file), says))

test('a file that is cut off anywhere is refused whole', async () => {
  const bytes = Buffer.from(closed(madeUp()))
  // Without its last line end the file is whole still.
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 2 }), async (length) => {
      await refused(bytes.subarray(0, length))
    }),
    { numRuns: 60, examples: [[0], [bytes.length - 2]] },
  )
})

test('a file in which any byte has been changed is refused whole', async () => {
  const bytes = Buffer.from(closed(madeUp()))
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 2 }), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
      const changed = Buffer.from(bytes)
      changed[place]! ^= mask
      await refused(changed)
    }),
    { numRuns: 100 },
  )
})
