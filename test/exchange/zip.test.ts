/** Zips as they are written: read back by yauzl, which we did not write; sums and large numbers looked at as bytes. */
import assert from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { COMMAND_LIMITS } from '../../server/exchange/files/limits.ts'
import { openZip } from '../../server/exchange/files/unpacking.ts'
import type { WrittenFile } from '../../server/exchange/format.ts'
import { zipped } from '../../server/exchange/formats/shared/zip.ts'
import { freshFolder } from '../support/folders.ts'
import type { Cleanup } from '../support/whole-file.ts'

const TIME = new Date('2026-11-20T10:11:12.000Z')

async function* listed(files: readonly WrittenFile[]): AsyncIterable<WrittenFile> {
  yield* files
}

async function zipOf(t: Cleanup, files: AsyncIterable<WrittenFile>): Promise<string> {
  const file = path.join(freshFolder(t), 'out.zip')
  await pipeline(zipped(files, TIME), createWriteStream(file))
  return file
}

async function* pieces(): AsyncIterable<string | Uint8Array> {
  yield 'in '
  yield ''
  yield Buffer.from('Stücken 😃')
}

/** Not so much of the same that it would be taken for a bomb. */
const long = Array.from({ length: 200_000 }, (_, number) => `Satz ${number}.`).join(' ')

test('files come back as they went in: empty ones, long ones, in pieces', async (t) => {
  const files = [
    { path: 'a/empty.txt', content: '' },
    { path: 'a/short.txt', content: 'Straße 😃' },
    { path: 'b/long.txt', content: long },
    { path: 'b/pieces.txt', content: pieces() },
  ]
  const zip = await openZip(await zipOf(t, listed(files)), COMMAND_LIMITS)
  t.after(() => zip.close())
  const contents = await Promise.all(
    zip.paths.map(async (name) => Buffer.concat(await Array.fromAsync(zip.bytes(name))).toString()),
  )
  assert.deepEqual(zip.paths, ['a/empty.txt', 'a/short.txt', 'b/long.txt', 'b/pieces.txt'])
  assert.ok(contents[2] === long)
  assert.deepEqual([contents[0], contents[1], contents[3]], ['', 'Straße 😃', 'in Stücken 😃'])
})

test('sum, sizes and time stand in the directory, the time in UTC', async (t) => {
  const bytes = await readFile(await zipOf(t, listed([{ path: 'a.txt', content: 'Straße' }])))
  const at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  assert.equal(bytes.readUInt32LE(at + 16), crc32('Straße'))
  assert.equal(bytes.readUInt32LE(at + 24), Buffer.byteLength('Straße'))
  const [time, day] = [bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14)]
  assert.deepEqual([time >> 11, (time >> 5) & 63, (time & 31) * 2], [10, 11, 12])
  assert.deepEqual([(day >> 9) + 1980, (day >> 5) & 15, day & 31], [2026, 11, 20])
})

test('more files than the old directory can count', async (t) => {
  async function* many(): AsyncIterable<WrittenFile> {
    for (let number = 0; number < 66_000; number++) yield { path: `a/${number}`, content: String(number) }
  }
  const zip = await openZip(await zipOf(t, many()), COMMAND_LIMITS)
  t.after(() => zip.close())
  assert.equal(zip.paths.length, 66_000)
  for (const name of ['a/0', 'a/65999'])
    assert.equal(`a/${Buffer.concat(await Array.fromAsync(zip.bytes(name)))}`, name)
})

test('what goes wrong in a file goes wrong in the zip; who stops reading stops the writing', async () => {
  async function* broken(): AsyncIterable<string> {
    yield 'x'
    throw new Error('the text is gone')
  }
  await assert.rejects(
    Array.fromAsync(zipped(listed([{ path: 'a', content: broken() }]), TIME)),
    /^Error: the text is gone/,
  )
  let isStopped = false
  async function* endless(): AsyncIterable<WrittenFile> {
    try {
      while (true) yield { path: 'a', content: pieces() }
    } finally {
      isStopped = true
    }
  }
  for await (const _ of zipped(endless(), TIME)) break
  assert.ok(isStopped)
})
