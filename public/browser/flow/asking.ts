/** Asking those who manage the study, from the desk: about the selected words, the open mark, or the whole article. */
import { passageAnchor } from '../../../server/rounds/desk-path.ts'
import type { Span } from '../../../server/text/span.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { element, find } from '../dom.ts'
import { newId } from '../saving/marking.ts'
import { request } from '../saving/request.ts'

export interface Asking {
  /** Opens the window in which one asks. */
  ask(): void
}

/**
 * @param passage what the question would be about just now
 * @param say tells that it has been asked
 */
export function createAsking(desk: Desk, passage: () => Span | undefined, say: (text: string) => void): Asking {
  const link = document.querySelector<HTMLAnchorElement>('[data-ask]')
  const words = desk.words.ask
  let id = newId()
  let span: Span | undefined

  const quote = element('blockquote', { class: 'marked-words', lang: desk.article.language })
  const label = element('label', { for: 'question-text' })
  const field = element('textarea', { id: 'question-text', rows: 3, maxlength: 4000, required: true })
  const trouble = element('p', { class: 'trouble', role: 'alert' })
  const send = element('button', { class: 'primary' }, words.send)
  const cancel = element('button', { type: 'button', class: 'plain' }, words.cancel)
  const form = element(
    'form',
    {},
    quote,
    element('div', { class: 'field' }, label, field, element('p', { class: 'hint' }, words.hint)),
    trouble,
    element('div', { class: 'acts' }, send, cancel),
  )
  const dialog = element('dialog', { class: 'ask', 'aria-labelledby': 'ask-title' })
  dialog.append(element('h2', { id: 'ask-title' }, words.open), form)

  function ask(): void {
    if (!link) return
    if (!dialog.isConnected) document.body.append(dialog)
    const about = passage()
    span = about && { start: about.start, end: about.end }
    quote.hidden = span === undefined
    quote.textContent = span ? shortQuote(desk, span) : ''
    label.textContent = span ? words.aboutPassage : words.aboutArticle
    trouble.textContent = ''
    dialog.showModal()
    field.focus()
  }

  async function submit(): Promise<void> {
    send.disabled = true
    trouble.textContent = await refusal()
    send.disabled = false
    if (trouble.textContent !== '') return
    show(field.value.trim())
    field.value = ''
    id = newId()
    dialog.close()
    say(words.asked)
  }

  /** Sends the question; what came instead of a yes, in words. */
  async function refusal(): Promise<string> {
    const content = span && { ...span, quote: desk.article.body.slice(span.start, span.end) }
    try {
      const response = await request(desk.account?.id, `/api/v1/questions/${id}`, {
        round: desk.round,
        article: desk.article.id,
        text: field.value,
        ...(content && { passage: content }),
      })
      return response.ok ? '' : (await response.json()).error.message
    } catch {
      return desk.words.flow.unreachable
    }
  }

  function show(text: string): void {
    const about = span && element('a', { href: passageAnchor(span) }, element('q', {}, shortQuote(desk, span)))
    const item = element('li', { class: 'question', id: `question-${id}` }, about && element('p', {}, about))
    item.append(element('p', { class: 'question-text', dir: 'auto' }, text))
    find('[data-questions]').append(item)
  }

  link?.addEventListener('click', (event) => {
    event.preventDefault()
    ask()
  })
  cancel.addEventListener('click', () => dialog.close())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  return { ask }
}
