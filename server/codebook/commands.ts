/** The desk's commands: what keys can do. A key is written as `Ctrl+Alt+Shift+key`, in this order and in small letters. */

export const COMMANDS = [
  { id: 'left', group: 'walk', keys: ['ArrowLeft'], steps: true },
  { id: 'right', group: 'walk', keys: ['ArrowRight'], steps: true },
  { id: 'up', group: 'walk', keys: ['ArrowUp'], steps: true },
  { id: 'down', group: 'walk', keys: ['ArrowDown'], steps: true },
  { id: 'line-start', group: 'walk', keys: ['Home'], steps: true },
  { id: 'line-end', group: 'walk', keys: ['End'], steps: true },
  { id: 'text-start', group: 'walk', keys: ['Ctrl+Home'], steps: true },
  { id: 'text-end', group: 'walk', keys: ['Ctrl+End'], steps: true },
  { id: 'next-mark', group: 'walk', keys: ['n'] },
  { id: 'previous-mark', group: 'walk', keys: ['p'] },
  { id: 'next-difference', group: 'walk', keys: ['d'] },
  { id: 'previous-difference', group: 'walk', keys: ['Shift+d'] },
  { id: 'word', group: 'select', keys: ['Space'] },
  { id: 'sentence', group: 'select', keys: ['s'] },
  { id: 'quotation', group: 'select', keys: ['a'] },
  { id: 'find-tag', group: 'mark', keys: ['#'] },
  { id: 'open', group: 'mark', keys: ['Enter'] },
  { id: 'stay', group: 'mark', keys: ['b'] },
  { id: 'bounds', group: 'mark', keys: ['g'] },
  { id: 'split', group: 'mark', keys: ['t'] },
  { id: 'merge', group: 'mark', keys: ['v'] },
  { id: 'retract', group: 'mark', keys: ['Delete', 'Backspace'] },
  { id: 'undo', group: 'page', keys: ['Ctrl+z'], isEverywhere: true },
  { id: 'redo', group: 'page', keys: ['Ctrl+Shift+z', 'Ctrl+y'], isEverywhere: true },
  { id: 'search', group: 'page', keys: ['/'] },
  { id: 'list', group: 'page', keys: ['l'] },
  { id: 'guide', group: 'page', keys: ['e'] },
  { id: 'ask', group: 'page', keys: ['f'] },
  { id: 'finish', group: 'page', keys: ['Ctrl+Enter'], isEverywhere: true },
  { id: 'next-article', group: 'page', keys: ['w'] },
  { id: 'leave', group: 'page', keys: ['Escape'], isEverywhere: true },
  { id: 'help', group: 'page', keys: ['?'] },
] as const satisfies readonly CommandRow[]

interface CommandRow {
  readonly id: string
  readonly group: 'walk' | 'select' | 'mark' | 'page'
  readonly keys: readonly string[]
  /** Shift extends the selection and Alt goes by characters: both are told to the deed. */
  readonly steps?: true
  /** Acts wherever the focus is; all others only while the text has it. */
  readonly isEverywhere?: true
}

export type CommandId = (typeof COMMANDS)[number]['id']
export type Command = CommandRow & { readonly id: CommandId }

/** The signs that are keys of the desk itself, which no tag and no role can have. */
export const DESK_KEYS: ReadonlySet<string> = new Set(
  COMMANDS.flatMap(({ keys }): readonly string[] => keys).filter((key) => [...key].length === 1),
)
