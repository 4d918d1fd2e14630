/** A file of the CoNLL family → its documents: a text, tokens in it, labels. The text is built anew where it is not there. */
import { codePointLength } from '../../../text/code-points.ts'
import type { Utf16Range } from '../../../text/words.ts'
import { DamagedFile } from '../lesart-lines.ts'
import type { ForeignRemark } from '../shared/foreign-reading.ts'
import { type Dialect, dialectOf, isLabel } from './dialect.ts'

export interface ConllDocument {
  readonly text: string
  readonly tokens: readonly ConllToken[]
  /** Names of the columns that hold labels; empty where they have none. */
  readonly columns: readonly string[]
  readonly comments: readonly { readonly line: number; readonly content: string }[]
  /** Where paragraphs begin, by token. */
  readonly paragraphs: readonly { readonly id: string; readonly first: number }[]
  readonly remarks: readonly ForeignRemark[]
}

export interface ConllToken extends Utf16Range {
  readonly line: number
  readonly labels: readonly string[]
}

/** Throws DamagedFile. */
export function conllDocuments(content: string): ConllDocument[] {
  const lines = content.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const dialect = dialectOf(lines)
  const makings = [new Making(dialect)]
  for (const [index, line] of lines.entries()) {
    const isNew = /^-DOCSTART-|^# newdoc(?:\s|$)/.test(line)
    if (isNew && !makings.at(-1)!.isEmpty) makings.push(new Making(dialect))
    makings.at(-1)!.add(index + 1, line)
  }
  return makings.map((making) => making.document())
}

class Making {
  readonly #dialect: Dialect
  #text = ''
  /** Of the text, in code points. */
  #length = 0
  readonly #tokens: ConllToken[] = []
  readonly #comments: { line: number; content: string }[] = []
  readonly #paragraphs: { id: string; first: number }[] = []
  /** What stands between the last token and the next one. */
  #between = ''
  #isRebuilt = false
  #coveredUpTo = 0

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  get isEmpty(): boolean {
    return this.#tokens.length === 0
  }

  add(line: number, content: string): void {
    if (content.trim() === '') this.#endSentence()
    else if (content.startsWith('-DOCSTART-')) return
    else if (content.startsWith('#') && !this.#isRow(content)) this.#addComment(line, content)
    else this.#addRow(line, content)
  }

  /** A word may begin with a number sign where no number stands before it. */
  #isRow(content: string): boolean {
    const { separator, width, form, labels } = this.#dialect
    const cells = content.split(separator)
    return form === 0 && cells.length === width && labels.every((place) => isLabel(cells[place]!))
  }

  #addComment(line: number, content: string): void {
    this.#comments.push({ line, content })
    const [, paragraph] = /^# newpar(?: id = (.+))?$/.exec(content) ?? []
    if (paragraph !== undefined || content === '# newpar') {
      this.#paragraphs.push({ id: paragraph ?? '', first: this.#tokens.length })
      if (this.#dialect.start === -1 && this.#isRebuilt && !this.isEmpty) this.#between = '\n\n'
    }
  }

  #addRow(line: number, content: string): void {
    const { separator, width, names, form, labels, misc, start } = this.#dialect
    const cells = content.split(separator)
    if (cells.length !== width) throw new DamagedFile(line, `there are ${cells.length} columns, ${width} before`)
    const id = names[0]?.toUpperCase() === 'ID' ? cells[0]! : ''
    // 1.1 is a word that is not in the text, 1-2 stands for two that are one there.
    if (/^\d+\.\d+$/.test(id)) return
    if (/^\d+-\d+$/.test(id)) this.#coveredUpTo = Number(id.split('-')[1])
    else if (Number(id) <= this.#coveredUpTo && id !== '') return
    this.#addToken(
      line,
      cells[form]!,
      labels.map((place) => cells[place]!),
      misc === -1 ? undefined : cells[misc]!,
      start === -1 ? undefined : Number(cells[start]),
    )
  }

  #addToken(
    line: number,
    form: string,
    labels: readonly string[],
    misc: string | undefined,
    start: number | undefined,
  ): void {
    if (form === '') throw new DamagedFile(line, 'there is no word in this row')
    const spaces = new Map(
      (misc ?? '')
        .split('|')
        .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    )
    if (this.isEmpty) this.#between = plainSpace(spaces.get('SpacesBefore') ?? '')
    const startUtf16 = this.#text.length + this.#between.length
    this.#text += this.#between + form
    this.#tokens.push({ line, labels, startUtf16, endUtf16: this.#text.length })
    const found = this.#length + codePointLength(this.#between)
    this.#length = found + codePointLength(form)
    if (start !== undefined && start !== found)
      throw new DamagedFile(line, `„${form}“ begins at ${found} by the words and spaces before it, not at ${start}`)
    const after = spaces.get('SpacesAfter')
    this.#isRebuilt = after === undefined
    this.#between = after !== undefined ? plainSpace(after) : spaces.get('SpaceAfter') === 'No' ? '' : ' '
  }

  /** Where nothing says what stood between two sentences, a line ends there. */
  #endSentence(): void {
    this.#coveredUpTo = 0
    if (this.#dialect.start === -1 && this.#isRebuilt && !this.isEmpty && this.#between !== '\n\n') this.#between = '\n'
  }

  document(): ConllDocument {
    const { names, labels, start } = this.#dialect
    const isOwn = start !== -1
    const trailing = isOwn ? this.#between : ''
    const first = this.#tokens[0]?.line ?? 1
    return {
      ...{ text: this.#text + trailing, tokens: this.#tokens, comments: this.#comments },
      ...{ columns: labels.map((place) => names[place] ?? ''), paragraphs: this.#paragraphs },
      remarks: isOwn
        ? []
        : [
            {
              line: first,
              message: 'the text was put together from its words; spaces and line ends are not as they were',
            },
          ],
    }
  }
}

function plainSpace(space: string): string {
  return space.replace(/\\(u[0-9a-f]{4}|.)/gsu, (_, sign: string) =>
    sign.length === 5 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (SPACES[sign] ?? sign),
  )
}

const SPACES: Readonly<Record<string, string>> = { s: ' ', t: '\t', n: '\n', r: '\r', p: '|' }
