/** A closed round of the demonstration's study in which Ada has finished her reading and compared it with the reference. */
import type { Page } from 'playwright-core'
import { signIn } from './desk.ts'

const STUDY = '/studies/erster-artikel/rounds'
const made = new Map<string, Promise<string>>()

/** Its comparison, which is begun once for each server. */
export async function toFeedback(page: Page, origin: string): Promise<void> {
  await signIn(page, origin)
  const path = made.get(origin) ?? makeRound(page, origin)
  made.set(origin, path)
  await page.goto(origin + (await path))
}

async function makeRound(page: Page, origin: string): Promise<string> {
  const article = /\/articles\/([\w-]+)/.exec((await page.getAttribute('[data-demo]', 'href')) ?? '')?.[1]
  const post = async (address: string, form: Record<string, string>): Promise<string> => {
    const answer = await page.request.post(origin + address, { form, headers: { origin }, maxRedirects: 0 })
    if (answer.status() !== 303) throw new Error(`${address}: ${answer.status()}`)
    return answer.headers().location ?? ''
  }
  await page.goto(origin + STUDY)
  const codebookVersion = await page.locator('[name=codebookVersion] option').first().getAttribute('value')
  const title = 'Zum Vergleichen'
  const round = await post(STUDY, { title, kind: 'annotation', codebookVersion: codebookVersion ?? '', dueOn: '' })
  const path = `/rounds/${round.split('/').at(-1)}`
  await post(`${round}/opening`, {})
  await post(`${path}/articles/${article}/completion`, { found: 'nothing' })
  await post(`${round}/feedback`, { feedback: 'on' })
  await post(`${round}/closure`, {})
  await post(`${path}/feedback`, {})
  return `${path}/feedback`
}
