/** Folders that go with the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'

export function freshFolder(t: Pick<TestContext, 'after'>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lesart-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
