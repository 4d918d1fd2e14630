/** Files in an encoding that somebody named → the same in UTF-8, piece by piece: formats read nothing else. */
import type { Folder, Rereadable } from '../format.ts'
import { DamagedFile } from '../formats/lesart-lines.ts'

type Decoder = InstanceType<typeof TextDecoder>

/** Whether there is such an encoding: by any of its names. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name) !== undefined
  } catch {
    return false
  }
}

/** Throws DamagedFile while it is read, where it is not in that encoding. */
export function inUtf8(bytes: Rereadable, encoding: string): Rereadable {
  return {
    async *[Symbol.asyncIterator]() {
      let decoder: Decoder | undefined
      for await (const chunk of bytes) {
        decoder ??= new TextDecoder(byItsMark(encoding, chunk), { fatal: true })
        yield encoded(decoder, encoding, chunk)
      }
      if (decoder) yield encoded(decoder, encoding)
    },
  }
}

export function folderInUtf8({ paths, bytes }: Folder, encoding: string): Folder {
  return { paths, bytes: (path) => inUtf8(bytes(path), encoding) }
}

/** UTF-16 begins with a mark that says which half comes first. */
function byItsMark(encoding: string, start: Uint8Array): string {
  return /^utf-?16$/i.test(encoding) && start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : encoding
}

function encoded(decoder: Decoder, encoding: string, chunk?: Uint8Array): Buffer {
  try {
    return Buffer.from(decoder.decode(chunk, { stream: chunk !== undefined }))
  } catch {
    throw new DamagedFile(1, `this is not ${encoding}; name the encoding it has`)
  }
}
