/** Bytes of a file → its text with the byte order mark, which counts as a character to some. */
import type { Rereadable } from '../../format.ts'
import { textOf } from './text-of.ts'

/** Throws DamagedFile with the line that is no UTF-8. */
export async function wholeText(bytes: Rereadable, file: string): Promise<string> {
  const text = await textOf(bytes, file)
  return (await beginsWithMark(bytes)) ? `\ufeff${text}` : text
}

async function beginsWithMark(bytes: Rereadable): Promise<boolean> {
  const head: number[] = []
  for await (const chunk of bytes) {
    head.push(...chunk.subarray(0, 3))
    if (head.length >= 3) break
  }
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
}
