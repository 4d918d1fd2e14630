/** Adding, removing and moving one entry of a list in a draft. */

/** `attributes`, `roles`, `questions`, or the choices of one of their questions. */
export interface ListDeed {
  readonly kind: 'add' | 'remove' | 'up' | 'down'
  readonly list: string
  /** Which entry; nothing where one is added. */
  readonly place: number
}

const DEED = /^(add|remove|up|down):((?:attributes|questions)(?:\.\d{1,3}\.choices)?|roles|tags)(?::(\d{1,3}))?$/

/** `add:roles` or `up:attributes.0.choices:2` → the deed; nothing for what is none. */
export function listDeedOf(act: string): ListDeed | undefined {
  const [, kind, list, place] = DEED.exec(act) ?? []
  if (kind === undefined || list === undefined || (kind !== 'add' && place === undefined)) return undefined
  return { kind: kind as ListDeed['kind'], list, place: Number(place ?? 0) }
}

/** The same content with the list changed; what a deed has no place for changes nothing. */
export function withListEdited<T extends object>(content: T, { kind, list, place }: ListDeed, added: object): T {
  const [key, ...rest] = list.split('.') as [string, ...string[]]
  const entries = (content as Readonly<Record<string, readonly object[] | undefined>>)[key] ?? []
  if (rest.length > 0) {
    const [index, inner] = [Number(rest[0]), rest.slice(1).join('.')]
    const changed = entries.map((entry, at) =>
      at === index ? withListEdited(entry, { kind, list: inner, place }, added) : entry,
    )
    return { ...content, [key]: changed }
  }
  return { ...content, [key]: editedList(entries, kind, place, added) }
}

function editedList(entries: readonly object[], kind: ListDeed['kind'], place: number, added: object): object[] {
  if (kind === 'add') return [...entries, added]
  const entry = entries[place]
  if (!entry) return [...entries]
  const others = entries.filter((_, at) => at !== place)
  if (kind === 'remove') return others
  return others.toSpliced(Math.max(0, place + (kind === 'up' ? -1 : 1)), 0, entry)
}
