/** The way through a round: finishing, skipping and opening again wait until everything is saved, then lead on. */
import { openDocumentQuestions, openQuestions } from '../../../server/annotations/open-questions.ts'
import type { StateInput } from '../../../server/annotations/set-input.ts'
import { inLanguage } from '../../../server/codebook/codebook.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { element, find } from '../dom.ts'
import type { Answering } from '../saving/answering.ts'
import type { Reading } from '../saving/reading.ts'
import { request } from '../saving/request.ts'
import { goTo, nextLink } from './next-page.ts'

export interface Flow {
  /** Hands the article in and goes on; where nothing is marked, leads to the button that says so. */
  finish(): void
  /** Goes to the next open article. */
  next(): void
}

/**
 * @param settled resolves once everything that was marked is saved
 * @param show brings a mark into sight, with its card
 */
export function createFlow(
  desk: Desk,
  reading: Reading,
  answering: Answering | undefined,
  settled: () => Promise<void>,
  show: (annotation: string) => void,
): Flow {
  const section = document.querySelector<HTMLElement>('#end')
  const { tags, questions = [] } = desk.codebook
  const asked = [...questions, ...tags.flatMap(({ attributes = [] }) => attributes)]
  const requires = asked.some(({ required }) => required)
  let timer: ReturnType<typeof setTimeout> | undefined

  function say(words: string): void {
    if (section) find('[data-flow-status]', section).textContent = words
  }

  /** The questions about the article may be longer than the screen: what is said above them is not seen from the button. */
  function sayInSight(words: string): void {
    say(words)
    section?.querySelector('[data-flow-status]')?.scrollIntoView({ block: 'center' })
  }

  /** The button that fits what is marked so far. */
  function offer(): void {
    const found = reading.list().length > 0 ? 'marks' : 'nothing'
    for (const one of document.querySelectorAll<HTMLElement>('[data-finish]')) one.hidden = one.dataset.finish !== found
  }

  function listOpen(): void {
    const list = section?.querySelector<HTMLElement>('[data-open-questions]')
    if (!list) return
    const open = openQuestions(desk.codebook, reading.list())
    const openDocument = openDocumentQuestions(desk.codebook, answering?.answers ?? {})
    list.hidden = open.length + openDocument.length === 0
    find('.open-questions', list).replaceChildren(
      ...open.map(({ annotation, question }) => {
        const jump = element('a', { href: '#article' }, inLanguage(question.label, desk.language))
        jump.dataset.openQuestion = annotation.id
        return element('li', {}, jump, ' ', element('q', { lang: desk.article.language }, shortQuote(desk, annotation)))
      }),
      ...openDocument.map(({ id, label }) => {
        const jump = element('a', { href: `#answer.${id}`, 'data-open-answer': id }, inLanguage(label, desk.language))
        return element('li', {}, jump)
      }),
    )
  }

  /** A list at the end of the page need not hold up the mark that is being made. */
  function listOpenSoon(): void {
    clearTimeout(timer)
    if (requires) timer = setTimeout(listOpen, 300)
  }

  reading.onChange(() => {
    offer()
    listOpenSoon()
  })
  answering?.onChange(listOpenSoon)

  section?.addEventListener('click', (event) => {
    const jump =
      event.target instanceof Element && event.target.closest<HTMLElement>('[data-open-question], [data-open-answer]')
    if (!jump) return
    event.preventDefault()
    const { openQuestion, openAnswer } = jump.dataset
    if (openQuestion !== undefined) show(openQuestion)
    else document.getElementById(`answer.${openAnswer}`)?.querySelector<HTMLElement>('input, textarea')?.focus()
  })

  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-flow]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const { found, reason } = Object.fromEntries(new FormData(form, event.submitter))
      void change({ state: form.dataset.flow, found, reason } as StateInput)
    })

  async function change(wish: StateInput): Promise<void> {
    say(desk.words.flow.waiting)
    await settled()
    say('')
    try {
      const response = await request(
        desk.account?.id,
        `/api/v1/rounds/${desk.round}/articles/${desk.article.id}/state`,
        wish,
      )
      const answer = await response.json()
      if (response.ok) goOn(wish, answer.next)
      else refuse(wish, answer.error)
    } catch {
      sayInSight(desk.words.flow.unreachable)
    }
  }

  function goOn(wish: StateInput, next: string | undefined): void {
    if (wish.state !== 'in-progress' && next) goTo(next)
    else location.reload()
  }

  function refuse(wish: StateInput, error: { code: string; message: string }): void {
    listOpen()
    const hasOpen = wish.state === 'finished' && section?.querySelector('[data-open-questions]:not([hidden])')
    sayInSight(hasOpen ? desk.words.flow.unfinished : error.message)
  }

  return {
    finish() {
      const button = section?.querySelector<HTMLButtonElement>('button[data-finish]:not([hidden])')
      if (button?.value === 'marks') button.click()
      else button?.focus()
    },
    next() {
      const link = nextLink()
      if (link) goTo(link.href)
      else section?.scrollIntoView({ block: 'center' })
    },
  }
}
