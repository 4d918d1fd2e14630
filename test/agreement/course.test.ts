/** How agreement goes along the articles: windows in the order in which they were read, each measured by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codingOfTags } from '../../server/agreement/coding.ts'
import type { Corpus } from '../../server/agreement/continuum.ts'
import { courseOf } from '../../server/agreement/course.ts'
import { outcomeOf } from '../../server/agreement/estimate.ts'
import { krippendorffAlpha } from '../../server/agreement/krippendorff-alpha.ts'
import { middleOf, orderInTime } from '../../server/managing/agreement/reading-order.ts'

const BOOTSTRAP = { samples: 200, seed: 1, ofParagraphs: false }

/** Articles of two readers, the second one of whom misses more the later the article; some are read by one alone. */
function corpusOf(articles: number, alone: readonly number[] = []): Corpus {
  const unit = (start: number, end: number) => ({ tag: 0, start, end })
  return {
    ...{ position: 'character', annotators: ['a1', 'a2'], tags: ['framing'], attributes: [], roles: [], articles },
    continua: Array.from({ length: articles }, (_, article) => ({
      ...{ article, length: 100 },
      readings: [
        { annotator: 0, units: [unit(10, 50)] },
        ...(alone.includes(article) ? [] : [{ annotator: 1, units: [unit(10 + article, 50)] }]),
      ],
    })),
  }
}

test('a window is worth what its articles are worth by themselves, in the order given and not in that of the study', () => {
  const corpus = corpusOf(20)
  const order = Array.from({ length: 20 }, (_, place) => 19 - place)
  const { articles, size, windows } = courseOf(corpus, order, BOOTSTRAP)
  assert.deepEqual(articles, order)
  assert.equal(size, 5)
  assert.equal(windows.length, 16)
  for (const { from, to, outcome, interval } of windows) {
    const inside = order.slice(from, to)
    const alone = { ...corpus, continua: corpus.continua.filter(({ article }) => inside.includes(article)) }
    assert.ok(Math.abs(outcome.value! - outcomeOf(krippendorffAlpha(codingOfTags(alone))).value!) < 1e-12)
    assert.ok(interval!.low <= outcome.value! && outcome.value! <= interval!.high)
  }
  assert.ok(windows.at(-1)!.outcome.value! > windows[0]!.outcome.value!, 'the later articles of the study come first')
})

test('what one has read alone, and what has no place in time, is in no window; too few articles make none', () => {
  const { articles } = courseOf(corpusOf(14, [3]), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], BOOTSTRAP)
  assert.deepEqual(articles, [0, 1, 2, 4, 5, 6, 7, 8, 9, 10])
  assert.deepEqual(courseOf(corpusOf(14, [3]), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], BOOTSTRAP).windows, [])
  assert.deepEqual(courseOf(corpusOf(0), [], BOOTSTRAP), { articles: [], size: 0, windows: [] })
})

test('many articles make no more than twenty windows, from the first article to the last', () => {
  const { size, windows } = courseOf(corpusOf(39), [...Array(39).keys()], { ...BOOTSTRAP, samples: 20 })
  assert.equal(size, 8)
  assert.equal(windows.length, 20)
  assert.deepEqual([windows[0]!.from, windows.at(-1)!.to], [0, 39])
})

test('an article stands in the middle of the moments of its readings, and nowhere where one of them is not known', () => {
  const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`
  assert.equal(middleOf([day(9), day(1), day(2)]), day(2))
  assert.equal(middleOf([day(1), day(3)]), day(2))
  assert.equal(middleOf([day(1), undefined]), undefined)
  assert.equal(middleOf([]), undefined)
  const read = [day(3), undefined, day(1), day(3)].map((readAt) => ({ readAt }))
  assert.deepEqual(orderInTime(read), [2, 0, 3])
})
