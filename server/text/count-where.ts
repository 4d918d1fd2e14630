/** How many of the first n numbers satisfy a condition that holds up to some point and never after it. */
export function countWhere(n: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, n]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
