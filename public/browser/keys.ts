/** Keys of the desk. Letters and digits act only while the text has the focus; what is typed elsewhere is text. */
import { COMMANDS, type Command, type CommandId, keyOf } from './commands.ts'
import { choosableTags, type Desk } from './desk.ts'

/** How a step is taken. */
export interface Step {
  /** The selection goes along. */
  readonly extends: boolean
  /** By characters instead of words. */
  readonly isFine: boolean
}

/** What commands do. One that answers false had nothing to do: the key is the browser's then. */
export type CommandDeeds = { readonly [id in CommandId]?: (step: Step) => unknown }

export type Deeds = CommandDeeds & {
  tag(id: string): void
  role?(id: string): void
}

export function watchKeys(article: HTMLElement, desk: Desk, deeds: Deeds): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog:modal')) return
    const deed = deedOf(event)
    if (deed && deed() !== false) event.preventDefault()
  })

  function deedOf(event: KeyboardEvent): (() => unknown) | undefined {
    const key = keyOf(event)
    const isInText = event.target === article
    if (isInText) {
      const own = codebookDeed(key)
      if (own) return own
    }
    const step = { extends: event.shiftKey, isFine: event.altKey }
    const command = commandOf(key, keyOf({ ...plain(event), shiftKey: false, altKey: false }))
    const deed = command && deeds[command.id]
    if (!deed || !(isInText || command.isEverywhere)) return undefined
    if (command.id !== 'leave' && isTyping(event.target)) return undefined
    return () => deed(step)
  }

  /** The codebook's keys come first: they are the same for all who read under it. */
  function codebookDeed(key: string): (() => void) | undefined {
    const has = (one: { key?: string | undefined }) => one.key?.toLowerCase() === key
    const tags = choosableTags(desk)
    const tag = tags.find(has)
    if (tag) return () => deeds.tag(tag.id)
    const role = deeds.role && tags.flatMap(({ roles = [] }) => roles).find(has)
    return role && (() => deeds.role?.(role.id))
  }
}

function commandOf(key: string, withoutStep: string): Command | undefined {
  const commands: readonly Command[] = COMMANDS
  return (
    commands.find(({ keys }) => keys.includes(key)) ??
    commands.find(({ keys, steps }) => steps && keys.includes(withoutStep))
  )
}

function plain({ key, ctrlKey, metaKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey }
}

/** Whether somebody writes there, so that keys are text and Ctrl+Z is the field's. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type))
  )
}
