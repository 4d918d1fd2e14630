/** What somebody sent as a codebook: the JSON of ours, or the files of another program. */
import type { TakenContent } from '../../codebook/codebook-draft.ts'
import { codebookFile } from '../../codebook/codebook-draft-input.ts'
import { projectCodebook } from '../../exchange/formats/codebook/project.ts'
import type { Untaken } from '../../exchange/formats/codebook/untaken.ts'
import { DamagedFile } from '../../exchange/formats/lesart-lines.ts'
import { reasonsOf } from '../../web/reasons.ts'

/** How faults are said to whoever sent the file. */
interface FaultWords {
  readonly faults: Readonly<Record<string, string>> & { readonly invalid: string }
  readonly nothingDeclared: (line: number) => string
}

/** The codebook and what of it was left out, or in words what is wrong with it. */
export function codebookSent(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  words: FaultWords,
): { readonly content: TakenContent; readonly untaken: readonly Untaken[] } | { readonly fault: string } {
  const texts = files.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }))
  try {
    const project = projectCodebook(texts)
    if (project) return project
  } catch (error) {
    if (error instanceof DamagedFile) return { fault: words.nothingDeclared(error.line) }
    throw error
  }
  const read = codebookFile.safeParse(texts[0]?.text, { reportInput: true })
  return read.success ? { content: read.data, untaken: [] } : { fault: firstFault(read.error, words.faults) }
}

/** Where a file is wrong first, and why. */
function firstFault(error: Parameters<typeof reasonsOf>[0], faults: FaultWords['faults']): string {
  const [path, reason] = Object.entries(reasonsOf(error))[0]!
  return `${path ? `${path}: ` : ''}${faults[reason] ?? faults.invalid}`
}
