/** Files in requests, read only once it is known that the caller may send them. */
import type { Request } from 'express'
import { Refusal } from '../errors.ts'

export interface SentForm {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** A body as it is. Throws Refusal: too-large, or unsupported-media-type where it is compressed. */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  // What comes out of a compressed body has no size that one could know.
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new Refusal('unsupported-media-type')
  if (Number(request.headers['content-length'] ?? 0) > most) throw new Refusal('too-large')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > most) throw new Refusal('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const MOST_PARTS = 2000

/** A multipart form: its fields and its files; a file input that was left empty has none. */
export async function readForm(request: Request, most: number): Promise<SentForm> {
  if (request.is('multipart/form-data') === false) throw new Refusal('unsupported-media-type')
  const bytes = await readBytes(request, most)
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => {
    throw new Refusal('malformed')
  })
  const entries = [...form.entries()]
  if (entries.length > MOST_PARTS) throw new Refusal('too-large')
  const fields = entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const files = entries.flatMap(([, value]) => (typeof value === 'string' || isEmptyInput(value) ? [] : [value]))
  return {
    fields: Object.fromEntries(fields),
    files: await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
  }
}

function isEmptyInput(file: { name: string; size: number }): boolean {
  return file.name === '' && file.size === 0
}
