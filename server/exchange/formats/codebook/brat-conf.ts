/** `annotation.conf`, `visual.conf` and `kb_shortcuts.conf` of brat → a codebook. */
import type { Attribute, Tag } from '../../../codebook/codebook.ts'
import { type BratSections, declaredIn, labelsIn, sectionsOf } from '../brat/declared.ts'
import { CONFIDENCE, SECOND_TAG } from '../brat/writing.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { Names } from '../shared/foreign-codebook.ts'
import { areYesAndNo, colourOf, type ProjectCodebook, type Untaken } from './untaken.ts'

/** `annotation.conf` begins with one of its sections, `visual.conf` with one of its own. */
export function isAnnotationConf(head: string): boolean {
  return /^\[(entities|relations|events|attributes)\]\s*$/.test(firstLine(head))
}

export function isVisualConf(head: string): boolean {
  return /^\[(labels|drawing)\]\s*$/.test(firstLine(head))
}

function firstLine(head: string): string {
  const lines = head.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  return lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('#')) ?? ''
}

interface BratProject {
  readonly annotation: string
  readonly visual: string
  readonly shortcuts: string
}

/** Throws DamagedFile where it declares nothing that can be marked. */
export function bratCodebook({ annotation, visual, shortcuts }: BratProject): ProjectCodebook {
  const sections = sectionsOf(annotation)
  const { labels = [], drawing = [] } = sectionsOf(visual)
  const { tags, tagId } = declaredIn(annotation, visual)
  if (tags.length === 0)
    throw new DamagedFile(1, 'no entity and no event is declared here, so there is nothing to mark')
  const untaken: Untaken[] = []
  const keys = keysIn(shortcuts, tagId, untaken)
  const colours = coloursIn(drawing, tagId, untaken)
  const questions = questionsIn(sections, labelsIn(labels), tagId, untaken)
  const made = tags.map((tag): Tag => {
    const { id, label, roles } = tag
    const attributes = questions.flatMap(({ of, attribute }) => (of.has(id) ? [attribute] : []))
    return {
      ...{ id, label },
      ...(colours.has(id) && { colour: colours.get(id) }),
      ...(keys.has(id) && { key: keys.get(id) }),
      ...(attributes.length > 0 && { attributes }),
      ...(roles && { roles }),
    }
  })
  return { content: { overlap: 'allowed', tags: made }, untaken }
}

type TagId = (name: string) => string | undefined

/** `framing bgColor:#aabbcc, fgColor:black`. */
function coloursIn(lines: readonly string[], tagId: TagId, untaken: Untaken[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of lines) {
    const [, name = '', stated = ''] = /^(\S+)\s.*?\bbgColor:([^\s,]+)/.exec(line) ?? []
    const id = tagId(name)
    if (id === undefined) continue
    const colour = colourOf(stated)
    if (colour === undefined) untaken.push({ what: 'colour', name: `${name} (${stated})` })
    else found.set(id, colour)
  }
  return found
}

/** `F framing`: a key for a type. */
function keysIn(shortcuts: string, tagId: TagId, untaken: Untaken[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of shortcuts.split(/\r\n|\r|\n/)) {
    const [key, name = ''] = line.trim().split(/\s+/)
    const id = tagId(name)
    if (key === undefined || id === undefined || line.startsWith('#')) continue
    if ([...key].length === 1 && !found.has(id)) found.set(id, key.toLowerCase())
    else untaken.push({ what: 'key', name: `${name} (${key})` })
  }
  return found
}

interface Question {
  readonly attribute: Attribute
  /** Ids of the tags that ask it. */
  readonly of: ReadonlySet<string>
}

/** `device Arg:framing|claim, Value:metaphor|irony`; flags named `QUESTION_CHOICE` are choices of one question. */
function questionsIn(
  sections: BratSections,
  labels: ReadonlyMap<string, string>,
  tagId: TagId,
  untaken: Untaken[],
): Question[] {
  const names = new Names('question')
  const found = new Map<string, Question>()
  for (const line of sections.attributes ?? []) {
    const [, name, rest = ''] = /^([^\s<!]\S*)\s+(.*)$/.exec(line) ?? []
    if (name === undefined || name === CONFIDENCE || name === SECOND_TAG) continue
    const of = tagsOf(/\bArg:([^\s,]+)/.exec(rest)?.[1] ?? '', sections, tagId)
    const values = (/\bValue:([^\s,]+)/.exec(rest)?.[1] ?? '').split('|').filter(Boolean)
    const [, group, choice] = (values.length === 0 && /^([a-z0-9-]+)_([a-z0-9-]+)$/.exec(name)) || []
    const id = names.id(group ?? name)
    const before = found.get(id)
    const label = { en: labels.get(group ?? name) ?? group ?? name }
    if (of.size === 0) untaken.push({ what: 'question', name })
    else if (choice === undefined) found.set(id, { of, attribute: { id, label, ...answersOf(values) } })
    else {
      const choices = [...(before?.attribute.choices ?? []), { id: choice, label: { en: labels.get(name) ?? choice } }]
      found.set(id, { of: before?.of ?? of, attribute: { id, label, kind: 'many-of', choices } })
    }
  }
  return [...found.values()]
}

function tagsOf(types: string, { entities = [], events = [] }: BratSections, tagId: TagId): Set<string> {
  const ofSection = (lines: readonly string[]) => lines.map((line) => line.split(/\s/, 1)[0]!)
  const named = types.split('|').flatMap((type) => {
    if (type === '<ANY>') return ofSection([...entities, ...events])
    if (type === '<ENTITY>') return ofSection(entities)
    return type === '<EVENT>' ? ofSection(events) : [type]
  })
  return new Set(named.map(tagId).filter((id) => id !== undefined))
}

/** A flag is a question that is answered with yes or no. */
function answersOf(values: readonly string[]): Pick<Attribute, 'kind' | 'choices' | 'min' | 'max'> {
  if (values.length === 0 || areYesAndNo(values)) return { kind: 'yes-no' }
  const numbers = values.map(Number)
  const isScale = numbers.length > 1 && numbers.every((number, step) => number === numbers[0]! + step)
  if (isScale && Number.isInteger(numbers[0])) return { kind: 'scale', min: numbers[0], max: numbers.at(-1) }
  const names = new Names('answer')
  const choices = [...new Set(values)].map((value) => ({ id: names.id(value), label: { en: value } }))
  return { kind: 'one-of', choices }
}
