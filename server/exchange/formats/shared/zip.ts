/** Files → a zip, while they are written. */
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import yazl from 'yazl'
import type { WrittenFile } from '../../format.ts'

/** All files carry one time, so that the same content is the same bytes. Whoever stops reading stops the writing. */
export async function* zipped(files: AsyncIterable<WrittenFile>, mtime: Date): AsyncIterable<Uint8Array> {
  const zip = new yazl.ZipFile()
  const output = zip.outputStream as Readable
  const stop = new AbortController()
  const adding = addAll(zip, files, mtime, stop.signal).catch((error: Error) => {
    output.destroy(error)
  })
  try {
    yield* output
  } finally {
    stop.abort()
    await adding
  }
}

async function addAll(
  zip: yazl.ZipFile,
  files: AsyncIterable<WrittenFile>,
  mtime: Date,
  signal: AbortSignal,
): Promise<void> {
  for await (const { path, content } of files) {
    const stream = Readable.from(bytesOf(content), { objectMode: false })
    zip.addReadStream(stream, path, { mtime, mode: 0o100644 })
    try {
      // The next file is asked for only when this one has been read to its end.
      await finished(stream, { signal })
    } finally {
      stream.destroy()
    }
  }
  zip.end()
}

async function* bytesOf(content: WrittenFile['content']): AsyncIterable<Buffer> {
  if (typeof content === 'string') {
    if (content !== '') yield Buffer.from(content)
    return
  }
  // An empty piece would look like the end.
  for await (const piece of content) if (piece.length > 0) yield Buffer.from(piece as Uint8Array)
}
