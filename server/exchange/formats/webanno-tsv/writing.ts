/** A CAS → WebAnno TSV 3.3: a row a token, a column a feature. */

import type { Codebook } from '../../../codebook/codebook.ts'
import { type IndexedText, indexText } from '../../../text/code-points.ts'
import { countWhere } from '../../../text/count-where.ts'
import { trimRange, type Utf16Range } from '../../../text/words.ts'
import { type Cas, SLOT, type Structure, TYPES } from '../cas/cas.ts'
import { casTypes } from '../cas/types.ts'

/** A row: a token, or a piece of one where a span begins or ends in it. */
interface Unit extends Utf16Range {
  readonly id: string
}

interface Column {
  readonly type: string
  readonly feature: string
  readonly isSlot: boolean
}

const LAYERS = [TYPES.block, TYPES.part, TYPES.span]

export function tsvText(cas: Cas, codebooks: readonly Codebook[]): string {
  const layers = casTypes(codebooks).filter(({ name }) => (LAYERS as readonly string[]).includes(name))
  const header = layers.map(({ name, features }) => {
    const plain = features.filter(({ isSlot }) => !isSlot).map(({ name }) => name)
    const slots = features
      .filter(({ isSlot }) => isSlot)
      .map((slot) => `ROLE_${name}:${slot.name}_${slot.range}|${TYPES.part}`)
    return `#T_SP=${name}|${[...plain, ...slots].join('|')}\n`
  })
  const columns = layers.flatMap(({ name, features }) =>
    features
      .toSorted((a, b) => Number(a.isSlot ?? false) - Number(b.isSlot ?? false))
      .map(({ name: feature, isSlot = false }): Column => ({ type: name, feature, isSlot })),
  )
  return `#FORMAT=WebAnno TSV 3.3\n${header.join('')}\n${new Body(cas, columns).text()}`
}

/** What rows can hold of a range: without the white space at its ends; undefined where nothing is left. */
export function shortened(text: string, range: Utf16Range): Utf16Range | undefined {
  const short = trimRange(text, range)
  return short.startUtf16 < short.endUtf16 ? short : undefined
}

class Body {
  readonly #cas: Cas
  readonly #indexed: IndexedText
  readonly #columns: readonly Column[]
  readonly #byId: ReadonlyMap<number, Structure>
  /** The number that tells a structure apart, and the rows in which it stands. */
  readonly #numbers = new Map<Structure, number>()
  readonly #units = new Map<Structure, Unit[]>()
  readonly #inUnit = new Map<string, Structure[]>()
  /** Pieces of tokens, by the id of the token. */
  readonly #pieces = new Map<string, Unit[]>()

  constructor(cas: Cas, columns: readonly Column[]) {
    this.#cas = cas
    this.#indexed = indexText(cas.text)
    this.#columns = columns
    this.#byId = new Map(cas.structures.map((structure) => [structure.id, structure]))
  }

