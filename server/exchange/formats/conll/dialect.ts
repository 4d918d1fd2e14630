/** Which of the CoNLL formats a file is in: how its columns are parted, and what they hold. */
import { DamagedFile } from '../lesart-lines.ts'

export interface Dialect {
  readonly separator: RegExp
  readonly width: number
  /** Of all columns, or none where the format has no names. */
  readonly names: readonly string[]
  /** Places of columns; -1 for one that is not there. */
  readonly form: number
  readonly labels: readonly number[]
  readonly misc: number
  readonly start: number
}

const CONLL_U = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC']
const NOT_LABELS = new Set([...CONLL_U, 'START', 'END'])

export function isLabel(cell: string): boolean {
  return /^(?:[O_*]|[BIESLU]-\S+)$/u.test(cell)
}

/** Throws DamagedFile where no column holds labels, and none says what it holds. */
export function dialectOf(lines: readonly string[]): Dialect {
  const rows = lines.filter((line) => line.trim() !== '' && !line.startsWith('#') && !line.startsWith('-DOCSTART-'))
  const separator = rows.every((row) => row.includes('\t')) ? /\t/ : /[ \t]+/
  const cells = rows.slice(0, 1000).map((row) => row.split(separator))
  const names = namesIn(lines[0] ?? '', cells)
  const width = names.length || (cells[0]?.length ?? 0)
  const holdsLabels = (place: number) => cells.every((row) => isLabel(row[place] ?? ''))
  const at = (name: string) => names.findIndex((own) => own.toUpperCase() === name)
  const common = { separator, width, names, misc: at('MISC'), start: at('START') }
  if (names.length > 0) {
    const labels = [...names.keys()].filter(
      (place) => isNamedLabel(names[place]!) || (isOwn(names[place]!) && holdsLabels(place)),
    )
    return { ...common, form: at('FORM'), labels }
  }
  const isNumbered = cells.every(([id = '']) => /^\d+$/.test(id))
  const form = isNumbered ? 1 : 0
  const found = Array.from({ length: width }, (_, place) => place).filter((place) => place > form && holdsLabels(place))
  if (found.length === 0)
    throw new DamagedFile(1, 'this is no file of the CoNLL family: no column holds B-TAG, I-TAG and O alone')
  // Of several columns without numbers before them (CoNLL-2003: chunks, then names) the last one is meant.
  return { ...common, form, labels: isNumbered ? found : found.slice(-1) }
}

function namesIn(first: string, cells: readonly (readonly string[])[]): readonly string[] {
  const named = /^# global\.columns = (.+)$/.exec(first)?.[1]
  if (named !== undefined) return named.trim().split(/\s+/)
  const isConllU = cells.length > 0 && cells.every((row) => row.length === CONLL_U.length && /^\d/.test(row[0]!))
  return isConllU ? CONLL_U : []
}

/** As we name them: whatever they hold has to be a label. */
function isNamedLabel(name: string): boolean {
  return /^(?:TAG|ROLE):/.test(name)
}

function isOwn(name: string): boolean {
  return !NOT_LABELS.has(name.toUpperCase())
}
