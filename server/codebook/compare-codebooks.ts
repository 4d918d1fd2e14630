/** What is different between two versions of a codebook, by ids: an entry with another id is another entry. */
import type { Choice, Localised, Role } from './codebook.ts'
import type { AttributeDraft, DraftContent, TagDraft } from './codebook-draft.ts'

export type What = 'codebook' | 'tag' | 'attribute' | 'choice' | 'role' | 'question'

/** One difference. Retiring and bringing back are told from other changes, since marks that stand are concerned. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'retired' | 'restored' | 'changed'
  readonly what: What
  /** The names from the outside in, of which the last one is what has changed; none for the codebook itself. */
  readonly trail: readonly Named[]
  /** What about it has changed, and in which language where that matters. */
  readonly field?: string
  readonly language?: string
  readonly before?: string
  readonly after?: string
}

export interface Named {
  readonly id: string
  readonly label: Localised
}

/** The differences in the order of the newer version, the codebook itself first. */
export function compareCodebooks(from: DraftContent, to: DraftContent): Change[] {
  const book = about('codebook', [])
  return [
    ...texts(book, 'title', from.title, to.title),
    ...value(book, 'overlap', from.overlap, to.overlap),
    ...entries('tag', [], from.tags, to.tags, tagChanges),
    ...entries('question', [], from.questions, to.questions, questionChanges),
    ...texts(book, 'guidelines', from.guidelines, to.guidelines),
  ]
}

type About = Pick<Change, 'what' | 'trail'>

function about(what: What, trail: readonly Named[]): About {
  return { what, trail }
}

function tagChanges(it: About, from: TagDraft, to: TagDraft): Change[] {
  const turned = Boolean(from.retired) !== Boolean(to.retired)
  return [
    ...(turned ? [{ ...it, kind: to.retired ? ('retired' as const) : ('restored' as const) }] : []),
    ...texts(it, 'label', from.label, to.label),
    ...texts(it, 'definition', from.definition, to.definition),
    ...value(it, 'colour', from.colour?.toLowerCase(), to.colour?.toLowerCase()),
    ...value(it, 'line', from.line ?? 'solid', to.line ?? 'solid'),
    ...value(it, 'key', from.key, to.key),
    ...entries('attribute', it.trail, from.attributes, to.attributes, questionChanges),
    ...entries('role', it.trail, from.roles, to.roles, roleChanges),
  ]
}

function questionChanges(it: About, from: AttributeDraft, to: AttributeDraft): Change[] {
  return [
    ...texts(it, 'label', from.label, to.label),
    ...value(it, 'kind', from.kind, to.kind),
    ...value(it, 'required', yes(from.required), yes(to.required)),
    ...value(it, 'asked', from.asked ?? 'desk', to.asked ?? 'desk'),
    ...value(it, 'min', number(from.min), number(to.min)),
    ...value(it, 'max', number(from.max), number(to.max)),
    ...value(it, 'shownWhen', condition(from), condition(to)),
    ...entries('choice', it.trail, from.choices, to.choices, choiceChanges),
  ]
}

function choiceChanges(it: About, from: Choice, to: Choice): Change[] {
  return texts(it, 'label', from.label, to.label)
}

function roleChanges(it: About, from: Role, to: Role): Change[] {
  return [
    ...texts(it, 'label', from.label, to.label),
    ...value(it, 'key', from.key, to.key),
    ...value(it, 'many', yes(from.many), yes(to.many)),
  ]
}

function entries<T extends Named>(
  what: What,
  outer: readonly Named[],
  from: readonly T[] = [],
  to: readonly T[] = [],
  inner: (it: About, from: T, to: T) => Change[],
): Change[] {
  const before = new Map(from.map((entry) => [entry.id, entry]))
  const after = new Set(to.map(({ id }) => id))
  const trailOf = (entry: T) => [...outer, { id: entry.id, label: entry.label }]
  const there = to.flatMap((entry): Change[] => {
    const former = before.get(entry.id)
    return former
      ? inner(about(what, trailOf(entry)), former, entry)
      : [{ ...about(what, trailOf(entry)), kind: 'added' }]
  })
  const gone = from.filter(({ id }) => !after.has(id))
  return [
    ...there,
    ...gone.map((entry): Change => ({ ...about(what, trailOf(entry)), kind: 'removed' })),
    ...orderChange(what, outer, from, to),
  ]
}

/** The order of what is there in both. */
function orderChange<T extends Named>(
  what: What,
  outer: readonly Named[],
  from: readonly T[],
  to: readonly T[],
): Change[] {
  const order = (some: readonly T[], others: readonly T[]) =>
    some.map(({ id }) => id).filter((id) => others.some((other) => other.id === id))
  const [before, after] = [order(from, to).join(', '), order(to, from).join(', ')]
  return before === after ? [] : [{ kind: 'changed', what, trail: outer, field: 'order', before, after }]
}

function texts(it: About, field: string, from: Localised = {}, to: Localised = {}): Change[] {
  const languages = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort()
  return languages.flatMap((language) =>
    value(it, field, from[language] || undefined, to[language] || undefined).map((change) => ({ ...change, language })),
  )
}

function value(it: About, field: string, before: string | undefined, after: string | undefined): Change[] {
  if ((before ?? '') === (after ?? '')) return []
  return [
    { ...it, kind: 'changed', field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
  ]
}

function yes(value: boolean | undefined): string {
  return value ? 'yes' : 'no'
}

function number(value: number | string | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

function condition({ shownWhen }: AttributeDraft): string | undefined {
  return shownWhen && `${shownWhen.attribute} = ${shownWhen.is.join(', ')}`
}
