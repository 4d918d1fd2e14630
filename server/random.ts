/** Numbers as if by chance, the same ones for the same seed on every machine. */

/** Numbers from 0 (included) to 1 (excluded): a counter whose 32 bits are mixed (Steele, Lea & Flood 2014, split mix). */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = mixed(Math.trunc(seed) >>> 0) ^ mixed(Math.trunc(seed / 2 ** 32) >>> 0)
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    return mixed(state)
  }
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53
}

function mixed(bits: number): number {
  let mix = bits
  mix = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad)
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97)
  return (mix ^ (mix >>> 15)) >>> 0
}

/** A whole number from 0 to below the limit. */
export function randomPlace(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

/** A number of the normal distribution (Box & Muller 1958). */
export function randomNormal(random: Random, mean: number, deviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  return mean + deviation * radius * Math.cos(2 * Math.PI * random())
}
