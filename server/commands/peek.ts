/** Looking at the beginning of a stream without losing it. */

const ENOUGH = 65_536

/** The first bytes of a stream, and all of it. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const rest = stream[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let size = 0
  while (size < ENOUGH) {
    const { done, value } = await rest.next()
    if (done) break
    seen.push(value)
    size += value.length
  }
  async function* all(): AsyncIterable<Uint8Array> {
    yield* seen
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  return { head: Buffer.concat(seen).subarray(0, ENOUGH), all: all() }
}
