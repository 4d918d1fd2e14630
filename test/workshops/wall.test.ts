/** The wall over HTTP: what it shows in which phase, and what it never shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { joinAddress, reachableAddresses } from '../../server/workshops/joining/join-address.ts'
import { linesAround, placeOf, shortened } from '../../server/workshops/wall/wall.ts'
import { startApp } from '../support/app.ts'
import { placeOf as placeIn } from '../support/texts.ts'
import { demonstrationWorkshop, markAs, putInto, seatClass } from '../support/workshop.ts'

const FRAMED = 'Moskau nahm den Ball dankbar auf'
const SAID = 'In einer deutlichen Botschaft hat der chinesische Verteidigungsminister'

async function classOf(t: Parameters<typeof startApp>[0], people: number) {
  const app = await startApp(t)
  const ines = await app.signedIn('Ines')
  const workshop = await demonstrationWorkshop(app, ines)
  const { body } = (await app.parts.frozen.article(app.parts.database.db, workshop.articleId))!
  const mark = (tag: string, words: string) => ({ tag, ...placeIn(body.text, words) })
  const readings = Array.from({ length: people }, (_, person) => [
    mark(person < 3 ? 'reporting' : 'framing', FRAMED),
    mark('attribution', SAID),
  ])
  const annotators = await seatClass(app, workshop, [...readings, []])
  const wall = async (query = '') => {
    const { text } = await ines.get(`/workshops/${workshop.id}/projector${query}`).expect(200)
    return { text, document: parseHTML(text).document }
  }
  return { app, ines, workshop, mark, annotators, wall }
}

function textOf(document: Document, selector: string): string {
  const found = [...document.querySelectorAll(selector)]
  assert.equal(found.length, 1, selector)
  return found[0]!.textContent.trim()
}

/** The words of an element, those of its children apart. */
function spaced(element: Element): string {
  return [...element.children]
    .map((child) => child.textContent.trim())
    .join(' ')
    .trim()
}

test('numbers and heat stand on one element each, in every phase', async (t) => {
  const { app, workshop, wall } = await classOf(t, 6)
  for (const phase of ['lobby', 'marking', 'together', 'reference', 'ended'] as const) {
    await putInto(app, workshop, { phase })
    const { document } = await wall()
    assert.equal(textOf(document, '[data-joined]'), '7', phase)
    assert.equal(textOf(document, '[data-marked]'), '6', phase)
    assert.match(textOf(document, '[data-heat]'), /Schulterschluss gegen/)
  }
})

test('while people mark, the wall says how many have marked, and not as what', async (t) => {
  const { app, workshop, wall } = await classOf(t, 6)
  await putInto(app, workshop, { phase: 'marking' })
  const { document } = await wall(`?at=${placeIn(FRAMED, FRAMED).start}`)
  assert.equal(document.querySelector('[data-view-link][aria-current]')?.getAttribute('data-view-link'), 'marked')
  const classes = [...document.querySelectorAll('[data-heat] .heat')].map((piece) => piece.getAttribute('class'))
  assert.ok(classes.length > 0 && classes.every((name) => name === 'heat other'), String(classes))
})

test('pieces carry how many marked them, and the panel how the class decided', async (t) => {
  const { app, workshop, wall } = await classOf(t, 7)
  await putInto(app, workshop, { phase: 'together' })
  const { body } = (await app.parts.frozen.article(app.parts.database.db, workshop.articleId))!
  const { document } = await wall(`?view=framing&at=${placeIn(body.text, FRAMED).start}`)
  const pieces = [...document.querySelectorAll('[data-heat] .heat')].map((piece) => [
    piece.textContent,
    piece.getAttribute('data-count'),
  ])
  assert.deepEqual(pieces, [[FRAMED, '4']])
  const rows = [...document.querySelectorAll('.wall-votes > div')].map((row) => spaced(row))
  assert.deepEqual(rows, ['Die Redaktion deutet 4', 'Es wird berichtet 3', 'Jemand sagt es 0', 'Nichts markiert 0'])
  const { document: apart } = await wall('?view=apart&order=apart')
  assert.match(apart.querySelector('.wall-quote')!.textContent, new RegExp(FRAMED))
})

test('no picture before so many have marked, and it says how many are missing', async (t) => {
  const { app, workshop, wall } = await classOf(t, 4)
  await putInto(app, workshop, { phase: 'together' })
  for (const query of ['', '?view=framing', '?view=apart&order=apart', '?view=reference']) {
    const { document } = await wall(query)
    assert.equal(document.querySelectorAll('.heat').length, 0, query)
    assert.equal(document.querySelectorAll('[data-votes], [data-order]').length, 0, query)
    assert.equal(document.querySelector('[data-missing]')?.getAttribute('data-missing'), '1')
  }
})

