/** Files that hold a codebook → their texts, and what other programs state in them. */
import { LARGEST_CODEBOOK } from '../../../codebook/codebook-draft-input.ts'
import type { Folder, Rereadable } from '../../format.ts'
import { DamagedFile, NotUtf8 } from '../lesart-lines.ts'
import { type ProjectFile, projectCodebook } from './project.ts'
import type { ProjectCodebook } from './untaken.ts'

/** What another program's files say can be marked; undefined where they are none. Throws DamagedFile. */
export async function projectIn({ paths, bytes }: Folder): Promise<ProjectCodebook | undefined> {
  const files: ProjectFile[] = []
  for (const name of paths)
    if (paths.length === 1 || /\.(conf|xml)$/.test(name)) files.push({ name, text: await smallText(bytes(name), name) })
  return projectCodebook(files)
}

/** Throws DamagedFile where it is too large for a codebook, or no UTF-8. */
export async function smallText(bytes: Rereadable, file?: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LARGEST_CODEBOOK) throw new DamagedFile(1, `a codebook has at most ${LARGEST_CODEBOOK} bytes`, file)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new NotUtf8(1, file)
  }
}
