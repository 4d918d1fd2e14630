/** `lesart` files, each damaged in one way, and what is said about each: `LINE: path: what is wrong`. */
import { closed, closedLines, id, type LesartFile, madeUp, sha256 } from './lesart-file.ts'

export interface DamagedFile {
  readonly file: string | Uint8Array
  readonly says: RegExp
}

type Change = (file: LesartFile) => void

/** The made-up file after a change to its content, with a last line that fits. */
function changed(change: Change, end: object = {}): string {
  const file = madeUp()
  change(file)
  return closed(file, end)
}

const whole = closed(madeUp())
const [header = '', article = '', end = ''] = whole.trimEnd().split('\n')
const articleOf = (file: LesartFile) => file.articles[0]!
const setOf = (file: LesartFile) => articleOf(file).annotationSets[0]!
const framing = (file: LesartFile) => setOf(file).annotations[0]!
const attribution = (file: LesartFile) => setOf(file).annotations[1]!
const partOf = (file: LesartFile) => attribution(file).parts![0]!
const set = 'annotationSets\\.0'

/** The article's line with some of its text replaced, and a last line that fits. */
function replaced(from: string, to: string): string {
  if (!article.includes(from)) throw new Error(`the article's line does not say ${from}`)
  return closedLines([header, article.replace(from, to)], { annotations: 2 })
}

function bytesReplaced(from: string, to: readonly number[]): Uint8Array {
  const bytes = Buffer.from(whole)
  const index = bytes.indexOf(from)
  return Buffer.concat([bytes.subarray(0, index), Buffer.from(to), bytes.subarray(index + Buffer.byteLength(from))])
}

/** Another body, with blocks and marks that fit it: only the body itself is at fault. */
function otherBody(body: string, blocks: readonly (readonly [number, number])[]): Change {
  return (file) => {
    const article = articleOf(file)
    Object.assign(article, { body, sha256: sha256(body), annotationSets: [] })
    article.blocks = blocks.map(([start, end]) => ({ kind: 'paragraph', start, end }))
  }
}

