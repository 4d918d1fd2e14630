/** The guides: whole, in both languages, for everybody, and with the keys that the desk has. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MEASURES } from '../../server/agreement/measures.ts'
import { COMMANDS } from '../../server/codebook/commands.ts'
import { keyName } from '../../server/codebook/key-name.ts'
import { GUIDES, helpPath } from '../../server/help/guides.ts'
import { de } from '../../server/words/de.ts'
import { en } from '../../server/words/en.ts'
import { startApp } from '../support/app.ts'

test('every guide is read without an account, in both languages, and nothing of its text is lost', async (t) => {
  const app = await startApp(t, { seeded: false })
  const list = (await app.stranger().get('/help?lang=de').expect(200)).text
  for (const [language, words] of Object.entries({ de, en }))
    for (const name of GUIDES) {
      assert.ok(list.includes(`href="${helpPath(name)}"`))
      const { text } = await app
        .stranger()
        .get(`${helpPath(name)}?lang=${language}`)
        .expect(200)
      const headings = [...words.help.texts[name].matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!)
      assert.ok(headings.length >= 5)
      const ids = [...text.matchAll(/<h2 id="([^"]+)">([^<]+)</g)]
      assert.deepEqual(ids.map(([, , heading]) => heading).slice(0, headings.length), headings)
      for (const [, id] of ids) assert.ok(text.includes(`href="#${id}"`), `nothing leads to ${id}`)
      assert.doesNotMatch(text, /\*\*|(?<![\w"])#{2}/)
    }
})

test('the guide for those who mark shows every key of the desk under its name', async (t) => {
  const app = await startApp(t, { seeded: false })
  const { text } = await app.stranger().get('/help/annotators?lang=de').expect(200)
  const rows = new Map(
    [...text.matchAll(/<th scope="row">([^<]+)<\/th><td>(.*?)<\/td>/g)].map(([, name, keys]) => [
      name,
      [...keys!.matchAll(/<kbd>([^<]+)</g)].map(([, key]) => key),
    ]),
  )
  const { commands, names } = de.script.keys
  for (const { id, keys } of COMMANDS)
    assert.deepEqual(
      rows.get(commands[id]),
      keys.map((key) => keyName(key, names)),
      id,
    )
})

test('the manual of the measures is there whole, and names every measure that can be asked for', async (t) => {
  const app = await startApp(t, { seeded: false })
  const { text } = await app.stranger().get('/help/agreement?lang=de').expect(200)
  assert.ok((await app.stranger().get('/help')).text.includes('href="/help/agreement"'))
  for (const measure of MEASURES) assert.ok(text.includes(`<code>${measure}</code>`), measure)
  assert.match(text, /<section lang="en"/)
  assert.doesNotMatch(text, /\*\*|(?<![\w"])#{2}|\]\(/)
})
