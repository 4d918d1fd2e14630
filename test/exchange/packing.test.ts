/** Folders and zips: what they hold comes whole, and what a zip can do to a program it does not do. */
import assert from 'node:assert/strict'
import { createWriteStream, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import yazl from 'yazl'
import type { Limits } from '../../server/exchange/files/limits.ts'
import { openFolder, openZip } from '../../server/exchange/files/unpacking.ts'
import type { Folder } from '../../server/exchange/format.ts'
import { freshFolder } from '../support/folders.ts'
import type { Cleanup } from '../support/whole-file.ts'

const LIMITS: Limits = { files: 5, bytes: 3_000_000, ratio: 100 }

interface Entry {
  readonly name: string
  readonly content?: Buffer
  readonly mode?: number
}

async function zipOf(
  t: Cleanup,
  entries: readonly Entry[],
  change = (bytes: Buffer): Buffer => bytes,
): Promise<string> {
  const zip = new yazl.ZipFile()
  for (const { name, content = Buffer.from('x'), mode = 0o100644 } of entries) zip.addBuffer(content, name, { mode })
  zip.end()
  const file = path.join(freshFolder(t), 'in.zip')
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  await pipeline([change(Buffer.concat(chunks))], createWriteStream(file))
  return file
}

async function allIn(folder: Folder): Promise<number> {
  let size = 0
  for (const name of folder.paths) for await (const chunk of folder.bytes(name)) size += chunk.length
  return size
}

/** Every name in the bytes, the local one and the listed one. */
const renamed = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')

const HOSTILE: Readonly<
  Record<string, { entries: readonly Entry[]; change?: (bytes: Buffer) => Buffer; says: RegExp }>
> = {
  'a bomb': {
    entries: [{ name: 'a', content: Buffer.alloc(2_500_000) }],
    says: /more than 100 times as large as packed/,
  },
  'too much in all': {
    entries: ['a', 'b', 'c', 'd'].map((name) => ({ name, content: Buffer.alloc(900_000) })),
    says: /too large/,
  },
  'too many files': { entries: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name })), says: /more than 5 files/ },
  'a way out': {
    entries: [{ name: 'aa/aa/etc' }],
    change: renamed('aa/aa/etc', '../../etc'),
    says: /cannot be read: .*\.\./,
  },
  'a path from the root': {
    entries: [{ name: 'aetc/x' }],
    change: renamed('aetc/x', '/etc/x'),
    says: /cannot be read: .*absolute/,
  },
  'a link': { entries: [{ name: 'a', mode: 0o120777 }], says: /a link/ },
  'a name twice': { entries: [{ name: 'a1' }, { name: 'a2' }], change: renamed('a2', 'a1'), says: /twice/ },
  'a size that lies': {
    entries: [{ name: 'a', content: Buffer.from('some words and more words and more words') }],
    change: (bytes) => {
      bytes.writeUInt32LE(3, bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
      return bytes
    },
    says: /cannot be unpacked/,
  },
  'a zip cut off': {
    entries: [{ name: 'a' }],
    change: (bytes) => bytes.subarray(0, bytes.length - 10),
    says: /cannot be read/,
  },
}
for (const [name, { entries, change, says }] of Object.entries(HOSTILE))
  test(`${name} is refused`, async (t) => {
    const file = await zipOf(t, entries, change)
    await assert.rejects(async () => {
      const zip = await openZip(file, LIMITS)
      try {
        await allIn(zip)
      } finally {
        zip.close()
      }
    }, says)
  })

test('what is in a zip can be read in any order and again; what a system hides in it is passed over', async (t) => {
  const names = ['b/ä.txt', 'a.txt', '.DS_Store', '__MACOSX/a.txt']
  const zip = await openZip(
    await zipOf(
      t,
      names.map((name) => ({ name, content: Buffer.from(name) })),
    ),
    LIMITS,
  )
  assert.deepEqual(zip.paths, ['a.txt', 'b/ä.txt'])
  for (const name of ['b/ä.txt', 'a.txt', 'b/ä.txt'])
    assert.equal(Buffer.concat(await Array.fromAsync(zip.bytes(name))).toString('utf8'), name)
  zip.close()
})

test('a folder is read as deep as it goes, and no link in it is followed', async (t) => {
  const folder = freshFolder(t)
  mkdirSync(path.join(folder, 'a/b'), { recursive: true })
  writeFileSync(path.join(folder, 'a/b/c.txt'), 'x')
  assert.deepEqual((await openFolder(folder, LIMITS)).paths, ['a/b/c.txt'])
  symlinkSync('/etc/passwd', path.join(folder, 'a/passwd.txt'))
  await assert.rejects(openFolder(folder, LIMITS), /a link/)
})
