/** Bytes of a foreign file → its text: strictly UTF-8, a byte order mark taken off, nothing else changed. */
import { DamagedFile, linesOf, MOST_BYTES, NotUtf8, TOO_LONG } from '../lesart-lines.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Throws DamagedFile with the line that is no UTF-8. */
export async function textOf(bytes: AsyncIterable<Uint8Array>, file?: string): Promise<string> {
  const lines: string[] = []
  let length = 0
  for await (const { line, text } of textLinesOf(bytes, file)) {
    lines.push(text)
    length += text.length
    if (length > MOST_BYTES) throw new DamagedFile(line, `this file is too long: ${TOO_LONG}`, file)
  }
  return lines.join('')
}

/** The lines with their line ends, one by one. Throws DamagedFile. */
export async function* textLinesOf(
  bytes: AsyncIterable<Uint8Array>,
  file?: string,
): AsyncIterable<{ readonly line: number; readonly text: string }> {
  let line = 0
  for await (const raw of linesOf(bytes)) {
    line++
    try {
      // The decoder drops a byte order mark wherever it begins to decode; only the first line's is one.
      yield { line, text: line > 1 && raw[0] === 0xef ? keepMark.decode(raw) : utf8.decode(raw) }
    } catch {
      throw new NotUtf8(line, file)
    }
  }
}
const keepMark = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
