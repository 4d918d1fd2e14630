/**
 * Files → a zip, while they are written. Of each file only its record for the directory is kept until the end, so that
 * a zip of a hundred thousand files takes little memory. What stands where: PKWARE's APPNOTE 6.3.10.
 */
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import type { WrittenFile } from '../../format.ts'

/** All files carry one time, so that the same content is the same bytes. Whoever stops reading stops the writing. */
export async function* zipped(files: AsyncIterable<WrittenFile>, time: Date): AsyncIterable<Uint8Array> {
  const stamp = stampOf(time)
  const directory = new Directory()
  let at = 0
  for await (const { path, content } of files) {
    const name = Buffer.from(path)
    const measured: Measured = { crc: 0, packed: 0, size: 0 }
    const head = Buffer.concat([localHeader(name, stamp), name])
    yield head
    for await (const piece of deflated(content, measured)) {
      measured.packed += piece.length
      yield piece
    }
    yield descriptor(measured)
    directory.add(record(name, stamp, measured, at))
    at += head.length + measured.packed + DESCRIPTOR
  }
  yield directory.bytes()
  yield ending(directory.count, directory.bytes().length, at)
}

/** The records one behind the other: kept as they are made, each would hold the page of memory that it was made on. */
class Directory {
  #bytes = new Uint8Array(2 ** 14)
  #length = 0
  count = 0

  add(record: Uint8Array): void {
    const needed = this.#length + record.length
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(needed * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(record, this.#length)
    this.#length = needed
    this.count++
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

/** What is known of a file once it has been written. */
interface Measured {
  crc: number
  packed: number
  size: number
}

/** Texts of readings are short: streams would cost more than their packing. */
const AT_ONCE = 2 ** 20
/** Of memory that is asked for at a time; what is usual is more than most readings come to. */
const SMALLEST_CHUNK = 256

async function* deflated(content: WrittenFile['content'], measured: Measured): AsyncIterable<Uint8Array> {
  if (typeof content === 'string' && content.length < AT_ONCE) {
    const bytes = seen(Buffer.from(content), measured)
    return yield deflateRawSync(bytes, { chunkSize: Math.max(SMALLEST_CHUNK, bytes.length >> 1) })
  }
  const pieces = typeof content === 'string' ? [content] : content
  async function* measuredPieces(): AsyncIterable<Uint8Array> {
    for await (const piece of pieces) yield seen(Buffer.from(piece as Uint8Array), measured)
  }
  const compressor = createDeflateRaw()
  // What goes wrong comes out of the compressor, too.
  pipeline(measuredPieces(), compressor).catch(() => undefined)
  yield* compressor
}

function seen(piece: Buffer, measured: Measured): Buffer {
  measured.crc = crc32(piece, measured.crc)
  measured.size += piece.length
  return piece
}

interface Stamp {
  readonly time: number
  readonly day: number
}

/** In UTC: zips know no zones. They begin in 1980 and count in steps of two seconds. */
function stampOf(time: Date): Stamp {
  const year = Math.min(Math.max(time.getUTCFullYear() - 1980, 0), 127)
  return {
    time: (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
    day: (year << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
  }
}

const LARGEST = 0xffffffff
const MOST = 0xffff
/** Sizes stand behind a file's bytes; names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
const WITH_LARGE_NUMBERS = 45
const UNIX = 3 << 8
const PLAIN_FILE = 0o100644 * 2 ** 16

function localHeader(name: Buffer, { time, day }: Stamp): Buffer {
  const unknown = [4, 0] as const
  const known = [
    [4, 0x04034b50],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, time],
    [2, day],
  ] as const
  return fields(...known, unknown, unknown, unknown, [2, name.length], [2, 0])
}

const DESCRIPTOR = 16

function descriptor({ crc, packed, size }: Measured): Buffer {
  if (Math.max(packed, size) > LARGEST) throw new Error('a file in a zip has more than 4 GiB')
  return fields([4, 0x08074b50], [4, crc], [4, packed], [4, size])
}

/** A file in the directory at the end; where it begins takes a field of its own beyond 4 GiB. */
function record(name: Buffer, { time, day }: Stamp, { crc, packed, size }: Measured, at: number): Buffer {
  const far = at > LARGEST ? fields([2, 1], [2, 8], [8, at]) : Buffer.alloc(0)
  const head = fields(
    [4, 0x02014b50],
    [2, UNIX | WITH_LARGE_NUMBERS],
    [2, far.length > 0 ? WITH_LARGE_NUMBERS : VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, time],
    [2, day],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, far.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, PLAIN_FILE],
    [4, Math.min(at, LARGEST)],
  )
  return Buffer.concat([head, name, far])
}

function ending(count: number, size: number, at: number): Buffer {
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, MOST)],
    [2, Math.min(count, MOST)],
    [4, Math.min(size, LARGEST)],
    [4, Math.min(at, LARGEST)],
    [2, 0],
  )
  return count < MOST && at < LARGEST && size < LARGEST ? end : Buffer.concat([largeEnding(count, size, at), end])
}

/** More files, or further in, than the old fields can say. */
function largeEnding(count: number, size: number, at: number): Buffer {
  return fields(
    [4, 0x06064b50],
    [8, 44],
    [2, UNIX | WITH_LARGE_NUMBERS],
    [2, WITH_LARGE_NUMBERS],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, at],
    // Where that stands.
    [4, 0x07064b50],
    [4, 0],
    [8, at + size],
    [4, 1],
  )
}

/** Numbers of so many bytes, the smallest byte first. */
function fields(...numbers: readonly (readonly [2 | 4 | 8, number])[]): Buffer {
  const bytes = Buffer.alloc(numbers.reduce((sum, [length]) => sum + length, 0))
  let at = 0
  for (const [length, value] of numbers) {
    if (length === 8) bytes.writeBigUInt64LE(BigInt(value), at)
    else bytes.writeUIntLE(value, at, length)
    at += length
  }
  return bytes
}
