/** What the program has, its documents name. */
import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { FORMATS } from '../server/exchange/formats/index.ts'
import { de } from '../server/words/de.ts'

const project = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(project, file), 'utf8')

test('every environment variable stands in the README', () => {
  const sources = globSync(['server/**/*.ts', 'server/*.mjs'], { cwd: project }).map(read).join('\n')
  const names = new Set([...sources.matchAll(/(?:environment|env)\.(LESART_[A-Z]+|PORT)\b/g)].map(([, name]) => name!))
  names.delete('LESART_LAUNCHER')
  assert.ok(names.size >= 4)
  for (const name of names) assert.ok(read('README.md').includes(`\`${name}\``), `${name} is not in the README`)
})

test('every command stands in the README', () => {
  for (const [, name] of read('server/lesart.ts').matchAll(/^ {2}(\w+): \(\) => import/gm))
    assert.match(read('README.md'), new RegExp(`\`${name}\\b`), name)
})

test('every format has its manual, its words, and a line in the README', () => {
  assert.deepEqual(
    Object.keys(de.formats),
    FORMATS.map(({ id }) => id),
  )
  for (const { id } of FORMATS) {
    assert.ok(existsSync(path.join(project, `server/exchange/formats/${id}.md`)), `${id}.md`)
    assert.ok(read('README.md').includes(`formats/${id}.md`), id)
  }
})

test('every folder stands on the map', () => {
  const map = read('ARCHITECTURE.md')
  for (const parent of ['server', 'public', 'db', 'test'])
    for (const entry of readdirSync(path.join(project, parent), { withFileTypes: true }))
      if (entry.isDirectory() && entry.name !== 'built')
        assert.ok(map.includes(`${entry.name}/`) || parent === 'test', `${parent}/${entry.name}`)
})

test('every dependency has its reason', () => {
  const { dependencies } = JSON.parse(read('package.json'))
  const map = read('ARCHITECTURE.md')
  for (const name of Object.keys(dependencies)) assert.ok(map.includes(name.split('/').at(-1)!), name)
})

test('links between documents lead somewhere', () => {
  for (const file of globSync('*.md', { cwd: project }))
    for (const [, target] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)\)/g))
      assert.ok(existsSync(path.join(project, target!)), `${file} leads to ${target}`)
})

test('both sets of dark colours are alike', () => {
  const css = read('public/styles/tokens.css')
  const sets = [...css.matchAll(/\{\s*color-scheme: dark;([^}]*)\}/g)].map(([, set]) =>
    set!.replace(/\s+/g, ' ').trim(),
  )
  assert.equal(sets.length, 2)
  assert.equal(sets[0], sets[1])
})
