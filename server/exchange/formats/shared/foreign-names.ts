/** Names under which tags, attributes and roles go out where their ids are not allowed, and the way back. */

export interface Names {
  /** Id → its name outside. */
  readonly nameOf: (id: string) => string
  /** The inverse; undefined for a name that was not given here. */
  readonly idOf: (name: string) => string | undefined
}

/** Each id gets a name of its own; one that is taken gets the next number. */
export function namesFor(ids: Iterable<string>, make: (id: string) => string, reserved: Iterable<string> = []): Names {
  const taken = new Set(reserved)
  const names = new Map<string, string>()
  for (const id of new Set(ids)) {
    const base = make(id)
    let name = base
    for (let number = 2; taken.has(name); number++) name = `${base}${number}`
    taken.add(name)
    names.set(id, name)
  }
  const byName = new Map([...names].map(([id, name]) => [name, id]))
  return { nameOf: (id) => names.get(id) ?? make(id), idOf: (name) => byName.get(name) }
}

/** `device-type` → `deviceType`: what is allowed as a name in Java, without an underscore. */
export function camelCase(id: string): string {
  const name = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return /^[0-9]/.test(name) ? `x${name}` : name
}

/** Any name from elsewhere → an id as a codebook has them: lower-case letters, digits and hyphens. */
export function kebabCase(name: string): string {
  return (
    name
      .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1-')
      .toLowerCase()
      .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? '')
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'x'
  )
}
