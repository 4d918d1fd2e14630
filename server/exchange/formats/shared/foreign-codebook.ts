/** A codebook made of what annotations have: tags, attributes, roles and answers, by their names. */
import type { Attribute, AttributeValue, Codebook, Tag } from '../../../codebook/codebook.ts'
import { newSlug } from '../../../studies/study.ts'
import { AnswerKinds, type AnswerTexts, KEBAB } from './answer-kinds.ts'
import type { ForeignArticle, ForeignStudy } from './foreign.ts'
import { stableId } from './stable-id.ts'

/** Names → ids, one each, in kebab-case. */
export class Names {
  readonly #ids = new Map<string, string>()
  readonly #fallback: string

  constructor(fallback: string) {
    this.#fallback = fallback
  }

  id(name: string): string {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const taken = [...this.#ids.values()]
    const id = KEBAB.test(name) && !taken.includes(name) ? name : newSlug(name, taken, this.#fallback)
    this.#ids.set(name, id)
    return id
  }
}

class Questions {
  readonly names = new Names('question')
  readonly #kinds = new Map<string, AnswerKinds>()
  readonly #texts: AnswerTexts | undefined

  constructor(texts: AnswerTexts | undefined) {
    this.#texts = texts
  }

  add(answers: Readonly<Record<string, AttributeValue>> = {}): void {
    for (const [name, value] of Object.entries(answers)) {
      if (!this.#kinds.has(name)) this.#kinds.set(name, new AnswerKinds(this.#texts))
      this.#kinds.get(name)!.add(value)
    }
  }

  /** Those that were declared, then those that were met beside them, by name. */
  attributes(declared: readonly Attribute[] = []): Attribute[] {
    for (const { id } of declared) this.names.id(id)
    const met = [...this.#kinds.keys()].filter((name) => !declared.some(({ id }) => id === this.names.id(name)))
    return [...declared, ...met.sort().map((name) => this.#kinds.get(name)!.question(this.names.id(name), name))]
  }
}

interface MetTag {
  readonly questions: Questions
  readonly roles: Set<string>
}

export class ForeignCodebook {
  readonly tags = new Names('tag')
  readonly roles = new Names('role')
  readonly #study: ForeignStudy
  readonly #met = new Map<string, MetTag>()
  readonly #answers: Questions

  constructor(study: ForeignStudy) {
    this.#study = study
    this.#answers = new Questions(study.answerTexts)
    for (const { id } of study.tags ?? []) this.tags.id(id)
  }

  add({ sets }: ForeignArticle): void {
    for (const { answers, annotations } of sets) {
      this.#answers.add(answers)
      for (const { tag, secondTag, attributes, parts = [] } of annotations) {
        const { questions, roles } = this.#tag(tag)
        if (secondTag !== undefined) this.#tag(secondTag)
        questions.add(attributes)
        for (const { role } of parts) roles.add(role)
      }
    }
  }

  #tag(name: string): MetTag {
    const known = this.#met.get(name)
    if (known) return known
    const made: MetTag = { questions: new Questions(this.#study.answerTexts), roles: new Set() }
    this.#met.set(name, made)
    return made
  }

  /** Ids of a tag's attributes by their names. */
  attributeId(tag: string, name: string): string {
    return this.#tag(tag).questions.names.id(name)
  }

  questionId(name: string): string {
    return this.#answers.names.id(name)
  }

  codebook(studyId: string): Codebook {
    const declared = this.#study.tags ?? []
    // Sorted, so that ids that had to be made different do not depend on the order of the files.
    const met = [...this.#met.keys()].sort()
    for (const name of met) this.tags.id(name)
    for (const role of ['source', 'cue', 'content']) this.roles.id(role)
    const tags = [
      ...declared.map((tag) => this.#merged(tag, met)),
      ...met
        .filter((name) => !declared.some(({ id }) => id === this.tags.id(name)))
        .map((name) => this.#merged({ id: this.tags.id(name), label: { en: name } }, met)),
    ]
    const questions = this.#answers.attributes(this.#study.questions)
    const content = {
      overlap: 'allowed' as const,
      tags: tags.length > 0 ? tags : [{ id: 'tag', label: { en: 'tag' } }],
      ...(questions.length > 0 && { questions }),
    }
    const title = { en: this.#study.title }
    return { id: stableId('codebook', studyId, content), version: 1, title, ...content }
  }

  #merged(tag: Tag, met: readonly string[]): Tag {
    const found = met.filter((name) => this.tags.id(name) === tag.id).map((name) => this.#met.get(name)!)
    const attributes = found[0]?.questions.attributes(tag.attributes) ?? tag.attributes ?? []
    const ids = new Set((tag.roles ?? []).map(({ id }) => id))
    const more = [...new Set(found.flatMap(({ roles }) => [...roles]))]
      .filter((name) => !ids.has(this.roles.id(name)))
      .sort(byPlace)
      .map((name) => ({ id: this.roles.id(name), label: { en: name }, many: true }))
    const roles = [...(tag.roles ?? []), ...more]
    return { ...tag, ...(attributes.length > 0 && { attributes }), ...(roles.length > 0 && { roles }) }
  }
}

/** Roles as they are usually ordered, others after them by name. */
function byPlace(a: string, b: string): number {
  const place = (role: string) => ['source', 'cue', 'content', role].indexOf(role)
  return place(a) - place(b) || (a < b ? -1 : 1)
}
