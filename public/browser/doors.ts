/** What opens from the desk, and loads when it does: the list of marks, the search, the guide, the walk along differences. */
import type { Span } from '../../server/text/span.ts'
import type { Announcer } from './announcing.ts'
import type { Desk } from './desk.ts'
import { offer } from './dom.ts'
import { createGuideDoor } from './guide/guide-door.ts'
import type { CommandDeeds } from './keys/keys.ts'
import type { MarkSteps } from './marks/mark-steps.ts'
import { onDemand } from './on-demand.ts'
import type { Reading } from './saving/reading.ts'
import type { Cursor } from './text/cursor.ts'
import { reveal } from './text/line-walking.ts'
import type { SearchBar } from './text/search-bar.ts'
import type { TextPositions } from './text/text-positions.ts'

interface Surroundings {
  readonly desk: Desk
  readonly reading: Reading
  readonly positions: TextPositions
  readonly cursor: Cursor
  readonly announcer: Announcer
  readonly steps: MarkSteps
  /** What is selected, or the open mark. */
  inHand(): Span | undefined
  /** The tag that somebody is about to give, or to answer questions about. */
  tagInHand(): string | undefined
  /** Told where something was asked for and cannot be loaded. */
  notLoaded(): void
}

export interface Doors {
  /** What the commands for them do. */
  readonly deeds: CommandDeeds
  /** Closes what stands open over the text; false where nothing does. */
  leave(): boolean
}

export async function hangDoors(surroundings: Surroundings): Promise<Doors> {
  const { desk, reading, positions, cursor, announcer, steps, inHand, tagInHand, notLoaded } = surroundings
  const markList = onDemand(async () => {
    const { createMarkList } = await import('./marks/mark-list.ts')
    return createMarkList(desk, reading, { current: steps.nearest, goTo: steps.goTo })
  }, notLoaded)
  let opened: SearchBar | undefined
  const searchBar = onDemand(async () => {
    const { createSearchBar } = await import('./text/search-bar.ts')
    return createSearchBar({ desk, reading, positions, cursor })
  }, notLoaded)
  const differences = desk.beside
    ? (await import('./beside/differences.ts')).createDifferences({ desk, reading, positions, cursor, announcer })
    : {}
  const list = () => markList(({ open }) => open())
  const search = () =>
    searchBar((bar) => {
      opened = bar
      bar.open()
    })
  offer('[data-list]', list)
  offer('[data-search]', search)
  const guideOpened = () => {
    const span = inHand()
    if (span) reveal(positions, span)
  }
  const guide = createGuideDoor(desk, { tagInHand, opened: guideOpened, notLoaded })
  return { deeds: { ...differences, list, search, guide }, leave: () => opened?.close() ?? false }
}
