/** WebAnno TSV 3 → a CAS. Throws DamagedFile. */
import type { Cas, Structure } from '../cas/cas.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { type Column, columnsIn } from './header.ts'
import { pieces, readCell, type TsvRow, tsvSentences, unescaped } from './rows.ts'

export function readTsv(content: string): Cas {
  const lines = content.split(/\r\n|\r|\n/)
  const { columns, next } = columnsIn(lines)
  const { text, rows } = tsvSentences(lines, next)
  const reading = new Reading(columns)
  for (const row of rows) reading.add(row)
  return { text, structures: reading.structures(), declared: columns.map(({ type }) => type) }
}

/** An annotation that is being put together from its rows. */
interface Found {
  readonly id: number
  readonly type: string
  readonly line: number
  readonly start: number
  end: number
  readonly values: Record<string, string>
  readonly slots: Map<string, Slot>
  /** For a relation: where it comes from, and in which row it stands. */
  from?: { readonly at: string; readonly unit: string; readonly type: string }
}

interface Slot {
  readonly roles: readonly string[]
  readonly targets: readonly string[]
  readonly targetType: string
}

/** Ids of links lie beyond those of all annotations. */
const FIRST_LINK = 1_000_000_000

class Reading {
  readonly #columns: readonly Column[]
  readonly #found: Found[] = []
  /** By type and what makes its cells one. */
  readonly #known = new Map<string, Found>()
  readonly #units = new Map<string, TsvRow>()

  constructor(columns: readonly Column[]) {
    this.#columns = columns
  }

  add(row: TsvRow): void {
    const { line, unit, end, cells } = row
    if (cells.length < this.#columns.length)
      throw new DamagedFile(line, `there are ${cells.length} cells, the header has ${this.#columns.length} columns`)
    this.#units.set(unit, row)
    for (const [place, column] of this.#columns.entries()) {
      // A host without links has no role, but a star for its targets.
      const isBareHost = column.kind === 'role' && cells[place + 1] === '*'
      if ((cells[place] === '_' && !isBareHost) || column.kind === 'target') continue
      for (const [depth, cell] of pieces(cells[place]!, '|').entries()) {
        const found = this.#at(column, this.#keyOf(column, cell, depth, row), row)
        found.end = Math.max(found.end, end)
        this.#fill(found, column, cell, { line, unit, targets: pieces(cells[place + 1] ?? '', '|')[depth] })
      }
    }
  }

  /** What makes cells of several rows and columns one annotation: a number, the place in a chain, else row and depth. */
  #keyOf({ type, kind }: Column, cell: string, depth: number, { unit, cells }: TsvRow): string {
    const alone = `in ${unit} at ${depth}`
    if (kind === 'chain') {
      const relation = this.#columns.findIndex((other) => other.type === type && other.feature === 'referenceRelation')
      const place = /->(\d+-\d+)$/.exec(pieces(cells[relation] ?? '', '|')[depth] ?? '')?.[1]
      return place === undefined ? alone : `in chain ${place}`
    }
    const number = kind === 'ends' ? undefined : readCell(cell).number
    return number ?? alone
  }

  #at({ type }: Column, key: string, { line, start, unit }: TsvRow): Found {
    const known = this.#known.get(`${type} ${key}`)
    if (known) return known
    const found = this.#made({ type, line, start, end: start })
    this.#known.set(`${type} ${key}`, found)
    // What refers to a row alone means what stands there.
    const place = `${type} in ${unit}`
    if (!this.#known.has(place)) this.#known.set(place, found)
    return found
  }

  #made(place: Pick<Found, 'type' | 'line' | 'start' | 'end'>): Found {
    const found: Found = { ...place, id: this.#found.length + 1, values: {}, slots: new Map() }
    this.#found.push(found)
    return found
  }

