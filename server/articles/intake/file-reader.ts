/** A file → the articles in it, by what it holds; its name only helps where that is not plain. */
import { indexText } from '../../text/code-points.ts'
import { decode } from './bytes-reader.ts'
import { cleaned, collapsed } from './cleaning.ts'
import { guessColumns } from './fields.ts'
import { readMarkdown } from './markdown-reader.ts'
import { readWebPage } from './page-reader.ts'
import { readPlain } from './plain.ts'
import {
  type BroughtFile,
  type Form,
  type Outcome,
  type Reading,
  type RecognisedArticle,
  Unreadable,
} from './recognised.ts'
import { firstLine, parseCsv, parseJsonLines, readTable, separatorOf } from './table-reader.ts'

/** Larger than any file that holds what people read; a table may have ten thousand articles. */
export const LARGEST_FILE = 64 * 1024 * 1024
const LARGEST_PAGE = 8 * 1024 * 1024
const LONGEST_BODY = 1_000_000
const LONGEST_TITLE = 500

/** Reads a file whole, or says why nothing of it can be taken. */
export function readFile(file: BroughtFile): Outcome {
  try {
    return { reading: read(file) }
  } catch (error) {
    if (error instanceof Unreadable) return { trouble: error.trouble, ...(error.columns && { columns: error.columns }) }
    // A tree that is too deep for the stack, a library that gives up: the file's doing, not the program's end.
    if (error instanceof RangeError) return { trouble: { fault: 'takes-too-long' } }
    throw error
  }
}

function read(file: BroughtFile): Reading {
  if (file.bytes.length === 0) throw new Unreadable({ fault: 'empty' })
  if (file.bytes.length > LARGEST_FILE) throw new Unreadable({ fault: 'too-large' })
  const { text, encoding } = decode(file.bytes, file.encoding)
  const form = formOf(file, text)
  const name = nameOf(file.name)
  const reading = { form, encoding, ...readAs(form, text, name, file) }
  for (const article of reading.articles) checkArticle(article)
  return reading
}

function readAs(form: Form, text: string, name: string, { columns }: BroughtFile): Omit<Reading, 'form' | 'encoding'> {
  if (form === 'csv') return readTable(parseCsv(text), name, columns)
  if (form === 'jsonl') return readTable(parseJsonLines(text), name, columns)
  if (form === 'html' && text.length > LARGEST_PAGE) throw new Unreadable({ fault: 'too-large' })
  if (text.length > LONGEST_BODY * 2 && form !== 'html')
    throw new Unreadable({ fault: 'too-long', detail: `${LONGEST_BODY}` })
  const clean = cleaned(text)
  const reader = { html: readWebPage, markdown: readMarkdown, plain: readPlain }[form]
  return { articles: [reader(clean, name)] }
}

function formOf({ name, columns }: BroughtFile, text: string): Form {
  const first = firstLine(text).trim()
  if (/^\{\s*"type"\s*:\s*"dataset"/.test(first)) throw new Unreadable({ fault: 'dataset' })
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^(?:jsonl|ndjson|json)$/.test(ending) || isObject(first)) return 'jsonl'
  if (/^(?:csv|tsv|tab)$/.test(ending)) return 'csv'
  if (
    /^(?:html?|xhtml)$/.test(ending) ||
    /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|article)\b/i.test(first)
  )
    return 'html'
  if (/^(?:md|markdown)$/.test(ending)) return 'markdown'
  if (ending === 'txt' || ending === 'text') return 'plain'
  if (columns && Object.keys(columns).length > 0) return 'csv'
  return isHeader(first) ? 'csv' : 'plain'
}

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

/** Without an ending to its name, a text is taken for a table where its first line names a title and a text. */
function isHeader(line: string): boolean {
  const names = line.split(separatorOf(line)).map((name) => name.replace(/^\s*"|"\s*$/g, ''))
  const { body, title } = guessColumns(names)
  return names.length > 1 && body !== undefined && title !== undefined
}

/** What an article is called where nothing in it says so. */
function nameOf(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? ''
  const plain = collapsed(
    last
      .toWellFormed()
      .replace(/\p{Cc}/gu, ' ')
      .replace(/\.[a-z0-9]{1,8}$/i, '')
      .normalize('NFC'),
  )
  return plain.slice(0, LONGEST_TITLE) || '–'
}

function checkArticle({ title, body, blocks }: RecognisedArticle): void {
  if (blocks.length === 0) throw new Unreadable({ fault: 'no-text' })
  if (body.length > LONGEST_BODY && indexText(body).length > LONGEST_BODY)
    throw new Unreadable({ fault: 'too-long', detail: `${LONGEST_BODY}` })
  if (title.length > LONGEST_TITLE) throw new Unreadable({ fault: 'title-too-long', detail: `${LONGEST_TITLE}` })
}
