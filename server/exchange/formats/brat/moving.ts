/** Words of brat's lines that do not stand at their places, looked for in the text, where somebody wants that. */
import { indexText } from '../../../text/code-points.ts'
import type { Utf16Range } from '../../../text/words.ts'
import { nearestPlace } from '../../anchoring.ts'
import { type Counting, countings } from '../shared/counting.ts'
import type { ForeignRemark } from '../shared/foreign-reading.ts'
import type { BratLine, TextBound } from './lines.ts'

export interface Moved {
  /** In which most lines have their words; the others are found where these stand. */
  readonly way: Counting
  /** Ids of lines whose words stand nowhere. */
  readonly lost: ReadonlySet<string>
  readonly remarks: readonly ForeignRemark[]
}

export function movedBounds(text: string, bounds: readonly TextBound[]): Moved {
  const ways = countings(text).map((way) => ({
    way,
    misfits: bounds.filter((bound) => !hasItsWords(text, way, bound)),
  }))
  const { way, misfits } = ways.reduce((best, other) => (other.misfits.length < best.misfits.length ? other : best))
  const ranges = new Map<TextBound['fragments'][number], Utf16Range>()
  const lost = new Set<string>()
  const indexed = indexText(text.toWellFormed())
  const remarks: ForeignRemark[] = []
  for (const { id, line, words = '', fragments } of misfits) {
    const [first] = fragments
    const near = way(first!)?.startUtf16 ?? Math.min(first!.start, text.length)
    // Pieces were parted at places that nobody knows any more.
    const found = fragments.length === 1 ? nearestPlace(text, words, near) : undefined
    if (found === undefined) lost.add(id)
    else ranges.set(first!, { startUtf16: found, endUtf16: found + words.length })
    const to = found === undefined ? undefined : indexed.toCodePoints(found)
    const move = { quote: words, from: first!.start, to }
    remarks.push({ line, message: `${id}: ${movedTo(move)}`, move })
  }
  return { way: (span) => ranges.get(span) ?? way(span), lost, remarks }
}

function movedTo({ quote, from, to }: { quote: string; from: number; to: number | undefined }): string {
  return to === undefined
    ? `„${quote}“ stands nowhere; it was left out`
    : `„${quote}“ was found elsewhere than at ${from}`
}

/** The lines without those that are lost, and without what they say about them. */
export function withoutLost(lines: readonly BratLine[], lost: ReadonlySet<string>): BratLine[] {
  const events = lines.flatMap((line) => (line.kind === 'E' && lost.has(line.trigger) ? [line.id] : []))
  const gone = new Set([...lost, ...events])
  return lines.flatMap((line): BratLine[] => {
    if (line.kind === 'T' || line.kind === 'E') {
      if (gone.has(line.id)) return []
      return line.kind === 'T' ? [line] : [{ ...line, filled: line.filled.filter(({ by }) => !gone.has(by)) }]
    }
    if (line.kind === 'A' || line.kind === '#') return gone.has(line.of) ? [] : [line]
    if (line.kind === 'R') return gone.has(line.from) || gone.has(line.to) ? [] : [line]
    return [line]
  })
}

/** Older files join the words of fragments without a space. */
export function hasItsWords(text: string, way: Counting, { words, fragments }: TextBound): boolean {
  const found = fragments.map((span) => wordsAt(text, way(span)))
  if (found.includes(undefined)) return false
  return words === undefined || words === found.join(' ') || words === found.join('')
}

/** Undefined outside the text. */
export function wordsAt(text: string, range: Utf16Range | undefined): string | undefined {
  return range && text.slice(range.startUtf16, range.endUtf16)
}
