/** The contract of a format: how a dataset is written in it, and what of a dataset it cannot carry. */
import type { Dataset } from './dataset.ts'

export interface Format {
  readonly id: string
  /** Ending of its files, without the leading dot. */
  readonly extension: string
  readonly mediaType: string
  /** What it leaves out, in one or two words each; empty for a format that carries everything. */
  readonly losses: readonly string[]
  /** The file, piece by piece. */
  write(dataset: Dataset): AsyncIterable<string>
}
