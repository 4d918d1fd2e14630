/** A CAS ↔ the JSON of Apache UIMA, version 0.4. */
import { z } from 'zod'
import type { Codebook } from '../../../codebook/codebook.ts'
import { DamagedFile } from '../lesart-lines.ts'
import type { Cas, Structure } from './cas.ts'
import { casTypes } from './types.ts'

/** The order of keys matters: readers take it as a stream. */
export function casJsonText({ text, structures }: Cas, codebooks: readonly Codebook[]): string {
  const types = casTypes(codebooks).map(({ name, supertype, features }) => [
    name,
    {
      '%NAME': name,
      '%SUPER_TYPE': supertype,
      ...Object.fromEntries(
        features.map((feature) => {
          const range = feature.isSlot ? `${feature.range}[]` : feature.range
          return [feature.name, { '%NAME': feature.name, '%RANGE': range }]
        }),
      ),
    },
  ])
  const sofa = {
    '%ID': 1,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: text,
  }
  const most = structures.length + 1
  const rows = structures.flatMap((structure, place) => structureRows(structure, most + 1 + place))
  const members = structures.filter(({ type }) => !type.endsWith('Link')).map(({ id }) => id)
  const views = { _InitialView: { '%SOFA': 1, '%MEMBERS': members } }
  return [
    `{"%TYPES":${JSON.stringify(Object.fromEntries(types))},`,
    `"%FEATURE_STRUCTURES":[${[sofa, ...rows].map((row) => JSON.stringify(row)).join(',\n')}],`,
    `"%VIEWS":${JSON.stringify(views)}}`,
    '',
  ].join('\n')
}

/** Several references stand in an array, which is a structure of its own with the id that is handed in. */
function structureRows({ id, type, range, values, links = {} }: Structure, arrayId: number): object[] {
  const isLink = type.endsWith('Link')
  const [[feature, ids] = ['', []]] = Object.entries(links)
  const array = { '%ID': arrayId, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': ids }
  const reference = feature === '' ? {} : { [`@${feature}`]: isLink ? ids[0] : arrayId }
  const place = range && { begin: range.startUtf16, end: range.endUtf16 }
  const row = { '%ID': id, '%TYPE': type, ...(!isLink && { '@sofa': 1 }), ...place, ...values, ...reference }
  return feature === '' || isLink ? [row] : [array, row]
}

const structure = z.record(z.string(), z.unknown()).and(z.object({ '%ID': z.int(), '%TYPE': z.string() }))
const document = z.object({
  '%HEADER': z.object({ 'offset-encoding': z.string().optional() }).optional(),
  '%FEATURE_STRUCTURES': z.preprocess(asArray, z.array(structure)),
})

/** Some write an object with the ids as keys. */
function asArray(structures: unknown): unknown {
  if (typeof structures !== 'object' || structures === null || Array.isArray(structures)) return structures
  return Object.entries(structures).map(([id, structure]) => ({ '%ID': Number(id), ...structure }))
}

/** Throws DamagedFile. */
export function readCasJson(text: string): Cas {
  const content = parsedJson(text)
  if ('_context' in content || '_views' in content)
    throw new DamagedFile(1, 'this is the older JSON of UIMA, which is not read; export CAS JSON 0.4, or XMI')
  const parsed = document.safeParse(content)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new DamagedFile(1, `this is no CAS JSON: ${issue!.path.join('.')}: ${issue!.message}`)
  }
  const encoding = parsed.data['%HEADER']?.['offset-encoding'] ?? 'UTF-16'
  if (encoding !== 'UTF-16')
    throw new DamagedFile(1, `offset-encoding: positions count in ${encoding}; only UTF-16 is read`)
  return casIn(parsed.data['%FEATURE_STRUCTURES'], text)
}

type Row = z.infer<typeof structure>

function casIn(rows: readonly Row[], json: string): Cas {
  const sofas = rows.filter((row) => row['%TYPE'] === 'uima.cas.Sofa' && row.sofaString)
  const sofa = sofas.find(({ sofaID }) => sofaID === '_InitialView') ?? sofas[0]
  const text = sofa?.sofaString
  if (!sofa || typeof text !== 'string')
    throw new DamagedFile(1, 'there is no text in this file (uima.cas.Sofa with a sofaString)')
  const lineOf = lineFinder(json)
  const arrays = new Map(
    rows.filter((row) => Array.isArray(row['%ELEMENTS'])).map((row) => [row['%ID'], row['%ELEMENTS']]),
  )
  const seen = new Set<number>()
  const structures = rows
    .filter((row) => !row['%TYPE'].startsWith('uima.cas.') && !arrays.has(row['%ID']))
    .filter((row) => row['@sofa'] === undefined || row['@sofa'] === sofa['%ID'])
    .map((row) => {
      const id = row['%ID']
      const line = lineOf(id)
      if (seen.has(id)) throw new DamagedFile(line, `the %ID ${id} stands there twice`)
      seen.add(id)
      return structureOf(row, line, arrays)
    })
  return { text, structures }
}

function structureOf(row: Row, line: number, arrays: ReadonlyMap<number, unknown>): Structure {
  const { '%ID': id, '%TYPE': type, begin, end, ...features } = row
  const values: Record<string, string | number | boolean> = {}
  const links: Record<string, number[]> = {}
  for (const [key, value] of Object.entries(features)) {
    if (key.startsWith('@') && typeof value === 'number') {
      const elements = arrays.get(value)
      links[key.slice(1)] = Array.isArray(elements)
        ? elements.filter((element) => typeof element === 'number')
        : [value]
      if (Array.isArray(elements) && elements.some((element) => typeof element === 'string'))
        values[key.slice(1)] = elements.join(' ')
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      values[key.replace(/^[#]/, '')] = value
  }
  if (begin === undefined && end === undefined) return { id, type, line, values, links }
  const [startUtf16, endUtf16] = [begin ?? 0, end]
  if (typeof startUtf16 !== 'number' || typeof endUtf16 !== 'number' || startUtf16 > endUtf16)
    throw new DamagedFile(line, `${type} ${id}: ${startUtf16} to ${endUtf16} is no span`)
  return { id, type, line, range: { startUtf16, endUtf16 }, values, links }
}

function parsedJson(text: string): object {
  try {
    const content: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    if (typeof content === 'object' && content !== null) return content
  } catch (error) {
    throw new DamagedFile(lineOfJsonFault(text, error), 'this is no JSON, or it is cut off')
  }
  throw new DamagedFile(1, 'this is no CAS JSON: it is not an object')
}

function lineOfJsonFault(text: string, error: unknown): number {
  const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  return text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length
}

/** The line on which a structure with an id begins, where the file has lines. */
function lineFinder(json: string): (id: number) => number {
  let lines: Map<number, number> | undefined
  return (id) => {
    lines ??= new Map(
      json.split('\n').flatMap((line, index) => {
        return Array.from(line.matchAll(/"%ID"\s*:\s*(\d+)/g), (match): [number, number] => [
          Number(match[1]),
          index + 1,
        ])
      }),
    )
    return lines.get(id) ?? 1
  }
}
