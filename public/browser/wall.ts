/** The wall: takes its picture anew whenever the class has moved on, walks by key, can be frozen and darkened. */
import { find } from './dom.ts'
import { follow } from './live.ts'

const words: { readonly cut: string; readonly timeOver: string } = JSON.parse(find('#wall-words').textContent)
const freezeButton = find<HTMLButtonElement>('[data-freeze]')
const blankButton = find<HTMLButtonElement>('[data-blank]')
const dark = find<HTMLButtonElement>('[data-dark]')
const cut = find('[data-cut]')
const loadedAt = Date.now()
const serverAhead = Date.parse(wall().dataset.now ?? '') - loadedAt
let isFrozen = false

function wall(): HTMLElement {
  return find('[data-wall]')
}

/** One picture is fetched at a time; what happens meanwhile makes one more. */
let isFetching = false
let isStale = false

function refresh(): void {
  if (isFrozen || isFetching) {
    isStale = true
    return
  }
  isFetching = true
  isStale = false
  // The one way to parse a page that the rule on trusted types leaves open.
  const request = new XMLHttpRequest()
  request.responseType = 'document'
  request.timeout = PATIENCE
  request.onload = () => {
    const fresh: HTMLElement | null | undefined = request.responseXML?.querySelector('[data-wall]')
    if (request.status === 200 && fresh && !isFrozen) show(fresh)
    // Signed out, or the workshop is gone: the page itself says so.
    else if (request.status === 401 || request.status === 404) location.reload()
    settle(request.status === 200)
  }
  request.onerror = () => settle(false)
  request.ontimeout = () => settle(false)
  request.open('GET', location.href)
  request.send()
}

const PATIENCE = 10_000
const AGAIN = 2_000

function settle(isDone: boolean): void {
  isFetching = false
  say(isDone ? '' : words.cut)
  if (!isDone) setTimeout(refresh, AGAIN)
  else if (isStale && !isFrozen) refresh()
}

function show(fresh: HTMLElement): void {
  const key = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key
  wall().replaceWith(document.adoptNode(fresh))
  if (key) linkFor(key)?.focus()
  fit()
  tick()
}

function say(text: string): void {
  if (cut.textContent !== text) cut.textContent = text
}

function linkFor(key: string): HTMLElement | null {
  return wall().querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
}

/**
 * Lines of wide letters are made as small as their room is, but no smaller than the smallest text of the wall: what is
 * wider still goes on in a second row, and lines at the foot give way to it.
 */
function fit(): void {
  const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
  const smallest = sizeOf(wall())
  for (const line of wall().querySelectorAll<HTMLElement>('.wall-line > span')) {
    const { scrollWidth, clientWidth } = line
    if (scrollWidth <= clientWidth) continue
    const [fitting, least] = [clientWidth / scrollWidth, smallest / sizeOf(line)]
    line.style.fontSize = `${Math.max(fitting, least)}em`
    line.classList.toggle('in-rows', fitting < least)
  }
  const foot = find('.wall-text').getBoundingClientRect().bottom + 1
  for (const line of wall().querySelectorAll<HTMLElement>('.wall-line'))
    line.classList.toggle('gives-way', line.getBoundingClientRect().bottom > foot)
}

let isLive = true
follow(wall().dataset.wall!, {
  // The picture says no more than that there is a new one; the first one comes with every connection.
  show: refresh,
  live(isNow) {
    if (!isNow) say(words.cut)
    else if (!isLive) refresh()
    isLive = isNow
  },
})
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) refresh()
})

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-key]') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  go(link.href)
})

function go(address: string): void {
  history.replaceState(null, '', address)
  if (isFrozen) freeze(false)
  else refresh()
}

/** Other names of keys; those of clickers too. */
const SAME: Readonly<Record<string, string>> = {
  ArrowUp: 'ArrowLeft',
  PageUp: 'ArrowLeft',
  P: 'ArrowLeft',
  ArrowDown: 'ArrowRight',
  PageDown: 'ArrowRight',
  N: 'ArrowRight',
  ' ': 'ArrowRight',
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const isOnControl = event.target instanceof Element && event.target.closest('a, button') !== null
  if (isOnControl && (event.key === ' ' || event.key === 'Enter')) return
  const pressed = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const key = SAME[pressed] ?? pressed
  const link = linkFor(key)
  if (key === 'F') freeze(!isFrozen)
  else if (key === 'B' || (key === 'Escape' && !dark.hidden)) blank(Boolean(dark.hidden))
  else if (link instanceof HTMLAnchorElement) go(link.href)
  else return
  event.preventDefault()
})

freezeButton.hidden = false
blankButton.hidden = false
freezeButton.addEventListener('click', () => freeze(!isFrozen))
blankButton.addEventListener('click', () => blank(true))
dark.addEventListener('click', () => blank(false))

function freeze(isOn: boolean): void {
  isFrozen = isOn
  freezeButton.setAttribute('aria-pressed', String(isOn))
  freezeButton.lastElementChild!.textContent = (isOn ? freezeButton.dataset.on : freezeButton.dataset.off) ?? ''
  if (!isOn) refresh()
}

function blank(isOn: boolean): void {
  dark.hidden = !isOn
  if (isOn) dark.focus()
  else blankButton.focus()
}

function tick(): void {
  const timer = wall().querySelector<HTMLElement>('[data-timer]')
  if (!timer) return
  const left = Math.ceil((Date.parse(timer.dataset.timer!) - Date.now() - serverAhead) / 1000)
  const [minutes, seconds] = [Math.floor(left / 60), left % 60]
  find('[data-time]', timer).textContent =
    left > 0 ? `${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}` : words.timeOver
  timer.toggleAttribute('data-last-minute', left <= 60)
}

setInterval(tick, 250)
tick()
void document.fonts.ready.then(fit)
