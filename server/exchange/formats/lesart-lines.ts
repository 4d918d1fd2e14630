/** Bytes of a `lesart` file → its lines → JSON objects whose every text can be kept. */
import { textFault } from '../../text/canonical.ts'

/** A place in the file that cannot be read: which line, which path in it, what is wrong. */
export class DamagedFile extends Error {
  readonly line: number
  /** In a folder: which of its files. */
  readonly file: string | undefined

  constructor(line: number, message: string, file?: string) {
    super(message)
    this.line = line
    this.file = file
  }

  /** The same, said of a file. */
  of(file: string): DamagedFile {
    return new DamagedFile(this.line, this.message, file)
  }
}

/** Words that the file states, and that do not stand at the place which it states. */
export class Misquoted extends DamagedFile {
  override of(file: string): Misquoted {
    return new Misquoted(this.line, this.message, file)
  }
}

/** Bytes that are not UTF-8. What they probably are is known to whoever has them all. */
export class NotUtf8 extends DamagedFile {
  readonly likely: readonly string[]

  constructor(line: number, file?: string, likely: readonly string[] = []) {
    const instead = likely.length > 0 ? `, but probably ${likely.join(' or ')}` : ''
    super(line, `this is not UTF-8${instead}; save the file as UTF-8`, file)
    this.likely = likely
  }

  override of(file: string): NotUtf8 {
    return new NotUtf8(this.line, file, this.likely)
  }
}

/** The files of a folder that a format reads. Throws DamagedFile where there is none: an empty dataset would hide it. */
export function neededFiles(paths: readonly string[], isOne: (path: string) => boolean, ending: string): string[] {
  const found = paths.filter(isOne)
  if (found.length === 0) throw new DamagedFile(1, `there is no file that ends in ${ending}`)
  return found
}

const LINE_FEED = 0x0a
/** Of what has to be in memory at once: a line, a value, a text. Twice as much is no string any more. */
export const MOST_BYTES = 2 ** 28
export const TOO_LONG = `it has more than ${MOST_BYTES / 2 ** 20} MiB, which is more than can be read at once`

/** The lines with their line ends: sums are made over bytes. Throws DamagedFile where one is too long to be kept. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let rest: Buffer[] = []
  let size = 0
  let number = 1
  for await (const chunk of bytes) {
    const buffer = Buffer.from(chunk)
    let from = 0
    for (let at = buffer.indexOf(LINE_FEED); at !== -1; at = buffer.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...rest, buffer.subarray(from, at + 1)])
      rest = []
      size = 0
      number++
      from = at + 1
    }
    if (from < buffer.length) rest.push(buffer.subarray(from))
    size += buffer.length - from
    if (size > MOST_BYTES) throw new DamagedFile(number, `this line is too long: ${TOO_LONG}`)
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

/** Whether nothing stands on a line. */
export function isBlank(raw: Buffer): boolean {
  return raw.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One line → its object. Throws DamagedFile where it is no UTF-8, no JSON object, or holds text that cannot be kept. */
export function parseLine(number: number, raw: Buffer): Record<string, unknown> {
  if (raw.subarray(0, 3).equals(BYTE_ORDER_MARK))
    throw new DamagedFile(number, 'there is a byte order mark before the text; save the file without one')
  let text: string
  try {
    text = utf8.decode(raw)
  } catch {
    throw new NotUtf8(number)
  }
  try {
    const content: unknown = JSON.parse(text)
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
      checkTexts(number, content, [])
      return content as Record<string, unknown>
    }
  } catch (error) {
    if (error instanceof DamagedFile) throw error
  }
  throw new DamagedFile(number, notJson(number, raw))
}

function notJson(number: number, raw: Buffer): string {
  if (number === 1) return 'this is no lesart file: its first line is no JSON object'
  const isCut = raw.at(-1) !== LINE_FEED
  return isCut ? 'this line is cut off; take the file again from where it was exported' : 'this line is no JSON object'
}

export function checkTexts(number: number, value: unknown, path: readonly (string | number)[]): void {
  if (typeof value === 'string') {
    const fault = textFault(value)
    if (fault) throw new DamagedFile(number, `${path.join('.')}: ${TEXT_FAULTS[fault]}`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) checkTexts(number, inner, [...path, key])
  }
}
const TEXT_FAULTS = {
  'lone-surrogate': 'half of a character stands alone',
  'control-character': 'there is a control character in the text',
  'not-canonical': 'the text is not in Unicode normal form C',
}
