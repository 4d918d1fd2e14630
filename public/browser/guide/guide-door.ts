/** The door to the guide. What is behind it loads once the page has come to rest: so it is there in a tunnel too. */
import type { Desk } from '../desk.ts'
import { find } from '../dom.ts'
import { onDemand } from '../on-demand.ts'

/** So long after the page has loaded, in milliseconds. */
const REST = 1000

interface Surroundings {
  /** The tag that somebody is about to give, or to answer questions about. */
  tagInHand(): string | undefined
  /** Told when the guide has opened, perhaps over what somebody was looking at. */
  opened(): void
  /** Told where the guide was asked for and cannot be loaded. */
  notLoaded(): void
}

/** @returns opens the guide at the tag in hand, or closes it */
export function createGuideDoor(desk: Desk, { tagInHand, opened, notLoaded }: Surroundings): () => void {
  const { href } = find<HTMLAnchorElement>('a[data-guide=""]')
  let isAsked = false
  const guide = onDemand(
    async () => {
      const { createGuide } = await import('./guide.ts')
      return createGuide(desk, href, { opened, notLoaded })
    },
    () => isAsked && notLoaded(),
  )

  document.addEventListener('click', (event) => {
    const door = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-guide]') : null
    if (!door || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    isAsked = true
    guide(({ open }) => open(door.dataset.guide || tagInHand()))
  })
  const loadQuietly = () => setTimeout(() => guide(({ prepare }) => prepare()), REST)
  if (document.readyState === 'complete') loadQuietly()
  else addEventListener('load', loadQuietly)
  return () => {
    isAsked = true
    guide(({ toggle }) => toggle(tagInHand()))
  }
}
