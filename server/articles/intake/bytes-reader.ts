/** Bytes → text: strictly, and never by a guess that nobody has seen. */
import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import { type EncodingSample, Unreadable } from './recognised.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** Decodes by the encoding that somebody named, else as UTF-8. Throws Unreadable, with the likely encodings if need be. */
export function decode(bytes: Uint8Array, named?: string): Decoded {
  refuseCompressed(bytes)
  if (named !== undefined) return decodeAs(bytes, named)
  if (!likelyUtf16(bytes) && isUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  const encodings = encodingsOf(bytes)
  if (encodings.length === 0) throw new Unreadable({ fault: 'binary' })
  throw new Unreadable({ fault: 'other-encoding', detail: encodings[0]!.encoding, encodings })
}

/** Encodings in which bytes that are not UTF-8 can be read, the likeliest first. */
export function encodingsOf(bytes: Uint8Array): EncodingSample[] {
  const likely = likelyUtf16(bytes)
  return samples(bytes, likely ? [likely] : likelyEncodings(bytes))
}

function decodeAs(bytes: Uint8Array, named: string): Decoded {
  const encoding = encodingOf(named, bytes)
  if (!encoding) throw new Unreadable({ fault: 'unknown-encoding', detail: named })
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding }
  } catch {
    throw new Unreadable({ fault: 'wrong-encoding', detail: named })
  }
}

/** A name as people write it → the one name of the encoding; `latin1` is windows-1252, as in every browser. */
function encodingOf(named: string, bytes: Uint8Array): string | undefined {
  if (/^utf-?16$/i.test(named)) return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-16le'
  try {
    return new TextDecoder(named.trim()).encoding
  } catch {
    return undefined
  }
}

function likelyUtf16(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const zeros = [0, 0]
  const looked = bytes.subarray(0, 4000)
  for (const [index, byte] of looked.entries()) if (byte === 0) zeros[index % 2]!++
  const many = looked.length / 8
  if (zeros[1]! > many && zeros[0] === 0) return 'utf-16le'
  if (zeros[0]! > many && zeros[1] === 0) return 'utf-16be'
  return undefined
}

const SAMPLE = 100_000
const UNKNOWN_TO_US = /^(ascii|utf-8|utf-32|iso-2022)/i

function likelyEncodings(bytes: Uint8Array): string[] {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const sample = bytes.subarray(Math.max(0, first - 1000), first + SAMPLE)
  const found = analyse(sample)
    .filter(({ name, confidence }) => confidence > 9 && !UNKNOWN_TO_US.test(name))
    .flatMap(({ name }) => encodingOf(name, bytes) ?? [])
  return [...new Set([...declared(bytes), ...found.slice(0, 3), 'windows-1252'])]
}

/** What a page says about itself. */
function declared(bytes: Uint8Array): string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2000))
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1]
  const encoding = name && encodingOf(name, bytes)
  return encoding && !encoding.startsWith('utf') ? [encoding] : []
}

/** C1 too: what they stand for in another encoding are words. */
const CONTROL = /[^\P{Cc}\s]/u

/** Those that can be right at all, with lines in which they differ; of several that read alike only the first. */
function samples(bytes: Uint8Array, encodings: readonly string[]): EncodingSample[] {
  const found = new Map<string, string>()
  for (const encoding of encodings) {
    const text = textIn(bytes, encoding)
    if (text !== undefined && !CONTROL.test(text) && !found.has(text)) found.set(text, encoding)
  }
  return [...found].map(([text, encoding]) => ({ encoding, lines: tellingLines(text) }))
}

function textIn(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return decodeAs(bytes, encoding).text
  } catch {
    return undefined
  }
}

const LINES = 3
const LONGEST_LINE = 120

/** Lines in which something stands that not every encoding has in the same place. */
function tellingLines(text: string): string[] {
  const lines: string[] = []
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const at = line.search(/\P{ASCII}/u)
    if (at === -1) continue
    const from = Math.max(0, at - LONGEST_LINE / 2)
    lines.push(
      line
        .slice(from, from + LONGEST_LINE)
        .toWellFormed()
        .trim(),
    )
    if (lines.length === LINES) break
  }
  return lines
}

/** Archives and compressed files are not opened: what comes out of them has no size that one could know. */
function refuseCompressed(bytes: Uint8Array): void {
  const isGzip = startsWith(bytes, 0x1f, 0x8b)
  const isZip = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
  const isBzip = startsWith(bytes, 0x42, 0x5a, 0x68)
  const isXz = startsWith(bytes, 0xfd, 0x37, 0x7a)
  const isZstd = startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)
  if (isGzip || isZip || isBzip || isXz || isZstd) throw new Unreadable({ fault: 'compressed' })
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new Unreadable({ fault: 'binary' })
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
