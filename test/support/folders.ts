/** Folders that go with the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Cleanup } from './whole-file.ts'

export function freshFolder(t: Cleanup): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lesart-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
