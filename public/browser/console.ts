/** The instructor's console follows the class: what has changed is taken out of the page as the server draws it. */
import { find } from './dom.ts'
import { follow } from './live.ts'
import { showTimer } from './timer.ts'

const SHORTEST_PAUSE = 700

const main = find('[data-class]')
let isFetching = false
let isDue = false
let isFirst = true
let timer = timerOf(document)

function timerOf(page: Document | HTMLElement) {
  const place = page.querySelector<HTMLElement>('[data-timer]')
  const shown = showTimer(place, place?.dataset.now ?? '')
  shown.set(place?.dataset.ends || undefined)
  return shown
}

/** The page anew: by XMLHttpRequest, the one way to parse it that the rule on trusted types leaves open. */
function fetchPage(): void {
  isFetching = true
  isDue = false
  const request = new XMLHttpRequest()
  request.open('GET', location.pathname)
  request.responseType = 'document'
  request.timeout = 10_000
  request.addEventListener('load', () => {
    if (request.status === 200 && request.response) take(request.response)
  })
  request.addEventListener('loadend', () => {
    setTimeout(() => {
      isFetching = false
      if (isDue) fetchPage()
    }, SHORTEST_PAUSE)
  })
  request.send()
}

/** Takes the parts that live; one in which somebody types stays as it is. */
function take(page: Document): void {
  main.dataset.phase = page.querySelector<HTMLElement>('[data-class]')?.dataset.phase
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`)
    const isInUse = part.contains(document.activeElement) && document.activeElement?.matches('input, button')
    if (!fresh || (isInUse && part.dataset.live === 'phase') || fresh.innerHTML === part.innerHTML) continue
    const focused = isInUse ? keyOf(document.activeElement!) : undefined
    part.replaceWith(document.adoptNode(fresh))
    if (focused) document.querySelector<HTMLElement>(focused)?.focus()
  }
  timer.set(undefined)
  timer = timerOf(document)
}

/** How the button in use is found again after its part has been replaced. */
function keyOf(element: Element): string | undefined {
  const form = element.closest('form')?.getAttribute('action')
  const value = element.getAttribute('value')
  return form && value ? `form[action="${form}"] [value="${value}"]` : undefined
}

follow(main.dataset.class!, {
  show() {
    // The first picture is the one that the page holds.
    if (isFirst) {
      isFirst = false
      if (document.visibilityState === 'visible') fetchPage()
      return
    }
    isDue = true
    if (!isFetching) fetchPage()
  },
  live: (isLive) => {
    find('[data-lost]').hidden = isLive
  },
})
