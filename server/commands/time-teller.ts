/** Tells how long something will take, once that can be known and where it is long. */

const LONG = 10
/** A beginning is slower than what follows. */
const ENOUGH_SEEN = 1
/** It is told again where it turns out to be so many times longer. */
const MUCH_LONGER = 1.5

/** Takes how much is done, and of how much, beginning with nothing; tells the seconds that are left. */
export function timeTeller(name: string, tell: (message: string) => void): (done: number, of: number) => void {
  let started = 0
  let told = 0
  return (done, of) => {
    if (done === 0) {
      started = performance.now()
      told = LONG / MUCH_LONGER
      return
    }
    const seconds = (performance.now() - started) / 1000
    const left = (seconds / done) * (of - done)
    if (seconds < ENOUGH_SEEN || left < told * MUCH_LONGER) return
    told = left
    tell(`${name}: this takes about ${inWords(left)} more; Ctrl+C stops it`)
  }
}

function inWords(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`
}
