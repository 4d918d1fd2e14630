/** A running server with Ada's account, and Ada's browser at the demonstration's desk. */
import type { Browser, Page } from 'playwright-core'
import { dragOver, forgetKept, openPage } from './browser.ts'
import { copyOfFolder } from './folders.ts'
import { lesart, type RunningServer, startServer } from './program.ts'
import type { Cleanup } from './whole-file.ts'

export const PASSWORD = 'lang genug für hier'

export interface ServerWithAda {
  readonly server: RunningServer
  readonly data: string
}

/** A data folder of its own in which Ada is the owner, and a dataset is imported where one is given. */
export function dataWithAda(t: Cleanup, dataset?: string): Promise<string> {
  return copyOfFolder(t, `Ada ${dataset}`, async (data) => {
    const added = await lesart(['account', 'add', 'Ada', '--data', data], PASSWORD)
    const imported = dataset === undefined ? added : await lesart(['import', '-', '--data', data], dataset)
    if (added.code !== 0 || imported.code !== 0) throw new Error(added.stderr + imported.stderr)
  })
}

/** Ada is the owner of a fresh instance; a dataset is imported before the first start. */
export async function startWithAda(
  t: Cleanup,
  env: Record<string, string> = {},
  dataset?: string,
): Promise<ServerWithAda> {
  const data = await dataWithAda(t, dataset)
  return { server: await startServer(t, data, env), data }
}

/** Signs in and shows the doors. */
export async function signIn(page: Page, origin: string, name = 'Ada'): Promise<void> {
  await takeSession(page, origin, name)
  await page.goto(`${origin}/`)
}

/** Signs in and goes through the first door, to the demonstration. */
export async function toDemonstration(page: Page, origin: string): Promise<void> {
  await takeSession(page, origin)
  const doors = await (await page.request.get(`${origin}/`)).text()
  const address = /data-demo href="([^"]+)"/.exec(doors)?.[1]
  if (address === undefined) throw new Error('there is no demonstration')
  await page.goto(origin + address)
}

/** Asks for a session as the form does, without drawing it. */
export async function takeSession(page: Page, origin: string, name = 'Ada'): Promise<void> {
  const form = { name, password: PASSWORD }
  const answer = await page.request.post(`${origin}/sign-in`, { form, headers: { origin }, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`${name} is not let in: ${answer.status()}`)
}

/** Signs in by hand; on host names that this browser alone knows, too. */
export async function signInByHand(page: Page, origin: string, name = 'Ada'): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.fill('[name=name]', name)
  await page.fill('[name=password]', PASSWORD)
  await page.click('main button')
  await page.waitForURL(`${origin}/`)
}

/** A new page at the demonstration's desk, signed in. */
export async function openDesk(browser: Browser, origin: string, options: Parameters<typeof openPage>[1] = {}) {
  const { page, troubles } = await openPage(browser, options)
  await toDemonstration(page, origin)
  await page.evaluate(() => document.fonts.ready)
  return { page, troubles }
}

/** Ada's browser for a whole file: each call opens the demonstration's desk in its one page, as if in a new browser. */
export function deskOpener(browser: Browser, origin: string) {
  let opened: (Awaited<ReturnType<typeof openDesk>> & { address: string }) | undefined
  return async () => {
    if (!opened) {
      const desk = await openDesk(browser, origin)
      opened = { ...desk, address: desk.page.url() }
      return desk
    }
    const { page, troubles, address } = opened
    await forgetKept(page, [origin])
    troubles.length = 0
    await page.goto(address)
    await page.evaluate(() => document.fonts.ready)
    return { page, troubles }
  }
}

export async function saved(page: Page): Promise<void> {
  await page.locator('[data-save-state="saved"]').waitFor()
}

/** The open card. */
export function openCard(page: Page) {
  return page.locator('[data-card][data-open]')
}

/** Marks words with the mouse and a key; returns the annotation's id once it is saved and its card is open. */
export async function mark(page: Page, words: string, key: string): Promise<string> {
  const id = await markUnsaved(page, words, key)
  await saved(page)
  return id
}

/** The same, whether or not the server can be reached. */
export async function markUnsaved(page: Page, words: string, key: string): Promise<string> {
  await dragOver(page, words)
  await page.keyboard.press(key)
  // Ids are sorted by time: the newest mark has the greatest.
  const ids = await page
    .locator('#article mark')
    .evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).dataset.annotations ?? ''))
  const id = ids.sort().at(-1) ?? ''
  await page.locator(`[data-card="${id}"][data-open]`).waitFor()
  return id
}

export async function retractOpen(page: Page): Promise<void> {
  await openCard(page).locator('[data-retract]').click()
  await saved(page)
}

/** What the server has of somebody's marks on the first article, by the exported dataset. */
export async function annotationsIn(data: string, annotator = 'a1'): Promise<Record<string, unknown>[]> {
  const { stdout } = await lesart(['export', '--data', data, '--out', '-'])
  const article = JSON.parse(stdout.split('\n')[1]!)
  return article.annotationSets.find((set: { annotator: string }) => set.annotator === annotator)?.annotations ?? []
}
