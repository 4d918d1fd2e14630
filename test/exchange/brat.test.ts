import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brat } from '../../server/exchange/formats/brat.ts'
import { complaintOf, datasetOf, inWords, readFolder, writtenFolder } from '../support/folder-exchange.ts'
import { id, madeUp, sha256 } from '../support/lesart-file.ts'

/** A pair of files of one annotator. */
const pair = (text: string | Uint8Array, ann: string) =>
  new Map([
    ['ada/bridge.txt', text],
    ['ada/bridge.ann', ann],
  ])

const EMOJI = 'Oh 😃 nein, sagt die Ministerin.\nDie Brücke ist „zu“.'

interface Case {
  readonly text: string
  readonly ann: string
  readonly marks: readonly string[]
  readonly warnings?: readonly RegExp[]
}

const READ: Readonly<Record<string, Case>> = {
  'positions in code points': {
    text: EMOJI,
    ann: 'T1\tclaim 5 9\tnein\nT2\tframe 0 4\tOh 😃\n',
    marks: ['frame „Oh 😃“', 'claim „nein“'],
  },
  'positions in UTF-16, as the old client wrote them': {
    text: EMOJI,
    ann: 'T1\tclaim 6 10\tnein\nT2\tframe 0 5\tOh 😃\n',
    marks: ['frame „Oh 😃“', 'claim „nein“'],
  },
  'a line end of two characters that counts two': {
    text: 'Eins\r\nZwei\r\nDrei',
    ann: 'T1\tclaim 6 10\tZwei\nT2\tclaim 12 16\tDrei\n',
    marks: ['claim „Zwei“', 'claim „Drei“'],
  },
  'a line end of two characters that counts one': {
    text: 'Eins\r\nZwei\r\nDrei',
    ann: 'T1\tclaim 5 9\tZwei\nT2\tclaim 10 14\tDrei\n',
    marks: ['claim „Zwei“', 'claim „Drei“'],
  },
  'a byte order mark that counts': { text: '\ufeffEins', ann: 'T1\tclaim 1 5\tEins\n', marks: ['claim „Eins“'] },
  'a byte order mark that does not': { text: '\ufeffEins', ann: 'T1\tclaim 0 4\tEins\n', marks: ['claim „Eins“'] },
  'a byte order mark and line ends, neither of which counts': {
    text: '\ufeffEins\r\nZwei',
    ann: 'T1\tclaim 5 9\tZwei\n',
    marks: ['claim „Zwei“'],
  },
  'a text in normal form D': {
    text: 'Bru\u0308cke zu',
    ann: 'T1\tclaim 8 10\tzu\nT2\tclaim 3 7\t\u0308cke\n',
    marks: ['claim „ücke“', 'claim „zu“'],
    warnings: [/bridge\.ann:2: an edge within „ücke“ was moved/],
  },
  'lines that end in CR LF': {
    text: 'Eins',
    ann: 'T1\tclaim 0 4\tEins\r\nA1\tsure T1 high\r\n',
    marks: ['claim „Eins“ sure=high'],
  },
  'text that runs from right to left': {
    text: 'قال الوزير نعم',
    ann: 'T1\tclaim 4 10\tالوزير\n',
    marks: ['claim „الوزير“'],
  },
  'a span over a line end, in a fragment for each line': {
    text: 'Eins,\n  zwei\n\ndrei.',
    ann: 'T1\tclaim 0 5;8 12;14 19\tEins, zwei drei.\n',
    marks: ['claim „Eins,\n  zwei\n\ndrei.“'],
  },
  'a span in pieces': {
    text: 'Er gab den Plan auf.',
    ann: 'T1\tclaim 3 6;16 19\tgab auf\n',
    marks: ['claim „gab den Plan auf“ content „gab“ content „auf“'],
    warnings: [/bridge\.ann:1: T1: a mark in 2 pieces/],
  },
  'pieces without a space between their words, as older files have them': {
    text: 'Er gab den Plan auf.',
    ann: 'T1\tclaim 3 6;16 19\tgabauf\n',
    marks: ['claim „gab den Plan auf“ content „gab“ content „auf“'],
    warnings: [/a mark in 2 pieces/],
  },
  'a relation: the second end is a part of the first': {
    text: 'Die Polizei sagt nein.',
    ann: 'T1\tclaim 0 22\tDie Polizei sagt nein.\nT2\tPerson 4 11\tPolizei\nR1\tsource Arg1:T1 Arg2:T2\n',
    marks: ['claim „Die Polizei sagt nein.“ source „Polizei“', 'person „Polizei“'],
  },
  'an event: its trigger is marked, what fills it are parts': {
    text: 'Die Polizei und Ada sagen nein.',
    ann: 'T1\tSay 20 25\tsagen\nT2\tPerson 4 11\tPolizei\nT3\tPerson 16 19\tAda\nE1\tSay:T1 Who:T2 Who2:T3\n',
    marks: ['person „Polizei“', 'person „Ada“', 'say „sagen“ who „Polizei“ who „Ada“'],
  },
  'an event in an event': {
    text: 'Ada sagt, Ben sagt nein.',
    ann: 'T1\tSay 4 8\tsagt\nT2\tSay 14 18\tsagt\nE1\tSay:T1 What:E2\nE2\tSay:T2\nA1\tSure E2\n',
    marks: ['say „sagt“ what „sagt“', 'say „sagt“ sure=true'],
  },
  'attributes with values, flags, several choices, a note, a second tag': {
    text: 'Eins zwei',
    ann: [
      'T1\tframe 0 4\tEins',
      'A1\tdevice T1 loaded-word',
      'M1\tQuoted T1',
      'A2\tsign_verb T1',
      'A3\tsign_mood T1',
      'A4\tconfidence T1 high',
      'A5\tsecond-tag T1 claim',
      '#1\tAnnotatorNotes T1\tHm, "so"?',
      'N1\tReference T1 Wiki:Q1\tEins',
      '',
    ].join('\n'),
    marks: [
      'frame „Eins“ quoted=true reference=Wiki:Q1 Eins device=loaded-word sign=verb|mood high or claim (Hm, "so"?)',
    ],
  },
  'equal names are left out, and said': {
    text: 'Eins zwei',
    ann: 'T1\tclaim 0 4\tEins\nT2\tclaim 5 9\tzwei\n*\tEquiv T1 T2\n',
    marks: ['claim „Eins“', 'claim „zwei“'],
    warnings: [/bridge\.ann:3: .*Equiv.* was left out/],
  },
  'nested, crossing and equal spans': {
    text: 'Eins zwei drei',
    ann: 'T1\ta 0 9\tEins zwei\nT2\tb 5 14\tzwei drei\nT3\ta 5 9\tzwei\nT4\ta 5 9\tzwei\n',
    marks: ['a „Eins zwei“', 'b „zwei drei“', 'a „zwei“', 'a „zwei“'],
  },
  'nothing marked': { text: 'Eins', ann: '', marks: [] },
}

