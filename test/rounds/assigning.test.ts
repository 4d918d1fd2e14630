/** The plan of who reads what: as many as asked for where that can be, even, apart who is to be apart, the same for the same seed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AssigningPlan, type AssigningWish, assign } from '../../server/rounds/assigning.ts'

const named = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)

function wishOf(
  more: Partial<AssigningWish> & { articles?: never; people?: never } & { a: number; p: number },
): AssigningWish {
  const { a, p, ...rest } = more
  return {
    articles: named('x', a).map((id) => ({ id, readers: [] })),
    people: named('a', p).map((id) => ({ id, load: 0 })),
    readers: 2,
    apart: [],
    order: 'study',
    seed: 1,
    ...rest,
  }
}

const loads = (plan: AssigningPlan) => [...plan.queues.values()].map((queue) => queue.length)
const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)

const anyPairs = (people: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: people }), fc.integer({ min: 1, max: people })), { maxLength: 6 })
    .map((pairs) => pairs.filter(([a, b]) => a !== b).map(([a, b]): [string, string] => [`a${a}`, `a${b}`]))

const anyWish = fc
  .record({
    a: fc.integer({ min: 0, max: 30 }),
    p: fc.integer({ min: 1, max: 9 }),
    readers: fc.integer({ min: 1, max: 5 }),
    most: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    order: fc.constantFrom('study' as const, 'shuffled' as const),
    seed: fc.nat(),
    hasPairs: fc.boolean(),
    standing: fc.integer({ min: 0, max: 2 }),
  })
  .chain(({ hasPairs, standing, ...sizes }) =>
    fc.record({
      sizes: fc.constant(sizes),
      apart: hasPairs ? anyPairs(sizes.p) : fc.constant([]),
      standing: fc.constant(standing),
    }),
  )
  .map(({ sizes, apart, standing }) => {
    const fresh = wishOf({ ...sizes, apart })
    if (standing === 0) return fresh
    // What an earlier plan left behind: the same study, planned with fewer readers and other luck.
    const before = assign({ ...fresh, readers: standing, seed: sizes.seed + 1 })
    return {
      ...fresh,
      articles: fresh.articles.map(({ id }) => ({ id, readers: before.readers.get(id)! })),
      people: fresh.people.map(({ id }) => ({ id, load: before.queues.get(id)!.length })),
    }
  })

test('nobody reads an article twice, more than they may, or with whom they are kept apart; what stands stays', () => {
  fc.assert(
    fc.property(anyWish, (wish) => {
      const plan = assign(wish)
      for (const { id, readers } of wish.articles) {
        const found = plan.readers.get(id)!
        assert.deepEqual(found.slice(0, readers.length), readers)
        assert.equal(new Set(found).size, found.length)
        for (const [one, other] of wish.apart) assert.ok(!(found.includes(one) && found.includes(other)))
        const queued = wish.people
          .filter((person) => plan.queues.get(person.id)!.includes(id))
          .map((person) => person.id)
        assert.deepEqual([...found].sort(), [...readers, ...queued].sort())
      }
      for (const { id, load } of wish.people) {
        const added = plan.queues.get(id)!.length
        if (added > 0) assert.ok(load + added <= (wish.most ?? Number.POSITIVE_INFINITY))
      }
    }),
  )
})

test('an article has as many readers as were asked for, or a shortage says how many it has', () => {
  fc.assert(
    fc.property(anyWish, (wish) => {
      const plan = assign(wish)
      const short = new Map(plan.shortages.map((shortage) => [shortage.article, shortage]))
      for (const { id } of wish.articles) {
        const readers = plan.readers.get(id)!.length
        if (readers < wish.readers) assert.equal(short.get(id)?.readers, readers)
        else assert.equal(short.has(id), false)
      }
    }),
  )
})

test('where nothing stands in the way, everything is met, and nobody gets more than one article more than another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 }), fc.nat(), (a, p, seed) => {
      for (const readers of [1, 2, 3].filter((readers) => readers <= p)) {
        const plan = assign(wishOf({ a, p, readers, seed }))
        assert.deepEqual(plan.shortages, [])
        assert.ok(spread(loads(plan)) <= 1)
        // A limit that is just high enough is met too.
        const most = Math.ceil((a * readers) / p)
        assert.deepEqual(assign(wishOf({ a, p, readers, seed, most: Math.max(1, most) })).shortages, [])
      }
    }),
  )
})

/** All ways to give each article as many readers as can be; the smallest difference between loads among them. */
function smallestSpread(wish: AssigningWish): number {
  const people = wish.people.map(({ id }) => id)
  const isApart = (one: string, other: string) =>
    wish.apart.some((pair) => pair.includes(one) && pair.includes(other) && one !== other)
  const subsets = Array.from({ length: 2 ** people.length }, (_, bits) =>
    people.filter((_, place) => bits & (1 << place)),
  )
  const allowed = subsets.filter((those) => those.every((one) => those.every((other) => !isApart(one, other))))
  const size = Math.min(wish.readers, Math.max(...allowed.map((those) => those.length)))
  const choices = allowed.filter((those) => those.length === size)
  let best = Number.POSITIVE_INFINITY
  const walk = (article: number, load: Map<string, number>) => {
    if (article === wish.articles.length) {
      best = Math.min(best, spread(people.map((id) => load.get(id) ?? 0)))
      return
    }
    for (const those of choices) {
      const next = new Map(load)
      for (const id of those) next.set(id, (next.get(id) ?? 0) + 1)
      walk(article + 1, next)
    }
  }
  walk(0, new Map())
  return best
}

