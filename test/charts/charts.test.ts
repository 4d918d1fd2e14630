/** Pictures: their colours, their words, and what is drawn where there is much or nothing to draw. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { narrowBarsPicture } from '../../server/charts/bars.ts'
import { columnsPicture } from '../../server/charts/columns.ts'
import { coursePicture, narrowCoursePicture } from '../../server/charts/course.ts'
import { withLegend } from '../../server/charts/legend.ts'
import { INK, type Look, PALETTE, QUIET_INK } from '../../server/charts/look.ts'
import { stripsPicture } from '../../server/charts/strips.ts'
import { asFile, inPage, type Shape } from '../../server/charts/svg.ts'
import { talliesPicture } from '../../server/charts/tallies.ts'
import { fitted, widthOf } from '../../server/charts/words.ts'
import { project } from '../support/program.ts'

const tokens = readFileSync(path.join(project, 'public/styles/tokens.css'), 'utf8')
/** A token of the light pages. */
const token = (name: string) => new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1]

test('a picture in a file has the colours of the pages', () => {
  const short: Readonly<Record<keyof typeof PALETTE, string>> = {
    reporting: 'rep',
    attribution: 'att',
    framing: 'fra',
    other: 'other',
  }
  for (const [hue, { stroke, fill, opacity }] of Object.entries(PALETTE)) {
    const name = short[hue as keyof typeof PALETTE]
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16))
    assert.equal(stroke, token(name))
    assert.equal(`rgb(${red} ${green} ${blue} / ${String(opacity).slice(1)})`, token(`${name}-now`))
  }
  assert.deepEqual([INK, QUIET_INK], [token('ink'), token('ink-2')])
})

const framing: Look = { hue: 'framing', line: 'wavy' }
const attribution: Look = { hue: 'attribution', line: 'double' }
const SCALE = ['0 %', '50 %', '100 %'] as const

function columns(sizes: readonly number[], name: string) {
  return columnsPicture({
    id: 'c',
    name: 'x',
    layers: [framing, undefined],
    columns: sizes.map((size) => ({
      name,
      note: String(size),
      size,
      shares: [
        { share: 0.25, words: '25 %' },
        { share: 0.75, words: '75 %' },
      ],
    })),
    scale: SCALE,
  })
}

test('however many columns there are, they stay within the picture, in their proportion, and no name runs into another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 400 }),
      fc.constantFrom('A', 'Absatz 12', 'Zwischentitel', '標題 標題'),
      (sizes, name) => {
        const picture = columns(sizes, name)
        const boxes = boxesIn(picture.shapes.find(({ attributes }) => attributes.class === 'area framing')!)
        assert.equal(boxes.length, sizes.length)
        const widths = boxes.map(({ width }) => width)
        const unit = widths.reduce((a, b) => a + b) / sizes.reduce((a, b) => a + b)
        for (const [index, { x, width }] of boxes.entries()) {
          assert.ok(Math.abs(width - sizes[index]! * unit) < 0.02)
          assert.ok(x >= 0 && x + width <= picture.width + 0.05)
        }
        const texts = picture.shapes.filter(
          (shape) => shape.name === 'text' && shape.attributes['text-anchor'] !== 'end',
        )
        for (const row of Object.values(Object.groupBy(texts, ({ attributes }) => String(attributes.y)))) {
          let until = -3
          for (const { attributes, children } of row!) {
            const half = widthOf(String(children[0]), Number(attributes['font-size'])) / 2
            assert.ok(Number(attributes.x) - half >= until - 3.1, String(children[0]))
            until = Number(attributes.x) + half
          }
          assert.ok(until <= picture.width + 3.1)
        }
      },
    ),
    { numRuns: 60 },
  )
})

function boxesIn({ attributes }: Shape) {
  const found = String(attributes.d).matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/g)
  return [...found].map(([, ...numbers]) => {
    const [x, y, width, height] = numbers.map(Number) as [number, number, number, number]
    return { x, y, width, height }
  })
}

test('nothing to draw is drawn without a number that is none', () => {
  const empty = [
    columns([], ''),
    columns([0], 'leer'),
    talliesPicture('x', framing, []),
    stripsPicture({ id: 's', name: 'x', strips: [], apart: { name: 'x', pieces: [] } }),
  ]
  for (const picture of empty) assert.doesNotMatch(asFile(withLegend(picture, '', [])), /NaN|Infinity|undefined/)
})

