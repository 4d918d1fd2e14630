/** The style of a page holds names that people chose: none of them ends the style, or a string in it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Codebook } from '../../server/codebook/codebook.ts'
import { tagLook } from '../../server/codebook/tag-look.ts'
import { tagColours, tagStyles } from '../../server/codebook/tag-styles.ts'

const WORDS = { begins: 'Beginn {tag}', ends: 'Ende {tag}' }

const codebookOf = (label: string): Codebook => ({
  id: 'book',
  version: 1,
  title: { de: 'Buch' },
  overlap: 'allowed',
  tags: [{ id: 'framing', label: { de: label } }],
})

test('a tag has its look and its name, and what is said at its edges', () => {
  assert.equal(
    tagStyles(codebookOf('Framing'), 'de', WORDS),
    '[data-tags="framing"]{--label:"Framing";--begins:"Beginn Framing";--ends:"Ende Framing";' +
      '--hue:var(--fra);--tint:var(--fra-tint);--now:var(--fra-now);text-decoration-style:solid;text-decoration-thickness:var(--solid)}',
  )
})

for (const [name, label] of [
  ['the end of the element', '</style><script>alert(1)</script>'],
  ['quotation marks', '"} body { display: none } "'],
  ['a backslash at its end', 'Framing\\'],
  ['a line break', 'Fra\nming'],
  ['a place of our own', '{tag} $& $1'],
])
  test(`a name with ${name} stays a name`, () => {
    const [, strings = ''] =
      /^\[data-tags="framing"\]\{(.*);--hue:/.exec(tagStyles(codebookOf(label!), 'de', WORDS)) ?? []
    assert.match(
      strings,
      /^--label:"(?:[^"\\<>&\p{Cc}]|\\[\da-f]+ )*";--begins:"Beginn (?:[^"\\<>&\p{Cc}]|\\[\da-f]+ )*";--ends:"Ende (?:[^"\\<>&\p{Cc}]|\\[\da-f]+ )*"$/u,
    )
  })

const tag = (id: string, colour?: string) => ({ id, label: { de: id }, ...(colour !== undefined && { colour }) })

test('a chosen colour is a class of its own, a built-in one has the shades of the program', () => {
  assert.equal(tagLook(tag('framing')).hue, 'framing')
  assert.equal(tagLook(tag('framing', '#B0305C')).hue, 'framing')
  assert.equal(tagLook(tag('framing', '#006600')).hue, 'hue-006600')
  assert.equal(tagLook(tag('irony', '#B0305C')).hue, 'hue-b0305c')
  assert.equal(tagLook(tag('irony')).hue, 'other')
  assert.equal(tagLook(tag('irony', 'red;}</style>')).hue, 'other')
})

test('the style states each chosen colour once, and none where none was chosen', () => {
  assert.equal(tagColours({ tags: [tag('framing'), tag('irony')] }), '')
  const style = tagColours({ tags: [tag('a', '#006600'), tag('b', '#006600'), tag('c', '#ffee00')] })
  assert.equal(style.match(/^\.hue-006600\{/gm)?.length, 1)
  assert.match(style, /:root\{--hue-006600:#006600;/)
  // Yellow on paper would not be seen: it is drawn darker there, and as it is on the dark bar.
  assert.doesNotMatch(style, /--hue-ffee00:#ffee00;[^}]*}\n\[data-theme/)
  assert.match(style, /--bar-ffee00:#ffee00;/)
})
