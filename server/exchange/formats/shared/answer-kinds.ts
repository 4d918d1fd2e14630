/** Of which kind a question is, by all the answers that were given to it. */
import type { Attribute, AttributeValue } from '../../../codebook/codebook.ts'

export const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const WHOLE_NUMBER = /^(0|-?[1-9]\d{0,14})$/
/** Wider, it is a number that counts something. */
const WIDEST = 100
/** So many different answers are no choices any more. */
const MOST = 40
/** Between several choices in a text. */
const BETWEEN = '|'

type Kind = Attribute['kind']
/** How answers come that come as texts: as our own tables state them, or in the words of others. */
export type AnswerTexts = 'strict' | 'loose'

export class AnswerKinds {
  /** Whether answers come as texts, so that `true` may mean yes, `3` a place on a scale, `a|b` two choices. */
  readonly #areTexts: boolean
  /** Which texts mean yes or no. */
  readonly #yesNo: RegExp
  readonly #fits: Set<Kind> = new Set(['yes-no', 'scale', 'one-of', 'many-of'])
  readonly #choices = new Set<string>()
  /** Each with those that were named before it. */
  readonly #before = new Map<string, Set<string>>()
  #low = Number.POSITIVE_INFINITY
  #high = Number.NEGATIVE_INFINITY

  /** @param texts `loose`: of others, for whom `yes` is yes, too */
  constructor(texts: AnswerTexts | undefined) {
    this.#areTexts = texts !== undefined
    this.#yesNo = texts === 'loose' ? /^(true|false|yes|no)$/ : /^(true|false)$/
  }

  add(value: AttributeValue): void {
    for (const kind of this.#fits) if (!this.#isOf(kind, value)) this.#fits.delete(kind)
    if (this.#fits.has('scale')) {
      this.#low = Math.min(this.#low, Number(value))
      this.#high = Math.max(this.#high, Number(value))
      if (this.#high - this.#low > WIDEST) this.#fits.delete('scale')
    }
    if (this.#fits.has('many-of')) this.#addChoices(answerOfKind('many-of', value) as readonly string[])
    else if (this.#fits.has('one-of')) this.#choices.add(String(value))
    if (this.#choices.size > MOST) for (const kind of ['one-of', 'many-of'] as const) this.#fits.delete(kind)
  }

  #isOf(kind: Kind, value: AttributeValue): boolean {
    switch (kind) {
      case 'yes-no':
        return typeof value === 'boolean' || (this.#areTexts && typeof value === 'string' && this.#yesNo.test(value))
      case 'scale':
        return Number.isInteger(value) || (this.#areTexts && typeof value === 'string' && WHOLE_NUMBER.test(value))
      case 'one-of':
        return typeof value === 'string' && KEBAB.test(value)
      case 'many-of': {
        if (!Array.isArray(value) && !(this.#areTexts && typeof value === 'string')) return false
        const chosen = answerOfKind('many-of', value) as readonly string[]
        return chosen.every((choice) => KEBAB.test(choice)) && new Set(chosen).size === chosen.length
      }
      default:
        return true
    }
  }

  #addChoices(chosen: readonly string[]): void {
    for (const [place, choice] of chosen.entries()) {
      this.#choices.add(choice)
      const before = this.#before.get(choice) ?? new Set()
      for (const other of chosen.slice(0, place)) before.add(other)
      this.#before.set(choice, before)
    }
  }

  /** The most telling kind that all answers fit. */
  question(id: string, name: string): Attribute {
    const label = { en: name }
    const choices = this.#orderedChoices()?.map((choice) => ({ id: choice, label: { en: choice } }))
    if (this.#fits.has('yes-no')) return { id, label, kind: 'yes-no' }
    // A scale has two ends at least.
    if (this.#fits.has('scale'))
      return { id, label, kind: 'scale', min: this.#low, max: Math.max(this.#high, this.#low + 1) }
    if (this.#fits.has('one-of')) return { id, label, kind: 'one-of', choices: choices ?? [] }
    if (this.#fits.has('many-of') && choices) return { id, label, kind: 'many-of', choices }
    return { id, label, kind: 'text' }
  }

  /** In an order in which all answers name them, by name where that is open; undefined where answers contradict. */
  #orderedChoices(): string[] | undefined {
    const ordered: string[] = []
    const left = new Set([...this.#choices].sort())
    while (left.size > 0) {
      const next = [...left].find((choice) => [...(this.#before.get(choice) ?? [])].every((other) => !left.has(other)))
      if (next === undefined) return undefined
      left.delete(next)
      ordered.push(next)
    }
    return ordered
  }
}

/** An answer as a question of some kind takes it. */
export function answerOfKind(kind: Kind, value: AttributeValue): AttributeValue {
  if (kind === 'text') return Array.isArray(value) ? value.join(BETWEEN) : String(value)
  if (typeof value !== 'string') return value
  if (kind === 'yes-no' && /^(true|yes)$/.test(value)) return true
  if (kind === 'yes-no' && /^(false|no)$/.test(value)) return false
  if (kind === 'scale' && WHOLE_NUMBER.test(value)) return Number(value)
  return kind === 'many-of' ? value.split(BETWEEN) : value
}
