/** `spacy`, `prodigy`, `html`: written only, held to what their readers ask for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { html } from '../../server/exchange/formats/html.ts'
import { prodigy } from '../../server/exchange/formats/prodigy.ts'
import { spacy } from '../../server/exchange/formats/spacy.ts'
import { anyLesartFile } from '../support/any-lesart-file.ts'
import { datasetOf, textIn } from '../support/convert.ts'
import { id, madeUp } from '../support/lesart-file.ts'

type Span = { start: number; end: number; label: string; kb_id: string }
type Token = Span & { text: string; id: number; ws: boolean }
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** As spaCy's Doc.from_json does: a token's text, and a blank where the next one begins behind it. */
function rebuilt(text: string, tokens: readonly { start: number; end: number }[]): string {
  const points = [...text]
  return tokens
    .map(({ start, end }, place) => {
      const next = tokens[place + 1]?.start ?? points.length
      const isBlank = next === end + 1 && points[end] === ' '
      return points.slice(start, end).join('') + (isBlank ? ' ' : '')
    })
    .join('')
}

test('spaCy can rebuild any text from its tokens, and every span begins and ends with one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const file = anyLesartFile(g)
      fc.pre(file.articles.some(({ annotationSets }) => annotationSets.length > 0))
      for (const doc of linesOf(await textIn(spacy, await datasetOf(file)))) {
        assert.equal(rebuilt(doc.text, doc.tokens), doc.text)
        const [starts, ends] = [
          new Set(doc.tokens.map(({ start }: Span) => start)),
          new Set(doc.tokens.map(({ end }: Span) => end)),
        ]
        for (const { start, end } of Object.values(doc.spans).flat() as Span[])
          assert.ok(start < end && starts.has(start) && ends.has(end), `${start} ${end}`)
      }
    }),
    { numRuns: 60 },
  )
})

test('a Doc holds the marks as a span group, joined to their parts by id', async () => {
  const [doc, skipped] = linesOf(await textIn(spacy, await datasetOf(madeUp())))
  const words = ({ start, end }: Span) => [...(doc.text as string)].slice(start, end).join('')
  assert.deepEqual(
    doc.spans.lesart.map((span: Span) => [span.label, span.kb_id, words(span)]),
    [
      ['framing', id(8), 'Straße 😃'],
      ['attribution', id(9), 'Die Brücke sei „marode“, erklärte die Ministerin x̌'],
    ],
  )
  assert.deepEqual(doc.spans['lesart.cue'].map(words), ['sei', 'erklärte'])
  assert.deepEqual([skipped._.lesart.state, skipped.spans.lesart], ['skipped', []])
})

test('in Prodigy each span is the tokens from its first to its last, and relations name tokens', async () => {
  for (const task of linesOf(await textIn(prodigy, await datasetOf(madeUp())))) {
    const tokens: Token[] = task.tokens
    const between = (from: number, to: number) =>
      tokens
        .slice(from, to + 1)
        .map(({ text, ws }, place) => text + (ws && place < to - from ? ' ' : ''))
        .join('')
    for (const span of task.spans)
      assert.equal(between(span.token_start, span.token_end), [...task.text].slice(span.start, span.end).join(''))
    for (const { head, child, head_span, child_span } of task.relations)
      assert.deepEqual([head, child], [head_span.token_end, child_span.token_end])
    assert.equal(task.answer, task._annotator_id === 'a2' ? 'ignore' : 'accept')
  }
})

test('the page shows every mark with its note, and nothing of what was typed is markup', async () => {
  const file = madeUp()
  file.header.study.title = '<script>alert(1)</script>'
  file.articles[0]!.annotationSets[0]!.annotations[0]!.note = '"><img src=x onerror=alert(1)>'
  const page = await textIn(html, await datasetOf(file))
  assert.doesNotMatch(page, /<script|<img|https?:|url\(|@import/)
  assert.match(page, /<mark class="tag-framing">Straße 😃<sup>1<\/sup><\/mark> gesperrt/)
  assert.match(page, /„marode“, <span class="role-cue">erklärte<\/span>/)
  for (const words of ['Nichts markiert.', 'a2 · Runde · übersprungen · Zu lang', '&quot;&gt;&lt;img'])
    assert.ok(page.includes(words), words)
})
