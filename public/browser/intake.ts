/** Files dragged onto the page, or chosen on it: sent one after the other, each with its report. */
import { uuidV7 } from '../../server/text/uuid.ts'
import { element, fill, find } from './dom.ts'
import { request } from './saving/request.ts'

interface IntakeWords {
  readonly uploading: string
  readonly waits: string
  readonly sends: string
  readonly found: string
  readonly tooLarge: string
  readonly unreachable: string
  readonly refused: string
  readonly finished: string
  readonly stop: string
  readonly show: string
  /** Bytes. */
  readonly largest: number
}

const words: IntakeWords = JSON.parse(find('#intake-words').textContent)
const form = find<HTMLFormElement>('[data-drop]')
const input = find<HTMLInputElement>('[data-drop] [type=file]')
let isSending = false

form.addEventListener('submit', (event) => {
  event.preventDefault()
  begin([...(input.files ?? [])])
})

// A file that misses the field must not take the place of the page.
for (const name of ['dragenter', 'dragover'] as const)
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    form.toggleAttribute('data-dragged', true)
  })
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) form.toggleAttribute('data-dragged', false)
})
document.addEventListener('drop', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  form.toggleAttribute('data-dragged', false)
  begin([...event.dataTransfer.files])
})

function begin(files: readonly File[]): void {
  if (files.length === 0 || isSending) return
  isSending = true
  void sendAll(files)
}

async function sendAll(files: readonly File[]): Promise<void> {
  const progress = element('progress', { max: files.length, value: 0 })
  const status = element('p', { role: 'status' })
  const reports = files.map(({ name }) =>
    element('li', {}, element('bdi', {}, name), ' ', element('span', {}, words.waits)),
  )
  form.after(
    element('div', { class: 'uploads', 'data-uploads': true }, status, progress, element('ul', {}, ...reports)),
  )
  form.hidden = true
  let failed = 0
  for (const [index, file] of files.entries()) {
    status.textContent = fill(words.uploading, { done: index, all: files.length })
    const report = reports[index]!
    say(report, words.sends)
    const { message, isLost } = await send(file)
    say(report, message)
    report.toggleAttribute('data-lost', isLost)
    if (isLost) failed++
    progress.value = index + 1
  }
  if (failed === 0) {
    status.textContent = words.finished
    location.assign(location.pathname)
    return
  }
  status.replaceChildren(words.stop, ' ', element('a', { href: location.pathname }, words.show))
}

function say(report: HTMLElement, message: string): void {
  report.lastElementChild!.textContent = message
}

/** What became of a file. Lost is what the server does not have: the list that comes next will not show it. */
async function send(file: File): Promise<{ message: string; isLost: boolean }> {
  if (file.size > words.largest) return { message: words.tooLarge, isLost: true }
  const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
  const address = `${form.dataset.upload}/${id}?name=${encodeURIComponent(file.name)}`
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await request(form.dataset.account, address, file)
      const answer = await response.json()
      if (!response.ok) return { message: answer.error?.message ?? words.refused, isLost: true }
      return { message: answer.file.message ?? fill(words.found, { n: answer.file.drafts }), isLost: false }
    } catch {
      // Under the same id the same file counts once, however often it is sent.
      if (attempt === ATTEMPTS) return { message: words.unreachable, isLost: true }
    }
  }
}

const ATTEMPTS = 3
