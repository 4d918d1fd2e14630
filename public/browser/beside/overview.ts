/** The article in small beside the text: kept in step with the reading, shows what is on the screen, and leads there. */
import { overviewOf, STROKE } from '../../../server/annotations/overview.ts'
import { findTag } from '../../../server/codebook/codebook.ts'
import { tagClasses } from '../../../server/codebook/tag-look.ts'
import type { Desk } from '../desk.ts'
import { behindNextFrame, inNextFrame, svgElement } from '../dom.ts'
import type { Reading } from '../saving/reading.ts'

export function keepOverview(desk: Desk, reading: Reading, article: HTMLElement): void {
  const picture = document.querySelector<SVGSVGElement>('[data-overview]')
  if (!picture) return
  const frame = svgElement('rect', { class: 'window', x: 0, width: picture.viewBox.baseVal.width, rx: 1 })
  picture.append(frame)

  function drawStrokes(): void {
    const { strokes } = overviewOf(desk.article, reading.list())
    const paths = strokes.map(({ tag, path }) => {
      const classes = tag === undefined ? 'unmarked' : tagClasses(findTag(desk.codebook, tag))
      return svgElement('path', { class: classes, d: path, 'stroke-width': STROKE })
    })
    picture?.replaceChildren(...paths, frame)
  }

  /** The window covers what can be seen of the article. */
  function drawWindow(): void {
    const { top, height } = article.getBoundingClientRect()
    const total = picture?.viewBox.baseVal.height ?? 0
    const share = (pixels: number) => Math.max(0, Math.min(1, pixels / height)) * total
    frame.setAttribute('y', String(share(-top)))
    frame.setAttribute('height', String(Math.max(2, share(innerHeight - top) - share(-top))))
  }

  picture.addEventListener('click', (event) => {
    const { top, height } = picture.getBoundingClientRect()
    const wanted = ((event.clientY - top) / height) * article.offsetHeight
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    scrollTo({
      top: article.getBoundingClientRect().top + scrollY + wanted - innerHeight / 2,
      behavior: isCalm ? 'instant' : 'smooth',
    })
  })
  const follow = inNextFrame(drawWindow)
  addEventListener('scroll', follow, { passive: true })
  addEventListener('resize', follow)
  reading.onChange(behindNextFrame(drawStrokes))
  drawWindow()
}
