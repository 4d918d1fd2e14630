/** The profile of an article in Chromium: what is drawn is what is counted, in every way of looking at it. */
import assert from 'node:assert/strict'
import { copyFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { follow, openBrowser, openPage } from '../support/browser.ts'
import { mark, openDesk, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file)
const browser = await openBrowser(file)

/** A row of the file with the numbers. */
interface Row {
  readonly size: number
  readonly counts: readonly number[]
}

async function numbersOf(page: Page, link: string): Promise<Row[]> {
  const address = await page.locator(link).getAttribute('href')
  const csv = await page.evaluate(async (address) => (await fetch(address)).text(), address!)
  const rows = csv.trim().split('\n').slice(1)
  return rows.map((row) => {
    const [, , size, ...counts] = row.split(',').map(Number)
    return { size: size!, counts }
  })
}

/** The boxes of each area as Chromium draws them: hue → x, y, width and height in the picture's own unit. */
function drawnAreas(page: Page, svg: string) {
  return page.locator(`${svg} .area`).evaluateAll((areas) =>
    areas.map((area) => {
      const path = area as SVGPathElement
      const whole = path.getAttribute('d')!
      const boxes = whole.match(/M[^M]+/g)!.map((d) => {
        path.setAttribute('d', d)
        const { x, y, width, height } = path.getBBox()
        return { x, y, width, height }
      })
      path.setAttribute('d', whole)
      return { hue: path.classList.item(1)!, boxes }
    }),
  )
}

const HUES = ['reporting', 'attribution', 'framing', 'unmarked']
const close = (a: number, b: number, what: string) => assert.ok(Math.abs(a - b) < 0.05, `${what}: ${a}, not ${b}`)

test('every area of the picture is as wide as its passage is long and as high as its share', async () => {
  const { page, troubles } = await openPage(browser)
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await page.click('[data-profile]')
  const rows = await numbersOf(page, 'a[href*="shares.csv"]')
  const areas = await drawnAreas(page, 'section:has(#along) svg')
  assert.deepEqual(
    areas.map(({ hue }) => hue),
    HUES,
  )
  const drawn = Math.max(...areas.flatMap(({ boxes }) => boxes.map(({ y, height }) => y + height)))
  const top = Math.min(...areas.flatMap(({ boxes }) => boxes.map(({ y }) => y)))
  const [first] = areas.find(({ hue }) => hue === 'attribution')!.boxes
  const unit = first!.width / rows[0]!.size
  for (const [layer, { hue, boxes }] of areas.entries()) {
    const present = rows.filter(({ counts }) => counts[layer]! > 0)
    assert.equal(boxes.length, present.length, hue)
    for (const [index, { counts, size }] of present.entries()) {
      const { width, height, y } = boxes[index]!
      close(width, size * unit, `width of ${hue}`)
      close(height, (counts[layer]! / size) * (drawn - top), `height of ${hue}`)
      const below = counts.slice(0, layer).reduce((sum, count) => sum + count, 0) / size
      close(drawn - y - height, below * (drawn - top), `foot of ${hue}`)
    }
  }
  assert.deepEqual(troubles, [])
})

test('the picture as a file stands alone: the same areas, words within its edges, and hatchings on paper', async () => {
  const { page } = await openPage(browser)
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await follow(page.locator('[data-profile]'))
  const inPage = await drawnAreas(page, 'section:has(#along) svg')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href*="shares.svg"]')])
  assert.equal(download.suggestedFilename(), 'profile-shares.svg')
  const { page: alone } = await openPage(browser)
  await alone.goto(`file://${await download.path().then(asSvg)}`)
  assert.equal(await alone.evaluate(() => document.documentElement.localName), 'svg')
  assert.deepEqual(await drawnAreas(alone, 'g'), inPage)
  const outside = await alone.locator('text').evaluateAll((texts) =>
    texts
      .filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        const edge = document.documentElement.getBoundingClientRect()
        return left < edge.left || right > edge.right || top < edge.top || bottom > edge.bottom
      })
      .map(({ textContent }) => textContent),
  )
  assert.deepEqual(outside, [])
  const hatched = () => alone.locator('g .hatch').evaluateAll((all) => all.map((one) => getComputedStyle(one).display))
  assert.deepEqual(await hatched(), ['none', 'none', 'none'])
  await alone.emulateMedia({ media: 'print' })
  assert.deepEqual(await hatched(), ['inline', 'inline', 'inline'])
  await alone.emulateMedia({ media: 'screen', forcedColors: 'active' })
  assert.deepEqual(await hatched(), ['inline', 'inline', 'inline'])
})

/** Chromium reads a file as what its name says. */
async function asSvg(file: string): Promise<string> {
  await copyFile(file, `${file}.svg`)
  return `${file}.svg`
}

test('with forced colours the system’s colours and the hatchings say all that colours said', async () => {
  const { page } = await openPage(browser, { forcedColors: 'active' })
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await page.click('[data-profile]')
  const seen = await page.locator('section:has(#along) svg').evaluate((svg) => {
    const probe = document.createElement('div')
    probe.style.color = 'CanvasText'
    probe.style.backgroundColor = 'Canvas'
    document.body.append(probe)
    const { color, backgroundColor } = getComputedStyle(probe)
    const all = (selector: string) => [...svg.querySelectorAll(selector)].map((one) => getComputedStyle(one))
    return {
      areas: all('.area').every(({ fill }) => fill === backgroundColor),
      words: all('text').every(({ fill }) => fill === color),
      hatchings: all('.hatch').map(({ display, fill }) => [display, fill]),
    }
  })
  assert.deepEqual(seen, {
    areas: true,
    words: true,
    hatchings: ['solid', 'double', 'wavy'].map((line) => ['inline', `url("#shares-${line}")`]),
  })
})

test("one's own reading beside the reference: strips, and shares that are those of the desk", async () => {
  const { page, troubles } = await openDesk(browser, server.origin)
  await mark(page, 'Moskau nahm den Ball dankbar auf', '1')
  await page.click('[data-beside="reference"]')
  const share = await page.locator('.shares [data-share="reporting"] td').last().textContent()
  await page.click('[data-profile]')
  assert.equal(await page.locator('[data-total="reporting"] .main').textContent(), share)
  assert.match(page.url(), /beside=reference/)
  const areas = await drawnAreas(page, '[data-readings] svg')
  const own = areas.filter(({ boxes }) => boxes.some(({ y }) => y === 0)).map(({ hue, boxes }) => [hue, boxes.length])
  assert.deepEqual(
    new Map(own as [string, number][]),
    new Map([
      ['unmarked', 2],
      ['reporting', 1],
    ]),
  )
  const rows = page.locator('[data-readings] tbody tr')
  assert.deepEqual(await rows.locator('th').allTextContents(), ['Meine Lesart', 'Referenzlesart'])
  assert.match((await rows.last().textContent())!, /3,1\s%63,0\s%31,2\s%2,7\s%/)
  assert.deepEqual(troubles, [])
})

test('on a phone nothing but the picture itself goes past the edge, and that can be moved by key', async () => {
  const { page } = await openPage(browser, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await page.click('[data-profile]')
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
  const picture = page.locator('.wide').first()
  await picture.focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.querySelector('.wide')!.scrollLeft > 0)
})
