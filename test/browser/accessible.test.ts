/** Every page and every state of it, in both languages and themes, on a desktop and on a phone: axe finds nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { dragOver, forgetKept, openBrowser, openPage } from '../support/browser.ts'
import { newId } from '../support/builders.ts'
import { openCard, saved, signIn, startWithAda, takeSession, toDemonstration } from '../support/desk.ts'
import { articlesWithQuestions } from '../support/document-questions.ts'
import { toFeedback } from '../support/feedback.ts'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import { readByTwo } from '../support/read-by-two.ts'
import { articleId, deskOf, ROUND } from '../support/several-articles.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file)
const { server: another } = await startWithAda(file)
const { server: asking } = await startWithAda(file, {}, readByTwo(articlesWithQuestions(2)))
const nobodys = await startServer(file, freshFolder(file))
const ORIGINS = [server, another, asking, nobodys].map(({ origin }) => origin)
const browser = await openBrowser(file)

const SCREENS = [
  { name: 'German, light, desktop', locale: 'de-DE', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'English, dark, desktop', locale: 'en-GB', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  {
    name: 'German, dark, phone',
    locale: 'de-DE',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  },
  {
    name: 'English, light, phone',
    locale: 'en-GB',
    colorScheme: 'light',
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  },
] as const

interface State {
  readonly name: string
  readonly show: (page: Page) => Promise<void>
}

/** Some files with all that can stand against them, in the demonstration's study. */
async function bringFiles(page: Page): Promise<void> {
  await takeSession(page, server.origin)
  await page.goto(`${server.origin}/studies/erster-artikel/import`)
  const file = (name: string, content: string, encoding: BufferEncoding = 'utf8') => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(content, encoding),
  })
  await page.setInputFiles('#file', [
    file('alt.txt', 'Br\xfccke \x84marode\x93, sagt die Stadt.', 'latin1'),
    file('spalten.csv', 'a;b\n1;2\n'),
    file('neu.txt', 'Überschrift\n\nVon Ada Ohm\n\nEin Satz. Noch einer.\r\n'),
  ])
  await page.click('[data-drop] button')
  await page.locator('[data-uploads]').waitFor()
  await page.locator('[data-uploads]').waitFor({ state: 'detached' })
  await page.waitForLoadState('load')
}

