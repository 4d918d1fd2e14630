/** Ids that were met in a file: of hundreds of thousands each takes 16 bytes, and none keeps the text alive that it was cut out of. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const WORDS = 4
const FIRST_SLOTS = 1024

export class IdSet {
  /** Slots of four words each, none of them zero where one is taken: open addressing, at most half full. */
  #slots = new Uint32Array(FIRST_SLOTS * WORDS)
  #count = 0
  /** Nobody can make ids that all fall into the same slot. */
  readonly #seed = Math.trunc(Math.random() * 2 ** 32)
  /** What is no UUID as we write it. */
  readonly #others = new Set<string>()

  /** Whether it was new. */
  add(id: string): boolean {
    const words = wordsOf(id)
    if (!words) return this.#addOther(id)
    const slot = slotOf(this.#slots, words, this.#seed)
    if (isTaken(this.#slots, slot)) return false
    this.#slots.set(words, slot)
    this.#count++
    if (this.#count * 2 * WORDS > this.#slots.length) this.#grow()
    return true
  }

  has(id: string): boolean {
    const words = wordsOf(id)
    return words ? isTaken(this.#slots, slotOf(this.#slots, words, this.#seed)) : this.#others.has(id)
  }

  #addOther(id: string): boolean {
    if (this.#others.has(id)) return false
    this.#others.add(Buffer.from(id, 'utf16le').toString('utf16le'))
    return true
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    for (let from = 0; from < this.#slots.length; from += WORDS) {
      if (!isTaken(this.#slots, from)) continue
      const words = this.#slots.subarray(from, from + WORDS)
      slots.set(words, slotOf(slots, words, this.#seed))
    }
    this.#slots = slots
  }
}

/** Undefined for what is no UUID in small letters, and for the one that looks like an empty slot. */
function wordsOf(id: string): Uint32Array | undefined {
  if (!UUID.test(id)) return undefined
  const digits = id.replaceAll('-', '')
  const words = Uint32Array.from({ length: WORDS }, (_, at) => Number.parseInt(digits.slice(at * 8, at * 8 + 8), 16))
  return words.some((word) => word !== 0) ? words : undefined
}

/** Where these words stand, or would stand. */
function slotOf(slots: Uint32Array, words: Uint32Array, seed: number): number {
  let hash = seed
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  const mask = slots.length / WORDS - 1
  let slot = (hash & mask) * WORDS
  while (isTaken(slots, slot) && !isSame(slots, slot, words)) slot = (slot + WORDS) % slots.length
  return slot
}

function isTaken(slots: Uint32Array, slot: number): boolean {
  return (slots[slot]! | slots[slot + 1]! | slots[slot + 2]! | slots[slot + 3]!) !== 0
}

function isSame(slots: Uint32Array, slot: number, words: Uint32Array): boolean {
  return words.every((word, at) => slots[slot + at] === word)
}
