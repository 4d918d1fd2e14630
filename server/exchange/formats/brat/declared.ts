/** `annotation.conf` and `visual.conf` of somebody's project → the tags of a codebook, with roles, labels and colours. */
import type { Role, Tag } from '../../../codebook/codebook.ts'
import type { Declared } from '../shared/folder-format.ts'
import { kebabCase } from '../shared/foreign-names.ts'

/** `visual` may be empty. */
export function declaredIn(annotation: string, visual: string): Declared {
  const { entities = [], events = [], relations = [] } = sectionsOf(annotation)
  const { labels = [], drawing = [] } = sectionsOf(visual)
  const looks: Looks = { labels: labelsIn(labels), colours: coloursIn(drawing) }
  // What our own files write for parts alone is no tag.
  const names = [...entities, ...events].map(nameIn).filter((name) => name !== '' && !/^part-|^[!<]/.test(name))
  const tags = new Map<string, string>()
  for (const name of new Set(names)) if (![...tags.values()].includes(kebabCase(name))) tags.set(name, kebabCase(name))
  const made = Array.from(tags, ([name, id]): Tag => {
    const roles = [
      ...relations.flatMap((line) => roleOf(line, name)),
      ...events.flatMap((line) => argumentsOf(line, name)),
    ]
    return { id, ...lookOf(name, looks), ...(roles.length > 0 && { roles: rolesOf(roles, looks) }) }
  })
  return { tags: made, tagId: (name) => tags.get(name), roleId: kebabCase }
}

export type BratSections = Partial<Record<string, string[]>>

/** The lines of each section, without comments and rules. */
export function sectionsOf(content: string): BratSections {
  const sections: Record<string, string[]> = {}
  let open: string[] | undefined
  for (const line of content
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1]
    if (name !== undefined) open = sections[name] ??= []
    else if (line !== '' && !line.startsWith('#') && !/^-+$/.test(line)) open?.push(line)
  }
  return sections
}

function nameIn(line: string): string {
  return line.split(/\s/, 1)[0]!
}

/** `source Arg1:claim|report, Arg2:person`: a role of whatever may stand first. */
function roleOf(line: string, tag: string): string[] {
  const first = /\bArg1:([^\s,]+)/.exec(line)?.[1]?.split('|') ?? []
  const isOf = first.includes(tag) || first.some((type) => /^<(?:ANY|ENTITY|EVENT)>$/.test(type))
  return isOf && !line.startsWith('<') ? [nameIn(line)] : []
}

/** `Say Who*:Person, What?:<ANY>`: each argument is a role. */
function argumentsOf(line: string, tag: string): string[] {
  if (nameIn(line) !== tag) return []
  return Array.from(line.slice(tag.length).matchAll(/(?<=^|[\s,])([\w-]+)(?:[?*+]|\{[\d-]+\})?:/g), ([, name]) => name!)
}

interface Looks {
  readonly labels: ReadonlyMap<string, string>
  readonly colours: ReadonlyMap<string, string>
}

/** Roles of one id are one. */
function rolesOf(names: readonly string[], { labels }: Looks): Role[] {
  const byId = new Map(names.map((name) => [kebabCase(name), name]))
  return Array.from(byId, ([id, name]) => ({ id, label: { en: labels.get(name) ?? name }, many: true }))
}

function lookOf(name: string, { labels, colours }: Looks): Pick<Tag, 'label' | 'colour'> {
  const colour = colours.get(name)
  return { label: { en: labels.get(name) ?? name }, ...(colour !== undefined && { colour }) }
}

/** `framing | Framing | Fr`: the first label of each name. */
export function labelsIn(lines: readonly string[]): Map<string, string> {
  const found = lines.map((line) => line.split('|').map((part) => part.trim()))
  return new Map(
    found.flatMap(([name, label]): [string, string][] => (name && label ? [[name, label.normalize('NFC')]] : [])),
  )
}

function coloursIn(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const colour = /\bbgColor:(#[0-9a-f]{6})\b/i.exec(line)?.[1]
      return colour === undefined ? [] : [[nameIn(line), colour.toLowerCase()]]
    }),
  )
}
