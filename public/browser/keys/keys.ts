/** Keys of the desk. Letters and digits act only while the text has the focus; what is typed elsewhere is text. */
import type { CommandId } from '../../../server/codebook/commands.ts'
import type { Keymap } from './keymap.ts'
import { keyOf } from './stroke.ts'

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

export function watchKeys(article: HTMLElement, keymap: Keymap, deeds: Deeds): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog:modal')) return
    const deed = deedOf(event)
    if (deed && deed() !== false) event.preventDefault()
  })

  function deedOf(event: KeyboardEvent): (() => unknown) | undefined {
    const isInText = event.target === article
    const key = keyOf(event)
    const owner = keymap.ownerOf(key)
    if (!owner || (isTyping(event.target) && key !== 'Escape')) return undefined
    if ('id' in owner) {
      const isAllowed = isInText || (owner.isEverywhere && !writes(key))
      return isAllowed ? deeds[owner.id]?.bind(undefined, { extends: event.shiftKey, isFine: event.altKey }) : undefined
    }
    if (!isInText) return undefined
    return 'tag' in owner ? () => deeds.tag(owner.tag) : deeds.role?.bind(undefined, owner.role)
  }
}

/** Whether a key is a letter, a digit or a sign, which other pages and tools may mean as text. */
function writes(key: string): boolean {
  return [...key].length === 1
}

/** Whether somebody writes there, so that keys are text and Ctrl+Z is the field's. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type))
  )
}
