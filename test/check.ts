/** What can be said without running the program: types, lint and format, import rules. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const project = path.resolve(import.meta.dirname, '..')
const bin = (name: string) => path.join(project, 'node_modules/.bin', name)

const checks: readonly (readonly [string, readonly string[]])[] = [
  [bin('tsc'), ['-p', '.']],
  [bin('tsc'), ['-p', 'public/browser']],
  [bin('tsc'), ['-p', 'test']],
  [bin('biome'), ['check', '--error-on-warnings', '.']],
  [process.execPath, ['--test', 'test/architecture.test.ts']],
]

const failed = checks.filter(
  ([command, args]) => spawnSync(command, args, { cwd: project, stdio: 'inherit' }).status !== 0,
)
process.exit(failed.length === 0 ? 0 : 1)
