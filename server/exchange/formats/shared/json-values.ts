/** Bytes → JSON values one by one: the elements of one array, or values that follow one another, a line each or not. */
import { DamagedFile, MOST_BYTES, NotUtf8, TOO_LONG } from '../lesart-lines.ts'

export interface JsonValue {
  /** Where it begins. */
  readonly line: number
  readonly value: unknown
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LINE_FEED = 0x0a
const COMMA = 0x2c
const LIST = 0x5b
const OPENING = new Set([LIST, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])
const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d])

/** Only one value is in memory at a time. Throws DamagedFile where it is no UTF-8, no JSON, or cut off. */
export async function* jsonValues(bytes: AsyncIterable<Uint8Array>, file?: string): AsyncIterable<JsonValue> {
  const splitter = new Splitter(file)
  for await (const text of textsOf(bytes, splitter)) yield* splitter.take(text)
  splitter.end()
}

async function* textsOf(bytes: AsyncIterable<Uint8Array>, splitter: Splitter): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decoded = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw splitter.notUtf8()
    }
  }
  for await (const chunk of bytes) yield decoded(chunk)
  yield decoded()
}

class Splitter {
  readonly #file: string | undefined
  #line = 1
  #depth = 0
  #isInString = false
  #isEscaped = false
  /** Whether all values are elements of one array; undefined before the first character. */
  #isArray: boolean | undefined
  #hasEnded = false
  #pieces: string[] = []
  #length = 0
  #begins = 1

  constructor(file: string | undefined) {
    this.#file = file
  }

  damaged(message: string, line = this.#line): DamagedFile {
    return new DamagedFile(line, message, this.#file)
  }

  notUtf8(): NotUtf8 {
    return new NotUtf8(this.#line, this.#file)
  }

  *take(text: string): Iterable<JsonValue> {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === LINE_FEED) this.#line++
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false
        else if (code === BACKSLASH) this.#isEscaped = true
        else if (code === QUOTE) this.#isInString = false
        continue
      }
      if (BLANK.has(code) || (code === COMMA && this.#depth === 0)) continue
      if (this.#hasEnded) throw this.damaged('there is something after the end of the list')
      if (this.#depth === 0) {
        if (this.#isArray === undefined) {
          this.#isArray = code === LIST
          if (this.#isArray) continue
        } else if (this.#isArray && CLOSING.has(code)) {
          this.#hasEnded = true
          continue
        }
        if (!OPENING.has(code)) throw this.damaged('this is no JSON object')
        this.#begins = this.#line
        from = at
      }
      if (code === QUOTE) this.#isInString = true
      else if (OPENING.has(code)) this.#depth++
      else if (CLOSING.has(code) && --this.#depth === 0) {
        this.#pieces.push(text.slice(from, at + 1))
        yield this.#value()
      }
    }
    if (this.#depth === 0) return
    this.#pieces.push(text.slice(from))
    this.#length += text.length - from
    if (this.#length > MOST_BYTES) throw this.damaged(`what begins here is too long: ${TOO_LONG}`, this.#begins)
  }

  #value(): JsonValue {
    const text = this.#pieces.join('')
    this.#pieces = []
    this.#length = 0
    try {
      return { line: this.#begins, value: JSON.parse(text) as unknown }
    } catch (error) {
      throw this.damaged(`this is no JSON: ${(error as Error).message.split('\n')[0]}`, this.#begins)
    }
  }

  end(): void {
    if (this.#depth > 0 || this.#isInString || (this.#isArray && !this.#hasEnded))
      throw this.damaged('the file is cut off; take it again from where it was exported')
    if (this.#isArray === undefined) throw this.damaged('there is nothing in this file')
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value of JSON if it is of the type that is wanted. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
