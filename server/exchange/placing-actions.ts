/** What a dataset would come to in a study, before anything of it is taken: which articles are there, which words moved. */

import { findArticle } from '../articles/article-store.ts'
import type { Db } from '../database/db.ts'
import type { Study } from '../studies/study.ts'
import type { Span } from '../text/span.ts'
import { type Anchored, anchor, type Moved } from './anchoring.ts'
import type { DatasetArticle } from './dataset.ts'
import type { DatasetItem, Place } from './format.ts'
import { findMeant } from './joining-store.ts'

const MOST_MOVES = 1_000

/** Looks at the items of a dataset as they pass. */
export class Placing {
  readonly anchored: Anchored = { exact: 0, moved: 0, 'not-found': 0 }
  readonly moves: Moved[] = []
  /** Articles that the study has already. */
  known = 0
  /** Articles whose text is neither in the file nor in the study. */
  missing = 0
  readonly #db: Db
  readonly #study: Pick<Study, 'id'>

  constructor(db: Db, study: Pick<Study, 'id'>) {
    this.#db = db
    this.#study = study
  }

  async look(item: DatasetItem): Promise<void> {
    if (item.type === 'article') await this.#article(item.article, item)
    else if (item.type === 'warning' && item.move) {
      if (item.move.to !== undefined) this.anchored.exact--
      this.#note({ file: item.file, line: item.line, ...item.move })
    }
  }

  async #article(found: DatasetArticle, { file, line }: Place): Promise<void> {
    const meant = await findMeant(this.#db, this.#study.id, found)
    const known = meant === undefined ? undefined : await findArticle(this.#db, meant)
    if (known) this.known++
    else if (found.isWithheld) this.missing++
    const body = known?.body ?? found.body
    const look = ({ start, end }: Span) => {
      const quote = found.body.slice(start, end)
      const anchored = anchor(body, { start, end }, quote, true)
      if (anchored?.how === 'exact') this.anchored.exact++
      else this.#note({ file, line, quote, from: start, to: anchored?.start })
    }
    for (const { annotations } of found.annotationSets)
      for (const annotation of annotations) for (const span of [annotation, ...annotation.parts]) look(span)
  }

  #note(moved: Moved): void {
    this.anchored[moved.to === undefined ? 'not-found' : 'moved']++
    if (this.moves.length < MOST_MOVES) this.moves.push(moved)
  }
}
