/** Codebooks out of the files of brat and Label Studio: what is taken, what is left out and said. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isProjectFile, projectCodebook } from '../../server/exchange/formats/codebook/project.ts'
import { DamagedFile } from '../../server/exchange/formats/lesart-lines.ts'

const ANNOTATION = `# what may be marked
[entities]
Claim
\tBoldClaim
-----
!Hidden
Person
[relations]
Source	Arg1:Claim, Arg2:Person
<OVERLAP>	Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
Negated	Arg:<ENTITY>
Tone	Arg:Claim|BoldClaim, Value:Dry|Overheated
strength	Arg:Claim, Value:1|2|3
device_irony	Arg:Claim
device_metaphor	Arg:Claim
Lost	Arg:Elsewhere
confidence	Arg:Claim, Value:low|medium|high
`
const VISUAL = `[labels]
Claim | Behauptung 😃 | B
device | Stilmittel
[drawing]
SPAN_DEFAULT	bgColor:lightgreen
Claim	bgColor:#AABBCC, fgColor:black
BoldClaim	bgColor:tomato
Person	bgColor:papayawhip
`
const SHORTCUTS = 'C\tClaim\nF1\tPerson\n'

test('brat: types, attributes, relations, labels, colours and keys; what has no place is named', () => {
  const names = ['annotation.conf', 'visual.conf', 'kb_shortcuts.conf']
  const found = projectCodebook([ANNOTATION, VISUAL, SHORTCUTS].map((text, index) => ({ name: names[index]!, text })))
  const negated = { id: 'negated', label: { en: 'Negated' }, kind: 'yes-no' }
  const choices = [
    { id: 'dry', label: { en: 'Dry' } },
    { id: 'overheated', label: { en: 'Overheated' } },
  ]
  const tone = { id: 'tone', label: { en: 'Tone' }, kind: 'one-of', choices }
  const devices = [
    { id: 'irony', label: { en: 'irony' } },
    { id: 'metaphor', label: { en: 'metaphor' } },
  ]
  assert.deepEqual(found?.content, {
    overlap: 'allowed',
    tags: [
      {
        ...{ id: 'claim', label: { en: 'Behauptung 😃' }, colour: '#aabbcc', key: 'c' },
        attributes: [
          negated,
          tone,
          { id: 'strength', label: { en: 'strength' }, kind: 'scale', min: 1, max: 3 },
          { id: 'device', label: { en: 'Stilmittel' }, kind: 'many-of', choices: devices },
        ],
        roles: [{ id: 'source', label: { en: 'Source' }, many: true }],
      },
      { id: 'bold-claim', label: { en: 'BoldClaim' }, colour: '#ff6347', attributes: [negated, tone] },
      { id: 'person', label: { en: 'Person' }, attributes: [negated] },
    ],
  })
  assert.deepEqual(found?.untaken, [
    { what: 'key', name: 'Person (F1)' },
    { what: 'colour', name: 'Person (papayawhip)' },
    { what: 'question', name: 'Lost' },
  ])
})

const CONFIG = `<View>
  <!-- labels first -->
  <Labels name="label" toName="text">
    <Label value="Wiedergabe" alias="attribution" background="orange" hotkey="1"/>
    <Label value="Wertung &amp; Ton" background="rgb(1,2,3)" hotkey="ctrl+k"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Header value="Wie wird wiedergegeben?"/>
  <Choices name="attribution.manner" toName="text" perRegion="true" whenTagName="label" whenLabelValue="attribution" required="true">
    <Choice value="wörtlich" alias="direct"/><Choice value="in eigenen Worten" alias="indirect"/>
  </Choices>
  <TextArea name="attribution.why" toName="text" perRegion="true" whenLabelValue="attribution" visibleWhen="choice-selected" whenTagName="attribution.manner" whenChoiceValue="in eigenen Worten"/>
  <TextArea name="note" toName="text" perRegion="true"/>
  <Relations><Relation value="source"/></Relations>
  <Choices name="topics" toName="text" choice="multiple"><Choice value="Politik"/><Choice value="Sport"/></Choices>
  <Rating name="article.quality" toName="text" maxRating="4"/>
  <Number name="price" toName="text" min="0.5" max="2"/>
  <DateTime name="when" toName="text"/>
</View>
`

test('Label Studio: labels, controls, headings, conditions, relations; what has no place is named', () => {
  const found = projectCodebook([{ name: 'config.xml', text: CONFIG }])
  const roles = [{ id: 'source', label: { en: 'source' }, many: true }]
  const manner = [
    { id: 'direct', label: { en: 'wörtlich' } },
    { id: 'indirect', label: { en: 'in eigenen Worten' } },
  ]
  const topics = [
    { id: 'politik', label: { en: 'Politik' } },
    { id: 'sport', label: { en: 'Sport' } },
  ]
  assert.deepEqual(found?.content, {
    overlap: 'allowed',
    tags: [
      {
        ...{ id: 'attribution', label: { en: 'Wiedergabe' }, colour: '#ffa500', key: '1' },
        attributes: [
          { id: 'manner', label: { en: 'Wie wird wiedergegeben?' }, kind: 'one-of', choices: manner, required: true },
          { id: 'why', label: { en: 'why' }, kind: 'text', shownWhen: { attribute: 'manner', is: ['indirect'] } },
        ],
        roles,
      },
      { id: 'wertung-ton', label: { en: 'Wertung & Ton' }, roles },
    ],
    questions: [
      { id: 'topics', label: { en: 'topics' }, kind: 'many-of', choices: topics },
      { id: 'quality', label: { en: 'article.quality' }, kind: 'scale', min: 1, max: 4 },
    ],
  })
  assert.deepEqual(
    found?.untaken.map(({ what, name }) => `${what} ${name}`),
    [
      'colour Wertung & Ton (rgb(1,2,3))',
      'key Wertung & Ton (ctrl+k)',
      'control <Number> price',
      'control <DateTime> when',
    ],
  )
})

for (const [what, text] of Object.entries({
  'a configuration of brat that declares nothing': '[entities]\n[relations]\n[attributes]\n',
  'how brat shows tags, without what they are': '[labels]\nPerson | Per\n[drawing]\n',
  'a config of Label Studio for pictures': '<View><Image name="i" value="$i"/><Choices name="c" toName="i"/></View>',
  'a config that breaks off': '<View><Labels name="l" toName="t"><Label value="x"/>',
  'a config with a document type': '<?xml version="1.0"?><View x="&a;" toName=""/>',
}))
  test(`${what} is known for what it is and refused`, () => {
    assert.ok(isProjectFile(text))
    assert.throws(() => projectCodebook([{ name: 'file', text }]), DamagedFile)
  })

test('a page, an article and a codebook of ours are no files of other programs', () => {
  for (const text of [
    '',
    '<html><View toName="x"/></html>',
    '[entities] and more\n',
    '{"overlap":"allowed","tags":[]}',
  ])
    assert.equal(isProjectFile(text), false, text)
})
