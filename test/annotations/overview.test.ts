import assert from 'node:assert/strict'
import { test } from 'node:test'
import { overviewOf } from '../../server/annotations/overview.ts'
import { articleOf, placeOf } from '../support/texts.ts'

/** What is drawn, by tag: begin and length of each stroke, without the height at which it lies. */
function strokesOf(...[article, marks]: Parameters<typeof overviewOf>): Record<string, string[]> {
  const { strokes } = overviewOf(article, marks)
  const drawn = (path: string) =>
    path
      .split('M')
      .slice(1)
      .map((stroke) => stroke.replace(/ [\d.]+h/, '+'))
  return Object.fromEntries(strokes.map(({ tag = 'unmarked', path }) => [tag, drawn(path)]))
}

test('each line is a stroke, cut where another mark is the innermost one', () => {
  const article = articleOf(['headline', 'Am x̌-Tag 😃'], ['byline', 'Von Ada'], ['paragraph', 'قال الوزير: nein'])
  const { text } = article.body
  const marks = [
    { tag: 'attribution', ...placeOf(text, 'قال الوزير: nein') },
    { tag: 'framing', ...placeOf(text, 'nein') },
  ]
  assert.deepEqual(strokesOf(article, marks), { unmarked: ['0+11'], attribution: ['0+12'], framing: ['12+4'] })
})

test('a word that is longer than a line goes on in the next stroke', () => {
  const article = articleOf(['paragraph', 'ق'.repeat(200)])
  assert.deepEqual(strokesOf(article, [{ tag: 'framing', start: 0, end: 200 }]), {
    framing: ['0+64', '0+64', '0+64', '0+8'],
  })
})

test('a long article has one stroke for several lines', () => {
  const article = articleOf(['paragraph', 'Wort '.repeat(10_000).trim()])
  const { unmarked } = strokesOf(article, [])
  assert.ok(unmarked!.length > 50 && unmarked!.length <= 75)
})
