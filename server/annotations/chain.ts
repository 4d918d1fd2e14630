/** Chains of attributions: who passes on whose words. Nesting is not stored; it follows from spans and contents. */
import { compareText } from '../text/compare-text.ts'
import { contains, overlap, type Span } from '../text/span.ts'
import type { Annotation, Part } from './annotation.ts'

/** What a chain is made of. */
export type Link = Pick<Annotation, 'id' | 'tag' | 'start' | 'end' | 'parts'>

/**
 * The chain in which an annotation stands, outer to inner, with itself: the ones of its tag in which it is nested, and
 * those nested in it as far as they do not branch. What passes on other words is no link.
 * @param annotations all of the reading, in any order
 */
export function chainOf<L extends Link>(annotation: L, annotations: readonly L[]): L[] {
  const others = annotations.filter(({ id, tag }) => id !== annotation.id && tag === annotation.tag)
  const outer = others.filter((other) => passesOn(other, annotation)).sort(longerFirst)
  return [...outer, annotation, ...innerLinks(annotation, others)]
}

function innerLinks<L extends Link>(annotation: L, others: readonly L[]): L[] {
  const links: L[] = []
  let inner = others.filter((other) => passesOn(annotation, other)).sort(longerFirst)
  for (let [next] = inner; next; [next] = inner) {
    const link = next
    const further = inner.slice(1)
    if (!further.every((other) => passesOn(link, other))) break
    links.push(link)
    inner = further
  }
  return links
}

/** Whether the inner one is nested in the outer one and says some of the same words, or either has no content yet. */
function passesOn(outer: Link, inner: Link): boolean {
  if (!contains(outer, inner) || lengthOf(inner) >= lengthOf(outer)) return false
  const [of, from] = [contentOf(outer), contentOf(inner)]
  return of.length === 0 || from.length === 0 || of.some((one) => from.some((other) => overlap(one, other)))
}

function contentOf({ parts }: Link): Part[] {
  return parts.filter(({ role }) => role === 'content')
}

function longerFirst(a: Link, b: Link): number {
  return lengthOf(b) - lengthOf(a) || a.start - b.start || compareText(a.id, b.id)
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
