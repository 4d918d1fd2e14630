/** All keys in words: what each does, and another key for it where somebody prefers one. */
import { inLanguage } from '../../../server/codebook/codebook.ts'
import type { Command } from '../../../server/codebook/commands.ts'
import { keyName } from '../../../server/codebook/key-name.ts'
import type { Desk } from '../desk.ts'
import { element, fill } from '../dom.ts'
import { codebookKeys, type Keymap, type OwnedKey } from './keymap.ts'
import { keyOf } from './stroke.ts'

const GROUPS = ['walk', 'select', 'mark', 'page'] as const

export interface KeysDialog {
  open(): void
}

interface Surroundings {
  /** The commands that do something on this page. */
  readonly commands: readonly Command[]
  /** A key was changed. */
  changed(): void
}

export function createKeysDialog(desk: Desk, keymap: Keymap, { commands, changed }: Surroundings): KeysDialog {
  const { keys } = desk.words
  const nameOf = (key: string) => keyName(key, keys.names)
  const said = element('p', { class: 'keys-said', role: 'status' })
  const list = element('div', { class: 'keys-groups' })
  const close = button(desk.words.close, 'secondary', () => dialog.close())
  const all = button(keys.resetAll, 'plain', () => {
    keymap.reset()
    draw()
    say(keys.allReset)
  })
  const dialog = element(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys-title' },
    element('h2', { id: 'keys-title' }, keys.title),
    element('p', { class: 'keys-lead' }, keys.lead),
    list,
    element('div', { class: 'keys-foot' }, said, all, close),
  )
  document.body.append(dialog)
  /** The command whose next key is awaited. */
  let awaiting: Command | undefined

  dialog.addEventListener('close', () => {
    awaiting = undefined
  })
  dialog.addEventListener('keydown', (event) => {
    if (!awaiting || ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process'].includes(event.key)) return
    if (event.key === 'Tab') return settle()
    event.preventDefault()
    give(awaiting, keyOf(event))
  })

  function say(text: string): void {
    said.textContent = text
  }

  function settle(text = ''): void {
    awaiting = undefined
    draw()
    say(text)
  }

  function give(command: Command, key: string): void {
    const names = { key: nameOf(key), command: keys.commands[command.id] }
    const owner = keymap.ownerOf(key)
    if (key === 'Escape' && command.id !== 'leave') settle()
    else if (owner && owner !== command)
      say(fill(keys.taken, { ...names, owner: 'id' in owner ? keys.commands[owner.id] : ownedName(owner) }))
    else {
      keymap.change(command, key)
      settle(fill(keys.changed, names))
    }
  }

  function draw(): void {
    const focused = document.activeElement?.getAttribute('data-command')
    list.replaceChildren(...GROUPS.map(groupOf), codebookGroup())
    all.hidden = !commands.some((command) => keymap.isChanged(command))
    changed()
    if (focused) list.querySelector<HTMLElement>(`button[data-command="${focused}"]`)?.focus()
  }

  function groupOf(group: Command['group']): HTMLElement {
    const rows = commands.filter((command) => command.group === group).map(rowOf)
    return element('section', {}, element('h3', {}, keys.groups[group]), element('dl', {}, ...rows))
  }

  function rowOf(command: Command): HTMLElement {
    const name = keys.commands[command.id]
    const free = keymap.keysOf(command).filter((key) => keymap.ownerOf(key) === command)
    const isAwaited = awaiting === command
    const names = free.flatMap((key) => [' ', element('kbd', {}, nameOf(key))]).slice(1)
    const change = button('', 'key', () => {
      awaiting = isAwaited ? undefined : command
      draw()
      say(awaiting ? fill(keys.press, { command: name }) : '')
    })
    change.setAttribute('data-command', command.id)
    change.append(...(isAwaited ? [keys.awaited] : free.length === 0 ? [keys.none] : names))
    change.setAttribute('aria-label', fill(keys.changeKey, { command: name, key: change.textContent }))
    if (isAwaited) change.setAttribute('aria-pressed', 'true')
    const lost = keymap.keysOf(command).find((key) => !free.includes(key))
    return element(
      'div',
      {},
      element('dt', {}, name, lost ? element('small', {}, fill(keys.codebookHas, { key: nameOf(lost) })) : undefined),
      element('dd', {}, keymap.isChanged(command) ? resetButton(command) : undefined, change),
    )
  }

  function resetButton(command: Command): HTMLElement {
    const reset = button(keys.reset, 'plain', () => {
      keymap.reset(command)
      settle()
      list.querySelector<HTMLElement>(`button[data-command="${command.id}"]`)?.focus()
    })
    reset.setAttribute('aria-label', fill(keys.resetKey, { command: keys.commands[command.id] }))
    return reset
  }

  /** The codebook's keys are the same for everybody, so they cannot be changed here. */
  function codebookGroup(): HTMLElement {
    const rows = codebookKeys(desk).map((owned) =>
      element('div', {}, element('dt', {}, ownedName(owned)), element('dd', {}, element('kbd', {}, nameOf(owned.key)))),
    )
    return element('section', {}, element('h3', {}, keys.codebook), element('dl', {}, ...rows))
  }

  function ownedName({ label }: OwnedKey): string {
    return inLanguage(label, desk.language)
  }

  function open(): void {
    draw()
    say('')
    dialog.showModal()
  }

  return { open }
}

function button(text: string, classes: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: classes }, text)
  made.addEventListener('click', press)
  return made
}
