/** A dataset of other programs as a study of its own, with the codebook that is made of its tags. */
import type { Account } from '../accounts/account.ts'
import type { Db } from '../database/db.ts'
import type { Parts } from '../parts.ts'
import { changeRound } from '../rounds/round-store.ts'
import { nextPseudonym, type Study } from '../studies/study.ts'
import { join, studyFor } from '../studies/study-actions.ts'
import { findStudy } from '../studies/study-store.ts'
import type { Anchored, Moved } from './anchoring.ts'
import type { DatasetAnnotator, DatasetHeader, DatasetSet, DatasetStudy } from './dataset.ts'
import type { DatasetItem } from './format.ts'
import { stableId } from './formats/shared/stable-id.ts'
import { type ImportReport, importItems } from './import-actions.ts'

/** Words that were not at their places in the file's own texts. */
interface Moving {
  readonly anchored: Anchored
  readonly moves: readonly Moved[]
}

/**
 * All or nothing, in one transaction; the account manages it from then on. `study.id` names the form: sent again, it
 * adds nothing. Throws Refusal (not-found) where that is a study which the account does not manage.
 */
export async function takeAsStudy(
  parts: Pick<Parts, 'database' | 'clock'>,
  account: Account,
  study: DatasetStudy,
  items: AsyncIterable<DatasetItem>,
): Promise<{ readonly study: Study; readonly report: ImportReport } & Moving> {
  return parts.database.transact(async (db) => {
    if (await findStudy(db, study.id)) await studyFor(db, account, 'manage-study', { id: study.id })
    const taken = await takeInto(parts, db, study, items)
    await join(parts, db, account, study.id, ['manager'])
    return taken
  })
}

/** The same within a transaction, without anybody who manages it. */
export async function takeInto(
  parts: Pick<Parts, 'database' | 'clock'>,
  db: Db,
  study: DatasetStudy,
  items: AsyncIterable<DatasetItem>,
): Promise<{ readonly study: Study; readonly report: ImportReport } & Moving> {
  const own = new OwnStudy(study)
  const report = await importItems(parts, db, own.renamed(items))
  // Nobody is asked to go on with what others have read.
  for (const id of own.rounds) await changeRound(db, id, { closedAt: parts.clock.now() })
  return { study: (await findStudy(db, study.id))!, report, anchored: own.anchored, moves: own.moves }
}

/** Ids of theirs may be those of another study here: everything gets ids of this one. */
class OwnStudy {
  readonly rounds: string[] = []
  readonly anchored: Anchored = { exact: 0, moved: 0, 'not-found': 0 }
  readonly moves: Moved[] = []
  readonly #study: DatasetStudy
  /** By their names. */
  readonly #pseudonyms = new Map<string, string>()

  constructor(study: DatasetStudy) {
    this.#study = study
  }

  async *renamed(items: AsyncIterable<DatasetItem>): AsyncIterable<DatasetItem> {
    for await (const item of items)
      if (item.type === 'header') yield { ...item, header: this.#header(item.header) }
      else if (item.type === 'article') {
        const { id, annotationSets, ...rest } = item.article
        const sets = annotationSets.map((set) => this.#set(set))
        yield { ...item, article: { ...rest, id: this.#id('article', id), annotationSets: sets } }
      } else if (item.move) this.#note({ file: item.file, line: item.line, ...item.move })
      else yield item
  }

  #header(header: DatasetHeader): DatasetHeader {
    const { codebooks, annotators, rounds, study } = header
    const own = rounds.map((round) => ({
      ...round,
      id: this.#id('round', round.id),
      codebook: this.#id('codebook', round.codebook),
    }))
    this.rounds.push(...own.map(({ id }) => id))
    return {
      ...header,
      study: { ...this.#study, language: this.#study.language ?? study.language },
      codebooks: codebooks.map((codebook) => ({ ...codebook, id: this.#id('codebook', codebook.id) })),
      annotators: annotators.map((annotator) => this.#annotator(annotator)),
      rounds: own,
    }
  }

  /** Names of theirs are in no file of ours. */
  #annotator({ id, uuid, kind }: DatasetAnnotator): DatasetAnnotator {
    const pseudonym = nextPseudonym([...this.#pseudonyms.values()])
    this.#pseudonyms.set(id, pseudonym)
    return { id: pseudonym, uuid: this.#id('annotator', uuid), kind: kind === 'visitor' ? 'account' : kind }
  }

  /** Where the reader of the format has put it, it counts as exact, too: that is counted once. */
  #note(moved: Moved): void {
    this.anchored[moved.to === undefined ? 'not-found' : 'moved']++
    if (moved.to !== undefined) this.anchored.exact--
    this.moves.push(moved)
  }

  #set({ id, round, annotator, annotations, ...rest }: DatasetSet): DatasetSet {
    for (const { parts } of annotations) this.anchored.exact += 1 + parts.length
    return {
      ...rest,
      id: this.#id('set', id),
      round: this.#id('round', round),
      annotator: this.#pseudonyms.get(annotator)!,
      annotations: annotations.map((annotation) => ({ ...annotation, id: this.#id('annotation', annotation.id) })),
    }
  }

  #id(what: string, theirs: string): string {
    return stableId(what, this.#study.id, theirs)
  }
}
