/** Fields on their way into a request, whatever they hold. */

export type Fields = readonly (readonly [name: string, value: unknown])[]

/** A form or a query: lists as repeated keys and in brackets, objects in brackets, surrogates that stand alone as bytes. */
export function formOf(fields: Fields): string {
  return fields
    .flatMap(([name, value]) => flat(name, value))
    .map(([name, text]) => `${percent(name)}=${percent(text)}`)
    .join('&')
}

function flat(name: string, value: unknown): (readonly [string, string])[] {
  if (value === undefined) return []
  if (Array.isArray(value))
    return value.flatMap((one, index) => flat(index % 2 === 0 ? name : `${name}[]`, textOf(one)))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => flat(`${name}[${key}]`, textOf(one)))
  return [[name, String(value)]]
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function percent(text: string): string {
  return text
    .split(/\p{Surrogate}/u)
    .map((wellFormed) => encodeURIComponent(wellFormed))
    .join('%ED%A0%BD')
}

const BOUNDARY = 'between-the-parts'

/** A form of parts with a file in it. */
export function partsOf(fields: Fields, fileName = 'a.txt'): { headers: Record<string, string>; body: string } {
  const parts = fields.flatMap(([name, value]) => flat(name, value)).map(([name, text]) => part(`name="${name}"`, text))
  const file = part(`name="file"; filename="${fileName}"`, 'A text.')
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: `${[...parts, file].join('')}--${BOUNDARY}--\r\n`,
  }
}

function part(disposition: string, content: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
}
