/** The guide beside the text: the page of its own, in a panel over the rail, or in a drawer where there is no room for one. */
import type { Desk } from '../desk.ts'
import { crossIcon, element, find } from '../dom.ts'
import { explainTags } from './explaining.ts'
import { addSearch } from './guide-search.ts'

export interface Guide {
  /** Loads the text, so that it is there when it is asked for. */
  prepare(): void
  /** Opens it at a tag, or where it was left. */
  open(tag: string | undefined): void
  /** Opens it, or closes it where it is open. */
  toggle(tag: string | undefined): void
}

/** Space between the panel and the text, in pixels. */
const GAP = 12

interface Listener {
  /** It stands open now. */
  opened(): void
  /** The text was asked for and cannot be loaded. */
  notLoaded(): void
}

/** @param address of the page that holds the text */
export function createGuide(desk: Desk, address: string, { opened, notLoaded }: Listener): Guide {
  const words = desk.words.guide
  const title = element('h2', { id: 'guide-title', tabindex: -1 }, words.open)
  const asPage = element('a', { href: address }, words.asPage)
  const closeButton = element('button', { type: 'button', class: 'close', 'aria-label': desk.words.close }, crossIcon())
  const head = element('div', { class: 'guide-head' }, title, asPage, closeButton)
  const panel = element('aside', { class: 'guide', 'aria-labelledby': 'guide-title', 'data-guide-panel': true }, head)
  panel.hidden = true
  let loading: Promise<HTMLElement> | undefined
  let opener: Element | null = null

  function load(): Promise<HTMLElement> {
    loading ??= textOf(address).then((text) => {
      head.append(addSearch(text, words))
      panel.append(text)
      document.body.append(panel)
      return text
    })
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }

  function open(tag: string | undefined): void {
    load().then((text) => show(text, tag), notLoaded)
  }

  function show(text: HTMLElement, tag: string | undefined): void {
    if (panel.hidden) opener = document.activeElement
    fit()
    panel.hidden = false
    opened()
    const section = tag === undefined ? null : text.querySelector(`#tag-${CSS.escape(tag)}`)
    const details = section?.querySelector('details')
    if (details) details.open = true
    const heading = section ? find('h3', section) : title
    if (section) section.scrollIntoView({ block: 'start' })
    heading.focus({ preventScroll: true })
  }

  function close(): void {
    panel.hidden = true
    const back = opener instanceof HTMLElement && opener.checkVisibility() ? opener : find('#article')
    back.focus({ preventScroll: true })
  }

  /** The panel takes what is left of the text, so that it covers neither text nor cards. */
  function fit(): void {
    panel.style.setProperty('--room', `${find('.paper').getBoundingClientRect().left - GAP}px`)
  }

  addEventListener('resize', () => {
    if (!panel.hidden) fit()
  })
  closeButton.addEventListener('click', close)
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    close()
  })
  explainTags(desk)
  return {
    prepare: () => void load().catch(() => undefined),
    open,
    toggle: (tag) => (panel.hidden ? open(tag) : close()),
  }
}

/** The guide's text out of its page. Only this request parses markup where trusted types forbid all other ways. */
function textOf(address: string): Promise<HTMLElement> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.responseType = 'document'
    request.open('GET', address)
    request.addEventListener('load', () => {
      const text: HTMLElement | null | undefined = request.responseXML?.querySelector('[data-guide-text]')
      if (text) resolve(document.importNode(text, true))
      else reject(new Error('no guide'))
    })
    request.addEventListener('error', () => reject(new Error('unreachable')))
    request.send()
  })
}
