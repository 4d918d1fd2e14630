/** Active time: what counts, and that sums which are sent twice, late or by somebody else count once or not at all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { afterLeaving, afterSign, LONGEST_GAP, NOTHING_YET } from '../../server/annotations/active-time.ts'
import { startApp, stored } from '../support/app.ts'
import { addArticleTo, addPlace, making, newId, type Place } from '../support/builders.ts'

const after = (signs: readonly number[]) => signs.reduce(afterSign, NOTHING_YET)

test('a minute between signs counts, more does not, and none at all while nobody is there', () => {
  assert.equal(after([1000, 1000 + LONGEST_GAP]).total, LONGEST_GAP)
  assert.equal(after([1000, 1001 + LONGEST_GAP, 1501 + LONGEST_GAP]).total, 500)
  const left = afterLeaving(after([0, 5000]), 8000)
  assert.deepEqual([left.total, afterSign(left, 20_000).total], [8000, 8000])
  assert.equal(afterLeaving(after([0]), 2 * LONGEST_GAP).total, 0)
})

test('never more counts than has passed, and clocks that go back take nothing away', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 })), (signs) => {
      let time = NOTHING_YET
      for (const sign of signs) {
        const next = afterSign(time, sign)
        assert.ok(next.total >= time.total)
        time = next
      }
      const sorted = signs.toSorted((a, b) => a - b)
      assert.ok(after(sorted).total <= (sorted.at(-1) ?? 0) - (sorted[0] ?? 0))
    }),
  )
})

test('the sums of visits add up in the set, each once', async (t) => {
  const app = await startApp(t)
  const ada = await app.signedIn('Ada')
  const place = await addPlace(app.parts)
  const seconds = async () =>
    (await app.parts.database.db.selectFrom('annotation_set').select('active_seconds').execute()).map(
      (row) => row.active_seconds,
    )
  const visit = newId()
  const put = (id: string, seconds: unknown, { round, article }: Place = place) =>
    ada.put(`/api/v1/visits/${id}`).send({ round, article: article.id, seconds })
  const before = await seconds()
  assert.deepEqual((await put(visit, 20).expect(200)).body, { kept: false })
  assert.deepEqual(await seconds(), before)
  await stored(ada, making(place, 'ernst'))
  assert.deepEqual((await put(visit, 30).expect(200)).body, { kept: true })
  for (const again of [30, 12]) await put(visit, again).expect(200)
  await put(visit, 45).expect(200)
  await put(newId(), 5).expect(200)
  assert.equal((await seconds()).at(-1), 50)
  const other = await addArticleTo(app.parts, place)
  await stored(ada, making(other, 'ernst'))
  assert.equal((await put(visit, 60, other).expect(409)).body.error.code, 'action-reused')
  for (const wrong of [-1, 1.5, 86_401, '5', null]) await put(newId(), wrong).expect(422)
  assert.equal((await seconds()).filter((sum) => sum === 50).length, 1)
})