export const DAMAGED: Readonly<Record<string, DamagedFile>> = {
  'an empty file': { file: '', says: /^1: the last line is missing/ },
  'a file of another kind': { file: 'article,title\n', says: /^1: this is no lesart file/ },
  'another format of JSON Lines': { file: '{"text":"Hallo"}\n', says: /^1: type: missing/ },
  'another version': { file: whole.replace('"version":1', '"version":2'), says: /^1: version: / },
  'a last line that is cut off': { file: whole.slice(0, -9), says: /^3: this line is cut off/ },
  'no last line': { file: `${header}\n${article}\n`, says: /^2: the last line is missing/ },
  'a second first line': { file: `${header}\n${whole}`, says: /^2: type: / },
  'something after the last line': { file: `${whole}${article}\n`, says: /^4: there is something after the last line/ },
  'two files in one': { file: whole + whole, says: /^4: there is something after the last line/ },
  'a wrong sum': { file: whole.replace('Bote', 'Post'), says: /^3: sha256: the lines before/ },
  'line ends of another system': { file: whole.replaceAll('\n', '\r\n'), says: /^3: sha256: / },
  'a wrong number of articles': { file: changed(() => undefined, { articles: 2 }), says: /^3: articles: 2 .* 1/ },
  'a wrong number of annotations': {
    file: changed(() => undefined, { annotations: 1 }),
    says: /^3: annotations: 1 .* 2/,
  },
  'a last line that lacks its sum': { file: `${header}\n${article}\n{"type":"end"}\n`, says: /^3: articles: missing/ },
  'a line that is not JSON': { file: `${header}\n${article.slice(0, -1)}\n${end}\n`, says: /^2: this line is no JSON/ },
  'a line that is an array': {
    file: closedLines([header, `[${article}]`], {}),
    says: /^2: this line is no JSON object/,
  },
  'another body than its sum': { file: changed((f) => (articleOf(f).body += '!')), says: /^2: sha256: the body/ },
  'a kind of line that does not exist': { file: `${header}\n{"type":"note"}\n${end}\n`, says: /^2: type: / },

  'bytes that are not UTF-8': { file: bytesReplaced('Bote', [0xfc, 0x62, 0x65, 0x72]), says: /^2: this is not UTF-8/ },
  'a file in UTF-16': { file: Buffer.from(`\ufeff${whole}`, 'utf16le'), says: /^1: this is not UTF-8/ },
  'a byte order mark': { file: `\ufeff${whole}`, says: /^1: there is a byte order mark/ },
  'NUL in a text': { file: replaced('Bote', 'B\\u0000te'), says: /^2: source\.outlet: there is a control character/ },
  'an escape character in a note': { file: replaced('Ja, ', 'Ja\\u001b'), says: /^2: .*\.note: there is a control/ },
  'a quotation mark read in the wrong encoding': {
    file: replaced('Ja, ', 'Ja\\u0084'),
    says: /^2: .*\.note: there is a control/,
  },
  'half a surrogate pair in a note': { file: replaced('Ja, ', 'Ja\\ud83d'), says: /^2: .*\.note: half of a character/ },
  'half a surrogate pair in the body': {
    file: replaced('Von Ada', 'Von \\udc00'),
    says: /^2: body: half of a character/,
  },
  'a title in normal form D': {
    file: changed((f) => (articleOf(f).title = 'Brücke'.normalize('NFD'))),
    says: /^2: title: .* normal form C/,
  },
  'a body in normal form D': { file: changed(otherBody('Bru\u0308cke', [[0, 7]])), says: /^2: body: .* normal form C/ },
  'a body with CR': {
    file: changed(otherBody('Eins\r\nZwei', [[0, 10]])),
    says: /^2: body: there is a control character/,
  },
  'a body that begins with a byte order mark': {
    file: changed(otherBody('\ufeffEins', [[0, 5]])),
    says: /^2: body: it begins with a byte order mark/,
  },
  'an empty body': { file: changed(otherBody('', [])), says: /^2: body: / },
  'no body': {
    file: changed((f) => delete (articleOf(f) as Partial<(typeof f.articles)[0]>).body),
    says: /^2: body: missing/,
  },

  'a block outside the text': { file: changed(otherBody('Eins', [[0, 5]])), says: /^2: blocks\.0: outside-text/ },
  'an empty block': {
    file: changed(
      otherBody('Eins', [
        [0, 0],
        [0, 4],
      ]),
    ),
    says: /^2: blocks\.0: outside-text/,
  },
  'blocks that overlap': {
    file: changed(
      otherBody('Eins Zwei', [
        [0, 5],
        [4, 9],
      ]),
    ),
    says: /^2: blocks\.1: overlapping/,
  },
  'blocks out of order': {
    file: changed(
      otherBody('Eins Zwei', [
        [5, 9],
        [0, 4],
      ]),
    ),
    says: /^2: blocks\.0: text-between-blocks/,
  },
  'text between blocks': {
    file: changed(
      otherBody('Eins, Zwei', [
        [0, 4],
        [6, 10],
      ]),
    ),
    says: /^2: blocks\.1: text-between-blocks/,
  },
  'text after the last block': {
    file: changed(otherBody('Eins Zwei', [[0, 4]])),
    says: /^2: blocks\.1: text-between-blocks/,
  },
  'a kind of block that does not exist': { file: replaced('"byline"', '"footer"'), says: /^2: blocks\.1\.kind: / },

  'a span that ends outside the text': {
    file: changed((f) => (framing(f).end = 1000)),
    says: new RegExp(`^2: ${set}\\.annotations\\.0: the span 0 to 1000 lies outside`),
  },
  'a span counted in UTF-16 that runs over the end': {
    file: changed((f) => Object.assign(framing(f), { start: 87, end: [...articleOf(f).body].length + 1 })),
    says: new RegExp(`^2: ${set}\\.annotations\\.0: the span 87 to \\d+ lies outside`),
  },
  'a span that ends before it starts': {
    file: changed((f) => Object.assign(framing(f), { start: 5, end: 5, quote: '' })),
    says: new RegExp(`^2: ${set}\\.annotations\\.0: the span 5 to 5`),
  },
  'a negative position': {
    file: changed((f) => (framing(f).start = -1)),
    says: /^2: .*annotations\.0\.start: too-small/,
  },
  'a position with a fraction': {
    file: changed((f) => (framing(f).start = 0.5)),
    says: /^2: .*annotations\.0\.start: invalid-type/,
  },
  'a position as text': {
    file: replaced('"start":0,"end":8', '"start":"0","end":8'),
    says: /^2: .*\.start: invalid-type/,
  },
  'null in place of nothing': {
    file: replaced('"note":"Ja, \\"so\\""', '"note":null'),
    says: /^2: .*annotations\.1\.note: invalid-type/,
  },
  'another quote': {
    file: changed((f) => (framing(f).quote = 'Strasse 😃')),
    says: new RegExp(`^2: ${set}\\.annotations\\.0\\.quote: the text at 0 to 8 is „Straße 😃“`),
  },
  'no quote': { file: replaced('"quote":"Straße 😃",', ''), says: /^2: .*annotations\.0\.quote: missing/ },
  'another quote of a part': {
    file: changed((f) => (partOf(f).quote = 'Minister')),
    says: new RegExp(`^2: ${set}\\.annotations\\.1\\.parts\\.0\\.quote: the text at`),
  },
  'a part outside the text': {
    file: changed((f) => (partOf(f).end = 999)),
    says: new RegExp(`^2: ${set}\\.annotations\\.1\\.parts\\.0: the span`),
  },

  'an unknown tag': {
    file: changed((f) => (framing(f).tag = 'rumour')),
    says: /^2: .*annotations\.0\.tag: unknown-tag/,
  },
  'an unknown second tag': {
    file: changed((f) => (framing(f).secondTag = 'rumour')),
    says: /^2: .*\.0\.secondTag: unknown-tag/,
  },
  'a second tag that is the tag': {
    file: changed((f) => (framing(f).secondTag = 'framing')),
    says: /^2: .*\.0\.secondTag: same-as-tag/,
  },
  'an unknown role': {
    file: changed((f) => (partOf(f).role = 'speaker')),
    says: /^2: .*\.1\.parts\.0\.role: unknown-role/,
  },
  'a role of another tag': {
    file: changed((f) => (framing(f).parts = [partOf(f)])),
    says: /^2: .*annotations\.0\.parts\.0\.role: unknown-role/,
  },
  'the same part twice': {
    file: changed((f) => attribution(f).parts!.splice(1, 0, partOf(f))),
    says: /^2: .*annotations\.1\.parts\.1: repeated-part/,
  },
  'two parts where there can be one': {
    file: changed((f) => {
      for (const part of attribution(f).parts!) part.role = 'content'
    }),
    says: /^2: .*annotations\.1\.parts\.1\.role: one-part-only/,
  },
  'an unknown attribute': {
    file: changed((f) => (framing(f).attributes = { type: 'direct' })),
    says: /^2: .*annotations\.0\.attributes\.type: unknown-attribute/,
  },
  'an unknown choice': {
    file: changed((f) => (attribution(f).attributes!.type = 'mixed')),
    says: /^2: .*annotations\.1\.attributes\.type: unknown-choice/,
  },
  'a choice twice': {
    file: changed((f) => (attribution(f).attributes!.signals = ['verb', 'verb'])),
    says: /^2: .*\.attributes\.signals: repeated-choice/,
  },
  'a number outside its scale': {
    file: changed((f) => (attribution(f).attributes!.strength = 6)),
    says: /^2: .*\.attributes\.strength: outside-scale/,
  },
  'a text where yes or no is asked': {
    file: changed((f) => (attribution(f).attributes!.named = 'yes')),
    says: /^2: .*\.attributes\.named: wrong-type/,
  },
  'an unknown confidence': { file: replaced('"high"', '"certain"'), says: /^2: .*annotations\.1\.confidence: / },
  'an unknown document question': {
    file: changed((f) => (setOf(f).answers = { mood: 'good' })),
    says: /^2: annotationSets\.0\.answers\.mood: unknown-attribute/,
  },
  'an unknown round': {
    file: changed((f) => (setOf(f).round = id(99))),
    says: /^2: annotationSets\.0\.round: there is no such round/,
  },
  'an unknown annotator': {
    file: changed((f) => (setOf(f).annotator = 'a9')),
    says: /^2: annotationSets\.0\.annotator: there is no such annotator/,
  },
  'an unknown state': { file: replaced('"finished"', '"done"'), says: /^2: annotationSets\.0\.state: / },
  'a round under a codebook that is not there': {
    file: changed((f) => (f.header.rounds[0]!.codebook = id(99))),
    says: /^1: rounds\.0\.codebook: version 1 of this codebook/,
  },
  'a round under a version that is not there': {
    file: changed((f) => (f.header.rounds[0]!.codebookVersion = 2)),
    says: /^1: rounds\.0\.codebook: version 2 of this codebook/,
  },
  'a time without a zone': { file: replaced('11:00:00.000Z', '11:00:00'), says: /^2: .*annotations\.1\.changedAt: / },
  'an id that is none': { file: replaced(id(9), 'nine'), says: /^2: .*annotations\.1\.id: / },

  'an article twice': {
    file: changed((f) => f.articles.push({ ...articleOf(f), annotationSets: [] })),
    says: new RegExp(`^3: id: ${id(6)} stands in the file twice`),
  },
  'an annotation twice': {
    file: changed((f) => setOf(f).annotations.push(framing(f))),
    says: new RegExp(`^2: ${set}\\.annotations\\.2\\.id: ${id(8)} stands in the file twice`),
  },
  'a set twice': {
    file: changed((f) => (articleOf(f).annotationSets[1]!.id = id(7))),
    says: new RegExp(`^2: annotationSets\\.1\\.id: ${id(7)} stands in the file twice`),
  },
  'two readings of one annotator in one round': {
    file: changed((f) => (articleOf(f).annotationSets[1]!.annotator = 'a1')),
    says: /^2: annotationSets: the reading of a1 in round .* stands there twice/,
  },
  'a pseudonym twice': {
    file: changed((f) => (f.header.annotators[1]!.id = 'a1')),
    says: /^1: annotators: a1 stands there twice/,
  },
  'an annotator twice': {
    file: changed((f) => (f.header.annotators[1]!.uuid = id(3))),
    says: new RegExp(`^1: annotators: ${id(3)} stands there twice`),
  },
  'a round twice': {
    file: changed((f) => f.header.rounds.push(f.header.rounds[0]!)),
    says: new RegExp(`^1: rounds: ${id(5)} stands there twice`),
  },
  'a scale with a billion steps': {
    file: changed((f) => {
      const question = { id: 'number', label: { en: 'Number' }, kind: 'scale', min: 0, max: 1_000_000_000 } as const
      f.header.codebooks[0]!.questions = [question]
    }),
    says: /^1: codebooks\.0\.questions\.0\.max: too-many-steps/,
  },
  'a codebook version twice': {
    file: changed((f) => f.header.codebooks.push(f.header.codebooks[0]!)),
    says: /^1: codebooks: .* version 1 stands there twice/,
  },
  'a tag twice': {
    file: changed((f) => f.header.codebooks[0]!.tags.push(f.header.codebooks[0]!.tags[0]!)),
    says: /^1: codebooks\.0\.tags: repeated-id/,
  },
}
