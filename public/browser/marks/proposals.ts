/** Proposals for the open mark: what may be its parts. Nothing of it is stored unless somebody takes it. */
import type { Annotation, Part } from '../../../server/annotations/annotation.ts'
import { isSamePart, orderedParts } from '../../../server/annotations/parts.ts'
import { findTag, type Tag } from '../../../server/codebook/codebook.ts'
import type { Proposal } from '../../../server/suggestions/proposal.ts'
import { propose } from '../../../server/suggestions/propose.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { fill } from '../dom.ts'
import { roleLabel } from './part-marking.ts'

export interface Proposals {
  /** What is proposed for the open mark, for roles without a part. */
  list(): readonly Proposal[]
  /** Makes them parts, by one act. False where there are none. */
  take(taken: readonly Proposal[]): boolean
  /** Does not show it again on this page. */
  dismiss(proposal: Proposal): void
  /** What is proposed, as a sentence; empty where nothing is. */
  offered(): string
  /** The key that takes everything, in words. */
  key(): string
}

interface Scene {
  key(): string
  openMark(): Annotation | undefined
  change(annotation: Annotation, parts: readonly Part[]): void
  /** Something was dismissed. */
  changed(): void
  say(sentence: string): void
  /** What comes next for the open mark, as a sentence. */
  expected(): string
}

export function createProposals(desk: Desk, scene: Scene): Proposals {
  const dismissed = new Map<string, Part[]>()
  /** The paragraphs of a mark are read once for each of its states. */
  let read: { readonly annotation: Annotation; readonly found: readonly Proposal[] } | undefined

  function list(): readonly Proposal[] {
    const annotation = desk.mayMark ? scene.openMark() : undefined
    const tag = annotation && findTag(desk.codebook, annotation.tag)
    if (!annotation || !tag?.roles) return []
    if (read?.annotation !== annotation) read = { annotation, found: fitting(tag, annotation) }
    const gone = dismissed.get(annotation.id) ?? []
    return read.found.filter((proposal) => !gone.some((one) => isSamePart(one, proposal)))
  }

  function fitting(tag: Tag, annotation: Annotation): Proposal[] {
    const proposals = propose(desk.article, annotation, annotation.parts)
    return (tag.roles ?? []).flatMap(({ id, many }) => {
      if (annotation.parts.some(({ role }) => role === id)) return []
      return proposals.filter(({ role }) => role === id).slice(0, many ? undefined : 1)
    })
  }

  function inWords(proposals: readonly Proposal[]): string {
    return proposals
      .map((one) => fill(desk.words.parts.named, { role: roleLabel(desk, one.role), quote: shortQuote(desk, one) }))
      .join(', ')
  }

  return {
    list,
    take(taken) {
      const annotation = scene.openMark()
      const tag = annotation && findTag(desk.codebook, annotation.tag)
      if (!annotation || !tag || taken.length === 0) return false
      const parts = taken.map(({ role, start, end }) => ({ role, start, end }))
      scene.change(annotation, orderedParts(tag, [...annotation.parts, ...parts]))
      scene.say(`${fill(desk.words.parts.taken, { parts: inWords(taken) })} ${scene.expected()}`.trim())
      return true
    },
    dismiss(proposal) {
      const annotation = scene.openMark()
      if (!annotation) return
      dismissed.set(annotation.id, [...(dismissed.get(annotation.id) ?? []), proposal])
      scene.changed()
    },
    offered() {
      const proposals = list()
      return proposals.length > 0 ? fill(desk.words.parts.offered, { parts: inWords(proposals), key: scene.key() }) : ''
    },
    key: scene.key,
  }
}
