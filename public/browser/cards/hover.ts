/** A mark and its card light up together, whichever of them is under the pointer or has the focus. */
import type { Marks } from '../marks/marks.ts'

export function linkHover(article: HTMLElement, margin: HTMLElement, marks: Marks): void {
  let lit: string | undefined

  function light(id: string | undefined): void {
    if (id === lit) return
    for (const element of elementsOf(lit)) element.removeAttribute('data-hover')
    lit = id
    for (const element of elementsOf(lit)) element.setAttribute('data-hover', '')
  }

  function elementsOf(id: string | undefined): Element[] {
    if (id === undefined) return []
    return [...marks.elementsOf(id), ...margin.querySelectorAll(`[data-card="${CSS.escape(id)}"]`)]
  }

  function cardAt(target: EventTarget | null): string | undefined {
    return target instanceof Element ? target.closest<HTMLElement>('[data-card]')?.dataset.card : undefined
  }

  article.addEventListener('mouseover', ({ target }) =>
    light(target instanceof Element ? marks.idsAt(target)[0] : undefined),
  )
  article.addEventListener('mouseleave', () => light(undefined))
  margin.addEventListener('mouseover', ({ target }) => light(cardAt(target)))
  margin.addEventListener('focusin', ({ target }) => light(cardAt(target)))
  margin.addEventListener('focusout', () => light(undefined))
  margin.addEventListener('mouseleave', () => light(undefined))
}
