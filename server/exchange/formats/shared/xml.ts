/** XML, written: elements with exact escaping. What XML 1.0 cannot hold becomes a space, one for one. */

/** Undefined is an attribute that is not there. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An element; its content is XML already: elements, or texts from `xmlText`. */
export function element(name: string, attributes: XmlAttributes, ...content: readonly string[]): string {
  const start = `<${name}${xmlAttributes(attributes)}`
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`
}

export function xmlAttributes(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${attributeText(String(value))}"`)
    .join('')
}

/** A text as content of an element. A line feed stands there as it is; a carriage return would become one. */
export function xmlText(text: string): string {
  return allowed(text).replace(/[&<>\r]/g, (sign) => REFERENCES[sign]!)
}

/** Line breaks and tabs in an attribute become spaces in every reader where they are not written as references. */
function attributeText(text: string): string {
  return allowed(text).replace(/[&<>"\t\n\r]/g, (sign) => REFERENCES[sign]!)
}

const REFERENCES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
}

const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

function allowed(text: string): string {
  return text.replace(FORBIDDEN, ' ')
}

/** How many characters of a text XML cannot hold. */
export function forbiddenIn(text: string): number {
  return text.match(FORBIDDEN)?.length ?? 0
}
