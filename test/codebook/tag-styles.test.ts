/** The style of a page holds names that people chose: none of them ends the style, or a string in it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Codebook } from '../../server/codebook/codebook.ts'
import { tagStyles } from '../../server/codebook/tag-styles.ts'

const WORDS = { begins: 'Beginn {tag}', ends: 'Ende {tag}' }

const codebookOf = (label: string): Codebook => ({
  id: 'book',
  version: 1,
  title: { de: 'Buch' },
  overlap: 'allowed',
  tags: [{ id: 'framing', label: { de: label } }],
})

test('a tag is named, and what is said at its edges', () => {
  assert.equal(
    tagStyles(codebookOf('Framing'), 'de', WORDS),
    '[data-tags="framing"]{--label:"Framing";--begins:"Beginn Framing";--ends:"Ende Framing"}',
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
    const [, strings = ''] = /^\[data-tags="framing"\]\{(.*)\}$/.exec(tagStyles(codebookOf(label!), 'de', WORDS)) ?? []
    assert.match(
      strings,
      /^--label:"(?:[^"\\<>&\p{Cc}]|\\[\da-f]+ )*";--begins:"Beginn (?:[^"\\<>&\p{Cc}]|\\[\da-f]+ )*";--ends:"Ende (?:[^"\\<>&\p{Cc}]|\\[\da-f]+ )*"$/u,
    )
  })
