/** A finger on the glass: real touch events, as the browser gets them from the hardware. */
import type { CDPSession, Page } from 'playwright-core'
import { placeOf } from './browser.ts'

export interface Finger {
  tap(words: string): Promise<void>
  tapAt(at: Place): Promise<void>
  /** Rests on the first words, goes on to the last ones, and is lifted. */
  draw(from: string, to: string): Promise<void>
  /** Goes from place to place without resting. */
  swipe(from: Place, to: Place): Promise<void>
  down(at: Place): Promise<void>
  moveTo(at: Place): Promise<void>
  up(): Promise<void>
}

export interface Place {
  readonly x: number
  readonly y: number
}

/** Longer than a finger rests before it draws, in milliseconds. */
const REST = 600

export async function fingerOn(page: Page): Promise<Finger> {
  const session: CDPSession = await page.context().newCDPSession(page)
  let last: Place = { x: 0, y: 0 }
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })

  async function down(at: Place): Promise<void> {
    last = at
    await send('touchStart', [at])
  }

  async function moveTo(at: Place): Promise<void> {
    const from = last
    for (let step = 1; step <= 6; step++) {
      last = { x: from.x + ((at.x - from.x) * step) / 6, y: from.y + ((at.y - from.y) * step) / 6 }
      await send('touchMove', [last])
    }
  }

  async function tapAt(at: Place): Promise<void> {
    await down(at)
    await send('touchEnd', [])
  }

  return {
    down,
    moveTo,
    tapAt,
    up: async () => void (await send('touchEnd', [])),
    async tap(words) {
      await tapAt((await placeOf(page, words)).from)
    },
    async draw(from, to) {
      const start = (await placeOf(page, from)).from
      await down(start)
      await page.waitForTimeout(REST)
      await moveTo((await placeOf(page, to, { scroll: false })).to)
      await send('touchEnd', [])
    },
    async swipe(from, to) {
      await down(from)
      await moveTo(to)
      await send('touchEnd', [])
    },
  }
}