test('where strokes are few they can be counted, where they are many they are one line in proportion', () => {
  const drawn = (counts: number[]) => {
    const tallies = counts.map((count) => ({ name: 'x', count, words: String(count), note: '' }))
    return talliesPicture('x', attribution, tallies)
      .shapes.filter(({ name }) => name === 'path')
      .map(({ attributes }) => String(attributes.d))
  }
  // A double line is two strokes.
  assert.deepEqual(
    drawn([3, 1]).map((d) => d.match(/M/g)?.length),
    [6, 2],
  )
  const [all, quarter] = drawn([400, 100]).map((d) => Number(/h([\d.]+)/.exec(d)?.[1]))
  assert.ok(Math.abs(all! - 4 * quarter!) < 0.05)
})

test('pieces of a strip stand where the text has them, and what differs under them', () => {
  const picture = stripsPicture({
    id: 's',
    name: 'x',
    strips: [{ name: 'a', pieces: [{ from: 0.25, to: 0.75, look: framing }] }],
    apart: { name: 'd', pieces: [{ from: 0.5, to: 1 }] },
  })
  const [piece] = boxesIn(picture.shapes.find(({ attributes }) => attributes.class === 'area framing')!)
  const [apart] = boxesIn(picture.shapes.find(({ attributes }) => attributes.class === 'ink')!)
  const middle = (picture.width + 180) / 2
  assert.ok(Math.abs(piece!.x + piece!.width / 2 - middle) < 1)
  assert.deepEqual([apart!.x, apart!.x + apart!.width], [middle, picture.width])
})

test('words of all kinds become well-formed XML, and none of them markup', () => {
  const name = '<b> & "ja" \u0001\ufffe \ud800 😃'
  for (const svg of [inPage, asFile].map((write) => write({ ...columns([1], name), name })))
    assert.match(
      svg,
      /&lt;b&gt; &amp; &quot;ja&quot; \ufffd\ufffd \ufffd 😃|&lt;b&gt; &amp; "ja" \ufffd\ufffd \ufffd 😃/,
    )
})

test('words that are too long end in the sign for it, never within a character', () => {
  const family = '👩‍👩‍👧‍👦'
  assert.equal(fitted('Kontrast', 14, 300), 'Kontrast')
  assert.match(fitted('Donaudampfschifffahrtsgesellschaft', 14, 100), /^Donau\p{L}*…$/u)
  assert.match(fitted(family.repeat(9), 14, 120), new RegExp(`^(${family})*…$`, 'u'))
})

const TICKS = [
  { at: 0, words: '0', isLimit: false },
  { at: 0.667, words: '0,667', isLimit: true },
]

test('a course goes from the left to the right and up where values rise, breaks off where there is none, and fits at both widths', () => {
  const points = [
    { at: 0.1, value: 0.2, low: -0.9, high: 0.4 },
    { at: 0.5, value: undefined },
    { at: 0.7, value: 0.5 },
    { at: 0.9, value: 1, low: 0.8, high: 1 },
  ]
  const scale = [{ at: 0, words: 'first', note: 'day' }]
  for (const [draw, most] of [
    [coursePicture, 800],
    [narrowCoursePicture, 340],
  ] as const) {
    const picture = draw({ name: 'x', from: -0.2, ticks: TICKS, points, scale })
    assert.ok(picture.width <= most)
    const dots = picture.shapes.filter(({ name }) => name === 'circle').map(({ attributes }) => attributes)
    assert.equal(dots.length, 3)
    for (const [place, { cx, cy }] of dots.entries()) {
      assert.ok(Number(cx) > 0 && Number(cx) < picture.width && Number(cy) > 0 && Number(cy) < picture.height)
      if (place > 0) assert.ok(Number(cx) > Number(dots[place - 1]!.cx) && Number(cy) < Number(dots[place - 1]!.cy))
    }
    const way = picture.shapes.find(({ attributes }) => attributes.class === 'stroke way')
    assert.equal(String(way?.attributes.d).match(/M/g)?.length, 2)
    assert.doesNotMatch(asFile(picture), /NaN|undefined|Infinity/)
  }
})

test('bars for a phone fill its width, with the words over them', () => {
  const bars = [{ name: 'A very long name of a tag that has no room', shares: [0.25, 0.75], words: '75 %' }]
  const picture = narrowBarsPicture({ id: 'x', name: 'x', layers: [undefined, framing], bars })
  assert.ok(picture.width <= 340)
  const paths = picture.shapes.filter(({ name }) => name === 'path').map(({ attributes }) => String(attributes.d))
  assert.ok(paths.some((d) => d.startsWith('M0 ') && d.includes(`h${picture.width * 0.25}`)))
  assert.ok(paths.some((d) => d.startsWith(`M${picture.width * 0.25} `)))
  assert.match(asFile(picture), /…<\/text>/)
})
