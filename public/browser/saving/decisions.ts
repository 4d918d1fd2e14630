/** What needs a person before it can be saved: a sign-in, a choice between two states, or an act that was refused. */
import { sayTheSame } from '../../../server/annotations/act.ts'
import { type QuotedAnnotation, quoted, unquoted } from '../../../server/annotations/annotation.ts'
import type { DeskAccount } from '../../../server/annotations/annotation-page.ts'
import type { DocumentAnswers } from '../../../server/annotations/document-answers.ts'
import {
  contentOf,
  type Entry,
  entriesOf,
  isMark,
  type Obstacle,
  subjectOf,
} from '../../../server/annotations/outbox.ts'
import { retagged } from '../../../server/annotations/retagging.ts'
import { inLanguage } from '../../../server/codebook/codebook.ts'
import { deskPath } from '../../../server/rounds/desk-path.ts'
import { answersAbout, answersGiven, noteGiven } from '../cards/card-answers.ts'
import { tagName } from '../cards/card-questions.ts'
import { choosableTags, type Desk, shorten, tagLabel } from '../desk.ts'
import { element } from '../dom.ts'
import { type SigningIn, signInForm } from './sign-in-form.ts'

type Content = readonly (HTMLElement | undefined)[]

interface Deeds {
  settle(entry: Entry, by: 'here' | 'there'): void
  giveUp(entry: Entry): void
  retry(entry: Entry): void
  retag(entry: Entry, tag: string): void
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
      troubled.map((entry) => [entry.id, entriesOf(entries, subjectOf(entry)).length]),
    ])
    if (news === drawn) return
    drawn = news
    sheet.replaceChildren(
      ...(isSignedOut ? [signInForm(desk, account, deeds.signIn)] : []),
      ...troubled.map((entry) => decisionOf(entry, entriesOf(entries, subjectOf(entry)))),
      ...(isRefused ? [element('p', { class: 'notice', 'data-storage-refused': true }, words.keepsNothing)] : []),
    )
    sheet.hidden = sheet.childElementCount === 0
  }

  function decisionOf(entry: Entry, waiting: readonly Entry[]): HTMLElement {
    const there = entry.trouble?.current && stateContent(entry.trouble.current)
    return there ? conflict(entry, contentAfter(waiting.at(-1)!), there) : refusal(entry, waiting)
  }

  function conflict(entry: Entry, here: Content, there: Content): HTMLElement {
    const title = isMark(entry) ? words.changedElsewhere : desk.words.documentAnswers.changedElsewhere
    const keepHere = button(words.keepHere, () => deeds.settle(entry, 'here'), 'data-keep-here')
    const takeThere = button(words.takeThere, () => deeds.settle(entry, 'there'), 'data-take-there')
    return element(
      'section',
      { class: 'decision', 'data-conflict': subjectOf(entry), 'aria-label': title },
      element('h2', {}, title),
      placeOf(entry.place),
      element('div', { class: 'sides' }, side(words.here, here, keepHere), side(words.there, there, takeThere)),
    )
  }

  function side(title: string, content: Content, choice: HTMLElement): HTMLElement {
    return element('div', {}, element('h3', {}, title), ...content, choice)
  }

  function contentAfter(entry: Entry): Content {
    return isMark(entry) ? markContent(entry.after) : [answersAbout(desk, entry.answers)]
  }

  function stateContent(state: QuotedAnnotation | DocumentAnswers): Content {
    return 'tag' in state ? markContent(state) : [answersAbout(desk, state.answers)]
  }

  function markContent(state: QuotedAnnotation): Content {
    if (state.retracted) return [element('p', {}, words.retracted)]
    const annotation = unquoted(state)
    return [tagName(desk, state.tag), quoteOf(state), answersGiven(desk, annotation), noteGiven(annotation)]
  }

  function refusal(entry: Entry, waiting: readonly Entry[]): HTMLElement {
    const what = isMark(entry)
      ? element('p', {}, `${tagLabel(desk, entry.after.tag)} `, quoteOf(entry.after))
      : answersAbout(desk, entry.answers)
    return element(
      'section',
      { class: 'decision', 'data-aside': subjectOf(entry), 'aria-label': words.refused },
      element('h2', {}, `${words.refused}: ${entry.trouble?.message ?? ''}`),
      placeOf(entry.place),
      what,
      element(
        'p',
        { class: 'decision-deeds' },
        ...fittingTags(entry),
        button(words.retry, () => deeds.retry(entry)),
        download(entry.id, waiting),
        button(words.discard, () => deeds.giveUp(entry), 'data-discard'),
      ),
    )
  }

  /** A mark that does not fit the codebook any more may fit under a tag, without what that tag does not know. */
  function fittingTags(entry: Entry): HTMLElement[] {
    if (!isMark(entry) || entry.trouble?.code !== 'invalid') return []
    if (entry.place.round !== desk.round || entry.place.article !== desk.article.id) return []
    const { after } = entry
    return choosableTags(desk)
      .filter(({ id }) => !sayTheSame(after, quoted(retagged(desk.codebook, unquoted(after), id), desk.article.body)))
      .map(({ id, label }) => {
        const name = words.giveTag.replace('{tag}', () => inLanguage(label, desk.language))
        return button(name, () => deeds.retag(entry, id), 'data-give-tag')
      })
  }

  /** Whatever cannot be saved here can be taken along. */
  function download(name: string, waiting: readonly Entry[]): HTMLElement {
    const actions = waiting.map((entry) => ({ id: entry.id, ...contentOf(entry) }))
    const file = new Blob([JSON.stringify(actions, null, 2)], { type: 'application/json' })
    return element('a', { href: URL.createObjectURL(file), download: `lesart-${name}.json` }, words.download)
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