test('where people are kept apart, loads are as even as any plan could make them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      anyPairs(4),
      fc.nat(),
      (a, p, readers, pairs, seed) => {
        const apart = pairs.filter((pair) => pair.every((id) => Number(id.slice(1)) <= p))
        const wish = wishOf({ a, p, readers, apart, seed })
        assert.ok(spread(loads(assign(wish))) <= Math.max(1, smallestSpread(wish)))
      },
    ),
    { numRuns: 300 },
  )
})

test('the same wish with the same seed is the same plan, another seed mixes otherwise', () => {
  fc.assert(fc.property(anyWish, (wish) => assert.deepEqual(assign(wish), assign(structuredClone(wish)))))
  const drawn = [1, 2, 3].map((seed) => JSON.stringify([...assign(wishOf({ a: 20, p: 5, seed })).readers]))
  assert.equal(new Set(drawn).size, 3)
})

test('each person reads in the order of the study, or in an order of their own', () => {
  const inOrder = assign(wishOf({ a: 30, p: 3, readers: 3 }))
  for (const queue of inOrder.queues.values()) assert.deepEqual(queue, named('x', 30))
  const orders = [...assign(wishOf({ a: 30, p: 3, readers: 3, order: 'shuffled' })).queues.values()]
  assert.equal(new Set(orders.map((order) => order.join())).size, 3)
  for (const order of orders) assert.deepEqual([...order].sort(), named('x', 30).sort())
})

test('what everybody reads comes out of what each may have, and is read by all', () => {
  const wish = wishOf({ a: 12, p: 4, readers: 2, most: 7 })
  const articles = wish.articles.map((article, index) => ({ ...article, isControl: index % 6 === 3 }))
  const plan = assign({ ...wish, articles })
  assert.deepEqual(loads(plan), [7, 7, 7, 7])
  assert.deepEqual([plan.readers.get('x4')!.length, plan.readers.get('x10')!.length], [4, 4])
  assert.deepEqual(plan.shortages, [])
})

const SHORT: readonly (readonly [
  name: string,
  wish: Partial<AssigningWish> & { a: number; p: number },
  string,
  number,
])[] = [
  ['more readers than people', { a: 3, p: 2, readers: 3 }, 'people', 3],
  ['a limit that is too low', { a: 10, p: 3, readers: 3, most: 8 }, 'most', 2],
  ['pairs that leave too few', { a: 2, p: 3, readers: 3, apart: [['a1', 'a2']] }, 'apart', 2],
]

for (const [name, wish, reason, articles] of SHORT)
  test(`${name}: what cannot be has its reason`, () => {
    const { shortages } = assign(wishOf(wish as never))
    assert.deepEqual(new Set(shortages.map((shortage) => shortage.reason)), new Set([reason]))
    assert.equal(shortages.length, articles)
  })
