/** Proposals for the open mark: what may be its parts. Nothing of it is stored unless somebody takes it. */
import type { Annotation, Part } from '../../../server/annotations/annotation.ts'
import { isSamePart, orderedParts } from '../../../server/annotations/parts.ts'
import { findTag, type Tag } from '../../../server/codebook/codebook.ts'
import type { Proposal } from '../../../server/suggestions/proposal.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { fill } from '../dom.ts'
import { onDemand } from '../on-demand.ts'
import { roleLabel } from './part-marking.ts'

export interface Proposals {
  /** Loads the rules: somebody is about to mark. */
  prepare(): void
  /** What is proposed for the open mark, for roles without a part; nothing until the rules are there. */
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

type Propose = typeof import('../../../server/suggestions/propose.ts')['propose']

interface Scene {
  key(): string
  openMark(): Annotation | undefined
  change(annotation: Annotation, parts: readonly Part[]): void
  /** Something was dismissed, or the rules have come. */
  changed(): void
  say(sentence: string): void
  /** What comes next for the open mark, as a sentence. */
  expected(): string
}

export function createProposals(desk: Desk, scene: Scene): Proposals {
  const dismissed = new Map<string, Part[]>()
  const rules = onDemand(() => import('../../../server/suggestions/propose.ts'))
  let propose: Propose | undefined
  /** For which mark the rules were asked for: without a network they are not asked for at every turn. */
  let askedFor: string | undefined
  /** The paragraphs of a mark are read once for each of its states. */
  let read: { readonly annotation: Annotation; readonly found: readonly Proposal[] } | undefined

  function prepare(): void {
    if (desk.mayMark && !propose)
      rules((loaded) => {
        if (propose) return
        propose = loaded.propose
        scene.changed()
        const late = offered()
        if (late) scene.say(late)
      })
  }

  function list(): readonly Proposal[] {
    const annotation = desk.mayMark ? scene.openMark() : undefined
    const tag = annotation && findTag(desk.codebook, annotation.tag)
    if (!annotation || !tag?.roles) return []
    if (!propose && askedFor !== annotation.id) {
      askedFor = annotation.id
      prepare()
    }
    if (!propose) return []
    if (read?.annotation !== annotation) read = { annotation, found: fitting(tag, annotation, propose) }
    const gone = dismissed.get(annotation.id) ?? []
    return read.found.filter((proposal) => !gone.some((one) => isSamePart(one, proposal)))
  }

  function fitting(tag: Tag, annotation: Annotation, propose: Propose): Proposal[] {
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

  function offered(): string {
    const proposals = list()
    return proposals.length > 0 ? fill(desk.words.parts.offered, { parts: inWords(proposals), key: scene.key() }) : ''
  }

  return {
    prepare,
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
    offered,
    key: scene.key,
  }
}