for (const [name, { text, ann, marks, warnings = [] }] of Object.entries(READ))
  test(`brat is read: ${name}`, async () => {
    const dataset = await readFolder(brat, pair(text, ann))
    assert.deepEqual(inWords(dataset).toSorted(), marks.map((mark) => `bridge ada: ${mark}`).toSorted())
    assert.equal(dataset.warnings.length, warnings.length, dataset.warnings.join('\n'))
    for (const [index, warning] of warnings.entries()) assert.match(dataset.warnings[index]!, warning)
  })

test('brat is read: the files of two annotators are readings of one article', async () => {
  const files = new Map([...pair('Eins', 'T1\tclaim 0 4\tEins\n'), ['ben/bridge.txt', 'Eins'], ['ben/bridge.ann', '']])
  const { articles, header } = await readFolder(brat, files)
  assert.deepEqual(
    articles.map(({ title, annotationSets }) => [title, annotationSets.map(({ annotator }) => annotator)]),
    [['bridge', ['ada', 'ben']]],
  )
  assert.deepEqual(
    header.annotators.map(({ id }) => id),
    ['ada', 'ben'],
  )
})

test('brat is read: older annotations in several files', async () => {
  const files = new Map([
    ['ada/bridge.txt', 'Eins zwei'],
    ['ada/bridge.a1', 'T1\tclaim 0 4\tEins\n'],
    ['ada/bridge.a2', 'T2\tframe 5 9\tzwei\nR1\tafter Arg1:T2 Arg2:T1\n'],
  ])
  assert.deepEqual(inWords(await readFolder(brat, files)), [
    'bridge ada: claim „Eins“',
    'bridge ada: frame „zwei“ after „Eins“',
  ])
})

