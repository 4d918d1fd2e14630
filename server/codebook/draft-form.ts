/** The fields of a form → what they state about a section of a draft. Whatever they say is taken; what is wrong is found later. */
import { newSlug } from '../studies/study.ts'
import { canonical } from '../text/canonical.ts'
import type { Choice, Localised, Role } from './codebook.ts'
import type { AttributeDraft, Section, SectionContent, TagDraft } from './codebook-draft.ts'

/** Names such as `attributes.0.choices.2.label.de`; one that comes several times has several values. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export function sectionTyped(section: Section, fields: Fields): SectionContent {
  const form = reading(fields)
  switch (section.kind) {
    case 'frame':
      return { title: form.texts('title'), overlap: form.text('overlap') }
    case 'tag':
      return tagTyped(form, section.id)
    case 'questions':
      return { questions: questionsTyped(form, 'questions') }
    case 'guidelines':
      return { guidelines: form.prose('guidelines') }
  }
}

function tagTyped(form: Reading, id: string): TagDraft {
  return {
    id: form.text('id') || id,
    label: form.texts('label'),
    ...some('definition', form.prose('definition')),
    ...some('colour', form.text('colour').toLowerCase()),
    line: form.text('line') || 'solid',
    ...some('key', form.text('key').toLowerCase()),
    ...(form.text('retired') && { retired: true as const }),
    ...some('attributes', questionsTyped(form, 'attributes')),
    ...some('roles', withIds(form.places('roles').map((at) => roleTyped(form, at)))),
  }
}

function questionsTyped(form: Reading, list: string): AttributeDraft[] {
  return withIds(form.places(list).map((at) => questionTyped(form, at)))
}

function questionTyped(form: Reading, at: string): AttributeDraft {
  return {
    id: form.text(`${at}.id`),
    label: form.texts(`${at}.label`),
    kind: form.text(`${at}.kind`),
    ...(form.text(`${at}.required`) && { required: true }),
    ...some('asked', form.text(`${at}.asked`)),
    ...some('choices', withIds(form.places(`${at}.choices`).map((choice) => choiceTyped(form, choice)))),
    ...some('min', numberTyped(form.text(`${at}.min`))),
    ...some('max', numberTyped(form.text(`${at}.max`))),
    ...some('shownWhen', conditionTyped(form.list(`${at}.when`))),
  }
}

function choiceTyped(form: Reading, at: string): Choice {
  return { id: form.text(`${at}.id`), label: form.texts(`${at}.label`) }
}

function roleTyped(form: Reading, at: string): Role {
  return {
    id: form.text(`${at}.id`),
    label: form.texts(`${at}.label`),
    ...some('key', form.text(`${at}.key`).toLowerCase()),
    ...(form.text(`${at}.many`) && { many: true }),
  }
}

function numberTyped(typed: string): number | string | undefined {
  return /^-?\d{1,9}$/.test(typed) ? Number(typed) : typed
}

/** `type=direct` for each answer at which a question is shown; they are answers to one other question. */
function conditionTyped(stated: readonly string[]): AttributeDraft['shownWhen'] {
  const pairs = stated.map((pair) => pair.split('=') as [string, string])
  const attribute = pairs[0]?.[0]
  if (!attribute) return undefined
  const is = pairs.filter(([other]) => other === attribute).map(([, value]) => answerOf(value))
  return { attribute, is }
}

function answerOf(value: string): string | boolean {
  return value === 'true' || value === 'false' ? value === 'true' : value
}

/** Who has a name and no id yet gets one from the name, in English where there is an English one. */
function withIds<T extends { readonly id: string; readonly label: Localised }>(entries: T[]): T[] {
  const taken = entries.map(({ id }) => id)
  return entries.map((entry) => {
    const name = entry.label.en || Object.values(entry.label)[0]
    if (entry.id !== '' || !name) return entry
    const id = newSlug(name, taken, 'entry')
    taken.push(id)
    return { ...entry, id }
  })
}

/** An entry that is there only where it says something. */
function some<K extends string, V>(key: K, value: V): { [key in K]?: Exclude<V, undefined> } {
  const isNothing =
    value === undefined || value === '' || (typeof value === 'object' && Object.keys(value!).length === 0)
  return isNothing ? {} : ({ [key]: value } as { [key in K]?: Exclude<V, undefined> })
}

interface Reading {
  text(name: string): string
  list(name: string): string[]
  /** The languages in which something is said under a name. */
  texts(name: string): Localised
  /** The same with the white space at its ends. */
  prose(name: string): Localised
  /** The names of a list's entries, in their order. */
  places(list: string): string[]
}

const LANGUAGE = /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/

function reading(fields: Fields): Reading {
  const list = (name: string) =>
    (Object.hasOwn(fields, name) ? [fields[name]!].flat() : []).map((typed) => canonical(typed))
  const text = (name: string) => (list(name)[0] ?? '').trim()
  const after = (prefix: string) =>
    Object.keys(fields).flatMap((name) => (name.startsWith(`${prefix}.`) ? [name.slice(prefix.length + 1)] : []))
  const inLanguages = (name: string, said: (at: string) => string) =>
    Object.fromEntries(
      after(name)
        .filter((language) => LANGUAGE.test(language))
        .sort()
        .map((language) => [language, said(`${name}.${language}`)])
        .filter(([, words]) => words !== ''),
    )
  return {
    list,
    text,
    texts: (name) => inLanguages(name, text),
    prose: (name) => inLanguages(name, (at) => (text(at) === '' ? '' : list(at)[0]!)),
    places: (name) =>
      [...new Set(after(name).map((rest) => Number(/^\d{1,3}(?=\.)/.exec(rest)?.[0] ?? Number.NaN)))]
        .filter((place) => !Number.isNaN(place))
        .sort((a, b) => a - b)
        .map((place) => `${name}.${place}`),
  }
}
