/** A draft: an article as it was recognised in a file, until somebody takes it into a study. */
import type { Block } from '../text/blocks.ts'
import type { ArticleSource } from './article.ts'
import type { Columns, Form, TextChanges, Trouble } from './intake/recognised.ts'

/** Whose drafts, and for which study; nobody else sees them. */
export interface Owner {
  readonly studyId: string
  readonly accountId: string
}

/** What somebody said about a file, so that it could be read. */
export interface FileWishes {
  readonly encoding?: string | undefined
  readonly columns?: Columns | undefined
}

/** What reading a file came to, without the articles. */
export interface FileOutcome {
  readonly form?: Form | undefined
  readonly encoding?: string | undefined
  /** All columns of a table. */
  readonly columns?: readonly string[] | undefined
  readonly used?: Columns | undefined
  readonly trouble?: Trouble | undefined
}

/** A file that was brought in. */
export interface IntakeFile extends Owner {
  readonly id: string
  readonly name: string
  /** SHA-256 of its bytes. */
  readonly digest: string
  readonly wishes: FileWishes
  readonly outcome: FileOutcome
}

/** A draft as a list shows it. */
export interface ListedDraft {
  readonly id: string
  readonly fileId: string
  readonly title: string
  readonly language: string
  readonly source: ArticleSource
  /** Code points of the body. */
  readonly length: number
  readonly sha256: string
  readonly changes: TextChanges
}

export interface Draft extends ListedDraft {
  readonly revision: number
  readonly body: string
  readonly blocks: readonly Block[]
}