const DAMAGED: Readonly<Record<string, readonly [text: string | Uint8Array, ann: string, says: RegExp]>> = {
  'another text than the line says': [
    'Eins zwei',
    'T1\tclaim 0 4\tZwei\n',
    /bridge\.ann:1: T1: the line says „Zwei“, the text there is „Eins“/,
  ],
  'one line that counts otherwise than the others': [
    EMOJI,
    'T1\tclaim 5 9\tnein\nT2\tclaim 12 16\tsagt\n',
    /:2: T2: the line says „sagt“/,
  ],
  'a span beyond the text': ['Eins', 'T1\tclaim 0 9\tEins\n', /:1: T1: .*outside the text/],
  'an empty span': ['Eins', 'T1\tclaim 2 2\t\n', /:1: T1: there is nothing between 2 and 2/],
  'a line that is cut off': ['Eins', 'T1\tclaim 0 4\tEins\nT2\tcla', /:2: „cla“ is not of the form T1→/],
  'an id twice': ['Eins', 'T1\tclaim 0 4\tEins\nT1\tframe 0 4\tEins\n', /:2: T1 stands there twice/],
  'a relation to nothing': ['Eins', 'T1\tclaim 0 4\tEins\nR1\tsource Arg1:T1 Arg2:T9\n', /:2: T9 is named here/],
  'an attribute of nothing': ['Eins', 'T1\tclaim 0 4\tEins\nA1\tsure T9\n', /:2: T9 is named here/],
  'a line of another kind': ['Eins', 'claim,0,4\n', /:1: this is no line of brat/],
  'a text in another encoding': [Buffer.from('Br\xfccke', 'latin1'), '', /bridge\.txt:1: this is not UTF-8/],
  'a control character in the text': ['Eins\u0001', '', /bridge\.txt:1: text: there is a control character/],
  'an empty text': ['', '', /bridge\.txt:1: text: nothing stands there/],
}

for (const [name, [text, ann, says]] of Object.entries(DAMAGED))
  test(`brat is refused: ${name}`, async () => {
    assert.match(await complaintOf(readFolder(brat, pair(text, ann))), says)
  })

