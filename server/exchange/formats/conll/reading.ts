/** The CoNLL family → readings: CoNLL-U and CoNLL-U Plus, CoNLL-2002 and 2003, GermEval. Throws DamagedFile. */
import { z } from 'zod'
import { CONFIDENCES } from '../../../annotations/annotation.ts'
import { BLOCK_KINDS } from '../../../text/blocks.ts'
import { type IndexedText, indexText } from '../../../text/code-points.ts'
import { DamagedFile } from '../lesart-lines.ts'
import type {
  ForeignBlock,
  ForeignMark,
  ForeignPart,
  ForeignReading,
  ForeignRemark,
} from '../shared/foreign-reading.ts'
import { sideChannel } from '../shared/side-channel.ts'
import { type ConllDocument, type ConllToken, conllDocuments } from './documents.ts'
import { MARK } from './writing.ts'

/** One for each document in the file. */
export function readConll(content: string): ForeignReading[] {
  return conllDocuments(content).map((document) => new Reader(document).reading())
}

const position = z.int().min(0)
const comment = sideChannel.extend({
  tag: z.string(),
  span: z.tuple([position, position]),
  parts: z.array(z.tuple([z.string(), position, position])),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  confidence: z.enum(CONFIDENCES).optional(),
  secondTag: z.string().optional(),
  note: z.string().optional(),
})
type Comment = z.infer<typeof comment> & { readonly line: number }

/** A run of labels in a column: its type and the tokens from its first to its last. */
interface Run {
  readonly isRole: boolean
  readonly type: string
  readonly first: ConllToken
  last: ConllToken
}

class Reader {
  readonly #document: ConllDocument
  readonly #indexed: IndexedText
  readonly #remarks: ForeignRemark[]
  /** Those that nothing has been made of yet. */
  readonly #runs: Run[]

  constructor(document: ConllDocument) {
    this.#document = document
    this.#indexed = indexText(document.text.toWellFormed())
    this.#remarks = [...document.remarks]
    this.#runs = document.columns.flatMap((column, place) => runsIn(document.tokens, column, place))
  }

  reading(): ForeignReading {
    const { text } = this.#document
    const marks = [...this.#saidMarks(), ...this.#bareMarks()]
    return { text, marks, blocks: this.#blocks(), remarks: this.#remarks }
  }

  /** Marks of which a comment of ours says more, as far as the columns still say the same. */
  #saidMarks(): ForeignMark[] {
    return this.#document.comments
      .filter(({ content }) => content.startsWith(MARK))
      .flatMap(({ line, content }) => {
        const said = commentIn(line, content.slice(MARK.length))
        const main = this.#taken(false, said.tag, said.span)
        if (!main) return []
        const parts = said.parts.flatMap(([role, start, end]): ForeignPart[] => {
          const run = this.#taken(true, role, [start, end])
          return run ? [{ line: run.first.line, role, ...this.#utf16(start, end) }] : []
        })
        const { span, attributes, ...facts } = said
        return [{ ...facts, line: main.first.line, ...this.#utf16(...span), attributes: textsOf(attributes), parts }]
      })
  }

  #bareMarks(): ForeignMark[] {
    const rangeOf = ({ first, last }: Run) => ({ startUtf16: first.startUtf16, endUtf16: last.endUtf16 })
    const marks = this.#runs
      .filter(({ isRole }) => !isRole)
      .map((run) => ({
        line: run.first.line,
        tag: run.type,
        ...rangeOf(run),
        attributes: {},
        parts: [] as ForeignPart[],
      }))
    for (const run of this.#runs.filter(({ isRole }) => isRole)) {
      const range = rangeOf(run)
      const around = marks.filter(
        ({ startUtf16, endUtf16 }) => startUtf16 <= range.startUtf16 && range.endUtf16 <= endUtf16,
      )
      const [host] = around.sort((a, b) => a.endUtf16 - a.startUtf16 - (b.endUtf16 - b.startUtf16))
      const { line } = run.first
      if (host) host.parts.push({ line, role: run.type, ...range })
      else this.#remarks.push({ line, message: `${run.type}: this part lies in no mark and was left out` })
    }
    return marks
  }

  /** The run that is just that span, as far as tokens can say; it is used up. */
  #taken(isRole: boolean, type: string, [start, end]: readonly [number, number]): Run | undefined {
    if (!(start < end && end <= this.#indexed.length)) return undefined
    const { startUtf16, endUtf16 } = this.#utf16(start, end)
    const words = /\P{White_Space}.*(?<=\P{White_Space})/su.exec(this.#document.text.slice(startUtf16, endUtf16))
    if (!words) return undefined
    const [from, to] = [startUtf16 + words.index, startUtf16 + words.index + words[0].length]
    const place = this.#runs.findIndex((run) => {
      return run.isRole === isRole && run.type === type && run.first.startUtf16 === from && run.last.endUtf16 === to
    })
    return place === -1 ? undefined : this.#runs.splice(place, 1)[0]
  }

  #utf16(start: number, end: number): { startUtf16: number; endUtf16: number } {
    return { startUtf16: this.#indexed.toUtf16(start), endUtf16: this.#indexed.toUtf16(end) }
  }

  /** Paragraphs as `# newpar` states them, from token to token. */
  #blocks(): ForeignBlock[] | undefined {
    const { paragraphs, tokens } = this.#document
    if (paragraphs.length === 0) return undefined
    return paragraphs.flatMap(({ id, first }, index) => {
      const end = paragraphs[index + 1]?.first ?? tokens.length
      if (first >= end) return []
      const kind = BLOCK_KINDS.find((kind) => id.startsWith(kind)) ?? 'paragraph'
      return [{ kind, startUtf16: tokens[first]!.startUtf16, endUtf16: tokens[end - 1]!.endUtf16 }]
    })
  }
}

function commentIn(line: number, json: string): Comment {
  try {
    return { ...comment.parse(JSON.parse(json)), line }
  } catch {
    throw new DamagedFile(line, 'this comment is not as it was written; delete the line to read without it')
  }
}

function textsOf(attributes: Comment['attributes']): ForeignMark['attributes'] {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
  )
}

/**
 * The runs of one column. A label that goes on with something else than what stands before begins something new: so
 * IOB1, IOB2, BIOES and BILOU are all read as they are meant.
 */
function runsIn(tokens: readonly ConllToken[], column: string, place: number): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  for (const token of tokens) {
    const label = token.labels[place]!
    const [, sign = 'O', type = ''] = /^([BIESLU])-(.+)$/u.exec(label) ?? []
    if (sign === 'O') {
      if (!/^[O_*]$/.test(label))
        throw new DamagedFile(token.line, `„${label}“ is no label; B-TAG, I-TAG or O is expected`)
      open = undefined
      continue
    }
    if (!open || open.type !== type || /[BSU]/.test(sign)) {
      open = { isRole: column.startsWith('ROLE:'), type, first: token, last: token }
      runs.push(open)
    }
    open.last = token
    if (/[ESLU]/.test(sign)) open = undefined
  }
  return runs
}
