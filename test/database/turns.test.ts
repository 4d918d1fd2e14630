import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { inTurns } from '../../server/database/turns.ts'

test('never more than so many run, each comes to its turn in order, and one that fails gives its place on', async () => {
  const taken = inTurns(3)
  const begun: number[] = []
  let running = 0
  const work = (number: number) => async () => {
    begun.push(number)
    assert.ok(++running <= 3)
    await pause(number % 4)
    running--
    if (number % 5 === 0) throw new Error(`${number}`)
    return number
  }
  const all = Array.from({ length: 40 }, (_, number) => number)
  const results = await Promise.allSettled(all.map((number) => taken(work(number))))
  assert.deepEqual(begun, all)
  assert.deepEqual(
    results.map(({ status }) => status),
    all.map((number) => (number % 5 === 0 ? 'rejected' : 'fulfilled')),
  )
  assert.equal(await taken(work(1)), 1, 'and there is room again')
})
