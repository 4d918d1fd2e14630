/** Writes the golden files anew: `node test/exchange/golden/make.ts`. See README.md before. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { goldenFiles } from '../../support/golden.ts'

for (const [name, content] of await goldenFiles()) {
  const file = path.join(import.meta.dirname, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}
