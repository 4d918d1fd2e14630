/** Block by block: a mark changes one of hundreds, and what is made of the others need not be made again. */
import type { Block } from '../text/blocks.ts'
import { countWhere } from '../text/count-where.ts'
import type { Span } from '../text/span.ts'

/**
 * For each block what reaches into it, in the order given.
 * @param blocks stand in the order of the text and do not overlap
 * @param spansOf all the places of one of them
 */
export function reachingInto<A>(
  all: readonly A[],
  blocks: readonly Block[],
  spansOf: (one: A) => readonly Span[],
): readonly (readonly A[])[] {
  const found = blocks.map((): A[] => [])
  for (const one of all)
    for (const { start, end } of spansOf(one)) {
      let index = countWhere(blocks.length, (index) => blocks[index]!.end <= start)
      for (; index < blocks.length && blocks[index]!.start < end; index++)
        if (found[index]!.at(-1) !== one) found[index]!.push(one)
    }
  return found
}

/**
 * Keeps what is made of a block and of what lies over it, for as long as all of it is the same: the block, what lies
 * over it, in its order, and whatever else it is made of. All are compared as objects; what is made goes with the first of
 * them that is forgotten.
 */
export function keptPerBlock<A extends object, Rest extends readonly unknown[], T>(
  make: (block: Block, over: readonly A[], ...rest: Rest) => T,
): typeof make {
  const kept = new WeakMap<object, WeakMap<Block, { readonly from: readonly unknown[]; readonly made: T }>>()
  return (block, over, ...rest) => {
    const from = [...rest, ...over]
    // Another reading of the same block has other marks over it, so the first of them tells the readings apart.
    const holder = over[0] ?? block
    const former = kept.get(holder)?.get(block)
    if (former && isSame(former.from, from)) return former.made
    const made = make(block, over, ...rest)
    const blocks = kept.get(holder) ?? new WeakMap()
    kept.set(holder, blocks.set(block, { from, made }))
    return made
  }
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index])
}