  text(): string {
    const sentences = this.#sentences()
    const spans = this.#cas.structures.flatMap((structure) => {
      const range = structure.range && shortened(this.#cas.text, structure.range)
      return range && (LAYERS as readonly string[]).includes(structure.type) ? [{ structure, range }] : []
    })
    this.#place(sentences.flat(), spans)
    return sentences
      .map((tokens, index) => {
        const end = sentences[index + 1]?.[0]?.startUtf16 ?? this.#cas.text.length
        const lines = this.#cas.text.slice(tokens[0]!.startUtf16, end).split('\n')
        const rows = tokens.flatMap((token) => [token, ...(this.#pieces.get(token.id) ?? [])])
        return `\n${lines.map((line) => `#Text=${escapedText(line)}\n`).join('')}${rows.map((unit) => this.#row(unit)).join('')}`
      })
      .join('')
  }

  #sentences(): Unit[][] {
    const of = (type: string) => this.#cas.structures.flatMap((found) => (found.type === type ? [found.range!] : []))
    const tokens = of(TYPES.token)
    let next = 0
    return of(TYPES.sentence).map(({ endUtf16 }, sentence) => {
      const units: Unit[] = []
      while (next < tokens.length && tokens[next]!.startUtf16 < endUtf16)
        units.push({ ...tokens[next++]!, id: `${sentence + 1}-${units.length + 1}` })
      return units
    })
  }

  #place(tokens: readonly Unit[], spans: readonly { structure: Structure; range: Utf16Range }[]): void {
    for (const { structure, range } of spans) {
      this.#numbers.set(structure, this.#numbers.size + 1)
      const units: Unit[] = []
      for (
        let at = firstEndingAfter(tokens, range.startUtf16);
        tokens[at] && tokens[at]!.startUtf16 < range.endUtf16;
        at++
      )
        units.push(this.#unit(tokens[at]!, range))
      this.#units.set(structure, units)
      for (const { id } of units) {
        const held = this.#inUnit.get(id)
        if (held) held.push(structure)
        else this.#inUnit.set(id, [structure])
      }
    }
  }

  /** The token where a range covers it, else the piece of it that lies in the range. */
  #unit(token: Unit, range: Utf16Range): Unit {
    const [startUtf16, endUtf16] = [
      Math.max(token.startUtf16, range.startUtf16),
      Math.min(token.endUtf16, range.endUtf16),
    ]
    if (startUtf16 === token.startUtf16 && endUtf16 === token.endUtf16) return token
    const pieces = this.#pieces.get(token.id) ?? []
    const known = pieces.find((piece) => piece.startUtf16 === startUtf16 && piece.endUtf16 === endUtf16)
    if (known) return known
    const piece = { startUtf16, endUtf16, id: `${token.id}.${pieces.length + 1}` }
    this.#pieces.set(token.id, [...pieces, piece])
    return piece
  }

  #row(unit: Unit): string {
    const here = this.#inUnit.get(unit.id) ?? []
    const form = this.#cas.text.slice(unit.startUtf16, unit.endUtf16)
    const cells = this.#columns.flatMap(({ type, feature, isSlot }) => {
      const stacked = here.filter((structure) => structure.type === type)
      if (stacked.length === 0) return isSlot ? ['_', '_'] : ['_']
      if (!isSlot) return [stacked.map((structure) => this.#cell(structure, feature)).join('|')]
      return [stacked.map((host) => this.#roles(host)).join('|'), stacked.map((host) => this.#targets(host)).join('|')]
    })
    return `${[unit.id, `${unit.startUtf16}-${unit.endUtf16}`, form, ...cells].join('\t')}\t\n`
  }

  #cell(structure: Structure, feature: string): string {
    const value = feature === 'span' ? this.#exact(structure) : structure.values[feature]
    return `${value === undefined || value === '' ? '*' : escapedCell(String(value))}[${this.#numbers.get(structure)}]`
  }

  /** The positions that rows shorten, in code points. */
  #exact({ range }: Structure): string | undefined {
    const { startUtf16, endUtf16 } = shortened(this.#cas.text, range!)!
    if (startUtf16 === range!.startUtf16 && endUtf16 === range!.endUtf16) return undefined
    return `${this.#indexed.toCodePoints(range!.startUtf16)}-${this.#indexed.toCodePoints(range!.endUtf16)}`
  }

  #links(host: Structure): { role: string; target: Structure }[] {
    return (host.links?.[SLOT] ?? []).flatMap((id) => {
      const link = this.#byId.get(id)!
      const target = this.#byId.get(link.links!.target![0]!)!
      return this.#units.has(target) ? [{ role: String(link.values.role), target }] : []
    })
  }

  #roles(host: Structure): string {
    const roles = this.#links(host).map(({ role }) => escapedCell(role))
    return `${roles.join(';') || '_'}[${this.#numbers.get(host)}]`
  }

  #targets(host: Structure): string {
    const targets = this.#links(host).map(
      ({ target }) => `${this.#units.get(target)![0]!.id}[${this.#numbers.get(target)}]`,
    )
    return targets.join(';') || '*'
  }
}

/** The first of units in order that ends after an index. */
function firstEndingAfter(units: readonly Unit[], index: number): number {
  return countWhere(units.length, (k) => units[k]!.endUtf16 <= index)
}

/** A carriage return has no escape in a cell. */
function escapedCell(text: string): string {
  return text
    .replaceAll('\r', ' ')
    .replace(/[\\[\]|_;*]|->/g, (sign) => `\\${sign}`)
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
}

function escapedText(line: string): string {
  return line.replaceAll('\\', '\\\\').replaceAll('\t', '\\t')
}
