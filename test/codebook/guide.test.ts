/** The guidelines sorted to the tags. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Codebook } from '../../server/codebook/codebook.ts'
import { guideOf } from '../../server/codebook/guide.ts'
import { sectionsOf } from '../../server/codebook/markdown.ts'
import { firstArticle, takenApart } from '../support/lesart-file.ts'

const tag = (id: string, label: string, rest = {}) => ({ id, label: { de: label }, ...rest })

function guideTo(guidelines: string, tags = [tag('reporting', 'Bericht'), tag('framing', 'Framing (K+D)')]) {
  const codebook: Codebook = { id: 'c', version: 1, title: {}, overlap: 'allowed', tags }
  const { tags: found, sections } = guideOf(codebook, sectionsOf(guidelines), 'de')
  const shown = found.map(({ tag, sections, passages }) => [
    tag.id,
    sections.map(({ heading }) => heading),
    passages.map(({ text }) => text),
  ])
  return { tags: shown, sections: sections.map(({ heading }) => heading) }
}

test('a section under a tag’s name belongs to the tag, with all below it', () => {
  assert.deepEqual(guideTo('## Vorab\n\nx\n\n## bericht\n\ny\n\n### Beispiele\n\nz\n\n## Danach\n\nu'), {
    tags: [
      ['reporting', [undefined, 'Beispiele'], []],
      ['framing', [], []],
    ],
    sections: ['Vorab', 'Danach'],
  })
})

test('what names a tag elsewhere is listed with it, as a whole word and whatever stands in its name', () => {
  assert.deepEqual(guideTo('- **Bericht**: ja\n- Berichte: nein\n- framing\n- Framing (K+D)!').tags, [
    ['reporting', [], ['Bericht: ja']],
    ['framing', [], ['framing', 'Framing (K+D)!']],
  ])
})

test('retired tags are not in the guide, and a heading that names one is like any other', () => {
  const found = guideTo('# Alt\n\nx', [tag('reporting', 'Bericht'), tag('old', 'Alt', { retired: true })])
  assert.deepEqual(found, { tags: [['reporting', [], []]], sections: ['Alt'] })
})

test('in the first codebook every tag finds what the guidelines say about it', () => {
  const [codebook] = takenApart(firstArticle).header.codebooks
  for (const language of ['de', 'en']) {
    const { tags } = guideOf(codebook!, sectionsOf(codebook!.guidelines![language]!), language)
    assert.deepEqual(
      tags.map(({ passages }) => passages.length),
      language === 'de' ? [4, 9, 7] : [3, 9, 7],
    )
  }
})
