import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webannoTsv } from '../../server/exchange/formats/webanno-tsv.ts'
import { complaintOf, datasetOf, inWords, readFolder, writtenFolder } from '../support/folder-exchange.ts'
import { madeUp } from '../support/lesart-file.ts'

const file = (content: string | Uint8Array) => new Map([['ada/bridge.tsv', content]])

/** A file with a header of layers and a body; rows end in a tab, as INCEpTION writes them. */
function tsv(layers: readonly string[], ...body: readonly string[]): string {
  return ['#FORMAT=WebAnno TSV 3.3', ...layers, '', '', ...body].map((line) => `${line}\n`).join('')
}
const row = (...cells: readonly string[]) => `${cells.join('\t')}\t`
const CLAIM = '#T_SP=webanno.custom.Claim|value'

interface Case {
  readonly content: string
  readonly marks: readonly string[]
  readonly body?: string
  readonly warnings?: readonly RegExp[]
}

const READ: Readonly<Record<string, Case>> = {
  'positions in UTF-16': {
    content: tsv(
      [CLAIM],
      '#Text=Oh 😃 nein',
      row('1-1', '0-2', 'Oh', '_'),
      row('1-2', '3-5', '😃', 'joy'),
      row('1-3', '6-10', 'nein', 'no'),
    ),
    marks: ['joy „😃“', 'no „nein“'],
  },
  'positions in code points, as the words of the rows show': {
    content: tsv(
      [CLAIM],
      '#Text=Oh 😃 nein',
      row('1-1', '0-2', 'Oh', '_'),
      row('1-2', '3-4', '😃', 'joy'),
      row('1-3', '5-9', 'nein', 'no'),
    ),
    marks: ['joy „😃“', 'no „nein“'],
  },
  'an annotation over several tokens and sentences': {
    content: tsv(
      [CLAIM],
      ...['#Text=Eins zwei', row('1-1', '0-4', 'Eins', '_'), row('1-2', '5-9', 'zwei', 'x[1]'), ''],
      ...['#Text=Drei', row('2-1', '10-14', 'Drei', 'x[1]')],
    ),
    body: 'Eins zwei\nDrei',
    marks: ['x „zwei\nDrei“'],
  },
  'annotations one above the other, and without a value': {
    content: tsv(
      [CLAIM, '#T_SP=webanno.custom.Plain|'],
      ...['#Text=Eins zwei', row('1-1', '0-4', 'Eins', 'a[1]|b[2]', '*'), row('1-2', '5-9', 'zwei', 'a[1]|*[3]', '_')],
    ),
    marks: ['a „Eins zwei“', 'b „Eins“', 'plain „Eins“', 'claim „zwei“'],
  },
  'pieces of tokens': {
    content: tsv(
      [CLAIM],
      ...['#Text=Brückenbau jetzt', row('1-1', '0-10', 'Brückenbau', '_'), row('1-1.1', '7-10', 'bau', 'x[1]')],
      ...[row('1-2', '11-16', 'jetzt', '_'), row('1-2.1', '11-13', 'je', 'x[1]')],
    ),
    marks: ['x „bau je“'],
  },
  'all that is escaped': {
    content: tsv(
      [CLAIM],
      '#Text=Ein\\tTab\\\\ und',
      row('1-1', '0-3', 'Ein', 'a\\[1\\]\\|b\\_\\->\\;\\*\\\\[1]'),
      row('1-2', '4-8', 'Tab\\', '\\_'),
    ),
    body: 'Ein\tTab\\ und',
    marks: ['a-1-b „Ein“', 'tag „Tab\\“'],
  },
  'a sentence of several lines': {
    content: tsv(
      [CLAIM],
      '#Text=Eins',
      '#Text=zwei',
      row('1-1', '0-4', 'Eins', 'x[1]'),
      row('1-2', '5-9', 'zwei', 'x[1]'),
    ),
    body: 'Eins\nzwei',
    marks: ['x „Eins\nzwei“'],
  },
  'white space that nobody wrote down': {
    content: tsv(
      [CLAIM],
      '#Text=Eins',
      row('1-1', '2-6', 'Eins', '_'),
      '',
      '#Text=Zwei',
      row('2-1', '9-13', 'Zwei', 'x'),
    ),
    body: '  Eins\n  Zwei',
    marks: ['x „Zwei“'],
  },
  'sentences that touch': {
    content: tsv(
      [CLAIM],
      '#Text=Eins.',
      row('1-1', '0-5', 'Eins.', '_'),
      '',
      '#Text=Zwei',
      row('2-1', '5-9', 'Zwei', 'x'),
    ),
    body: 'Eins.Zwei',
    marks: ['x „Zwei“'],
  },
  'slots: what is linked is a part': {
    content: tsv(
      [
        '#T_SP=webanno.custom.Part|label',
        '#T_SP=webanno.custom.Say|kind|ROLE_webanno.custom.Say:parts_webanno.custom.SayLink|webanno.custom.Part',
      ],
      '#Text=Ada sagt nein',
      row('1-1', '0-3', 'Ada', 'who[2]', '_', '_', '_'),
      row('1-2', '4-8', 'sagt', '_', 'direct[1]', 'source;cue[1]', '1-1[2];1-3'),
      row('1-3', '9-13', 'nein', 'what', '_', '_', '_'),
    ),
    marks: ['who „Ada“', 'say „sagt“ kind=direct source „Ada“ cue „nein“', 'what „nein“'],
  },
  'a slot with nothing in it': {
    content: tsv(
      ['#T_SP=w.Part|label', '#T_SP=w.Say|ROLE_w.Say:parts_w.SayLink|w.Part'],
      ...['#Text=Ada sagt', row('1-1', '0-3', 'Ada', '_', '_', '*'), row('1-2', '4-8', 'sagt', '_', '_', '_')],
    ),
    marks: ['say „Ada“'],
  },
  'a relation: its second end is a part of the first': {
    content: tsv(
      [CLAIM, '#T_RL=webanno.custom.Refers|label|BT_webanno.custom.Claim'],
      '#Text=Eins zwei drei',
      row('1-1', '0-4', 'Eins', 'a[1]', '_', '_'),
      row('1-2', '5-9', 'zwei', 'a[1]', '_', '_'),
      row('1-3', '10-14', 'drei', 'b[2]', 'answers', '1-1[1_2]'),
    ),
    marks: ['a „Eins zwei“ answers „drei“', 'b „drei“'],
  },
  'a chain: each of its links is marked': {
    content: tsv(
      ['#T_CH=webanno.custom.Chain|referenceType|referenceRelation'],
      '#Text=Ada sagt sie',
      row('1-1', '0-3', 'Ada', 'name[1]', 'same->1-1'),
      row('1-2', '4-8', 'sagt', '_', '_'),
      row('1-3', '9-12', 'sie', 'pronoun[1]', '*->1-2'),
    ),
    marks: ['chain „Ada“ referencerelation=same referencetype=name', 'chain „sie“ referencetype=pronoun'],
  },
  'a mark without extent is left out, and said': {
    content: tsv([CLAIM], '#Text=Eins', row('1-1', '0-4', 'Eins', '_'), row('1-1.1', '2-2', '', 'x')),
    marks: [],
    warnings: [/bridge\.tsv:7: Claim: without extent, at 2; it was left out/],
  },
  'an older version with Java’s escapes, rows without a last tab': {
    content: '#FORMAT=WebAnno TSV 3.1\n#T_SP=webanno.custom.Claim|value\n\n\n#Text=Br\\u00FCcke\n1-1\t0-6\tBrücke\tx\n',
    body: 'Brücke',
    marks: ['x „Brücke“'],
  },
  'lines that end in CR LF': {
    content: tsv([CLAIM], '#Text=Eins', row('1-1', '0-4', 'Eins', 'x')).replaceAll('\n', '\r\n'),
    marks: ['x „Eins“'],
  },
}

