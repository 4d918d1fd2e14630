/** The way to the list of keys: its button, which names the key for it, and its dialog. */
import { COMMANDS, type Command, type CommandId } from '../../../server/codebook/commands.ts'
import { keyName } from '../../../server/codebook/key-name.ts'
import type { Desk } from '../desk.ts'
import { find, offer } from '../dom.ts'
import { onDemand } from '../on-demand.ts'
import type { Keymap } from './keymap.ts'

const HELP = COMMANDS.find(({ id }) => id === 'help')!

interface Surroundings {
  /** Whether a command does something on this page. */
  works(id: CommandId): boolean
  /** Told where the list cannot be loaded. */
  notLoaded(): void
}

/** @returns opens the list */
export function createKeysHelp(desk: Desk, keymap: Keymap, { works, notLoaded }: Surroundings): () => void {
  const commands = (COMMANDS as readonly Command[]).filter(({ id }) => works(id))
  const dialog = onDemand(async () => {
    const { createKeysDialog } = await import('./keys-dialog.ts')
    return createKeysDialog(desk, keymap, { commands, changed: nameKey })
  }, notLoaded)
  const open = () => dialog(({ open }) => open())
  const opener = offer('[data-keys]', open)

  function nameKey(): void {
    find('kbd', opener).textContent = keyName(keymap.keysOf(HELP)[0] ?? '', desk.words.keys.names)
  }

  nameKey()
  return open
}
