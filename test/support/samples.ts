/** Values that fit a schema, made from the schema alone: so that a new route is tested without being named. */
import { z } from 'zod'
import { newId } from './builders.ts'

/** The part of JSON Schema that zod states. */
export interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly pattern?: string
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly additionalProperties?: Shape | boolean
}

/** What fields of these names hold where their schema takes it: ids of things that are there, words that stand there. */
export type Known = Readonly<Record<string, string>>

const shapes = new WeakMap<z.ZodType, Shape>()

/** What a schema asks of its input. Where there is none, nothing. */
export function shapeOf(schema: z.ZodType | undefined): Shape | undefined {
  if (!schema) return undefined
  const shape = shapes.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape)
  shapes.set(schema, shape)
  return shape
}

/** The names of the fields that an object of this shape may have. */
export function fieldsOf(shape: Shape | undefined): string[] {
  if (!shape) return []
  const kinds = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]
  return [...new Set([...Object.keys(shape.properties ?? {}), ...kinds.flatMap(fieldsOf)])]
}

/** The names of those that it must have, which is what a request states. */
export function requiredIn(shape: Shape | undefined): string[] {
  if (!shape) return []
  const kinds = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]
  return [...new Set([...(shape.required ?? []), ...kinds.flatMap(requiredIn)])]
}

/** Texts for patterns: the first that fits is taken. */
const TEXTS: readonly (() => string)[] = [
  newId,
  () => '1',
  () => 'save',
  () => 'de',
  () => 'x',
  () => '2026-11-25',
  () => 'rates.csv',
  () => '0'.repeat(64),
  () => '0'.repeat(12),
  () => 'x'.repeat(43),
]

/** A value of this shape; with every field that it may have, or with those that it must have. */
export function sampleOf(shape: Shape, known: Known, all = true, name = ''): unknown {
  if (shape.const !== undefined) return shape.const
  const kinds = shape.anyOf ?? shape.oneOf
  if (kinds) return sampleOf(kindFor(kinds, known[name]), known, all, name)
  if (shape.enum) return shape.enum.includes(known[name]) ? known[name] : shape.enum[0]
  switch (shape.type) {
    case 'object':
      return objectOf(shape, known, all)
    case 'array':
      return all && shape.items ? [sampleOf(shape.items, known, all, name)] : []
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 0, Number(known[name] ?? 0))
    case 'boolean':
      return true
    case 'string':
      return textFor(shape.pattern, known[name])
    default:
      return {}
  }
}

/** The kind that takes what is known under a field's name; else the first one. */
function kindFor(kinds: readonly Shape[], known: string | undefined): Shape {
  const fits = ({ type, pattern, const: only }: Shape) =>
    known !== undefined && only === undefined && type === 'string' && new RegExp(pattern ?? '').test(known)
  return kinds.find(fits) ?? kinds[0]!
}

function objectOf({ properties = {}, required = [] }: Shape, known: Known, all: boolean): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => all || required.includes(name))
  return Object.fromEntries(names.map((name) => [name, sampleOf(properties[name]!, known, all, name)]))
}

function textFor(pattern = '', known: string | undefined): string {
  // Ids are matched in either case by the schemas, and JSON Schema forgets the flag.
  const fits = (text: string) => new RegExp(pattern, 'i').test(text)
  if (known !== undefined && fits(known)) return known
  return pattern === '' ? 'x' : (TEXTS.map((make) => make()).find(fits) ?? 'x')
}
