/** What a codebook must keep beyond its shape before it is published: names, keys, choices, scales, conditions. */
import { textFault } from '../text/canonical.ts'
import { type Attribute, type Codebook, hasTooManySteps, type Localised, type Role, type Tag } from './codebook.ts'
import { DESK_KEYS } from './commands.ts'

/** Path into the codebook → reason, such as `tags.0.key` → `repeated-key`. Expects the right shape. */
export function ruleFaults({ title, tags, questions = [], guidelines }: Codebook): Record<string, string> {
  const faults: Record<string, string> = {}
  const note = (path: string, reason: string | undefined) => {
    if (reason !== undefined) faults[path] ??= reason
  }
  note('title', nameFault(title))
  note('guidelines', textsFault(guidelines))
  if (tags.every(({ retired }) => retired)) note('tags', 'all-retired')
  for (const [place, tag] of tags.entries()) noteTag(tag, `tags.${place}`, tags, note)
  for (const [place, question] of questions.entries()) noteQuestion(question, `questions.${place}`, questions, note)
  return faults
}

type Note = (path: string, reason: string | undefined) => void

function noteTag(tag: Tag, path: string, tags: readonly Tag[], note: Note): void {
  note(`${path}.label`, nameFault(tag.label))
  note(`${path}.definition`, textsFault(tag.definition))
  const others = tags.filter((other) => other !== tag && !other.retired)
  if (!tag.retired) note(`${path}.key`, keyFault(tag.key, others))
  const { attributes = [], roles = [] } = tag
  for (const [place, question] of attributes.entries())
    noteQuestion(question, `${path}.attributes.${place}`, attributes, note)
  for (const [place, role] of roles.entries()) {
    note(`${path}.roles.${place}.label`, nameFault(role.label))
    const rivals = [...tags.filter(({ retired }) => !retired), ...roles.filter((other) => other !== role)]
    note(`${path}.roles.${place}.key`, keyFault(role.key, rivals))
  }
}

function noteQuestion(question: Attribute, path: string, all: readonly Attribute[], note: Note): void {
  const { kind, choices = [], min, max } = question
  note(`${path}.label`, nameFault(question.label))
  if (kind === 'one-of' || kind === 'many-of') {
    if (choices.length === 0) note(`${path}.choices`, 'no-choices')
    for (const [place, { label }] of choices.entries()) note(`${path}.choices.${place}.label`, nameFault(label))
  }
  if (kind === 'scale' && !(min !== undefined && max !== undefined && min < max)) note(`${path}.max`, 'no-scale')
  if (kind === 'scale' && hasTooManySteps(min, max)) note(`${path}.max`, 'too-many-steps')
  note(`${path}.shownWhen`, conditionFault(question, all))
}

/** A name in at least one language. */
function nameFault(name: Localised): string | undefined {
  if (Object.values(name).every((text) => text.trim() === '')) return 'missing'
  return textsFault(name)
}

function textsFault(texts: Localised = {}): string | undefined {
  return Object.values(texts).some((text) => textFault(text)) ? 'unprintable' : undefined
}

function keyFault(key: string | undefined, rivals: readonly (Tag | Role)[]): string | undefined {
  if (key === undefined) return undefined
  if ([...key].length !== 1 || /[\p{White_Space}\p{C}\p{M}]/u.test(key)) return 'not-one-key'
  const folded = key.toLowerCase()
  if (DESK_KEYS.has(folded)) return 'desk-key'
  return rivals.some((rival) => rival.key?.toLowerCase() === folded) ? 'repeated-key' : undefined
}

function conditionFault({ id, shownWhen }: Attribute, all: readonly Attribute[]): string | undefined {
  if (!shownWhen) return undefined
  const other = all.find((question) => question.id === shownWhen.attribute)
  if (!other || other.id === id) return 'unknown-attribute'
  const possible = other.choices?.map((choice) => choice.id)
  return shownWhen.is.length > 0 && shownWhen.is.every((value) => !possible || possible.includes(String(value)))
    ? undefined
    : 'unknown-choice'
}
