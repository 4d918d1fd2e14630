/** On a page that takes no marks: whether something waits in this browser that could not be saved, and where it can be seen. */
import { openKeep } from './keep.ts'

export async function tellOfWaiting(notice: HTMLElement): Promise<void> {
  // A browser that keeps nothing has nothing that waits.
  const entries = await openKeep()
    .allEntries()
    .catch(() => [])
  notice.hidden = entries.length === 0
}
