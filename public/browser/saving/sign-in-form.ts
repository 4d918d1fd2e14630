/** Signing in again without leaving the page: as the person for whom it was opened, so that what waits goes under their name. */
import type { DeskAccount } from '../../../server/annotations/annotation-page.ts'
import type { Desk } from '../desk.ts'
import { element, fill } from '../dom.ts'
import type { Api } from './api.ts'

export type SigningIn = (name: string, password: string) => Promise<Awaited<ReturnType<Api['signIn']>> | 'another'>

export function signInForm(desk: Desk, account: DeskAccount, signIn: SigningIn): HTMLElement {
  const words = desk.words.queue
  const name = element('input', {
    name: 'name',
    value: account.name,
    autocomplete: 'username',
    dir: 'auto',
  })
  const password = element('input', {
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
  })
  const fault = element('p', { class: 'fault', role: 'alert' })
  const submit = element('button', { class: 'primary' }, words.signIn)
  const form = element(
    'form',
    { class: 'decision', 'data-sign-in-again': true, 'aria-label': words.signedOut },
    element('p', {}, fill(words.signInAgain, { name: account.name })),
    element('div', { class: 'sign-in-fields' }, field(words.name, name), field(words.password, password), submit),
    fault,
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit.disabled = true
    void signIn(name.value, password.value).then((answer) => {
      submit.disabled = false
      if (answer === 'signed-in') return
      fault.textContent = fill(words[answer], { name: account.name })
      password.select()
    })
  })
  return form
}

function field(label: string, input: HTMLInputElement): HTMLElement {
  return element('label', { class: 'field' }, element('span', {}, label), input)
}
