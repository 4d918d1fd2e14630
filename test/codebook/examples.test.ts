/** A passage becomes an example under the heading of its tag, and nothing else in the guidelines changes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hasExample, withExample } from '../../server/codebook/examples.ts'
import { sectionsOf } from '../../server/codebook/markdown.ts'

const example = {
  kind: 'example',
  quote: 'so *eindrücklich*',
  start: 3,
  end: 20,
  title: 'Titel',
  outlet: 'Blatt',
} as const
const ENTRY = '- **Beispiel:** „so \\*eindrücklich\\*“ (*Titel*, Blatt, Zeichen 3–20)'

for (const [name, before, after] of [
  ['without guidelines the heading is made', '', `## Framing\n\n${ENTRY}\n`],
  ['without the heading it is made at the end', '# Eins\n\nText\n', `# Eins\n\nText\n\n## Framing\n\n${ENTRY}\n`],
  ['under the heading', '## framing\nText\n\n## Mehr\n', `## framing\nText\n\n${ENTRY}\n\n## Mehr\n`],
  ['at the end of a list', '## Framing\n\n- eins', `## Framing\n\n- eins\n${ENTRY}\n`],
  ['after deeper headings', '## Framing\n### Tief\nx\n# Hoch', `## Framing\n### Tief\nx\n\n${ENTRY}\n\n# Hoch\n`],
] as const)
  test(name, () => assert.equal(withExample(before, 'Framing', example, 'de'), after))

test('the same entry twice stands once, and is known again by its passage', () => {
  const asked = { question: 'So?', answer: 'Ja.' }
  const once = withExample('', 'Framing', { ...example, asked }, 'de')
  assert.equal(withExample(once, 'Framing', { ...example, asked }, 'de'), once)
  assert.ok(hasExample(once, example, 'de'))
  assert.ok(!hasExample(once, { ...example, end: 21 }, 'de'))
})

test('whatever words stand in a passage, they are shown as they are, in one entry', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
      const quote = words.trim() || 'x'
      const [section] = sectionsOf(withExample('', 'Framing', { ...example, quote }, 'en'))
      assert.equal(section?.passages.length, 1)
      assert.match(section!.passages[0]!.text, /Titel, Blatt, characters 3–20\)$/)
    }),
  )
})
