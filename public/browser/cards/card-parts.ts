/** Who says it, in the open card: the chain of sources, and the parts, each of which can be chosen anew or removed. */
import type { Annotation, Part } from '../../../server/annotations/annotation.ts'
import { chainOf } from '../../../server/annotations/chain.ts'
import { isSamePart, nextRole } from '../../../server/annotations/parts.ts'
import { findTag, inLanguage, type Role } from '../../../server/codebook/codebook.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { crossIcon, element, fill, svgElement } from '../dom.ts'
import { howToGive, type PartMarking } from '../marks/part-marking.ts'
import type { Proposals } from '../marks/proposals.ts'
import type { Reading } from '../saving/reading.ts'
import { proposalsFor, takeAllButton } from './card-proposals.ts'

export interface CardParts {
  /** The section of an annotation's card. It keeps itself up to date while its card is the open one. */
  section(annotation: Annotation): HTMLElement
  update(): void
}

export function createCardParts(desk: Desk, reading: Reading, marking: PartMarking, proposals: Proposals): CardParts {
  let shown: { readonly id: string; readonly section: HTMLElement } | undefined

  function draw(annotation: Annotation): (HTMLElement | undefined)[] {
    const roles = findTag(desk.codebook, annotation.tag)?.roles ?? []
    return [sources(annotation), ...roles.map((role) => row(annotation, role)), takeAllButton(desk, proposals)]
  }

  /** „Le Monde ← offizielle Quellen“ */
  function sources(annotation: Annotation): HTMLElement | undefined {
    const links = chainOf(annotation, reading.list()).flatMap(({ parts }) => {
      const said = parts.filter(({ role }) => role === 'source').map((part) => wordsOf(part))
      return said.length > 0 ? [element('bdi', { lang: desk.article.language }, said.join(', '))] : []
    })
    if (links.length === 0) return undefined
    const line = links.flatMap((link, index) =>
      index === 0 ? [link] : [' ', arrow(desk.words.parts.cites), '\u00a0', link],
    )
    const count = fill(desk.words.parts.chain, { n: links.length })
    return element(
      'p',
      { class: 'card-source' },
      links.length > 1 ? element('span', { class: 'chain-length' }, count) : undefined,
      ...line,
    )
  }

  function row(annotation: Annotation, role: Role): HTMLElement | undefined {
    const parts = annotation.parts.filter((part) => part.role === role.id)
    const tag = findTag(desk.codebook, annotation.tag)
    const isNext = desk.mayMark && nextRole(tag, annotation.parts) === role
    const proposed = proposalsFor(desk, proposals, role)
    if (parts.length === 0 && !isNext && !proposed) return undefined
    const hint = fill(desk.words.parts.how, { key: howToGive(desk, role) })
    return element(
      'div',
      { class: 'part-row', 'data-role': role.id },
      element('span', { class: 'role-name' }, inLanguage(role.label, desk.language)),
      parts.length > 0
        ? element('ul', {}, ...parts.map((part) => element('li', { class: 'part-line' }, ...partButtons(part))))
        : (proposed ?? element('span', { class: 'part-hint' }, hint)),
    )
  }

  function partButtons(part: Part): HTMLElement[] {
    const attributes = { class: `part part-${part.role}`, lang: desk.article.language, dir: 'auto' }
    if (!desk.mayMark) return [element('span', attributes, shortQuote(desk, part))]
    const isChosen = marking.chosen !== undefined && isSamePart(marking.chosen, part)
    const words = element('button', { ...attributes, type: 'button', 'aria-pressed': String(isChosen) }, quote(part))
    words.addEventListener('click', () => marking.choose(part))
    const name = fill(desk.words.parts.remove, { quote: quote(part) })
    const remove = element('button', { type: 'button', class: 'part-remove', 'aria-label': name }, crossIcon())
    remove.addEventListener('click', () => marking.remove(part))
    return [words, remove]
  }

  function quote(part: Part): string {
    return shortQuote(desk, part)
  }

  function wordsOf({ start, end }: Part): string {
    return desk.article.body.slice(start, end)
  }

  function update(): void {
    const annotation = shown && reading.get(shown.id)
    if (!shown || !annotation || !shown.section.isConnected) return
    const { section } = shown
    const place = [...section.querySelectorAll<Element>('button')].indexOf(document.activeElement ?? section)
    section.replaceChildren(...draw(annotation).filter((child) => child !== undefined))
    const buttons = section.querySelectorAll('button')
    if (place !== -1) (buttons[Math.min(place, buttons.length - 1)] ?? section).focus({ preventScroll: true })
  }

  reading.onChange(update)
  return {
    section(annotation) {
      const section = element('div', { class: 'card-parts', tabindex: -1 }, ...draw(annotation))
      shown = { id: annotation.id, section }
      return section
    },
    update,
  }
}

/** Neither typeface has the arrow. */
function arrow(name: string): SVGElement {
  return svgElement(
    'svg',
    { class: 'cites', viewBox: '0 0 18 12', width: 18, height: 12, role: 'img', 'aria-label': name },
    svgElement('path', { d: 'M17 6H2M7 1L2 6l5 5', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6 }),
  )
}
