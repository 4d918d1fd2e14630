/** A key that was pressed, written as in the table of commands. */

/** A key event, as far as keys are concerned. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * The key that was pressed, by what it writes and not by where it lies. Shift is told only where it changes nothing
 * else: who writes „?“ need not say how.
 */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Stroke): string {
  const isSign = [...key].length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' '
  const modifiers = [(ctrlKey || metaKey) && 'Ctrl+', altKey && 'Alt+', shiftKey && !isSign && 'Shift+'].filter(Boolean)
  const name = key === ' ' ? 'Space' : [...key].length === 1 ? key.toLowerCase() : key
  return modifiers.join('') + name
}
