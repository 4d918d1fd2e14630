/** What was recognised in a file, before anybody has confirmed it. */
import type { Block } from '../../text/blocks.ts'
import type { ArticleSource } from '../article.ts'

export const FORMS = ['plain', 'markdown', 'html', 'csv', 'jsonl'] as const
/** How a file states its articles; tables hold many. */
export type Form = (typeof FORMS)[number]

/** How often making a text canonical changed it. */
export interface TextChanges {
  readonly byteOrderMarks: number
  readonly lineEnds: number
  /** Characters written as letter and accent, or otherwise apart, that are one character now. */
  readonly composed: number
  /** Control characters taken out. */
  readonly controls: number
}

export interface RecognisedArticle {
  readonly title: string
  /** What the file itself says. */
  readonly language?: string | undefined
  readonly source: ArticleSource
  readonly body: string
  readonly blocks: readonly Block[]
  readonly changes: TextChanges
}

/** The fields of an article that a column of a table can hold. */
export const FIELDS = ['body', 'title', 'outlet', 'author', 'url', 'publishedOn', 'licence', 'language'] as const
export type Field = (typeof FIELDS)[number]
/** Field → name of the column; empty where no column is to be taken for it. */
export type Columns = Readonly<Partial<Record<Field, string>>>

/** What a person may choose from beside what is likely. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'macintosh',
  'ibm866',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const

/** A file as it was brought in, and what a person said about it. */
export interface BroughtFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding?: string | undefined
  readonly columns?: Columns | undefined
}

/** Everything that can stand against a file. */
export type IntakeFault =
  | 'empty'
  | 'too-large'
  | 'too-many-articles'
  | 'too-long'
  | 'title-too-long'
  | 'no-text'
  | 'binary'
  | 'compressed'
  | 'dataset'
  | 'other-encoding'
  | 'wrong-encoding'
  | 'unknown-encoding'
  | 'lone-surrogate'
  | 'not-csv'
  | 'not-json'
  | 'no-body-column'
  | 'no-such-column'
  | 'empty-body'
  | 'takes-too-long'
  | 'not-understood'

/** Why nothing of a file can be taken: the line, where there is one, and what is to be named in the message. */
export interface Trouble {
  readonly fault: IntakeFault
  readonly line?: number | undefined
  readonly detail?: string | undefined
  /** For `other-encoding`: the likely ones, the likeliest first, each with lines of the text as they would read. */
  readonly encodings?: readonly EncodingSample[] | undefined
}

export interface EncodingSample {
  readonly encoding: string
  readonly lines: readonly string[]
}

/** What reading a file comes to. */
export interface Reading {
  readonly form: Form
  readonly encoding: string
  /** Of a table: all its columns, and those that were taken for something. */
  readonly table?: { readonly columns: readonly string[]; readonly used: Columns } | undefined
  readonly articles: readonly RecognisedArticle[]
}
export type Outcome =
  | { readonly reading: Reading }
  | { readonly trouble: Trouble; readonly columns?: readonly string[] }

/** Thrown where a file cannot be taken. */
export class Unreadable extends Error {
  readonly trouble: Trouble
  /** The columns of a table, where it is they that do not fit. */
  readonly columns: readonly string[] | undefined

  constructor(trouble: Trouble, columns?: readonly string[]) {
    super(trouble.fault)
    this.trouble = trouble
    this.columns = columns
  }
}
