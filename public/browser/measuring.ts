/**
 * While γ is measured, how far it is comes by itself: the page is asked for again, and what is new in it takes the place
 * of the old. Without scripts a link does that.
 */

const EVERY = 3_000
const PATIENCE = 30_000
/** The measurement, and what names its numbers once they are there. */
const SECTIONS = ['gamma', 'methods']

const find = (page: Document, name: string) => page.querySelector<HTMLElement>(`section[aria-labelledby="${name}"]`)
const statusIn = (page: Document) => find(page, 'gamma')?.querySelector('[role="status"]')

function lookAgain(): void {
  if (statusIn(document)) setTimeout(look, EVERY)
}

function look(): void {
  const request = new XMLHttpRequest()
  request.responseType = 'document'
  request.timeout = PATIENCE
  request.onload = () => {
    if (request.status === 200 && request.responseXML) show(request.responseXML)
    lookAgain()
  }
  request.onerror = lookAgain
  request.ontimeout = lookAgain
  request.open('GET', location.href)
  request.send()
}

function show(fresh: Document): void {
  const [status, now] = [statusIn(document), statusIn(fresh)]
  // The button that stops it stays where somebody may be about to press it.
  if (status && now) status.textContent = now.textContent
  else
    for (const name of SECTIONS) {
      const section = find(fresh, name)
      if (section) find(document, name)?.replaceWith(document.adoptNode(section))
    }
}

lookAgain()