test('what lesart.json says counts only with the files that it names', async () => {
  const { files } = await writtenFolder(brat, await datasetOf(madeUp()))
  const changed = (path: string, change: (content: string) => string) =>
    new Map([...files, [path, change(files.get(path)!)]])
  const [text, ann] = ['a1/strasse-gesperrt.txt', 'a1/strasse-gesperrt.ann']
  const without = new Map(files)
  without.delete(text)
  for (const [damaged, says] of [
    [without, /^lesart\.json:1: a1\/strasse-gesperrt\.txt is missing/],
    [
      changed(text, (content) => content.replace('Von Ada', 'Von Eva')),
      /strasse-gesperrt\.txt:1: the text is not the one of/,
    ],
    [
      changed(ann, (content) => content.replace('framing 0 8', 'rumour 0 8')),
      /strasse-gesperrt\.ann:1: „rumour“ is no tag of the codebook/,
    ],
    [
      changed(ann, (content) => content.replace('type T2 indirect', 'type T2 mixed')),
      /attributes\.type: unknown-choice/,
    ],
    [changed(ann, (content) => content.replace(id(9), id(8))), new RegExp(`${id(8)} stands there twice`)],
    [changed(ann, (content) => content.replace('{"id"', '{"id')), /:2: Lesart: this note is not as it was written/],
    [changed('lesart.json', (content) => content.slice(0, -9)), /^lesart\.json:1: this is no JSON, or it is cut off/],
    [
      changed('lesart.json', (content) => content.replace('"a2","uuid"', '"a1","uuid"')),
      /^1: annotators: a1 stands there twice|lesart\.json:1: annotators: a1 stands there twice/,
    ],
  ] as const)
    assert.match(await complaintOf(readFolder(brat, damaged)), says)
})

test('what was changed with brat since is read; what was not, is as it was', async () => {
  const { files } = await writtenFolder(brat, await datasetOf(madeUp()))
  const ann = 'a1/strasse-gesperrt.ann'
  const lines = files.get(ann)!.replace('framing 0 8\tStraße 😃', 'reporting 0 6\tStraße')
  files.set(ann, `${lines}T9\tframing 23 30\tAda Ohm\n`)
  const back = await readFolder(brat, files)
  assert.deepEqual(inWords(back).slice(0, 2), [
    'Straße 😃 gesperrt a1: reporting „Straße“',
    'Straße 😃 gesperrt a1: framing „Ada Ohm“',
  ])
  const [changed, made] = back.articles[0]!.annotationSets[0]!.annotations
  assert.equal(changed!.id, id(8), 'a mark that was moved is still the same')
  assert.equal(made!.origin, 'import:brat')
})

