/** Making elements without markup: text stays text. */

type Child = Node | string | undefined

/** An element with attributes (undefined and false are left out, true is empty) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value))
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** The same for a shape in a picture. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly Node[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.append(...children)
  return made
}

/** The sign for closing and removing; the button around it says which. */
export function crossIcon(): SVGElement {
  const attributes = { viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' }
  return svgElement(
    'svg',
    attributes,
    svgElement('path', { d: 'M1 1l10 10M11 1L1 11', stroke: 'currentColor', 'stroke-width': 1.5 }),
  )
}

/** The one element that must be there. */
export function find<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E {
  const found = root.querySelector<E>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

/** Shows a button that works with scripts only. */
export function offer(selector: string, press: () => void): HTMLElement {
  const button = find(selector)
  button.hidden = false
  button.addEventListener('click', press)
  return button
}

/** Work → the same, done once in the next frame however often it is asked for until then. */
export function inNextFrame(work: () => void): () => void {
  let isWaiting = false
  return () => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      work()
    })
  }
}

/** The same, done when the next frame has been painted: what may take longer must not keep a mark waiting. */
export function behindNextFrame(work: () => void): () => void {
  return inNextFrame(() => setTimeout(work))
}

/** A sentence with its places filled: `{n}` and the like. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))
}
