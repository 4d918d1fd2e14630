import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openWorkplace } from '../../server/commands/workplace.ts'
import { readConfig } from '../../server/config.ts'
import { lockFolder } from '../../server/database/lock.ts'
import { freshFolder } from '../support/folders.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

test('the lock lasts until the database is closed, however much is collected meanwhile', async (t) => {
  const folder = freshFolder(t)
  const parts = await openWorkplace(readConfig({ data: folder }, {}))
  collectGarbage()
  assert.equal(lockFolder(folder), undefined)
  await parts.database.close()
  const unlock = lockFolder(folder)
  assert.ok(unlock)
  unlock()
})

test('a folder whose database could not be opened is free again', async (t) => {
  const folder = freshFolder(t)
  writeFileSync(path.join(folder, 'lesart.db'), 'no database, but long enough to have a header '.repeat(100))
  await assert.rejects(openWorkplace(readConfig({ data: folder }, {})), /the database is damaged/)
  const unlock = lockFolder(folder)
  assert.ok(unlock)
  unlock()
})
