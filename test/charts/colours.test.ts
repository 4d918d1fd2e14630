/** Whatever colour somebody chooses: its line can be seen, and the words on its tint can be read. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  contrast,
  GROUNDS,
  INK_CONTRAST,
  LINE_CONTRAST,
  mixed,
  shadeOf,
  visibleOn,
} from '../../server/charts/colours.ts'

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is that of WCAG 2', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
  assert.equal(contrast('#ffffff', '#777777').toFixed(2), '4.48')
})

test('the grounds are those of the pages', () => {
  const tokens = readFileSync(new URL('../../public/styles/tokens.css', import.meta.url), 'utf8')
  for (const [theme, block] of [
    ['light', tokens.split('[data-theme="dark"]')[0]],
    ['dark', tokens.split('[data-theme="dark"]')[1]],
  ] as const)
    for (const [name, colour] of Object.entries(GROUNDS[theme])) {
      const stated = new RegExp(`--${name}: (#[0-9a-f]+);`).exec(block!)![1]!
      assert.equal(stated === '#fff' ? '#ffffff' : stated, colour, `${theme} ${name}`)
    }
})

test('a colour that can be seen stays as it is', () => {
  assert.equal(visibleOn('#2a6f97', '#fbfaf6', LINE_CONTRAST), '#2a6f97')
  assert.equal(shadeOf('#2a6f97', 'light').hue, '#2a6f97')
})

for (const theme of ['light', 'dark'] as const)
  test(`on ${theme} pages each colour has a line that is seen, and words on it that are read`, () => {
    const { paper, card, bar, ink } = GROUNDS[theme]
    fc.assert(
      fc.property(anyColour, (colour) => {
        const shade = shadeOf(colour, theme)
        assert.ok(contrast(shade.hue, paper) >= LINE_CONTRAST)
        assert.ok(contrast(shade.hue, card) >= LINE_CONTRAST)
        assert.ok(contrast(shade.bar, bar) >= LINE_CONTRAST)
        for (const share of [shade.tint, shade.now])
          for (const ground of [paper, card]) assert.ok(contrast(mixed(ground, shade.hue, share), ink) >= INK_CONTRAST)
      }),
    )
  })
