/** Files with a codebook, as `import` takes them: each becomes the draft of a study's codebook. */
import type { Codebook } from '../codebook/codebook.ts'
import { CommandError } from '../errors.ts'
import type { Format } from '../exchange/format.ts'
import { takeDraftInto } from '../managing/codebook/draft-actions.ts'
import type { Parts } from '../parts.ts'
import { type Input, itemsOf } from './dataset-input.ts'
import type { StudyTarget } from './target-study.ts'

/** What came of it, in one line. Throws CommandError where the study has another draft. */
export async function takeCodebook(parts: Parts, target: StudyTarget, input: Input, format: Format): Promise<string> {
  const { id: _, version: __, ...content } = await codebookIn(input, format)
  const { study, outcome } = await parts.database.transact(async (db) => {
    const study = await target.study(db)
    return { study, outcome: await takeDraftInto(parts, db, study.id, content, undefined) }
  })
  target.isThere(study)
  if (outcome === 'other-draft')
    throw new CommandError(
      `${input.typed}: the codebook of „${study.title}“ has a draft already; publish or discard it first`,
    )
  return outcome === 'taken'
    ? `now the draft of the codebook of „${study.title}“; publish it in the browser`
    : `the codebook of „${study.title}“ is like this already`
}

async function codebookIn(input: Input, format: Format): Promise<Codebook> {
  for await (const item of itemsOf(input, format)) if (item.type === 'header') return item.header.codebooks[0]!
  throw new Error('a codebook was read that has none')
}
