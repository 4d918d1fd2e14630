import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { freshFolder } from '../support/folders.ts'
import { closed, madeUp } from '../support/lesart-file.ts'
import { project } from '../support/program.ts'
import { projectCopy } from '../support/project-copy.ts'
import { run } from '../support/run.ts'
import { wholeFile } from '../support/whole-file.ts'

const clone = projectCopy(wholeFile())
const script = path.join(project, 'server/lesart.ts')
const input = closed(madeUp())

test('through npm, paths mean where the person stands, not where the program is', async (t) => {
  const here = path.join(clone, 'notes')
  mkdirSync(here, { recursive: true })
  const elsewhere = freshFolder(t)
  for (const [cwd, how] of [
    [here, []],
    [elsewhere, ['--prefix', clone]],
  ] as const) {
    const npm = (...args: string[]) => run('npm', [...how, 'run', '--silent', 'lesart', '--', ...args], { cwd, input })
    assert.deepEqual(await npm('import', '--data', 'own', '-').then(({ code, stderr }) => [code, stderr]), [0, ''])
    assert.equal((await npm('export', '--data', 'own', '--out', 'out.jsonl', '--losses', './losses.json')).code, 0)
    assert.equal((await npm('import', '--data', 'own', 'out.jsonl')).code, 0)
    assert.deepEqual(readdirSync(cwd).sort(), ['losses.json', 'out.jsonl', 'own'])
  }
})

test('LESART_DATA is a path that somebody typed too', async (t) => {
  const cwd = freshFolder(t)
  const env = { LESART_DATA: 'own' }
  const { code } = await run(process.execPath, [script, 'import', '-'], { cwd, env, input })
  assert.equal(code, 0)
  assert.ok(existsSync(path.join(cwd, 'own/lesart.db')))
})

test('what an npm further out says about where it stands does not count', async (t) => {
  const cwd = freshFolder(t)
  const outer = freshFolder(t)
  const args = [script, 'import', '--data', 'own', '-']
  const { code } = await run(process.execPath, args, {
    cwd,
    env: { INIT_CWD: outer, npm_lifecycle_event: 'test' },
    input,
  })
  assert.equal(code, 0)
  assert.deepEqual([readdirSync(cwd), readdirSync(outer)], [['own'], []])
})

test('without --data the data lie in the clone, wherever somebody stands', async (t) => {
  const cwd = freshFolder(t)
  const { code } = await run(process.execPath, [path.join(clone, 'server/lesart.ts'), 'import', '-'], { cwd, input })
  assert.equal(code, 0)
  assert.ok(existsSync(path.join(clone, 'data/lesart.db')))
  assert.deepEqual(readdirSync(cwd), [])
})
