/** Pictures as data, written as SVG: inside a page, where the stylesheet colours them, or as a file that stands alone. */

export interface Shape {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  readonly children: readonly (Shape | string)[]
}

/** A picture with its name: one sentence that says what is to be seen. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly name: string
  readonly shapes: readonly Shape[]
}

/** A shape with attributes (undefined is left out) and what stands in it: shapes, or words. */
export function shape(name: string, attributes: Shape['attributes'], ...children: Shape['children']): Shape {
  return { name, attributes, children }
}

/** What a file says of itself: hatchings are for paper and forced colours, and words keep clear of them. */
const STYLE = [
  '.hatch{display:none}',
  '@media print{.hatch{display:inline;opacity:.4}text{paint-order:stroke;stroke:#fff;stroke-width:4px}}',
  '@media (forced-colors:active){.hatch{display:inline}.area{fill:Canvas;stroke:CanvasText;stroke-width:.5}.stroke{stroke:CanvasText}',
  '.ink,text{fill:CanvasText}text{paint-order:stroke;stroke:Canvas;stroke-width:4px}}',
].join('')
const PAPER = '#ffffff'
const MARGIN = 20
const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif"

/** The picture as an element of a page. */
export function inPage(picture: Picture): string {
  return written(
    shape('svg', { class: 'chart', ...viewOf(picture), role: 'img', 'aria-label': picture.name }, ...picture.shapes),
  )
}

/** The same without a name, where the words beside it say all that it shows. */
export function besideWords(picture: Picture): string {
  return written(shape('svg', { class: 'chart', ...viewOf(picture), 'aria-hidden': 'true' }, ...picture.shapes))
}

/** The picture as a file: with colours, fonts, a ground and a margin of its own. */
export function asFile({ width, height, name, shapes }: Picture): string {
  const size = { width: width + 2 * MARGIN, height: height + 2 * MARGIN }
  const root = shape(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', ...size },
      viewBox: `${-MARGIN} ${-MARGIN} ${size.width} ${size.height}`,
      ...{ 'font-family': FONT, role: 'img' },
    },
    shape('title', {}, name),
    shape('style', {}, STYLE),
    shape('rect', { x: -MARGIN, y: -MARGIN, ...size, fill: PAPER }),
    ...shapes,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`
}

function viewOf({ width, height }: Picture) {
  return { viewBox: `0 0 ${width} ${height}` }
}

function written({ name, attributes, children }: Shape): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  const start = `<${[name, ...pairs.map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(' ')}`
  if (children.length === 0) return `${start}/>`
  return `${start}>${children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('')}</${name}>`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold becomes the sign for it. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => ESCAPES[character]!)
}

/** Lengths to a hundredth: what is finer nobody sees. */
export function round(length: number): number {
  return Math.round(length * 100) / 100
}
