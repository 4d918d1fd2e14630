/** Codebooks → `annotation.conf`, by which brat knows what may be marked, and `visual.conf`, which says how it looks. */
import {
  type Attribute,
  type Codebook,
  inLanguage,
  type Localised,
  type Role,
  type Tag,
} from '../../../codebook/codebook.ts'
import { type BratNames, CONFIDENCE, SECOND_TAG } from './writing.ts'

export function annotationConf(codebooks: readonly Codebook[], names: BratNames): string {
  const tags = merged(codebooks.flatMap(({ tags }) => tags))
  const main = tags.map(({ id }) => names.tags.nameOf(id))
  const roles = holders(tags, ({ roles = [] }) => roles)
  const attributes = holders(tags, ({ attributes = [] }) => attributes)
  const typesOf = (holding: readonly Tag[]) => holding.map(({ id }) => names.tags.nameOf(id)).join('|')
  return [
    '[entities]',
    ...main,
    ...roles.map(([{ id }]) => names.parts.nameOf(id)),
    '[relations]',
    ...roles.map(([{ id }, holding]) => `${id}\tArg1:${typesOf(holding)}, Arg2:${names.parts.nameOf(id)}`),
    '<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>',
    '[events]',
    '[attributes]',
    ...attributes.flatMap(([attribute, holding]) =>
      attributeLines(attribute, names.attributes.nameOf(attribute.id), typesOf(holding)),
    ),
    `${CONFIDENCE}\tArg:${main.join('|')}, Value:low|medium|high`,
    `${SECOND_TAG}\tArg:${main.join('|')}, Value:${main.join('|')}`,
    '',
  ].join('\n')
}

/** Texts have no line: they are notes. */
function attributeLines({ kind, choices = [], min = 1, max = min }: Attribute, name: string, types: string): string[] {
  const line = (values: readonly (string | number)[]) => [`${name}\tArg:${types}, Value:${values.join('|')}`]
  switch (kind) {
    case 'one-of':
      return line(choices.map(({ id }) => id))
    case 'many-of':
      return choices.map(({ id }) => `${name}_${id}\tArg:${types}`)
    case 'yes-no':
      return line(['yes', 'no'])
    case 'scale':
      return line(max - min < 100 ? Array.from({ length: max - min + 1 }, (_, step) => min + step) : [min, max])
    case 'text':
      return []
  }
}

export function visualConf(codebooks: readonly Codebook[], names: BratNames, language: string): string {
  const tags = merged(codebooks.flatMap(({ tags }) => tags))
  const label = (name: string, text: Localised) => `${name} | ${plain(inLanguage(text, language)) || name}`
  return [
    '[labels]',
    ...tags.map((tag) => label(names.tags.nameOf(tag.id), tag.label)),
    ...holders(tags, ({ roles = [] }) => roles).flatMap(([role]) => [
      label(names.parts.nameOf(role.id), role.label),
      label(role.id, role.label),
    ]),
    ...holders(tags, ({ attributes = [] }) => attributes).map(([attribute]) =>
      label(names.attributes.nameOf(attribute.id), attribute.label),
    ),
    '[drawing]',
    ...tags.flatMap(({ id, colour }) => (colour ? [`${names.tags.nameOf(id)}\tbgColor:${colour}`] : [])),
    '',
  ].join('\n')
}

/** What would end a label. */
function plain(text: string): string {
  return text.replace(/[|\p{White_Space}]+/gu, ' ').trim()
}

/** Tags with the same id in several codebooks are one to brat: the questions and roles of all of them. */
function merged(tags: readonly Tag[]): Tag[] {
  const found = new Map<string, Tag>()
  for (const tag of tags) {
    const { attributes = [], roles = [] } = found.get(tag.id) ?? {}
    found.set(tag.id, {
      ...tag,
      attributes: [...attributes, ...(tag.attributes ?? [])],
      roles: [...roles, ...(tag.roles ?? [])],
    })
  }
  return [...found.values()]
}

/** Each attribute or role once, with the tags that have it. */
function holders<T extends Attribute | Role>(tags: readonly Tag[], of: (tag: Tag) => readonly T[]): [T, Tag[]][] {
  const found = new Map<string, [T, Tag[]]>()
  for (const tag of tags)
    for (const item of of(tag)) {
      const [, holding] = found.get(item.id) ?? [item, []]
      if (!holding.includes(tag)) holding.push(tag)
      found.set(item.id, [found.get(item.id)?.[0] ?? item, holding])
    }
  return [...found.values()]
}
