/** Texts annotated as if by chance, to which an observed disorder is compared. */

import { type Random, randomNormal, randomPlace } from '../random.ts'
import { lengthOf, type Unit } from './continuum.ts'

export const SAMPLERS = ['shuffle', 'statistical'] as const
export type SamplerName = (typeof SAMPLERS)[number]

type Lines = readonly (readonly Unit[])[]

/** Makes lines of units like those of a text, as many as it has. */
export type Sampler = (lines: Lines, length: number, random: Random) => Unit[][]

/**
 * Each line is that of an annotator by chance, turned round as on a ring (Mathet et al. 2015, § 5.2.2). Turns lie at
 * least half a mean unit apart, so that no line meets itself.
 */
function shuffle(lines: Lines, length: number, random: Random): Unit[][] {
  const units = lines.flat()
  const apart = units.reduce((sum, unit) => sum + lengthOf(unit), 0) / units.length / 2
  const isWhole = Number.isInteger(length) && units.every(({ start, end }) => Number.isInteger(start + end))
  for (;;) {
    let free = [{ start: 0, end: length }]
    const turned = lines.map(() => {
      const place = free.length > 0 ? placeIn(free, random) : random() * length
      const turn = isWhole ? Math.floor(place) : place
      free = free.flatMap((stretch) => without(stretch, turn - apart, turn + apart))
      return lines[randomPlace(random, lines.length)]!.map((unit) => turnedBy(unit, turn, length))
    })
    // Somebody may have marked nothing; a sample of nothing says nothing.
    if (turned.some((line) => line.length > 0)) return turned
  }
}

function turnedBy(unit: Unit, turn: number, length: number): Unit {
  const by = unit.start + turn > length ? turn - length : turn
  return { tag: unit.tag, start: unit.start + by, end: unit.end + by }
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function placeIn(stretches: readonly Stretch[], random: Random): number {
  let place = random() * stretches.reduce((sum, { start, end }) => sum + end - start, 0)
  for (const { start, end } of stretches) {
    if (place < end - start) return start + place
    place -= end - start
  }
  return stretches.at(-1)!.end
}

function without({ start, end }: Stretch, from: number, to: number): Stretch[] {
  const left = [
    { start, end: Math.min(end, from) },
    { start: Math.max(start, to), end },
  ]
  return left.filter((stretch) => stretch.start < stretch.end)
}

/**
 * Numbers, gaps and lengths of units from normal distributions, tags as often as they are (the sampler that
 * pygamma-agreement 0.5.9 uses where none is named: Titeux & Riad 2021, with its gap of nothing among the others, and
 * lines that may stay empty once one is not).
 */
function statistical(lines: Lines, _length: number, random: Random): Unit[][] {
  const units = lines.flat()
  const sorted = lines.map((line) => line.toSorted((a, b) => a.start - b.start || a.end - b.end))
  const between = sorted.flatMap((line) =>
    line.flatMap((unit, place) => {
      const before = line[place - 1]
      if (before) return [unit.start - before.end]
      return unit.start > 0 ? [unit.start] : []
    }),
  )
  const ofNumber = spreadOf(lines.map((line) => line.length))
  const ofGap = spreadOf([0, ...between])
  const ofLength = spreadOf(units.map(lengthOf))
  let least = 1
  return lines.map(() => {
    const number = Math.max(least, Math.abs(Math.trunc(randomNormal(random, ...ofNumber))))
    least = 0
    let at = 0
    return Array.from({ length: number }, () => {
      const start = at + randomNormal(random, ...ofGap)
      let length = 0
      while (length <= 0) length = Math.abs(randomNormal(random, ...ofLength))
      at = start + length
      return { start, end: at, tag: units[randomPlace(random, units.length)]!.tag }
    })
  })
}

/** Mean and standard deviation of the whole. */
export function spreadOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 0]
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)]
}

export const SAMPLER: Readonly<Record<SamplerName, Sampler>> = { shuffle, statistical }
