/** What the page shows on which a dataset of others is taken into a study. */
import { type Codebook, inLanguage } from '../codebook/codebook.ts'
import type { OpenStudy } from '../studies/study.ts'

export interface Looked {
  readonly name: string
  readonly format: string
  readonly articles: number
  readonly readings: number
  readonly annotations: number
  /** By id, each with what it becomes; undefined where that has to be said. */
  readonly tags: readonly { readonly id: string; readonly label: string; readonly becomes: string | undefined }[]
  readonly annotators: readonly { readonly name: string; readonly becomes: string | undefined }[]
  /** Base64. */
  readonly content: string
}

export interface Taken {
  readonly exact: number
  readonly moved: number
  readonly lost: number
  readonly added: number
  readonly equal: number
}

export interface JoiningView {
  readonly study: OpenStudy
  readonly codebook: Codebook | undefined
  readonly pseudonyms: readonly string[]
  readonly looked?: Looked | undefined
  readonly taken?: Taken | undefined
  /** Lines of the program, in English, each with its place. */
  readonly remarks?: readonly string[] | undefined
  readonly fault?: string | undefined
  readonly mayMove?: boolean
}

export function joiningPage({ codebook, ...view }: JoiningView, language: string) {
  const ours = (codebook?.tags ?? []).map(({ id, label }) => ({ id, label: inLanguage(label, language) }))
  return { looked: undefined, taken: undefined, remarks: [], fault: undefined, mayMove: false, ...view, ours }
}
