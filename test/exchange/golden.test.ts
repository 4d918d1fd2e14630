import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { goldenFiles } from '../support/golden.ts'

const folder = path.join(import.meta.dirname, 'golden')

test('what is written is what programs of others have read', async () => {
  const files = await goldenFiles()
  const there = globSync('**/*.*', { cwd: folder }).filter((name) => name !== 'README.md' && name !== 'make.ts')
  assert.deepEqual(there.toSorted(), [...files.keys()].toSorted())
  for (const [name, content] of files)
    assert.equal(content, readFileSync(path.join(folder, name), 'utf8'), `${name}: see test/exchange/golden/README.md`)
})