test('the reference is nowhere before the class has come to it', async (t) => {
  const { app, workshop, wall } = await classOf(t, 6)
  await putInto(app, workshop, { phase: 'together' })
  for (const query of ['?view=reference', '?view=profile']) {
    const { document } = await wall(query)
    assert.equal(document.querySelectorAll('.heat.read, [data-view-link="reference"], .wall-profile').length, 0)
  }
  await putInto(app, workshop, { phase: 'reference' })
  const { document } = await wall('?view=reference')
  assert.ok(document.querySelectorAll('.heat.read.framing').length > 0)
  const { document: profile } = await wall('?view=profile')
  assert.match(profile.querySelector('.wall-profile')!.textContent, /63\s%/)
})

test('before and after: who decided otherwise at a passage', async (t) => {
  const { app, ines, workshop, mark, annotators } = await classOf(t, 6)
  const secondRoundId = app.clock.newId()
  const { db } = app.parts.database
  const round = await db.selectFrom('round').selectAll().where('id', '=', workshop.roundId).executeTakeFirstOrThrow()
  await app.parts.database.transact(async (db) => {
    await db
      .insertInto('round')
      .values({ ...round, id: secondRoundId, position: round.position + 9 })
      .execute()
    await db.updateTable('workshop').set({ second_round_id: secondRoundId }).where('id', '=', workshop.id).execute()
  })
  const second = annotators.slice(0, 6).map((_, person) => [mark(person < 1 ? 'reporting' : 'framing', FRAMED)])
  await markAs(app, workshop, secondRoundId, annotators, second)
  const settings = { ...workshop.settings, phases: ['second-marking', 'reference'] as const }
  await putInto(app, workshop, { phase: 'ended', settings })
  const at = mark('framing', FRAMED).start
  const { text } = await ines.get(`/workshops/${workshop.id}/projector?view=change&at=${at}`).expect(200)
  const { document } = parseHTML(text)
  const rows = [...document.querySelectorAll('.wall-change tr')].map((row) => spaced(row))
  assert.deepEqual(rows.slice(0, 3), ['Es wird berichtet 3 → 1', 'Jemand sagt es 0 → 0', 'Die Redaktion deutet 3 → 5'])
})

test('nothing that pupils typed, no pseudonym; and nobody else may look', async (t) => {
  const { app, workshop, wall } = await classOf(t, 6)
  await putInto(app, workshop, { phase: 'ended' })
  for (const query of ['', '?view=framing', '?view=apart', '?view=reference', '?view=profile'])
    assert.doesNotMatch((await wall(query)).text, /Probevogel|Geheimnis/)
  const rui = await app.signedIn('Rui')
  await rui.get(`/workshops/${workshop.id}/projector`).expect(404)
  await app.stranger().get(`/workshops/${workshop.id}/projector`).expect(303)
})

test('where its address asks for what is not there, the wall shows what there is', async (t) => {
  const { wall } = await classOf(t, 6)
  for (const query of ['?view=nonsense&at=99999999&question=7', '?view[]=a&order=x&at=-1&question=2.5'])
    await wall(query)
})