const STATES: readonly State[] = [
  { name: "a workshop's console while the class marks", show: async (page) => void (await leadWorkshop(page, 1)) },
  {
    name: 'the wall',
    show: async (page) => {
      await followFromConsole(page, '[data-projector]')
      await page.locator('[data-order]').first().waitFor()
    },
  },
  { name: 'the report of a workshop', show: (page) => followFromConsole(page, '[data-report]') },
  {
    name: 'how a round agrees',
    show: async (page) => {
      await takeSession(page, asking.origin)
      await page.goto(`${asking.origin}/studies/mehrere-artikel/agreement`)
      await page.locator('[data-figure="places"]').waitFor()
    },
  },
  {
    name: "a workshop's article on paper",
    show: async (page) => {
      await leadWorkshop(page, 0)
      await page.goto(`${page.url().split(/[?#]/)[0]}/paper`)
    },
  },
  {
    name: 'a participant’s own sheet, beside the class',
    show: async (page) => {
      await joinWorkshop(page, 3, { asGuest: true })
      await page.goto(page.url().replace(/desk$/, 'own/sheet'))
      await page.locator('.sheet-shares').waitFor()
    },
  },
  {
    name: 'a workshop that is prepared, filled in wrongly',
    show: async (page) => {
      await takeSession(page, server.origin)
      await page.goto(`${server.origin}/workshops`)
      await page.fill('[name=title]', ' x ')
      for (const tag of ['reporting', 'attribution', 'framing']) await page.uncheck(`[name=${tag}]`)
      await page.click('.prepare-form .primary')
      await page.locator('.prepare-form .fault').waitFor()
    },
  },
  {
    name: 'joining by a code that there is not',
    show: async (page) => {
      await page.goto(`${server.origin}/join`)
      await page.fill('[name=code]', 'ABCD')
      await page.locator('[name=code]').press('Enter')
      await page.locator('.fault').waitFor()
    },
  },
  { name: 'a participant who waits', show: (page) => joinWorkshop(page, 0) },
  { name: 'a participant who marks', show: (page) => joinWorkshop(page, 1) },
  { name: 'a participant who compares with a partner', show: (page) => joinWorkshop(page, 2) },
  {
    name: 'a participant with the code to go on elsewhere',
    show: async (page) => {
      await joinWorkshop(page, 0, { asGuest: true })
      await page.click('.whoami a')
      await page.click('.own section button')
      await page.locator('[data-recovery-code]').waitFor()
    },
  },
  { name: 'the welcome', show: async (page) => void (await page.goto(nobodys.printed.href)) },
  {
    name: 'the welcome, filled in wrongly',
    show: async (page) => {
      await page.goto(nobodys.printed.href)
      await page.fill('[name=name]', 'Ada')
      await page.fill('[name=password]', 'kurz')
      await page.click('main button')
      await page.locator('.fault').waitFor()
    },
  },
  { name: 'the doors of a server without an account', show: async (page) => void (await page.goto(nobodys.origin)) },
  { name: 'the doors', show: async (page) => void (await page.goto(server.origin)) },
  { name: 'signing in', show: async (page) => void (await page.goto(`${server.origin}/sign-in`)) },
  { name: 'a page that does not exist', show: async (page) => void (await page.goto(`${server.origin}/nowhere`)) },
  {
    name: 'the demonstration as a visitor sees it',
    show: async (page) => {
      await page.goto(server.origin)
      await page.click('[data-demo]')
    },
  },
  {
    name: 'the reference reading with an open card',
    show: async (page) => {
      await page.goto(server.origin)
      await page.click('[data-demo]')
      await page.click('[data-reference]')
      await page.locator('mark').nth(1).click()
      await openCard(page).waitFor()
    },
  },
  {
    name: "the reference reading beside one's own, at a difference",
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.click('[data-beside="reference"]')
      await page.click('[data-difference="next"]')
    },
  },
  {
    name: "the profile of one's own reading beside the reference, with its numbers",
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.click('[data-beside="reference"]')
      await page.click('[data-profile]')
      await page.click('.numbers summary')
    },
  },
  {
    name: 'handing the device on while something waits',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.route('**/api/**', (route) => route.abort())
      await dragOver(page, 'China ist bereit')
      await page.keyboard.press('1')
      await page.locator('[data-save-state="waiting"]').waitFor()
      await page.goto(`${server.origin}/handover`)
      await page.locator('[data-discard]').waitFor()
    },
  },
  {
    name: 'the draft of a codebook',
    show: async (page) => {
      await takeSession(page, server.origin)
      await page.goto(`${server.origin}/studies/erster-artikel/codebook`)
      await page.click('main form button')
    },
  },
  {
    name: 'a tag of a draft, with what is wrong with it',
    show: async (page) => {
      await takeSession(page, server.origin)
      await page.goto(`${server.origin}/studies/erster-artikel/codebook`)
      await page.click('main form button')
      await page.goto(`${server.origin}/studies/erster-artikel/codebook/draft/tags/attribution`)
      await page.fill('[name=key]', 'n')
      await page.fill('[name=colour]', 'x')
      await page.click('[data-save]')
    },
  },
  {
    name: 'marks of others, looked at before they are taken',
    show: async (page) => {
      await takeSession(page, server.origin)
      await page.goto(`${server.origin}/studies/erster-artikel/import/dataset`)
      const lines =
        'T1\tframing 1 4\tEin\nT2\tother 0 3\tnie\nT3\tpart-speaker 4 8\tSatz\nR1\tspeaker Arg1:T1 Arg2:T3\n'
      await page.setInputFiles('#file', [
        { name: 'satz.txt', mimeType: 'text/plain', buffer: Buffer.from('Ein Satz.') },
        { name: 'satz.ann', mimeType: 'text/plain', buffer: Buffer.from(lines) },
      ])
      await page.click('form:has(#file) button')
      await page.locator('[data-moves]').waitFor()
    },
  },
  {
    name: 'a dataset as it is chosen and looked at',
    show: async (page) => {
      await takeSession(page, server.origin)
      await page.goto(`${server.origin}/studies/erster-artikel/export?format=csv`)
    },
  },
  {
    name: 'the studies, with the form for a new one',
    show: async (page) => {
      await takeSession(page, server.origin)
      await page.goto(`${server.origin}/studies`)
    },
  },
  {
    name: 'files that wait to be looked at, one in another encoding, one with columns that say nothing',
    show: async (page) => {
      await bringFiles(page)
      await page.locator('.columns select').first().waitFor()
    },
  },
  {
    name: 'a draft, with a paragraph that is being split',
    show: async (page) => {
      await bringFiles(page)
      await page.locator('.drafts a').first().click()
      await page.locator('.draft-kind a').last().click()
    },
  },
  { name: 'the doors, signed in', show: (page) => signIn(page, server.origin) },
  {
    name: 'the desk with a selection',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await dragOver(page, 'Moskau nahm den Ball')
      await page.locator('.tag-bar').waitFor()
    },
  },
  {
    name: 'the desk with a mark and its open card',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await dragOver(page, 'Das russische Verteidigungsministerium')
      await page.keyboard.press('2')
      await saved(page)
      await openCard(page).locator('label:has(input[name="confidence"][value="low"])').click()
      await openCard(page).locator('input[name="second-tag"]').first().waitFor({ state: 'attached' })
    },
  },
  {
    name: 'the desk with proposals for the parts of an attribution',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.route('**/api/**', (route) => route.abort())
      await dragOver(page, 'China ist bereit')
      await page.keyboard.press('2')
      await openCard(page).locator('.proposed').first().waitFor()
    },
  },
  {
    name: 'the desk with parts, and a selection that may become one',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      // Nothing is stored: the next screen would find this mark under its own.
      await page.route('**/api/**', (route) => route.abort())
      await dragOver(page, 'Das russische Verteidigungsministerium begrüßte')
      await page.keyboard.press('2')
      await dragOver(page, 'Das russische Verteidigungsministerium')
      await page.keyboard.press('q')
      await openCard(page)
        .locator('.part')
        .first()
        .evaluate((button: HTMLElement) => button.click())
      await dragOver(page, 'begrüßte')
      await page.locator('.tag-bar [data-role]').first().waitFor()
    },
  },
  {
    name: 'the desk without a connection, after an undo',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.route('**/api/**', (route) => route.abort())
      await dragOver(page, 'Schulterschluss')
      await page.keyboard.press('3')
      await page.keyboard.press('Control+z')
      await page.locator('[data-save-state="waiting"]').waitFor()
    },
  },
  {
    name: 'the desk when nobody is signed in any more',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.context().clearCookies()
      await dragOver(page, 'Peking helfe aktiv')
      await page.keyboard.press('3')
      await page.locator('[data-sign-in-again]').waitFor()
    },
  },
  {
    name: 'the desk with an act that was refused, and one that was overtaken',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.route('**/api/v1/actions/*', async (route) => {
        const { quote, annotation } = route.request().postDataJSON()
        const current = { id: annotation, revision: 2, retracted: false, tag: 'reporting', start: 0, end: 3, quote }
        const isFirst = quote === 'Das Telefonat'
        const error = { code: isFirst ? 'invalid' : 'stale', message: '…', details: isFirst ? {} : { current } }
        await route.fulfill({ status: isFirst ? 422 : 409, json: { error } })
      })
      await dragOver(page, 'Das Telefonat')
      await page.keyboard.press('3')
      await dragOver(page, 'hellhörig')
      await page.keyboard.press('3')
      await page.locator('[data-aside]').waitFor()
      await page.locator('[data-conflict]').waitFor()
    },
  },
  {
    name: 'the desk with a question being asked',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await page.click('[data-ask]')
      await page.locator('dialog.ask').waitFor()
    },
  },
  {
    name: 'the desk with a question that was asked',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await askAbout(page, 'Ist das ein Bericht?')
    },
  },
  {
    name: 'the page that answers questions, and makes examples of them',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await dragOver(page, 'hellhörig')
      await askAbout(page, 'Ist das ein Framing?')
      await page.goto(another.origin)
      await page.click('a[href$="/questions"]')
      await page.fill('.asked textarea >> nth=0', 'Ja.')
      await page.locator('.asked form:has(textarea) button').first().click()
      await page.locator('[data-as-example]').first().waitFor()
    },
  },
  {
    name: 'asking by a form',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await page.goto(`${page.url().split(/[?#]/)[0]}/questions?start=10&end=40`)
    },
  },
  {
    name: 'an article sentence by sentence, with a mark',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await sentences(page)
    },
  },
  {
    name: 'a mark as a form',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await sentences(page)
      await page.locator('.sentence-marks a').first().click()
      await page.locator('.mark-form').waitFor()
    },
  },
  {
    name: 'a mark as a form, changed elsewhere meanwhile',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await sentences(page)
      await page.locator('.sentence-marks a').first().click()
      const form = await page
        .locator('.mark-form')
        .evaluate((form: HTMLFormElement) => Object.fromEntries(new FormData(form) as Iterable<[string, string]>))
      const change = { ...form, action: newId(), note: 'Von einem anderen Gerät' }
      await page.request.post(page.url(), { form: change, headers: { origin: another.origin } })
      await page.click('.mark-form .primary')
      await page.locator('[data-conflict]').waitFor()
    },
  },
  {
    name: 'the end of an article that is being skipped',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await page.click('.skip-article summary')
      await page.locator('#reason').waitFor()
    },
  },
  {
    name: 'a finished article',
    show: async (page) => {
      await demonstrationOf(page, another.origin)
      await page.locator('.end button[data-finish]:visible').click()
      await page.locator('.closed').first().waitFor()
    },
  },
  {
    name: 'the desk with the cursor, a selection by key, and the bounds of a mark',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await dragOver(page, 'Satellitendaten versorge')
      await page.keyboard.press('1')
      await saved(page)
      await page.locator('[data-grip="end"]').waitFor()
      await page.locator('#article').focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await page.locator('.word-frame div').first().waitFor()
    },
  },
  {
    name: 'the list of keys, one of them being changed',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.waitForLoadState('load')
      await page.locator('#article').focus()
      await page.keyboard.press('?')
      await page.locator('button[data-command="sentence"]').click()
    },
  },
  {
    name: 'the desk with a search, and with all that can be chosen about reading',
    show: async (page) => {
      await page.goto(server.origin)
      await page.click('[data-demo]')
      await page.click('[data-reference]')
      await page.waitForLoadState('load')
      await page.click('[data-appearance] summary')
      await page.locator('[data-settings][data-at-once]').waitFor()
      await page.locator('#article').focus()
      await page.keyboard.press('/')
      await page.locator('.search-field').fill('peking')
    },
  },
  {
    name: 'the list of marks',
    show: async (page) => {
      await page.goto(server.origin)
      await page.click('[data-demo]')
      await page.click('[data-reference]')
      await page.waitForLoadState('load')
      await page.locator('#article').focus()
      await page.keyboard.press('l')
      await page.locator('dialog.mark-list').waitFor()
    },
  },
  {
    name: 'questions about the whole article, one of which has to be answered',
    show: async (page) => {
      await atQuestions(page)
      // Pressed again, an answer is taken back: it is given once for all screens.
      const follows = page.locator('[data-document-fields] textarea')
      if ((await follows.count()) === 0) await page.locator('[id="answer.missing"] label').first().click()
      await follows.waitFor()
    },
  },
  {
    name: 'answers about the whole article, changed elsewhere meanwhile',
    show: async (page) => {
      await atQuestions(page)
      // Looked at again, the page would learn of the change before it is in the way.
      await page.route('**/reading', (route) => route.abort())
      await answerElsewhere(page)
      await page.locator('[id="answer.voices"] label').first().click()
      await page.locator('[data-conflict]').waitFor()
    },
  },
  {
    name: 'the team of a study, and a link that was just made',
    show: async (page) => {
      await takeSession(page, server.origin)
      await page.goto(`${server.origin}/studies/erster-artikel/team`)
      await page.click('[data-invite] button')
      await page.locator('[data-link]').waitFor()
    },
  },
  {
    name: 'an invitation to somebody without an account, filled in wrongly',
    show: async (page) => {
      await takeSession(page, server.origin)
      await page.goto(`${server.origin}/studies/erster-artikel/team`)
      await page.click('[data-invite] button')
      const link = await page.locator('[data-link]').inputValue()
      await page.context().clearCookies()
      await page.goto(link)
      await page.fill('[name=name] >> nth=0', 'Cleo')
      await page.fill('[name=password] >> nth=0', 'kurz')
      await page.locator('form:has([name=password]) button').first().click()
      await page.locator('.fault').first().waitFor()
    },
  },
  {
    name: 'the plan of a round that is short of people',
    show: async (page) => {
      await takeSession(page, asking.origin)
      await page.goto(`${asking.origin}/studies/mehrere-artikel/rounds/${ROUND}/plan?readers=9`)
    },
  },
  {
    name: 'one’s own reading beside the reference',
    show: async (page) => {
      await toFeedback(page, server.origin)
      await page.locator('[data-measure]').first().waitFor()
    },
  },
  {
    name: 'the guide for those who mark, with all keys',
    show: async (page) => void (await page.goto(`${server.origin}/help/annotators`)),
  },
  {
    name: 'the guide as a page',
    show: async (page) => {
      await page.goto(server.origin)
      await page.click('[data-demo]')
      await page.goto(`${page.url().split('/articles/')[0]}/guide`)
    },
  },
  {
    name: 'the desk with the guide, at a tag that was searched for',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.click('.shares [data-guide="framing"]')
      await page.locator('[data-guide-panel] input').fill('framing')
    },
  },
  {
    name: 'the desk staying with one tag',
    show: async (page) => {
      await toDemonstration(page, server.origin)
      await page.waitForLoadState('load')
      await page.locator('#article').focus()
      await page.keyboard.press('b')
      await page.keyboard.press('3')
      await page.locator('.staying').waitFor()
    },
  },
]

