/**
 * The next open article is loaded before anybody asks for it: into the browser's cache, as a page that may be used once.
 * A plain-http address has no better place for it. What was used, or is not going to be, is overwritten by an answer
 * that no cache keeps, so that nothing of it stays on a device that people share.
 */
import { find } from '../dom.ts'
import { notePrefetched } from '../saving/handed-over.ts'

/** Prefetches from here on: so far from the end of the article, in heights of the window. */
const NEAR_THE_END = '100% 0px'

/** @param refresh brings the reading up to date, where the page was made some time ago */
export function keepNextPage(refresh: () => void): void {
  if (cameFromCache()) void catchUp(refresh)
  const end = document.querySelector('#end')
  if (!end) return
  let prefetched: string | undefined
  const observer = new IntersectionObserver(
    (entries) => {
      const next = nextLink()
      if (!next || !entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      prefetched = next.href
      const link = document.createElement('link')
      link.rel = 'prefetch'
      link.href = next.href
      document.head.append(link)
      notePrefetched(next.href)
    },
    { rootMargin: NEAR_THE_END },
  )
  addEventListener('load', () => observer.observe(end))
  end.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-next-open]')) destination = nextLink()?.href
  })
  addEventListener('pagehide', () => {
    if (prefetched !== undefined && !isLeadingTo(prefetched))
      void fetch(prefetched, { cache: 'reload', keepalive: true })
  })
}

let destination: string | undefined

/** Goes to an address, which may be the page that was loaded before. */
export function goTo(address: string): void {
  destination = new URL(address, location.href).href
  location.assign(address)
}

function isLeadingTo(address: string): boolean {
  return destination === address
}

export function nextLink(): HTMLAnchorElement | null {
  return document.querySelector('[data-next-open]')
}

function cameFromCache(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.transferSize === 0 && entry.encodedBodySize > 0
}

/** What may have changed since the page was made: the marks, whether they may be changed, and which article is next. */
async function catchUp(refresh: () => void): Promise<void> {
  const fresh = await pageAgain()
  const data = fresh?.querySelector('#desk-data')?.textContent
  if (!fresh || !data) return
  const { mayMark } = JSON.parse(data)
  if (mayMark !== JSON.parse(find('#desk-data').textContent).mayMark) return location.reload()
  for (const place of ['.next-open', '[data-questions]']) {
    const [old, now] = [document.querySelector(place), fresh.querySelector(place)]
    if (now) old?.replaceWith(document.adoptNode(now))
    else old?.remove()
  }
  refresh()
}

/** This page as the server has it now. The answer takes the place of the one in the cache, and is not kept itself. */
function pageAgain(): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', location.href)
    request.setRequestHeader('Cache-Control', 'no-cache')
    request.responseType = 'document'
    request.onloadend = () => resolve(request.response ?? undefined)
    request.send()
  })
}
