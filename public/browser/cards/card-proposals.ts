/** Proposals in the open card: grey, each with its reason, taken or dismissed by a press. */
import type { Role } from '../../../server/codebook/codebook.ts'
import type { Proposal } from '../../../server/suggestions/proposal.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { crossIcon, element, fill } from '../dom.ts'
import { roleLabel } from '../marks/part-marking.ts'
import type { Proposals } from '../marks/proposals.ts'

/** What is proposed for a role; undefined where nothing is. */
export function proposalsFor(desk: Desk, proposals: Proposals, role: Role): HTMLElement | undefined {
  const all = proposals.list()
  const items = all.flatMap((proposal, index) => {
    if (proposal.role !== role.id) return []
    // One reason is enough for what one rule has found together.
    const isSaid = all[index - 1]?.rule === proposal.rule
    const reason = element('p', { class: 'reason' }, desk.words.parts.reasons[proposal.rule])
    const line = element('div', { class: 'part-line' }, ...buttons(desk, proposals, proposal))
    return [element('li', { 'data-rule': proposal.rule }, line, isSaid ? undefined : reason)]
  })
  return items.length > 0 ? element('ul', { class: 'proposals' }, ...items) : undefined
}

function buttons(desk: Desk, proposals: Proposals, proposal: Proposal): HTMLElement[] {
  const quote = shortQuote(desk, proposal)
  const attributes = {
    type: 'button',
    class: 'part proposed',
    'aria-label': fill(desk.words.parts.take, { role: roleLabel(desk, proposal.role), quote }),
    'aria-description': desk.words.parts.reasons[proposal.rule],
  }
  const take = element('button', attributes, element('bdi', { lang: desk.article.language }, quote))
  take.addEventListener('click', () => proposals.take([proposal]))
  const name = fill(desk.words.parts.dismiss, { quote })
  const dismiss = element('button', { type: 'button', class: 'part-remove', 'aria-label': name }, crossIcon())
  dismiss.addEventListener('click', () => proposals.dismiss(proposal))
  return [take, dismiss]
}

/** Takes everything that is proposed. */
export function takeAllButton(desk: Desk, proposals: Proposals): HTMLElement | undefined {
  if (proposals.list().length === 0) return undefined
  const label = [element('kbd', {}, proposals.key()), desk.words.parts.takeAll]
  const button = element('button', { type: 'button', class: 'take-all' }, ...label)
  button.addEventListener('click', () => proposals.take(proposals.list()))
  return button
}
