/** The study into which a command takes what belongs to no study: one that is there, or one that begins with it. */
import type { Db } from '../database/db.ts'
import { startStudy } from '../managing/new-study-actions.ts'
import type { Parts } from '../parts.ts'
import type { Study } from '../studies/study.ts'
import type { NewStudyInput } from '../studies/study-input.ts'
import { de } from '../words/de.ts'
import { en } from '../words/en.ts'
import { chooseStudy } from './choose-study.ts'

export interface StudyTarget {
  /** In the transaction that takes the first file a new study is made. */
  study(db: Db): Promise<Study>
  /** What the study is to be that is still to be made; undefined where there is one. */
  begins(): NewStudyInput | undefined
  /** That transaction has come to its end. */
  isThere(study: Study): void
}

/** @param named slug, id or title; undefined: the only study there is */
export function studyTarget(parts: Parts, named: string | undefined, newStudy: NewStudyInput | undefined): StudyTarget {
  let known: Study | undefined
  return {
    async study(db) {
      if (known) return known
      if (!newStudy) return chooseStudy(db, named)
      const { firstRound } = newStudy.language?.startsWith('de') ? de.studies : en.studies
      return startStudy(parts, db, newStudy, firstRound)
    },
    begins: () => (known ? undefined : newStudy),
    isThere: (study) => {
      known = study
    },
  }
}