for (const [name, { content, marks, body, warnings = [] }] of Object.entries(READ))
  test(`webanno-tsv is read: ${name}`, async () => {
    const dataset = await readFolder(webannoTsv, file(content))
    assert.deepEqual(inWords(dataset).toSorted(), marks.map((mark) => `bridge ada: ${mark}`).toSorted())
    if (body !== undefined) assert.equal(dataset.articles[0]!.body.text, body)
    assert.equal(dataset.warnings.length, warnings.length, dataset.warnings.join('\n'))
    for (const [index, warning] of warnings.entries()) assert.match(dataset.warnings[index]!, warning)
  })

test('webanno-tsv is read: folders as INCEpTION exports them, a document with its annotators', async () => {
  const content = tsv([CLAIM], '#Text=Eins', row('1-1', '0-4', 'Eins', 'x'))
  const files = new Map(['ada', 'ben'].map((name) => [`annotation/bridge.txt/${name}.tsv`, content]))
  assert.deepEqual(inWords(await readFolder(webannoTsv, files)), ['bridge ada: x „Eins“', 'bridge ben: x „Eins“'])
})

const whole = tsv([CLAIM], '#Text=Eins zwei', row('1-1', '0-4', 'Eins', 'x'), row('1-2', '5-9', 'zwei', '_'))
const DAMAGED: Readonly<Record<string, readonly [content: string | Uint8Array, says: RegExp]>> = {
  'another format': ['article\ttitle\n', /bridge\.tsv:1: this is no WebAnno TSV 3/],
  'an older format': ['# webanno.custom.Claim | value\n', /:1: this is an older WebAnno TSV/],
  'a byte order mark': [`\ufeff${whole}`, /:1: there is a byte order mark/],
  'one blank line after the header': [
    whole.replace('value\n\n\n', 'value\n\n'),
    /:3: the header ends in two blank lines/,
  ],
  'a row that is cut off': [whole.slice(0, whole.indexOf('zwei\t_') - 2), /:7: „1-2\t5-“ is no row/],
  'a row with too few cells': [whole.replace('zwei\t_\t', 'zwei'), /:7: there are 0 cells, the header has 1 columns/],
  'words that are not there': [
    whole.replace('\tzwei\t', '\tdrei\t'),
    /:7: 1-2: the row says „drei“, the text there is „zwei“/,
  ],
  'a place beyond the text': [whole.replace('5-9', '5-19'), /:7: 1-2 ends at 19, the text at 9/],
  'a sentence without rows': [`${whole}\n#Text=Drei\n`, /:10: this sentence has no rows/],
  'two blank lines': [whole.replace('\n1-1', '\n\n1-1'), /:6: this sentence has no rows/],
  'a link to nothing': [
    tsv(
      ['#T_SP=w.Part|label', '#T_SP=w.Say|ROLE_w.Say:parts_w.SayLink|w.Part'],
      '#Text=Eins',
      row('1-1', '0-4', 'Eins', '_', 'source[1]', '1-9[7]'),
    ),
    /:7: 1-9\[7\] is referred to, and there is nothing/,
  ],
  'more roles than targets': [
    tsv(
      ['#T_SP=w.Part|label', '#T_SP=w.Say|ROLE_w.Say:parts_w.SayLink|w.Part'],
      '#Text=Eins',
      row('1-1', '0-4', 'Eins', 'x[2]', 'a;b[1]', '1-1[2]'),
    ),
    /:7: parts: 2 roles, 1 targets/,
  ],
  'another encoding': [Buffer.from(whole.replace('Eins', 'Zwölf'), 'latin1'), /bridge\.tsv:5: this is not UTF-8/],
}

