/** Order of texts by their code points: the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  for (let index = 0; index < left.length && index < right.length; index++) {
    const difference = left[index]!.codePointAt(0)! - right[index]!.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
