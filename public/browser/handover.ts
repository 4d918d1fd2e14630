/** Handing a shared device on: sends what waits, says what would be lost, and deletes what this browser keeps. */
import { contentOf, type Entry, nextToSend, type Obstacle, troubled } from '../../server/annotations/outbox.ts'
import { deskPath } from '../../server/rounds/desk-path.ts'
import type { Words } from '../../server/words/words.ts'
import { element, fill, find } from './dom.ts'
import { createApi } from './saving/api.ts'
import { forgetOthers, HANDED_OVER } from './saving/handed-over.ts'
import { openKeep } from './saving/keep.ts'
import { newId } from './saving/marking.ts'
import { createOutbox, type Outbox } from './saving/outbox.ts'
import { PATIENCE } from './saving/request.ts'
import { createSender, type Sender } from './saving/sender.ts'

interface Handover {
  readonly account: string | undefined
  readonly isDone: boolean
  readonly words: Words['handover']['script']
}

const page: Handover = JSON.parse(find('#handover-data').textContent)
const keep = openKeep()
const channel = new BroadcastChannel('lesart')

if (page.isDone) void forgetOthers()
else start()

function start(): void {
  const { words } = page
  const form = find<HTMLFormElement>('[data-handover-form]')
  const status = find('[data-handover-status]')
  const box = find('[data-waiting]')
  const own = page.account === undefined ? undefined : sendingFor(page.account, () => void look())
  let isSent = false

  status.textContent = words.looking
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void handOver()
  })
  channel.addEventListener('message', () => void own?.outbox.sync())
  void begin()

  async function begin(): Promise<void> {
    await own?.outbox.sync()
    own?.sender.drain()
    await look()
  }

  /** What waits in this browser, of whomever. A browser that keeps nothing has nothing that waits. */
  async function waiting(): Promise<readonly Entry[]> {
    return keep.allEntries().catch(() => [])
  }

  async function look(): Promise<readonly Entry[]> {
    const entries = await waiting()
    const isSending =
      own !== undefined && own.sender.obstacle === undefined && nextToSend(own.outbox.list()) !== undefined
    const n = entries.length
    status.textContent = n === 0 ? words.nothing : isSending ? fill(words.sending, { n }) : fill(words.unsaved, { n })
    const isStuck = n > 0 && !isSending
    if (isStuck) show(entries)
    box.hidden = !isStuck
    find('button', form).hidden = isStuck
    isSent = !isSending
    for (const goOn of isSent ? waiters.splice(0) : []) goOn()
    return entries
  }

  const waiters: (() => void)[] = []
  const sent = () =>
    new Promise<void>((resolve) => {
      if (isSent) resolve()
      else waiters.push(resolve)
    })

  async function handOver(): Promise<void> {
    await sent()
    if ((await look()).length > 0) return void box.querySelector('button')?.focus()
    await finish('only if nothing waits')
  }

  function show(entries: readonly Entry[]): void {
    const list = JSON.stringify([own?.sender.obstacle, entries.map(({ id, trouble }) => [id, trouble?.code])])
    if (box.dataset.shown === list) return
    box.dataset.shown = list
    const reason = reasonOf(entries, own?.sender.obstacle)
    box.replaceChildren(
      element('p', {}, element('strong', {}, words.lost), ' ', reason),
      element('ul', {}, ...placesOf(entries)),
      element(
        'p',
        { class: 'handover-deeds' },
        ...(own ? [button(words.retry, 'data-retry', () => own.sender.retry())] : []),
        ...(reason === words.signedOut ? [signInLink()] : []),
        element(
          'a',
          { href: fileOf(entries), download: 'lesart-waiting.json', class: 'secondary', 'data-download': true },
          words.download,
        ),
        button(words.discard, 'data-discard', () => void finish('with what waits')),
      ),
    )
  }

  function reasonOf(entries: readonly Entry[], obstacle: Obstacle | undefined): string {
    if (entries.some(({ account }) => account !== page.account) || obstacle?.kind === 'signed-out')
      return words.signedOut
    if (entries.some(({ trouble }) => trouble)) return words.undecided
    return obstacle?.kind === 'server' ? obstacle.message : words.offline
  }

  function signInLink(): HTMLElement {
    return element('a', { href: '/sign-in?next=/handover', class: 'secondary' }, words.signIn)
  }

  /** How many wait in which article; whose they are and what they say is nobody else's business. */
  function placesOf(entries: readonly Entry[]): HTMLElement[] {
    const places = Map.groupBy(entries, ({ place }) => deskPath(place.round, place.article))
    return [...places].map(([address, found]) =>
      element(
        'li',
        {},
        element('a', { href: address }, element('bdi', {}, found[0]!.place.title)),
        ' ',
        fill(words.inArticle, { n: found.length }),
      ),
    )
  }

  async function finish(how: 'with what waits' | 'only if nothing waits'): Promise<void> {
    // Nobody marks in another tab any more; what somebody has just marked there is waiting now.
    channel.postMessage(HANDED_OVER)
    if (how === 'only if nothing waits' && (await look()).length > 0) return
    if (!(await isEnded())) return say(words.unreachable)
    try {
      await keep.forget()
    } catch {
      // Where nothing can be kept there is nothing to delete; anything else is said.
      if ((await waiting()).length > 0) return say(words.refused)
    }
    await forgetOthers()
    location.replace('/handover?done=yes')
  }

  function say(words: string): void {
    status.textContent = words
  }
}

/** Whether the server has ended the session, and told the browser what to forget. */
async function isEnded(): Promise<boolean> {
  try {
    const { type } = await fetch('/handover', {
      method: 'POST',
      body: new URLSearchParams({ emptied: 'yes' }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return type === 'opaqueredirect'
  } catch {
    return false
  }
}

/** The queue of who is signed in, and its sender. */
function sendingFor(account: string, changed: () => void): { outbox: Outbox; sender: Sender } {
  const outbox = createOutbox(keep, account)
  const sender = createSender(createApi(account), keep, outbox, newId(), {
    stored: ({ id }) => void outbox.change({ remove: [id] }).then(changed),
    refused: (entry, trouble) => void outbox.change({ put: [troubled(entry, trouble)] }).then(changed),
    changed,
  })
  outbox.onChange(changed)
  return { outbox, sender }
}

/** What waits, as the actions that the server would take. */
function fileOf(entries: readonly Entry[]): string {
  const actions = entries.map((entry) => ({ id: entry.id, ...contentOf(entry) }))
  return URL.createObjectURL(new Blob([JSON.stringify(actions, null, 2)], { type: 'application/json' }))
}

function button(name: string, hook: string, press: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'secondary', [hook]: true }, name)
  made.addEventListener('click', press)
  return made
}