for (const [name, [content, says]] of Object.entries(DAMAGED))
  test(`webanno-tsv is refused: ${name}`, async () => {
    assert.match(await complaintOf(readFolder(webannoTsv, file(content))), says)
  })

test('the rows of the made-up file: no blank line too many, positions in UTF-16, a slot for the parts', async () => {
  const { files } = await writtenFolder(webannoTsv, await datasetOf(madeUp()))
  const content = files.get('a1/strasse-gesperrt.tsv')!
  assert.match(content, /^#FORMAT=WebAnno TSV 3\.3\n(#T_SP=.+\n)+\n\n#Text=/)
  assert.ok(!content.endsWith('\n\n') && !content.slice(content.indexOf('#Text')).includes('\n\n\n'))
  assert.match(
    content,
    /\|ROLE_webanno\.custom\.LesartSpan:parts_webanno\.custom\.LesartSpanPartsLink\|webanno\.custom\.LesartPart$/m,
  )
  assert.match(content, /^1-2\t7-9\t😃\t/m)
  assert.match(
    content,
    /^3-10\t71-81\tMinisterin\tparagraph\[\d\]\tsource\[5\]\t.*\tsource;cue;cue\[8\]\t3-10\[5\];3-3\[6\];3-8\[7\]\t$/m,
  )
})