test('the report: two pages with votes, shares and agreement, none of it before so many have marked, and no pseudonym', async (t) => {
  const { app, ines, workshop, annotators, mark } = await classOf(t, 4)
  const report = async () => {
    const { text } = await ines.get(`/workshops/${workshop.id}/report`).expect(200)
    assert.doesNotMatch(text, /Probevogel|Geheimnis/)
    const { document } = parseHTML(text)
    assert.equal(document.querySelectorAll('.sheet-page').length, 2)
    return document
  }
  const console = async () => parseHTML((await ines.get(`/workshops/${workshop.id}`).expect(200)).text).document
  const early = await report()
  const waiting = await console()
  assert.equal(waiting.querySelector('[data-alpha]'), null)
  assert.match(textOf(waiting, '.console-class'), /ab fünf Lesarten: Eine fehlt noch/)
  assert.equal(early.querySelector('[data-missing]')?.getAttribute('data-missing'), '1')
  assert.equal(early.querySelectorAll('[data-votes], [data-alpha], .report-shares').length, 0)
  assert.doesNotMatch(early.querySelector('.report-bars')!.innerHTML, /class="area/)
  await markAs(app, workshop, workshop.roundId, [annotators[4]!], [[mark('framing', FRAMED)]])
  const document = await report()
  const [first] = [...document.querySelectorAll('.report-votes')]
  const votes = [...first!.querySelectorAll('[data-votes]')].map((votes) => Number(votes.textContent))
  assert.equal(
    votes.reduce((sum, count) => sum + count, 0),
    5,
  )
  assert.match(textOf(document, '[data-alpha]'), /^α = \d,\d\d$/)
  assert.equal(textOf(await console(), '[data-alpha]'), textOf(document, '[data-alpha]'))
  assert.match(document.querySelector('.report-bars')!.innerHTML, /class="area framing/)
  assert.match((await ines.get(`/workshops/${workshop.id}/paper`).expect(200)).text, /paper-line headline/)
})

test('a participant has a sheet of their own: the class on it once it is looked at, the reference once it is shown', async (t) => {
  const { app, workshop } = await classOf(t, 6)
  const pupil = app.stranger()
  await pupil.post('/join').type('form').send({ code: workshop.code }).expect(303)
  const sheet = async () => (await pupil.get(`/workshops/${workshop.id}/own/sheet`).expect(200)).text
  await putInto(app, workshop, { phase: 'marking' })
  assert.doesNotMatch(await sheet(), /report-bars|Referenz/)
  await putInto(app, workshop, { phase: 'together' })
  const together = await sheet()
  assert.match(together, /report-bars/)
  assert.doesNotMatch(together, /Referenz|Probevogel|Geheimnis/)
  await putInto(app, workshop, { phase: 'reference' })
  assert.match(await sheet(), /Referenz/)
})

const cards = (...addresses: [string, string][]) =>
  addresses.map(([card, address]) => ({ card, address, isIpv4: true, isInternal: card === 'lo' }))

test('phones are sent to an address that they can reach', () => {
  const own = cards(['lo', '127.0.0.1'], ['docker0', '172.17.0.1'], ['eth0', '10.1.2.3'], ['wlan0', '192.168.1.20'])
  assert.deepEqual(reachableAddresses(own), ['192.168.1.20', '10.1.2.3'])
  const local = { site: 'http://localhost:4420', isConfigured: false }
  assert.deepEqual(joinAddress('K7FQ-M3XR', { ...local, host: '0.0.0.0' }, own), {
    address: '192.168.1.20:4420/join',
    link: 'http://192.168.1.20:4420/join?code=K7FQ-M3XR',
    isReachable: true,
  })
  assert.equal(joinAddress('K7FQ-M3XR', { ...local, host: '127.0.0.1' }, own).isReachable, false)
  const named = { site: 'https://lesart.example', isConfigured: true, host: '127.0.0.1' }
  assert.equal(joinAddress('K7FQ-M3XR', named, own).address, 'lesart.example/join')
})

test('a single reading is shown where that was agreed on and told, and not before all look together', async (t) => {
  const { app, ines, workshop, wall, annotators, mark } = await classOf(t, 6)
  const { settings } = workshop
  const views = (document: Document) =>
    [...document.querySelectorAll('[data-view-link]')].map((link) => link.getAttribute('data-view-link'))
  const ofThird = `?view=single&person=${annotators[2]}&at=${mark('framing', FRAMED).start}`
  await putInto(app, workshop, { phase: 'together' })
  assert.ok(!(await wall(ofThird)).text.includes('Probevogel'))
  const agreed = { settings: { ...settings, showsSingle: true } }
  await putInto(app, workshop, { phase: 'marking', ...agreed })
  assert.ok(!(await wall(ofThird)).text.includes('Probevogel'))
  await putInto(app, workshop, { phase: 'together' })
  const { document } = await wall(ofThird)
  assert.equal(views(document).at(-1), 'single')
  assert.match(document.querySelector('[data-single]')!.textContent, /Probevogel 2.* von 6/s)
  assert.equal(document.querySelector('.heat.read.reporting')?.textContent, FRAMED)
  const next = document.querySelector('[data-single] a')!.getAttribute('href')!
  const { document: other } = await wall(next.slice(next.indexOf('?')))
  assert.match(other.querySelector('[data-single]')!.textContent, /Probevogel [013-5]/)
  assert.ok(other.querySelector('.heat.read'))
  await putInto(app, workshop, { phase: 'lobby' })
  await ines.post('/join').type('form').send({ code: workshop.code }).expect(303)
  assert.match((await ines.get(`/workshops/${workshop.id}/desk`).expect(200)).text, /data-told="single"/)
})

test('the lines of the wall hold the passage, as many as there is room for, also at both ends of the text', () => {
  const lines = Array.from({ length: 40 }, (_, index) => {
    const block = {
      kind: 'paragraph' as const,
      start: Math.floor(index / 4) * 40,
      end: Math.floor(index / 4) * 40 + 40,
    }
    const line = { number: index + 1, block, start: index * 10, inkEnd: index * 10 + 9, end: index * 10 + 10 }
    return { line, marked: [], touched: 0, disagreement: 0 }
  })
  for (const start of [0, 55, 203, 395]) {
    const shown = linesAround(lines, { start, end: start + 3 }, 11)
    assert.ok(
      shown.some(({ line }) => line.start <= start && start < line.end),
      String(start),
    )
    assert.ok(shown.length >= 8 && shown.length <= 11, String(shown.length))
  }
  assert.deepEqual(linesAround([], undefined, 11), [])
})

test('a place between two passages belongs to the one that follows', () => {
  const passages = [
    { start: 0, end: 5 },
    { start: 7, end: 9 },
  ]
  assert.deepEqual(
    [undefined, 4, 5, 8, 30].map((at) => placeOf(passages, at)),
    [0, 0, 1, 1, 1],
  )
})

test('a long quotation keeps its beginning and its end, cut between words', () => {
  assert.equal(shortened('• eins zwei', 20), 'eins zwei')
  assert.equal(
    shortened(`Am Anfang ${'steht viel '.repeat(9)}bis zum Schluss`, 40),
    'Am Anfang steht viel … zum Schluss',
  )
})
