/** Erasing a person while they act: whatever comes too late is told that nobody is signed in, and leaves no trace. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { findAccountByName } from '../../server/accounts/account-store.ts'
import { PASSWORD, send, startApp, stored } from '../support/app.ts'
import { making, newId } from '../support/builders.ts'
import { studyOfMira } from '../support/team.ts'

const MOST_WAVES = 12

for (const readings of ['removed', 'kept'])
  test(`a person acts on while they are erased, their readings ${readings}: no fault, and nothing leads to them`, async (t) => {
    const app = await startApp(t, { seeded: false })
    const { place, slug } = await studyOfMira(app)
    const ada = await app.signedIn('Ada')
    for (const role of ['annotator', 'manager'] as const) await app.takeIn('Ada', place.article.studyId, role)
    const { id } = (await findAccountByName(app.parts.database.db, 'Ada'))!
    await stored(ada, making(place, 'ernst'))
    const desk = `/rounds/${place.round}/articles/${place.article.id}`
    const form = (path: string, fields: object) => ada.post(path).type('form').send(fields)
    const deeds = [
      () => send(ada, making(place, 'ernst')),
      () => ada.put(`/api/v1${desk}/state`).send({ state: 'in-progress' }),
      () => ada.put(`/api/v1/visits/${newId()}`).send({ round: place.round, article: place.article.id, seconds: 40 }),
      () => {
        const asked = { round: place.round, article: place.article.id, text: 'Warum?' }
        return ada.put(`/api/v1/questions/${newId()}`).send(asked)
      },
      () => form('/account/tokens', {}),
      () => form('/account/name', { name: `Ada ${newId()}` }),
      () => form('/studies', { title: newId(), description: '', language: 'de' }),
      () => form(`/studies/${slug}/invitations`, { id: newId(), role: 'reader', uses: '1', days: '7', note: '' }),
      () => ada.post(`/studies/${slug}/import/text`).field('text', `Ein Text ${newId()}.`),
      () => form('/settings', { theme: 'dark' }),
      () => ada.get(desk),
    ]
    const answers: Promise<{ status: number; text: string }>[] = []
    let isErased = false
    const erasing = form('/account/erasure', { readings, current: PASSWORD }).then(({ status }) => {
      isErased = true
      return status
    })
    for (let wave = 0; wave < MOST_WAVES && !isErased; wave++) {
      for (const deed of deeds) answers.push(deed().then((answer) => answer))
      await pause(5)
    }
    assert.equal(await erasing, 303)
    for (const { status, text } of await Promise.all(answers)) assert.ok(status < 500, `${status} ${text}`)
    await send(ada, making(place, 'Straße')).expect(401)
    const { db } = app.parts.database
    const tables = (await db.introspection.getTables()).filter(({ isView, name }) => !isView && name !== 'erasure')
    for (const { name } of tables) {
      const { rows } = await sql`SELECT * FROM ${sql.table(name)}`.execute(db)
      assert.ok(!JSON.stringify(rows).includes(id), `${name} still knows the account`)
    }
    const left = await db.selectFrom('annotation_revision').selectAll().execute()
    assert.equal(left.length > 0, readings === 'kept')
  })
