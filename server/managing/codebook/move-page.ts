/** What moving a round to another version means, in words and numbers. */
import type { MoveCount, MoveTally } from '../../annotations/codebook-move.ts'
import { type Codebook, findTag, inLanguage } from '../../codebook/codebook.ts'
import { compareCodebooks } from '../../codebook/compare-codebooks.ts'
import type { Round } from '../../rounds/round.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { type ChangeRow, type ChangeWords, changeRows } from './changes-page.ts'
import { codebookPath } from './codebook-paths.ts'

interface OpenMove {
  readonly study: OpenStudy
  readonly round: Round
  readonly from: Codebook
  readonly to: Codebook
  readonly others: readonly Codebook[]
  readonly marks: number
  readonly tally: MoveTally
}

export interface MovePage {
  readonly study: OpenStudy
  readonly path: string
  readonly round: string
  readonly isShown: boolean
  readonly from: number
  readonly to: number
  readonly others: readonly number[]
  readonly marks: number
  readonly changes: readonly ChangeRow[]
  readonly broken: readonly CountRow[]
  readonly noted: readonly CountRow[]
}

interface CountRow {
  readonly reason: string
  readonly tag: string
  readonly detail: string
  readonly count: number
}

export function movePage(open: OpenMove, language: string, words: ChangeWords): MovePage {
  const { study, round, from, to, others, marks, tally } = open
  const rows = (counts: readonly MoveCount[]) => counts.map((count) => countRow(count, from, to, language))
  return {
    study,
    path: `${codebookPath(study.slug)}/rounds/${round.id}`,
    round: round.title,
    isShown: round.kind === 'demonstration' || round.kind === 'reference',
    from: from.version,
    to: to.version,
    others: others.map(({ version }) => version),
    marks,
    changes: changeRows(compareCodebooks(from, to), language, words),
    broken: rows(tally.broken),
    noted: rows(tally.noted),
  }
}

function countRow({ reason, tag, detail, count }: MoveCount, from: Codebook, to: Codebook, language: string): CountRow {
  const named = (id: string) => findTag(to, id) ?? findTag(from, id)
  const tagName = (id: string) => inLanguage(named(id)?.label ?? {}, language) || id
  return {
    reason,
    tag: tag === undefined ? '' : tagName(tag),
    detail: detail === undefined ? '' : detailName(detail, tag, [to, from], language),
    count,
  }
}

/** The name of a question, a role or another tag, in whichever version knows it. */
function detailName(id: string, tag: string | undefined, codebooks: readonly Codebook[], language: string): string {
  for (const codebook of codebooks) {
    const { attributes = [], roles = [] } = (tag === undefined ? undefined : findTag(codebook, tag)) ?? {}
    const known = tag === undefined ? (codebook.questions ?? []) : [...attributes, ...roles, ...codebook.tags]
    const label = known.find((entry) => entry.id === id)?.label
    if (label) return inLanguage(label, language)
  }
  return id
}
