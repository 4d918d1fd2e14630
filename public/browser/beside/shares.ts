/** The shares beside the text, kept in step with the reading. */
import { sharesOf } from '../../../server/annotations/shares.ts'
import { formatPercent } from '../../../server/text/numbers.ts'
import type { Desk } from '../desk.ts'
import { behindNextFrame, fill } from '../dom.ts'
import type { Reading } from '../saving/reading.ts'

export function keepShares(desk: Desk, reading: Reading): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-share]')]
  const summary = document.querySelector<HTMLElement>('[data-end-summary]')

  function draw(): void {
    const shares = sharesOf(desk.article, reading.list())
    const share = (codePoints: number) =>
      formatPercent(shares.coded === 0 ? 0 : codePoints / shares.coded, desk.language)
    for (const row of rows) {
      const tag = shares.tags.get(row.dataset.share ?? '')
      const [count, part] = row.querySelectorAll('td')
      if (count && row.dataset.share) count.textContent = String(tag?.marks ?? 0)
      if (part) part.textContent = share(row.dataset.share ? (tag?.codePoints ?? 0) : shares.unmarked)
    }
    if (summary)
      summary.textContent = fill(desk.words.endSummary, { n: reading.list().length, share: share(shares.unmarked) })
  }

  reading.onChange(behindNextFrame(draw))
}
