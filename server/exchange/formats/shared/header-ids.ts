/** Ids over all codebooks of a dataset, each once, in the codebooks' order: the columns of tables. */
import type { Attribute, Codebook } from '../../../codebook/codebook.ts'
import type { DatasetHeader } from '../../dataset.ts'

type Tag = Codebook['tags'][number]

export const tagIds = ({ codebooks }: DatasetHeader) => unique(codebooks.flatMap(({ tags }) => tags))
export const attributeIds = (header: DatasetHeader) => idsOf(header, (tag) => tag.attributes)
export const roleIds = (header: DatasetHeader) => idsOf(header, (tag) => tag.roles)

function idsOf({ codebooks }: DatasetHeader, of: (tag: Tag) => readonly Pick<Attribute, 'id'>[] | undefined): string[] {
  return unique(codebooks.flatMap(({ tags }) => tags.flatMap((tag) => of(tag) ?? [])))
}

function unique(items: readonly { readonly id: string }[]): string[] {
  return [...new Set(items.map(({ id }) => id))]
}