/** A desk whose codebook asks about the whole article. */
async function atQuestions(page: Page): Promise<void> {
  await takeSession(page, asking.origin)
  await page.goto(asking.origin + deskOf(1))
  await page.waitForLoadState('load')
  await saved(page)
}

/** Answers one question about the article as another device does. */
async function answerElsewhere(page: Page): Promise<void> {
  const headers = { origin: asking.origin }
  const reading = await page.request.get(`${asking.origin}/api/v1${deskOf(1)}/reading`)
  const { revision, answers } = (await reading.json()).answers
  const data = {
    round: ROUND,
    article: articleId(1),
    base: revision,
    answers: { ...answers, balance: answers.balance === 2 ? 3 : 2 },
  }
  const answer = await page.request.put(`${asking.origin}/api/v1/answers/${newId()}`, { data, headers })
  if (!answer.ok()) throw new Error(`the answer is refused: ${answer.status()}`)
}

/** The demonstration's desk, open. */
async function demonstrationOf(page: Page, origin: string): Promise<void> {
  await toDemonstration(page, origin)
  await page.waitForLoadState('load')
  if ((await page.locator('.closed').count()) > 0) await page.locator('.closed button').first().click()
  await page.locator('.skip-article').waitFor()
  await saved(page)
}

/** The console of the demonstration workshop after so many steps, and the code to join by. */
async function leadWorkshop(page: Page, steps: number): Promise<string> {
  await signIn(page, server.origin)
  await page.click('[data-demo-workshop]')
  for (let step = 0; step < steps; step++) {
    const former = await page.locator('[data-class]').getAttribute('data-phase')
    await page.click('[data-next-phase]')
    await page.locator(`[data-class]:not([data-phase="${former}"])`).waitFor()
  }
  return (await page.locator('[data-join-code]').textContent()) ?? ''
}

