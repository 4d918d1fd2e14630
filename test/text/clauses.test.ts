import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codedBlocks } from '../../server/articles/article.ts'
import { clausesOf } from '../../server/text/clauses.ts'
import { articleOf, oddArticle } from '../support/texts.ts'

const cases: Record<string, { words: string; clauses: string[] }> = {
  'sentences are parted, without the full stop': {
    words: 'Moskau nahm den Ball auf. Das Ministerium begrüßte das.',
    clauses: ['Moskau nahm den Ball auf', 'Das Ministerium begrüßte das'],
  },
  'a long sentence is parted at a dash': {
    words: 'Offiziell dient dies der „globalen Sicherheit“ – eine Formulierung, die wie eine Kampfansage klingt.',
    clauses: ['Offiziell dient dies der „globalen Sicherheit“', 'eine Formulierung, die wie eine Kampfansage klingt'],
  },
  'a short clause stays with the next': {
    words: 'Nein, sagte er am Abend, das werde es mit der Partei unter keinen Umständen geben.',
    clauses: ['Nein, sagte er am Abend, das werde es mit der Partei unter keinen Umständen geben'],
  },
  'a quotation is parted from what frames it, not at its own commas': {
    words:
      '„China ist bereit, mit Russland zu arbeiten, die Koordination zu stärken und mehr“, erklärte Dong Jun am Abend in Peking.',
    clauses: [
      '„China ist bereit, mit Russland zu arbeiten, die Koordination zu stärken und mehr“',
      'erklärte Dong Jun am Abend in Peking',
    ],
  },
  'numbers with a comma stay whole': {
    words: 'Die Preise stiegen in dieser Zeit um 3,5 Prozent und in der nächsten um 4,5 Prozent.',
    clauses: ['Die Preise stiegen in dieser Zeit um 3,5 Prozent und in der nächsten um 4,5 Prozent'],
  },
  'where nothing but punctuation stands, that is a clause': { words: '…', clauses: ['…'] },
}

for (const [name, { words, clauses }] of Object.entries(cases))
  test(name, () => {
    const { body, blocks } = articleOf(['byline', 'Von 😃'], ['paragraph', words])
    assert.deepEqual(
      clausesOf(body, blocks[1]!).map(({ start, end }) => body.slice(start, end)),
      clauses,
    )
  })

test('clauses stand in order in their block, and leave out nothing but white space and punctuation', () => {
  fc.assert(
    fc.property(oddArticle, (article) => {
      for (const block of codedBlocks(article)) {
        let from = block.start
        for (const { start, end } of [...clausesOf(article.body, block), { start: block.end, end: block.end }]) {
          assert.ok(start >= from && end <= block.end && start <= end)
          assert.match(article.body.slice(from, start), /^[\p{White_Space}.,:;–—!?…]*$/u)
          from = end
        }
      }
    }),
  )
})