test('a span with white space at its ends, and a note of several lines, come back from what stands beside them', async () => {
  const file = madeUp()
  const [mark] = file.articles[0]!.annotationSets[0]!.annotations
  Object.assign(mark!, { start: 17, end: 23, quote: '\n\nVon ', note: 'Eins\nzwei\u2028drei\tvier' })
  assert.equal(sha256(file.articles[0]!.body), file.articles[0]!.sha256)
  const { files } = await writtenFolder(brat, await datasetOf(file))
  const lines = files.get('a1/strasse-gesperrt.ann')!
  assert.match(lines, /^T1\tframing 19 22\tVon$/m)
  assert.match(lines, /^#\d\tAnnotatorNotes T1\tEins zwei drei vier$/m)
  assert.match(lines, /"span":\[17,23\]/)
})

test('what stands beside a mark counts only where it gives what the lines say', async () => {
  const file = madeUp()
  const [mark] = file.articles[0]!.annotationSets[0]!.annotations
  Object.assign(mark!, { start: 17, end: 23, quote: '\n\nVon ', note: 'Eins\nzwei' })
  const { files } = await writtenFolder(brat, await datasetOf(file))
  const path = 'a1/strasse-gesperrt.ann'
  const read = async (content: string) => inWords(await readFolder(brat, new Map([...files, [path, content]])))[0]
  const title = 'Straße 😃 gesperrt a1:'
  assert.equal(await read(files.get(path)!), `${title} framing „\n\nVon “ (Eins\nzwei)`)
  const moved = files.get(path)!.replace('framing 19 22\tVon', 'framing 19 26\tVon Ada')
  assert.equal(await read(moved), `${title} framing „Von Ada“ (Eins\nzwei)`)
  const noted = files.get(path)!.replace('T1\tEins zwei', 'T1\tEins drei')
  assert.equal(await read(noted), `${title} framing „\n\nVon “ (Eins drei)`)
})

test('folders with pairs are taken for brat, others are not', () => {
  const sample = (files: Record<string, string>) => ({
    files: 'folder' as const,
    paths: Object.keys(files),
    heads: new Map(Object.entries(files)),
  })
  assert.ok(brat.recognises!(sample({ 'a.txt': 'Eins', 'a.ann': 'T1\tclaim 0 4\tEins' })))
  assert.ok(brat.recognises!(sample({ 'a.txt': 'Eins', 'a.ann': '' })))
  assert.ok(!brat.recognises!(sample({ 'a.txt': 'Eins', 'b.ann': 'T1\tclaim 0 4\tEins' })))
  assert.ok(!brat.recognises!(sample({ 'a.txt': 'Eins', 'a.ann': '{"id":1}' })))
})

test('the configuration of a project gives its codebook tags, roles, labels and colours, marked or not', async () => {
  const annotation = [
    '# a project of somebody',
    '[entities]\nPerson\nLoadedWord\n!Group\n\tRumour',
    '[relations]\nsource\tArg1:LoadedWord|Rumour, Arg2:Person\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>',
    '[events]\nSay\tWho*:Person, What?:<ANY>',
    '[attributes]\nNegation\tArg:Say',
  ]
  const visual = '[labels]\nLoadedWord | Geladenes Wort | Wort\n[drawing]\nLoadedWord\tbgColor:#FFDDDD, fgColor:black\n'
  const files = new Map([
    ...pair('Ada sagt Horde', 'T1\tLoadedWord 9 14\tHorde\nT2\tPerson 0 3\tAda\nR1\tsource Arg1:T1 Arg2:T2\n'),
    ['annotation.conf', annotation.join('\n')],
    ['visual.conf', visual],
  ])
  const dataset = await readFolder(brat, files)
  const [{ tags }] = dataset.header.codebooks as [(typeof dataset.header.codebooks)[0]]
  assert.deepEqual(
    tags.map(({ id, label, colour, roles = [] }) => [id, label.en, colour, roles.map(({ id }) => id)]),
    [
      ['person', 'Person', undefined, []],
      ['loaded-word', 'Geladenes Wort', '#ffdddd', ['source']],
      ['rumour', 'Rumour', undefined, ['source']],
      ['say', 'Say', undefined, ['who', 'what']],
    ],
  )
  assert.deepEqual(inWords(dataset), ['bridge ada: person „Ada“', 'bridge ada: loaded-word „Horde“ source „Ada“'])
})

test('of which kind an answer is, is told by all answers together', async () => {
  const texts = { sure: ['yes', 'no', 'maybe'], negated: ['yes', 'no', 'yes'], strength: ['1', '3', '2'] }
  const more = { code: ['007', '10', '11'], number: ['12', '900000000', '3'], remark: ['one', 'two words', 'three'] }
  const answers = Object.entries({ ...texts, ...more })
  const lines = [0, 1, 2].flatMap((place) => [
    `T${place + 1}\tframing ${place * 2} ${place * 2 + 1}\t${'abc'[place]}`,
    ...answers.map(([name, values], index) => `A${place * 10 + index + 1}\t${name} T${place + 1} ${values[place]}`),
  ])
  const files = new Map([
    ['a.txt', 'a b c'],
    ['a.ann', `${lines.join('\n')}\n`],
  ])
  const { header, articles } = await readFolder(brat, files)
  const questions = header.codebooks[0]!.tags[0]!.attributes!
  assert.deepEqual(Object.fromEntries(questions.map(({ id, kind, max }) => [id, max === undefined ? kind : max])), {
    code: 'one-of',
    negated: 'yes-no',
    number: 'one-of',
    remark: 'text',
    strength: 3,
    sure: 'one-of',
  })
  const [first, , third] = articles[0]!.annotationSets[0]!.annotations.map(({ attributes }) => attributes)
  assert.deepEqual([first!.sure, first!.negated, first!.code], ['yes', true, '007'])
  assert.deepEqual([third!.sure, third!.strength, third!.number], ['maybe', 2, '3'])
})
