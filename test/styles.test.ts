/** What styles must not ask at every element: an article with five thousand marks has a hundred thousand places to ask at. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const project = path.resolve(import.meta.dirname, '..')

for (const file of globSync('public/styles/*.css', { cwd: project })) {
  const style = readFileSync(path.join(project, file), 'utf8')
  test(`${file} asks for highlights and selections at the root, from where they are inherited`, () => {
    const elsewhere = style.match(/(?:(?<!:root)::highlight\([\w-]+\)|(?<!:root)::selection)/g)
    assert.equal(elsewhere, null)
  })
  test(`${file} asks nothing of the whole page that any change in it would answer anew`, () => {
    assert.doesNotMatch(style, /(?:html|:root|body):has\(/)
  })
}