  #fill(
    found: Found,
    column: Column,
    cell: string,
    { line, unit, targets }: { readonly line: number; readonly unit: string; readonly targets: string | undefined },
  ): void {
    if (column.kind === 'ends') {
      found.from = { at: cell, unit, type: column.targetType! }
      return
    }
    const { value } = readCell(column.kind === 'chain' ? cell.replace(/->\d+-\d+$/, '') : cell)
    if (column.kind === 'role') this.#fillSlot(found, column, value, line, targets)
    else if (value !== undefined && column.kind !== 'placeholder') found.values[column.feature] = unescaped(value)
  }

  #fillSlot(found: Found, column: Column, value: string | undefined, line: number, cell: string | undefined): void {
    if (cell === undefined) throw new DamagedFile(line, `${column.feature}: there are more hosts than targets`)
    const targets = cell === '*' || cell === '_' ? [] : pieces(cell, ';')
    const roles = value === undefined && targets.length === 0 ? [] : pieces(value ?? '*', ';')
    if (roles.length !== targets.length)
      throw new DamagedFile(line, `${column.feature}: ${roles.length} roles, ${targets.length} targets`)
    found.slots.set(column.feature, { roles, targets, targetType: column.targetType! })
  }

  structures(): Structure[] {
    const links: Structure[] = []
    const structures: Structure[] = []
    // Tokens that are referred to come in at the end while this goes on.
    for (let place = 0; place < this.#found.length; place++) {
      const found = this.#found[place]!
      const { id, type, line, start, end, values } = found
      const slots = [...found.slots].map(([feature, slot]) => [feature, this.#links(found, slot, links)])
      const references = { ...Object.fromEntries(slots), ...this.#ends(found) }
      structures.push({ id, type, line, range: { startUtf16: start, endUtf16: end }, values, links: references })
    }
    return [...structures, ...links]
  }

  #links({ type, line }: Found, { roles, targets, targetType }: Slot, links: Structure[]): number[] {
    return targets.map((cell, place) => {
      const id = FIRST_LINK + links.length
      const role = roles[place] === '*' ? '' : unescaped(roles[place]!)
      const target = this.#targetAt(line, cell, targetType)
      links.push({ id, type: `${type}Link`, line, values: { role }, links: { target: [target] } })
      return id
    })
  }

  /** `1-2[3_5]`: the row where a relation begins, and the numbers of both its ends; 0 stands for none. */
  #ends({ from, line }: Found): Record<string, number[]> {
    if (!from) return {}
    const [, unit = '', governor = '0', dependent = '0'] =
      /^(\d+-\d+(?:\.\d+)?)(?:\[(\d+)_(\d+)\])?$/.exec(from.at) ?? []
    const numbered = (row: string, number: string) => (number === '0' ? row : `${row}[${number}]`)
    return {
      Governor: [this.#targetAt(line, numbered(unit, governor), from.type)],
      Dependent: [this.#targetAt(line, numbered(from.unit, dependent), from.type)],
    }
  }

  #targetAt(line: number, cell: string, type: string): number {
    const { value: unit, number } = readCell(cell)
    // A slot for any type of annotation names the number alone.
    const found =
      this.#known.get(`${type} ${number ?? `in ${unit}`}`) ?? this.#numbered(number) ?? this.#token(unit, type)
    if (!found) throw new DamagedFile(line, `${cell} is referred to, and there is nothing`)
    return found.id
  }

  #numbered(number: string | undefined): Found | undefined {
    return number === undefined ? undefined : [...this.#known].find(([key]) => key.endsWith(` ${number}`))?.[1]
  }

  /** Tokens have no column: a row is one. */
  #token(unit: string | undefined, type: string): Found | undefined {
    const row = type.endsWith('.Token') ? this.#units.get(unit ?? '') : undefined
    if (!row) return undefined
    const { line, start, end } = row
    const made = this.#made({ type, line, start, end })
    this.#known.set(`${type} in ${unit}`, made)
    return made
  }
}
