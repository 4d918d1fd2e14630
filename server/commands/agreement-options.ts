/** The options of `agreement`, checked. */
import { GAMMA_DEFAULTS } from '../agreement/gamma.ts'
import { LEVELS } from '../agreement/krippendorff-alpha.ts'
import { MEASURES, type MeasureName, OF_CODINGS, OF_CONTINUA } from '../agreement/measures.ts'
import type { Asked } from '../agreement/results.ts'
import { SAMPLERS } from '../agreement/samplers.ts'
import { CONFIG_OPTIONS, type readArguments } from '../config.ts'
import { CommandError } from '../errors.ts'

export const POSITIONS = ['character', 'token', 'sentence'] as const
export const TABLES = ['coding-table', 'continuum-table'] as const

/** Measured where no measure is named: quick, and what the others are read beside. */
const USUAL: readonly MeasureName[] = [
  'krippendorff-alpha',
  'u-alpha',
  'u-alpha-binary',
  'cu-alpha',
  'ku-alpha',
  'span-f1',
]

export const OPTIONS = {
  ...CONFIG_OPTIONS,
  from: { type: 'string' },
  encoding: { type: 'string' },
  measure: { type: 'string', multiple: true },
  level: { type: 'string', default: 'nominal' },
  unit: { type: 'string', default: 'character' },
  length: { type: 'string' },
  round: { type: 'string' },
  'include-unfinished': { type: 'boolean', default: false },
  threshold: { type: 'string', default: '0.5' },
  bootstrap: { type: 'string' },
  seed: { type: 'string', default: '1' },
  'gamma-alpha': { type: 'string', default: String(GAMMA_DEFAULTS.alpha) },
  'gamma-beta': { type: 'string', default: String(GAMMA_DEFAULTS.beta) },
  'delta-empty': { type: 'string', default: String(GAMMA_DEFAULTS.deltaEmpty) },
  precision: { type: 'string', default: String(GAMMA_DEFAULTS.precision) },
  sampler: { type: 'string', default: GAMMA_DEFAULTS.sampler },
  json: { type: 'boolean', default: false },
} as const

export type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values']

/** Throws CommandError (exit 2) on what cannot be used. */
export function askedBy(values: Values, progress: Asked['gamma']['progress']): Asked {
  const isPositive = (number: number) => number > 0
  const isShare = (number: number) => number > 0 && number <= 1
  const seed = numberOf('seed', values.seed, (number) => Number.isSafeInteger(number) && number >= 0)
  return {
    measures: measuresIn(values),
    level: oneOf('level', values.level, LEVELS),
    threshold: numberOf('threshold', values.threshold, isShare),
    bootstrap: {
      samples: numberOf(
        'bootstrap',
        values.bootstrap ?? '2000',
        (number) => Number.isInteger(number) && number >= 0 && number <= 100_000,
      ),
      seed,
      ofParagraphs: values.bootstrap !== undefined,
    },
    gamma: {
      alpha: numberOf('gamma-alpha', values['gamma-alpha'], (number) => number >= 0),
      beta: numberOf('gamma-beta', values['gamma-beta'], (number) => number >= 0),
      deltaEmpty: numberOf('delta-empty', values['delta-empty'], isPositive),
      precision: numberOf('precision', values.precision, (number) => number >= 0.001 && number < 1),
      sampler: oneOf('sampler', values.sampler, SAMPLERS),
      seed,
      ...(progress && { progress }),
    },
  }
}

/** Options that were given and have nothing to do with a file of this kind: whoever gave them should not believe that they counted. */
export function unusedBy({ from, round, length, unit, ...values }: Values): string[] {
  const isTable = (TABLES as readonly (string | undefined)[]).includes(from)
  return [
    ...(length !== undefined && from !== 'continuum-table' ? ['length'] : []),
    ...(isTable && round !== undefined ? ['round'] : []),
    ...(isTable && values['include-unfinished'] ? ['include-unfinished'] : []),
    ...(isTable && unit !== OPTIONS.unit.default ? ['unit'] : []),
  ]
}

function measuresIn({ measure, from }: Values): readonly MeasureName[] {
  const fitting = from === 'coding-table' ? OF_CODINGS : from === 'continuum-table' ? OF_CONTINUA : MEASURES
  if (!measure) return USUAL.filter((name) => fitting.includes(name))
  const names = measure.flatMap((names) => names.split(','))
  return names.flatMap((name) => (name === 'all' ? fitting : [oneOf('measure', name, fitting)]))
}

export function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new CommandError(`--${option} ${value}: there are ${choices.join(', ')}`, 2)
  return found
}

export function numberOf(option: string, value: string, fits: (number: number) => boolean): number {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number) || !fits(number))
    throw new CommandError(`--${option} ${value}: this number cannot be used here`, 2)
  return number
}
