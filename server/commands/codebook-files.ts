/** Files with a codebook, as `import` takes them: each becomes the draft of a study's codebook. */
import type { TakenContent } from '../codebook/codebook-draft.ts'
import { CommandError } from '../errors.ts'
import type { Format } from '../exchange/format.ts'
import { projectIn } from '../exchange/formats/codebook/reading.ts'
import { inWords } from '../exchange/formats/codebook/untaken.ts'
import { takeDraftInto } from '../managing/codebook/taking-actions.ts'
import type { Parts } from '../parts.ts'
import { type Input, inOneLine, itemsOf } from './dataset-input.ts'
import type { StudyTarget } from './target-study.ts'

/** What came of it, in one line. Throws CommandError where the study has another draft. */
export async function takeCodebook(parts: Parts, target: StudyTarget, input: Input, format: Format): Promise<string> {
  const content = (await projectFrom(input)) ?? (await codebookIn(input, format))
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

/** Of another program; what is left out of it is said. */
async function projectFrom({ typed, folder }: Input): Promise<TakenContent | undefined> {
  try {
    const project = await projectIn(folder)
    for (const untaken of project?.untaken ?? []) process.stderr.write(`${typed}: ${inWords(untaken)}\n`)
    return project?.content
  } catch (error) {
    throw inOneLine(typed, error)
  }
}

async function codebookIn(input: Input, format: Format): Promise<TakenContent> {
  for await (const item of itemsOf(input, format))
    if (item.type === 'header') {
      const { id: _, version: __, ...content } = item.header.codebooks[0]!
      return content
    }
  throw new Error('a codebook was read that has none')
}
