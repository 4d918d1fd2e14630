/** A running server with Ada's account, and Ada's browser at the demonstration's desk. */
import type { Browser, Page } from 'playwright-core'
import { openPage } from './browser.ts'
import { freshFolder } from './folders.ts'
import { lesart, type RunningServer, startServer } from './program.ts'
import type { Cleanup } from './whole-file.ts'

export const PASSWORD = 'lang genug für hier'

export interface ServerWithAda {
  readonly server: RunningServer
  readonly data: string
}

/** Ada is the owner of a fresh instance; files are imported before the first start, beside the demonstration. */
export async function startWithAda(t: Cleanup, env: Record<string, string> = {}): Promise<ServerWithAda> {
  const data = freshFolder(t)
  const added = await lesart(['account', 'add', 'Ada', '--data', data], PASSWORD)
  if (added.code !== 0) throw new Error(added.stderr)
  return { server: await startServer(t, data, env), data }
}

export async function signIn(page: Page, origin: string, name = 'Ada'): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.fill('[name=name]', name)
  await page.fill('[name=password]', PASSWORD)
  await page.click('main button')
  await page.waitForURL(`${origin}/`)
}

/** A new page at the demonstration's desk, signed in. */
export async function openDesk(browser: Browser, origin: string, options: Parameters<typeof openPage>[1] = {}) {
  const { page, troubles } = await openPage(browser, options)
  await signIn(page, origin)
  await page.click('[data-demo]')
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready)
  return { page, troubles }
}

export async function saved(page: Page): Promise<void> {
  await page.locator('[data-save-state="saved"]').waitFor()
}

/** The open card. */
export function openCard(page: Page) {
  return page.locator('[data-card][data-open]')
}
