/** Guidelines come with imports: what they may bring onto a page, and what not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sectionsOf } from '../../server/codebook/markdown.ts'

const markupOf = (source: string) =>
  sectionsOf(source)
    .map(({ html }) => html.trim())
    .join('\n')

const FORMS: readonly (readonly [name: string, source: string, expected: string])[] = [
  ['a paragraph with stress', 'Ein **starkes** *Wort*', '<p>Ein <strong>starkes</strong> <em>Wort</em></p>'],
  ['a list', '- eins\n- zwei', '<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>'],
  ['a list in an order of its own', '3. drei', '<ol start="3">\n<li>drei</li>\n</ol>'],
  ['markup', '<b onclick="x()">fett</b>', '<p>&lt;b onclick=&quot;x()&quot;&gt;fett&lt;/b&gt;</p>'],
  ['a script', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  [
    'a link, which leaves without saying whence',
    '[Quelle](https://example.org/a)',
    '<p><a href="https://example.org/a" rel="noreferrer noopener">Quelle</a></p>',
  ],
  ['a link that is a script', '[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ['a link that is data', '[x](data:text/html,x)', '<p>[x](data:text/html,x)</p>'],
  ['a link to somewhere on this server', '[x](/sign-out)', '<p>[x](/sign-out)</p>'],
  ['a link without a protocol', '[x](//example.org)', '<p>[x](//example.org)</p>'],
  ['a comment', '<!-- x -->', '<p>&lt;!-- x --&gt;</p>'],
  ['a style', '<style>p{}</style>', '<p>&lt;style&gt;p{}&lt;/style&gt;</p>'],
  ['nothing', '', ''],
]

for (const [name, source, expected] of FORMS)
  test(`in guidelines: ${name}`, () => assert.equal(markupOf(source), expected))

test('an image is not loaded, wherever it stands', () => {
  for (const source of [
    '![x](https://example.org/a.png)',
    '[![x](https://example.org/a.png)](https://example.org)',
    '![x][1]\n\n[1]: https://example.org/a.png',
  ])
    assert.doesNotMatch(markupOf(source), /<img/)
})

test('sections begin with headings that stand free; their ranks follow each other from the page on', () => {
  const sections = sectionsOf('Vorweg.\n\n# Eins\n\nText\n\n## Zwei\n\n> ## Darin\n\n# Drei')
  assert.deepEqual(
    sections.map(({ heading, level }) => [heading, level]),
    [
      [undefined, 1],
      ['Eins', 1],
      ['Zwei', 2],
      ['Drei', 1],
    ],
  )
  assert.match(sections[2]!.html, /<blockquote>\s*<h4>Darin<\/h4>/)
  assert.deepEqual(
    sectionsOf('### Nur diese').map(({ level }) => level),
    [1],
  )
})

test('passages are paragraphs and entries of lists, each by itself', () => {
  const [section] = sectionsOf('Ein Absatz\n\n- eins\n\n  - *zwei*\n\n> drei')
  assert.deepEqual(section!.passages, [
    { html: 'Ein Absatz', text: 'Ein Absatz' },
    { html: 'eins', text: 'eins' },
    { html: '<em>zwei</em>', text: 'zwei' },
    { html: 'drei', text: 'drei' },
  ])
})
