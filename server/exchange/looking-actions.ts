/** What is in a dataset that was sent, and what it would come to in a study, before anything of it is taken. */
import { type Codebook, findTag } from '../codebook/codebook.ts'
import type { Parts } from '../parts.ts'
import type { DatasetArticle, DatasetHeader } from './dataset.ts'
import type { DatasetItem, Format } from './format.ts'
import { Misquoted } from './formats/lesart-lines.ts'
import type { JoiningForm } from './joining-input.ts'
import { type JoiningView, type Looked, type Mapped, placeOf, placesIn } from './joining-page.ts'
import { Placing } from './placing-actions.ts'

type Items = (mayMove: boolean) => AsyncIterable<DatasetItem>
const MOST_REMARKS = 20

/** Words that are not at their places in the file's own texts are looked for here: only taking them needs consent. */
export async function lookAt(
  parts: Pick<Parts, 'database'>,
  view: JoiningView,
  format: Format,
  name: string,
  items: Items,
  form: JoiningForm,
): Promise<Partial<JoiningView>> {
  try {
    return await look(parts, view, format, name, items(false), form)
  } catch (error) {
    if (!(error instanceof Misquoted)) throw error
    return look(parts, view, format, name, items(true), form)
  }
}

async function look(
  { database }: Pick<Parts, 'database'>,
  { study, codebook, pseudonyms }: JoiningView,
  format: Format,
  name: string,
  items: AsyncIterable<DatasetItem>,
  form: JoiningForm,
): Promise<Partial<JoiningView>> {
  const count = new Counting()
  const placing = new Placing(database.db, study)
  const remarks: string[] = []
  let header: DatasetHeader | undefined
  for await (const item of items) {
    await placing.look(item)
    if (item.type === 'header') header = item.header
    else if (item.type === 'article') count.add(item.article)
    else if (!item.move) remarks.push(`${placeOf(name, item)}: ${item.message}`)
  }
  // What came out of this study goes back as it is: there is nothing to map.
  const isOwn = header?.study.id === study.id
  const theirs = isOwn ? [] : (header?.codebooks ?? [])
  const looked: Looked = {
    ...{ format: format.id, known: placing.known, missing: placing.missing },
    ...{ articles: count.articles, readings: count.readings, annotations: count.annotations },
    tags: count.mappedTags(theirs, (id) => form[`tag.${id}`] ?? ownTag(codebook, id)),
    roles: count.mappedRoles(theirs, (id) => form[`role.${id}`] ?? ownRole(codebook, id)),
    annotators: (isOwn ? [] : (header?.annotators ?? [])).map(({ id }) => {
      const chosen = form[`annotator.${id}`]
      return { name: id, becomes: chosen !== undefined && pseudonyms.includes(chosen) ? chosen : undefined }
    }),
  }
  return { looked, places: placesIn(name, placing.anchored, placing.moves), remarks: remarks.slice(0, MOST_REMARKS) }
}

function ownTag(codebook: Codebook | undefined, id: string): string | undefined {
  return codebook && findTag(codebook, id) ? id : undefined
}

function ownRole(codebook: Codebook | undefined, id: string): string | undefined {
  return codebook?.tags.some(({ roles }) => roles?.some((role) => role.id === id)) ? id : undefined
}

class Counting {
  articles = 0
  readings = 0
  annotations = 0
  readonly #tags = new Map<string, number>()
  readonly #roles = new Map<string, number>()

  add({ annotationSets }: DatasetArticle): void {
    this.articles++
    this.readings += annotationSets.length
    for (const { annotations } of annotationSets) {
      this.annotations += annotations.length
      for (const { tag, parts } of annotations) {
        this.#tags.set(tag, (this.#tags.get(tag) ?? 0) + 1)
        for (const { role } of parts) this.#roles.set(role, (this.#roles.get(role) ?? 0) + 1)
      }
    }
  }

  /** Only those that are used: nobody has to say what becomes of the others. */
  mappedTags(codebooks: readonly Codebook[], becomes: (id: string) => string | undefined): Mapped[] {
    const labels = codebooks.flatMap(({ tags }) => tags.map(({ id, label }) => [id, label.en ?? id] as const))
    return mapped(this.#tags, new Map(labels), becomes)
  }

  mappedRoles(codebooks: readonly Codebook[], becomes: (id: string) => string | undefined): Mapped[] {
    const roles = codebooks.flatMap(({ tags }) => tags.flatMap(({ roles = [] }) => roles))
    return mapped(this.#roles, new Map(roles.map(({ id, label }) => [id, label.en ?? id])), becomes)
  }
}

function mapped(
  counts: ReadonlyMap<string, number>,
  labels: ReadonlyMap<string, string>,
  becomes: (id: string) => string | undefined,
): Mapped[] {
  return [...labels].flatMap(([id, label]) => {
    const count = counts.get(id)
    return count === undefined ? [] : [{ id, label, count, becomes: becomes(id) || undefined }]
  })
}
