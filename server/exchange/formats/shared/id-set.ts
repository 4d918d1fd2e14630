/** Ids that were met in a file: of hundreds of thousands each takes 16 bytes, and none keeps the text alive that it was cut out of. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const WORDS = 4
/** Each grows for itself: growing needs room for a few ids beside those that are there, not for all of them again. */
const TABLES = 64
const FIRST_SLOTS = 16
/** Fuller, and looking takes long; emptier, and two million ids take more than 64 MB. */
const FULLEST = 0.8
const GROWTH = 1.3

export class IdSet {
  readonly #tables = Array.from({ length: TABLES }, () => new IdTable())
  /** Nobody can make ids that all fall into the same slot. */
  readonly #seed = Math.trunc(Math.random() * 2 ** 32)
  /** What is no UUID as we write it. */
  readonly #others = new Set<string>()

  /** Whether it was new. */
  add(id: string): boolean {
    const words = wordsOf(id)
    return words ? this.#tableOf(words).add(words, this.#seed) : this.#addOther(id)
  }

  has(id: string): boolean {
    const words = wordsOf(id)
    return words ? this.#tableOf(words).has(words, this.#seed) : this.#others.has(id)
  }

  #tableOf(words: Uint32Array): IdTable {
    return this.#tables[hashOf(words, 0, ~this.#seed) % TABLES]!
  }

  #addOther(id: string): boolean {
    if (this.#others.has(id)) return false
    this.#others.add(Buffer.from(id, 'utf16le').toString('utf16le'))
    return true
  }
}

/** Slots of four words each, not all of them zero where one is taken: open addressing. */
class IdTable {
  #slots = new Uint32Array(FIRST_SLOTS * WORDS)
  #count = 0

  add(words: Uint32Array, seed: number): boolean {
    const slot = slotOf(this.#slots, words, 0, seed)
    if (isTaken(this.#slots, slot)) return false
    put(this.#slots, slot, words, 0)
    this.#count++
    if (this.#count * WORDS > this.#slots.length * FULLEST) this.#grow(seed)
    return true
  }

  has(words: Uint32Array, seed: number): boolean {
    return isTaken(this.#slots, slotOf(this.#slots, words, 0, seed))
  }

  #grow(seed: number): void {
    const slots = new Uint32Array(Math.ceil((this.#slots.length / WORDS) * GROWTH) * WORDS)
    for (let from = 0; from < this.#slots.length; from += WORDS)
      if (isTaken(this.#slots, from)) put(slots, slotOf(slots, this.#slots, from, seed), this.#slots, from)
    this.#slots = slots
  }
}

/** The words of the id in hand: made anew for each of millions, they would be most of what is there to be collected. */
const inHand = new Uint32Array(WORDS)

/** Undefined for what is no UUID in small letters, and for the one that looks like an empty slot. */
function wordsOf(id: string): Uint32Array | undefined {
  if (!UUID.test(id)) return undefined
  inHand[0] = Number.parseInt(id.slice(0, 8), 16)
  inHand[1] = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16)
  inHand[2] = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16)
  inHand[3] = Number.parseInt(id.slice(28), 16)
  return isTaken(inHand, 0) ? inHand : undefined
}

/** Where the words that begin at `from` stand, or would stand. */
function slotOf(slots: Uint32Array, words: Uint32Array, from: number, seed: number): number {
  let slot = (hashOf(words, from, seed) % (slots.length / WORDS)) * WORDS
  while (isTaken(slots, slot) && !isSame(slots, slot, words, from)) slot = (slot + WORDS) % slots.length
  return slot
}

function hashOf(words: Uint32Array, from: number, seed: number): number {
  let hash = seed
  for (let at = from; at < from + WORDS; at++) {
    hash = Math.imul(hash ^ words[at]!, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

function put(slots: Uint32Array, slot: number, words: Uint32Array, from: number): void {
  for (let at = 0; at < WORDS; at++) slots[slot + at] = words[from + at]!
}

function isTaken(slots: Uint32Array, slot: number): boolean {
  return (slots[slot]! | slots[slot + 1]! | slots[slot + 2]! | slots[slot + 3]!) !== 0
}

function isSame(slots: Uint32Array, slot: number, words: Uint32Array, from: number): boolean {
  for (let at = 0; at < WORDS; at++) if (slots[slot + at] !== words[from + at]) return false
  return true
}
