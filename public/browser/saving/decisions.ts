/** What needs a person before it can be saved: a sign-in, a choice between two states, or an act that was refused. */
import { type QuotedAnnotation, unquoted } from '../../../server/annotations/annotation.ts'
import type { DeskAccount } from '../../../server/annotations/annotation-page.ts'
import { type Entry, entriesOf, type Obstacle } from '../../../server/annotations/outbox.ts'
import { deskPath } from '../../../server/rounds/desk-path.ts'
import { answersGiven, noteGiven } from '../cards/card-answers.ts'
import { tagName } from '../cards/card-questions.ts'
import { type Desk, shorten, tagLabel } from '../desk.ts'
import { element } from '../dom.ts'
import { type SigningIn, signInForm } from './sign-in-form.ts'

interface Deeds {
  settle(annotation: string, by: 'here' | 'there'): void
  giveUp(annotation: string): void
  retry(annotation: string): void
  signIn: SigningIn
}

export interface Decisions {
  draw(entries: readonly Entry[], obstacle: Obstacle | undefined, isRefused: boolean): void
  /** Leads to the first one. */
  show(): void
}

export function createDecisions(sheet: HTMLElement, desk: Desk, account: DeskAccount, deeds: Deeds): Decisions {
  const words = desk.words.queue
  let drawn = ''

  function draw(entries: readonly Entry[], obstacle: Obstacle | undefined, isRefused: boolean): void {
    const troubled = entries.filter(({ trouble }) => trouble)
    const isSignedOut = obstacle?.kind === 'signed-out'
    // Who is typing a password or is about to choose must not lose the place.
    const news = JSON.stringify([
      isSignedOut,
      isRefused,
      troubled.map(({ id, action }) => [id, entriesOf(entries, action.annotation).length]),
    ])
    if (news === drawn) return
    drawn = news
    sheet.replaceChildren(
      ...(isSignedOut ? [signInForm(desk, account, deeds.signIn)] : []),
      ...troubled.map((entry) => decisionOf(entry, entriesOf(entries, entry.action.annotation))),
      ...(isRefused ? [element('p', { class: 'notice', 'data-storage-refused': true }, words.keepsNothing)] : []),
    )
    sheet.hidden = sheet.childElementCount === 0
  }

  function decisionOf(entry: Entry, waiting: readonly Entry[]): HTMLElement {
    const there = entry.trouble?.current
    return there ? conflict(entry, waiting.at(-1)!.after, there) : refusal(entry, waiting)
  }

  function conflict({ action, place }: Entry, here: QuotedAnnotation, there: QuotedAnnotation): HTMLElement {
    const { annotation } = action
    return element(
      'section',
      { class: 'decision', 'data-conflict': annotation, 'aria-label': words.changedElsewhere },
      element('h2', {}, words.changedElsewhere),
      placeOf(place),
      element(
        'div',
        { class: 'sides' },
        side(
          words.here,
          here,
          button(words.keepHere, () => deeds.settle(annotation, 'here'), 'data-keep-here'),
        ),
        side(
          words.there,
          there,
          button(words.takeThere, () => deeds.settle(annotation, 'there'), 'data-take-there'),
        ),
      ),
    )
  }

  function side(title: string, state: QuotedAnnotation, choice: HTMLElement): HTMLElement {
    const annotation = unquoted(state)
    const content = state.retracted
      ? [element('p', {}, words.retracted)]
      : [tagName(desk, state.tag), quoteOf(state), answersGiven(desk, annotation), noteGiven(annotation)]
    return element('div', {}, element('h3', {}, title), ...content, choice)
  }

  function refusal({ action, after, place, trouble }: Entry, waiting: readonly Entry[]): HTMLElement {
    const { annotation } = action
    return element(
      'section',
      { class: 'decision', 'data-aside': annotation, 'aria-label': words.refused },
      element('h2', {}, `${words.refused}: ${trouble?.message ?? ''}`),
      placeOf(place),
      element('p', {}, `${tagLabel(desk, after.tag)} `, quoteOf(after)),
      element(
        'p',
        { class: 'decision-deeds' },
        button(words.retry, () => deeds.retry(annotation)),
        download(annotation, waiting),
        button(words.discard, () => deeds.giveUp(annotation), 'data-discard'),
      ),
    )
  }

  /** Whatever cannot be saved here can be taken along. */
  function download(annotation: string, waiting: readonly Entry[]): HTMLElement {
    const actions = waiting.map(({ id, place: { round, article }, action }) => ({ id, round, article, ...action }))
    const file = new Blob([JSON.stringify(actions, null, 2)], { type: 'application/json' })
    return element('a', { href: URL.createObjectURL(file), download: `lesart-${annotation}.json` }, words.download)
  }

  function placeOf({ round, article, title }: Entry['place']): HTMLElement | undefined {
    if (article === desk.article.id) return undefined
    return element('p', {}, element('a', { href: deskPath(round, article) }, element('bdi', {}, title)))
  }

  function quoteOf({ quote }: QuotedAnnotation): HTMLElement {
    return element('q', { lang: desk.article.language, dir: 'auto' }, shorten(quote))
  }

  function button(name: string, press: () => void, hook = 'data-choose'): HTMLElement {
    const made = element('button', { type: 'button', [hook]: true }, name)
    made.addEventListener('click', press)
    return made
  }

  return {
    draw,
    show() {
      sheet.querySelector<HTMLElement>('input, button')?.focus()
    },
  }
}
