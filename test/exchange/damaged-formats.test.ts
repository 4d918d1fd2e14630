/** Files of others that are damaged, or do not say what they should: refused, with the line. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isReadable } from '../../server/exchange/files/recognising.ts'
import type { Format } from '../../server/exchange/format.ts'
import { csv } from '../../server/exchange/formats/csv.ts'
import { doccano } from '../../server/exchange/formats/doccano.ts'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { labelStudio } from '../../server/exchange/formats/label-studio.ts'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { DamagedFile } from '../../server/exchange/formats/lesart-lines.ts'
import { semeval } from '../../server/exchange/formats/semeval.ts'
import { datasetOf, itemsOf, textIn, type Written } from '../support/convert.ts'
import { madeUp } from '../support/lesart-file.ts'

const whole = await textIn(csv, await datasetOf(madeUp()))
const task = (result: object, text = 'Ein Satz 😃 hier.') =>
  JSON.stringify([{ data: { text }, annotations: [{ completed_by: 1, result: [result] }] }])
const region = (start: number, end: number, text: string) => ({
  ...{ id: 'x', from_name: 'label', to_name: 'text', type: 'labels' },
  value: { start, end, text, labels: ['L'] },
})
const line = (entities: readonly object[], text = 'Ein 😃 Satz.') =>
  `${JSON.stringify({ id: 1, text, entities, relations: [] })}\n`
const articles = (labels: string): Written =>
  new Map([
    ['article1.txt', Buffer.from('Titel\n\nEin 😃 Satz.\n')],
    ['article1.task2-TC.labels', Buffer.from(labels)],
  ])

const CASES: Readonly<Record<string, { format: Format; content: Written | string; says: RegExp }>> = {
  'a table without its columns': {
    format: csv,
    content: whole.replace('quote', 'words'),
    says: /^1: the column quote is missing/,
  },
  'a table that is cut off in quotes': {
    format: csv,
    content: whole.slice(0, whole.indexOf('Ja, ""') + 4),
    says: /^3: a value in quotes does not end/,
  },
  'a row that is too short': { format: csv, content: `${whole}x,y\n`, says: /^5: there are 2 values for 26 columns/ },
  'a quote of another length': {
    format: csv,
    content: whole.replace('Straße 😃,high', 'Straße,high').replace(',0,8,', ',0,9,'),
    says: /^2: quote: 8 code points for the span 0 to 9/,
  },
  'a state that does not exist': {
    format: csv,
    content: whole.replace('skipped', 'gone'),
    says: /^4: state: „gone“ is none of/,
  },
  'no position': { format: csv, content: whole.replace(',0,8,', ',x,8,'), says: /^2: start, end: x-8/ },
  'rows of an article apart': {
    format: csv,
    content: `${whole}${whole.split('\n')[1]!.replace(/^[^,]*/, 'other')}\n${whole.split('\n')[1]}\n`,
    says: /^6: the rows of article .* do not stand together/,
  },
  'an id twice': { format: csv, content: `${whole}${whole.split('\n')[1]}\n`, says: /stands there twice/ },
  'bytes that are no UTF-8': {
    format: csv,
    content: new Map([['', Buffer.concat([Buffer.from(whole), Buffer.from([0xff, 0x0a])])]]),
    says: /^5: this is not UTF-8/,
  },
  'a list that is cut off': {
    format: labelStudio,
    content: `${task(region(0, 3, 'Ein'))}`.slice(0, -1),
    says: /^1: the file is cut off/,
  },
  'no JSON': { format: labelStudio, content: '[{"data":{"text":1,}}]', says: /^1: this is no JSON/ },
  'a task without a text': {
    format: labelStudio,
    content: '[{"data":{},"annotations":[]}]',
    says: /^1: data\.text: this task has no text/,
  },
  'words that are not there': {
    format: labelStudio,
    content: task(region(0, 3, 'Das')),
    says: /^1: the text at 0 to 3 is „Ein“, not „Das“/,
  },
  'a region beyond the text': {
    format: labelStudio,
    content: task(region(5, 99, 'Satz')),
    says: /^1: the text at 5 to 99/,
  },
  'an entity within a character': {
    format: doccano,
    content: line([{ id: 1, label: 'L', start_offset: 5, end_offset: 7 }]),
    says: /^1: label: 5 to 7 lies outside the text, or ends within/,
  },
  'an entity without a label': {
    format: doccano,
    content: line([{ id: 1, start_offset: 0, end_offset: 3 }]),
    says: /^1: label: the entity at 0 has no label/,
  },
  'a line that is cut off': {
    format: doccano,
    content: line([]) + line([]).slice(0, 20),
    says: /^2: the file is cut off/,
  },
  'offsets that fit the text only when they are counted in another way': {
    format: doccano,
    content: '{"text":"😃 ab","label":[[3,4,"x"],[0,1,"y"]]}',
    says: /^1: label: 0 to 1 lies outside the text, .*; all of them lie in it counted in another way \(offsets: codepoint\)$/,
  },
  'a line without a text': { format: doccano, content: '{"id":1,"entities":[]}', says: /^1: text: it is missing/ },
  'half a character': {
    format: doccano,
    content: '{"id":1,"text":"\\ud83d","entities":[]}',
    says: /^1: text: half of a character/,
  },
  'a label beyond the text': {
    format: semeval,
    content: articles('1\tDoubt\t3\t400\n'),
    says: /^1: 3 to 400 lies outside the text of 19/,
  },
  'no label': { format: semeval, content: articles('1\tDoubt\t3\t5\n1 Doubt 3 5\n'), says: /^2: this is no label/ },
}
for (const [name, { format, content, says }] of Object.entries(CASES))
  test(`${format.id}: ${name}`, async () => {
    await assert.rejects(itemsOf(format, content), (error) => {
      assert.ok(error instanceof DamagedFile, String(error))
      assert.match(`${error.line}: ${error.message}`, says)
      return true
    })
  })

/** What the same marks are in files of other versions. */
const OTHERS: Readonly<
  Record<string, { format: Format; content: Written | string; offsets?: 'codepoint' | 'grapheme' }>
> = {
  'code points': { format: labelStudio, content: task(region(9, 15, '😃 hier')) },
  'UTF-16, as before October 2021': { format: labelStudio, content: task(region(9, 16, '😃 hier')) },
  'line ends of Windows': { format: labelStudio, content: task(region(11, 17, '😃 hier'), 'Ein\r\nSatz: 😃 hier.') },
  'one task, completions, a number of a person': {
    format: labelStudio,
    content: JSON.stringify(
      {
        data: { text: 'x 😃 hier' },
        completions: [{ completed_by: { id: 3, email: 'a@b' }, result: [region(2, 8, '😃 hier')] }],
      },
      null,
      2,
    ),
  },
  triples: {
    format: doccano,
    content: `${JSON.stringify({
      id: 1,
      data: 'x 😃 hier',
      label: [
        [2, 9, 'L'],
        [2, 9, 'L'],
      ],
    })}\r\n\r\n`,
  },
  'offsets of a script': {
    format: doccano,
    content: line([{ id: 1, label: 'L', start_offset: 2, end_offset: 8 }], 'x 😃 hier'),
    offsets: 'codepoint',
  },
  graphemes: {
    format: doccano,
    content: line([{ id: 1, label: 'L', start_offset: 3, end_offset: 9 }], 'e\u0301x 😃 hier'),
    offsets: 'grapheme',
  },
}
for (const [name, { format, content, offsets }] of Object.entries(OTHERS))
  test(`${format.id}: ${name}`, async () => {
    const items = await itemsOf(format, content, offsets ? { offsets } : {})
    const articles = items.flatMap((item) => (item.type === 'article' ? item.article : []))
    const marks = articles.flatMap(({ body, annotationSets }) =>
      annotationSets.flatMap(({ annotations }) =>
        annotations.map(({ tag, start, end }) => [tag, body.slice(start, end)]),
      ),
    )
    assert.deepEqual(marks, [['l', '😃 hier']])
    assert.equal(articles[0]!.body.text, articles[0]!.body.text.normalize('NFC'))
  })

for (const format of FORMATS.filter((format) => format.id !== 'codebook' && isReadable(format, 'folder')))
  test(`${format.id}: a folder without its files is refused, not read as nothing`, async () => {
    for (const files of [[], ['other.bin', 'one/other.bin']]) {
      const written = new Map(files.map((name) => [name, Buffer.from('x')]))
      await assert.rejects(itemsOf(format, written), /^Error: there is no file that ends in/)
    }
  })

test('a line that does not end is refused before it fills the memory, whatever is to be read from it', async () => {
  const chunk = Buffer.alloc(2 ** 24, 'a')
  async function* endless(begin: string): AsyncIterable<Uint8Array> {
    yield Buffer.from(begin)
    while (true) yield chunk
  }
  for (const format of [lesart, csv, doccano, labelStudio]) {
    const bytes = { [Symbol.asyncIterator]: () => endless('[{"data":{"text":"')[Symbol.asyncIterator]() }
    await assert.rejects(
      Array.fromAsync(format.read!(bytes, { name: 'endless' })),
      (error) => error instanceof DamagedFile && /more than 256 MiB/.test(error.message),
    )
  }
})
