/** Pointers of TEI into a text: `#id`, `string-range(id,offset,length)`, `range(from,to)`. Throws DamagedFile. */
import type { IndexedText } from '../../../text/code-points.ts'
import type { Utf16Range } from '../../../text/words.ts'
import { DamagedFile } from '../lesart-lines.ts'

export interface PointerContext {
  readonly text: IndexedText
  readonly byId: ReadonlyMap<string, Utf16Range>
}

const POINTER = /#?(string-range|range|left|right)\(((?:[^()]|\([^()]*\))*)\)|\S+/g

/** The ranges to which pointers with white space between them lead; none for what is outside the text. */
export function pointed(line: number, target: string, context: PointerContext): Utf16Range[] {
  return [...target.matchAll(POINTER)].flatMap(([pointer, scheme, content = '']) => {
    if (scheme === 'string-range') return stringRanges(line, content, context)
    if (scheme === 'range') return hullOf(line, content, context)
    const found = context.byId.get(pointer.replace(/^#/, ''))
    return found && found.startUtf16 < found.endUtf16 ? [found] : []
  })
}

/** Offsets count characters of the text that begins with the element and runs on after it; the third value is a length. */
function stringRanges(line: number, content: string, { text, byId }: PointerContext): Utf16Range[] {
  const [named = '', ...numbers] = content.split(',').map((value) => value.trim())
  const id = named.replace(/^#|^['"]|['"]$/g, '')
  const from = byId.get(id)
  if (!from) throw new DamagedFile(line, `string-range(${content}): there is no ${id} in the text`)
  if (numbers.length === 0 || numbers.length % 2 !== 0 || !numbers.every((number) => /^\d+$/.test(number)))
    throw new DamagedFile(line, `string-range(${content}): an offset and a length are needed, or several pairs of them`)
  const first = text.toCodePoints(from.startUtf16)
  return Array.from({ length: numbers.length / 2 }, (_, pair) => {
    const [offset, length] = [Number(numbers[2 * pair]), Number(numbers[2 * pair + 1])]
    const end = first + offset + length
    if (length === 0 || end > text.length)
      throw new DamagedFile(line, `string-range(${content}): there are ${text.length - first} characters from ${id} on`)
    return { startUtf16: text.toUtf16(first + offset), endUtf16: text.toUtf16(end) }
  })
}

function hullOf(line: number, content: string, context: PointerContext): Utf16Range[] {
  // The comma between the two pointers stands within no brackets.
  const [, from = '', to = ''] = /^((?:[^(),]|\([^()]*\))*),(.*)$/.exec(content) ?? []
  const ends = [from, to].flatMap((end) => pointed(line, end.trim(), context))
  const [first, last] = [ends[0], ends.at(-1)]
  return first && last && first.startUtf16 < last.endUtf16
    ? [{ startUtf16: first.startUtf16, endUtf16: last.endUtf16 }]
    : []
}
