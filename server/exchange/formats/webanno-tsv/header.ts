/** The header of WebAnno TSV: which layer and feature stands in which column. Throws DamagedFile. */
import { DamagedFile } from '../lesart-lines.ts'

export interface Column {
  readonly type: string
  readonly feature: string
  /** A role and its target stand in two columns; `ends` holds where a relation comes from. */
  readonly kind: 'value' | 'placeholder' | 'role' | 'target' | 'ends' | 'chain'
  readonly targetType?: string
}

/** The columns, and the line after the two blank ones with which a header ends. */
export function columnsIn(lines: readonly string[]): { columns: Column[]; next: number } {
  const [first = ''] = lines
  if (first.startsWith('\ufeff'))
    throw new DamagedFile(1, 'there is a byte order mark before the text; save the file without one')
  if (/^# webanno|^#id=/.test(first))
    throw new DamagedFile(1, 'this is an older WebAnno TSV (1 or 2), which is not read; export version 3')
  if (!/^#FORMAT=WebAnno TSV 3(\.\d+)?$/.test(first))
    throw new DamagedFile(1, 'this is no WebAnno TSV 3: its first line is not #FORMAT=WebAnno TSV 3.3')
  const columns: Column[] = []
  let at = 1
  for (; lines[at]?.startsWith('#T_'); at++) columns.push(...layerColumns(at + 1, lines[at]!))
  if (lines[at] !== '' || (lines[at + 1] !== '' && lines.length > at + 1))
    throw new DamagedFile(at + 1, 'the header ends in two blank lines; here they are missing')
  return { columns, next: at + 2 }
}

function layerColumns(line: number, content: string): Column[] {
  const [, kind, layer] = /^#T_(SP|CH|RL)=(.+)$/.exec(content) ?? []
  if (!kind || !layer) throw new DamagedFile(line, `„${content.slice(0, 40)}“ is no layer (#T_SP=, #T_CH= or #T_RL=)`)
  const [type = '', ...features] = layer.split('|')
  const named = features.filter((feature) => feature !== '')
  if (named.length === 0) return [{ type, feature: '', kind: 'placeholder' }]
  return named.map((feature, place): Column => {
    if (feature.startsWith('BT_')) return { type, feature: '', kind: 'ends', targetType: feature.slice('BT_'.length) }
    if (kind === 'CH') return { type, feature, kind: 'chain' }
    // What follows a role names what its targets are, and its column holds them.
    const role = roleIn(feature) ?? roleIn(named[place - 1])
    if (role === undefined) return { type, feature, kind: 'value' }
    const isRole = roleIn(feature) !== undefined
    return {
      type,
      feature: role,
      kind: isRole ? 'role' : 'target',
      targetType: isRole ? (named[place + 1] ?? '') : feature,
    }
  })
}

/** `ROLE_layer:feature_type` → the feature. */
function roleIn(feature: string | undefined): string | undefined {
  return /^ROLE_[^:]*:([^_]+)_/.exec(feature ?? '')?.[1]
}
