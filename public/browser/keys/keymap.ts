/** Which key does what for this person: the table's keys and those that were changed, remembered in this browser. */
import type { Localised } from '../../../server/codebook/codebook.ts'
import { COMMANDS, type Command, type CommandId } from '../../../server/codebook/commands.ts'
import { choosableTags, type Desk } from '../desk.ts'

export interface Keymap {
  keysOf(command: Command): readonly string[]
  isChanged(command: Command): boolean
  /** What a key does: a command, or whatever the codebook gives it to. Undefined where it is free. */
  ownerOf(key: string): Command | OwnedKey | undefined
  /** Gives a command one key instead of all it had. */
  change(command: Command, key: string): void
  /** Gives a command, or all of them, the table's keys again. */
  reset(command?: Command): void
}

/** A key that belongs to the codebook: to a tag or to the role of a part. */
export type OwnedKey = ({ readonly tag: string } | { readonly role: string }) & {
  readonly label: Localised
  readonly key: string
}

export function createKeymap(desk: Desk): Keymap {
  const name = `lesart.keys.${desk.account?.id ?? ''}`
  let changed = read(name)

  function keysOf({ id, keys }: Command): readonly string[] {
    const key = changed[id]
    return key === undefined ? keys : [key]
  }

  function keep(now: Changed): void {
    changed = now
    try {
      localStorage.setItem(name, JSON.stringify(now))
    } catch {
      // A browser that keeps nothing has the changed keys until the page goes.
    }
  }

  function ownerOf(key: string): Command | OwnedKey | undefined {
    const commands: readonly Command[] = COMMANDS
    return (
      codebookKeys(desk).find((own) => own.key === key) ??
      commands.find((command) => keysOf(command).includes(key)) ??
      commands.find((command) => command.steps && keysOf(command).includes(withoutStep(key)))
    )
  }

  return {
    keysOf,
    ownerOf,
    isChanged: ({ id }) => changed[id] !== undefined,
    change: (command, key) => keep({ ...changed, [command.id]: command.steps ? withoutStep(key) : key }),
    reset: (command) => keep(command ? { ...changed, [command.id]: undefined } : {}),
  }
}

/** The keys of the codebook's tags and roles. They come first: they are the same for all who read under it. */
export function codebookKeys(desk: Desk): OwnedKey[] {
  const tags = choosableTags(desk)
  const owned = [
    ...tags.map(({ id, label, key }) => ({ tag: id, label, key })),
    ...tags.flatMap(({ roles = [] }) => roles).map(({ id, label, key }) => ({ role: id, label, key })),
  ]
  return owned.flatMap(({ key, ...rest }) => (key ? [{ ...rest, key: key.toLowerCase() }] : []))
}

/** Shift and Alt say how a step is taken, not which. */
function withoutStep(key: string): string {
  return key.replace(/Alt\+|Shift\+/g, '')
}

type Changed = { readonly [id in CommandId]?: string | undefined }

function read(name: string): Changed {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '{}')
    return kept && typeof kept === 'object' ? kept : {}
  } catch {
    return {}
  }
}
