/** The text of an `.ann` → what its lines say. Throws DamagedFile where a line is none of brat's or an id stands twice. */
import type { Span } from '../../../text/span.ts'
import { DamagedFile } from '../lesart-lines.ts'

export interface TextBound {
  readonly kind: 'T'
  readonly line: number
  readonly id: string
  readonly type: string
  /** In whatever unit the file counts. */
  readonly fragments: readonly Span[]
  /** Undefined where the line states no words. */
  readonly words: string | undefined
}

/** What is said of something: the value of an attribute, the text of a note; empty where there is none. */
export interface Said {
  readonly line: number
  readonly type: string
  readonly of: string
  readonly text: string
}

export type BratLine =
  | TextBound
  | { readonly kind: 'R'; readonly line: number; readonly type: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'E'
      readonly line: number
      readonly id: string
      readonly trigger: string
      readonly filled: readonly { readonly role: string; readonly by: string }[]
    }
  | (Said & { readonly kind: 'A' })
  | (Said & { readonly kind: '#' })
  | { readonly kind: 'other'; readonly line: number; readonly content: string }

export function bratLines(ann: string): BratLine[] {
  const seen = new Set<string>()
  return ann
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((content, index) => {
      if (content.trim() === '') return []
      const [id = ''] = content.split('\t', 1)
      if (id !== '*' && id !== '#' && seen.has(id)) throw new DamagedFile(index + 1, `${id} stands there twice`)
      seen.add(id)
      return [lineOf(index + 1, id, content)]
    })
}

function lineOf(line: number, id: string, content: string): BratLine {
  const [, data = '', ...rest] = content.split('\t')
  const tail = rest.length > 0 ? rest.join('\t') : undefined
  switch (/^[A-Z#*]/.exec(id)?.[0]) {
    case 'T':
      return textBound(line, id, data, tail)
    case 'R': {
      const { type, from, to } = matched(
        line,
        /^(?<type>\S+) \S+?:(?<from>\S+) \S+?:(?<to>\S+)\s*$/,
        data,
        'R1',
        'source Arg1:T1 Arg2:T2',
      )
      return { kind: 'R', line, type: type!, from: from!, to: to! }
    }
    case 'E': {
      const { trigger, rest } = matched(
        line,
        /^\S+?:(?<trigger>\S+)(?<rest>(?: \S+?:\S+)*)\s*$/,
        data,
        'E1',
        'attribution:T1 source:T2',
      )
      const filled = rest!
        .split(' ')
        .filter(Boolean)
        .map((argument) => {
          const colon = argument.indexOf(':')
          // A role that is filled several times is numbered: source, source2.
          return { role: argument.slice(0, colon).replace(/(?<=\D)\d+$/, ''), by: argument.slice(colon + 1) }
        })
      return { kind: 'E', line, id, trigger: trigger!, filled }
    }
    case 'A':
    case 'M': {
      const { type, of, text } = matched(
        line,
        /^(?<type>\S+) (?<of>\S+)(?: (?<text>.*))?$/,
        data,
        'A1',
        'device T1 metaphor',
      )
      return { kind: 'A', line, type: type!, of: of!, text: (text ?? '').trim() }
    }
    case '#': {
      const { type, of } = matched(line, /^(?<type>\S+) (?<of>\S+)\s*$/, data, '#1', 'AnnotatorNotes T1')
      return { kind: '#', line, type: type!, of: of!, text: tail ?? '' }
    }
    case 'N': {
      const { type, of, text } = matched(
        line,
        /^(?<type>\S+) (?<of>\S+) (?<text>\S+)\s*$/,
        data,
        'N1',
        'Reference T1 Wikidata:Q42',
      )
      return { kind: 'A', line, type: type!, of: of!, text: [text, tail].filter(Boolean).join(' ') }
    }
    case '*':
      return { kind: 'other', line, content }
    default:
      throw new DamagedFile(
        line,
        `this is no line of brat: it begins with „${id.slice(0, 20)}“, not with T1, R1, E1, A1, N1 or #1`,
      )
  }
}

function textBound(line: number, id: string, data: string, words: string | undefined): TextBound {
  const { type, places } = matched(
    line,
    /^(?<type>\S+) (?<places>\d+ \d+(?:;\d+ \d+)*)\s*$/,
    data,
    'T1',
    'framing 12 20',
  )
  const fragments = places!.split(';').map((place) => {
    const [start, end] = place.split(' ').map(Number)
    if (start! >= end!) throw new DamagedFile(line, `${id}: there is nothing between ${start} and ${end}`)
    return { start: start!, end: end! }
  })
  return { kind: 'T', line, id, type: type!, fragments: fragments.sort((a, b) => a.start - b.start), words }
}

function matched(
  line: number,
  shape: RegExp,
  data: string,
  id: string,
  example: string,
): Readonly<Record<string, string | undefined>> {
  const groups = shape.exec(data)?.groups
  if (!groups)
    throw new DamagedFile(line, `„${data.slice(0, 60)}“ is not of the form ${id}→${example}, with a tab for the arrow`)
  return groups
}