/** What a console leads to, while the class looks at what it marked. */
async function followFromConsole(page: Page, link: string): Promise<void> {
  await leadWorkshop(page, 2)
  await page.goto(new URL((await page.getAttribute(link, 'href')) ?? '', server.origin).href)
}

/** The desk of who joins then, under the account that leads, or as a guest. */
async function joinWorkshop(page: Page, steps: number, { asGuest = false } = {}): Promise<void> {
  const code = await leadWorkshop(page, steps)
  if (asGuest) await page.context().clearCookies({ name: 'lesart' })
  await page.goto(`${server.origin}/join`)
  await page.fill('[name=code]', code)
  await page.locator('[name=code]').press('Enter')
  await page.locator('#article').waitFor()
  await page.waitForLoadState('load')
}

async function askAbout(page: Page, question: string): Promise<void> {
  await page.click('[data-ask]')
  await page.fill('#question-text', question)
  await page.click('dialog.ask .primary')
  await page.locator('dialog.ask').waitFor({ state: 'hidden' })
}

async function sentences(page: Page): Promise<void> {
  await page.goto(`${page.url().split(/[?#]/)[0]}/sentences`)
  if ((await page.locator('.sentence-marks').count()) === 0) await page.locator('.tag-form button').first().click()
  await page.locator('.sentence-marks').first().waitFor()
}

/** Each state in both colours and at both sizes: one half of them in German, the other in English. */
const [german, english] = [STATES.filter((_, index) => index % 2 === 0), STATES.filter((_, index) => index % 2 === 1)]

for (const { name: screen, ...options } of SCREENS) {
  const { page } = await openPage(browser, options)
  for (const { name, show } of screen.startsWith('German') ? german : english)
    test(`axe finds nothing: ${name} (${screen})`, async () => {
      await forgetKept(page, ORIGINS)
      await page.context().clearCookies()
      await show(page)
      await page.waitForLoadState('load')
      await page.evaluate(() => document.fonts.ready)
      // Cards on their way to their place cover one another; and where no frame is drawn, none would ever arrive.
      await page.evaluate(() => {
        for (const animation of document.getAnimations()) animation.finish()
      })
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      )
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
      )
      assert.deepEqual(found, [])
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)
      assert.equal(isTooWide, false, 'the page scrolls sideways')
    })
}
