/** What a tag means, wherever it is named: under the pointer or the focus its definition stands beside it (WCAG 1.4.13). */
import { findTag, inLanguage } from '../../../server/codebook/codebook.ts'
import type { Desk } from '../desk.ts'
import { element } from '../dom.ts'

/** So long somebody rests at a name before it is explained, in milliseconds: passing by asks for nothing. */
const REST = 500
/** So long the pointer may take from the name to the explanation. */
const WAY = 300
const GAP = 8
/** Wherever a tag is named. */
const NAMES = '[data-explains]'

export function explainTags(desk: Desk): void {
  const tip = element('div', { class: 'tag-tip', role: 'tooltip', id: 'tag-tip', dir: 'auto' })
  tip.hidden = true
  document.body.append(tip)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The name that is explained, or is about to be. */
  let name: HTMLElement | undefined
  let described: Element | undefined

  function rest(found: HTMLElement): void {
    clearTimeout(timer)
    if (found === name && !tip.hidden) return
    hide()
    name = found
    timer = setTimeout(show, REST)
  }

  function leave(): void {
    clearTimeout(timer)
    timer = setTimeout(hide, WAY)
  }

  function show(): void {
    const { definition = {} } = findTag(desk.codebook, name?.dataset.explains ?? '') ?? {}
    const text = inLanguage(definition, desk.language)
    if (!name?.checkVisibility() || text === '') return
    tip.textContent = text
    tip.hidden = false
    place(name.getBoundingClientRect().left, name.closest('.tag-bar') ?? name)
    described = name.closest('button, a, label')?.querySelector('input') ?? name.closest('button, a') ?? undefined
    described?.setAttribute('aria-describedby', tip.id)
  }

  function hide(): void {
    clearTimeout(timer)
    tip.hidden = true
    name = undefined
    described?.removeAttribute('aria-describedby')
  }

  /** Under what it explains, or above where there is no room. */
  function place(left: number, beside: Element): void {
    const { top, bottom } = beside.getBoundingClientRect()
    const { width, height } = tip.getBoundingClientRect()
    const below = bottom + GAP + height < innerHeight || top - GAP - height < 0
    const room = document.documentElement.clientWidth - width - GAP
    tip.style.setProperty('--left', `${Math.max(GAP, Math.min(left, room))}px`)
    tip.style.setProperty('--top', `${below ? bottom + GAP : top - GAP - height}px`)
  }

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'mouse' || !(target instanceof Element)) return
    const found = target.closest<HTMLElement>(NAMES)
    if (found) rest(found)
    else if (tip.contains(target)) clearTimeout(timer)
    else if (name && !hasFocus(name)) leave()
  })
  document.addEventListener('focusin', ({ target }) => {
    const found = target instanceof Element && target.matches(':focus-visible') ? nameAt(target) : undefined
    if (found) rest(found)
    else hide()
  })
  document.addEventListener('focusout', hide)
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || tip.hidden) return
      event.preventDefault()
      event.stopPropagation()
      hide()
    },
    true,
  )
  // What was explained may be gone by what was just done.
  const look = () => requestAnimationFrame(() => name?.checkVisibility() === false && hide())
  for (const done of ['keydown', 'click'] as const) document.addEventListener(done, look)
  addEventListener('scroll', hide, { passive: true })
}

/** The one name that has the focus: itself, around it, or in it. */
function nameAt(target: Element): HTMLElement | undefined {
  const around = target.closest<HTMLElement>(NAMES) ?? target.closest('label')?.querySelector<HTMLElement>(NAMES)
  return around ?? target.closest('button, a')?.querySelector<HTMLElement>(NAMES) ?? undefined
}

function hasFocus(name: HTMLElement): boolean {
  return document.activeElement !== null && nameAt(document.activeElement) === name
}
