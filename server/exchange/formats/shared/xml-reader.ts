/** XML, read: text → a tree of elements with their lines. No document type, so no entities but the five of XML. */
import { SaxesParser } from 'saxes'
import { DamagedFile } from '../lesart-lines.ts'

export interface XmlElement {
  /** The name without its prefix, and the namespace it stands in; empty where there is none. */
  readonly name: string
  readonly namespace: string
  /** By local name; those in the namespace of XML begin with `xml:`, of others with `{NAMESPACE}`. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  readonly line: number
}

const DEEPEST = 200

/** Throws DamagedFile where it is not well-formed, has a document type, or is nested without end. */
export function readXml(text: string): XmlElement {
  const open: (XmlElement & { readonly children: (XmlElement | string)[] })[] = []
  let root: XmlElement | undefined
  const parser = new SaxesParser({ xmlns: true, position: false })
  const refuse = (message: string): never => {
    throw new DamagedFile(parser.line, message)
  }
  const addText = (piece: string) => open.at(-1)?.children.push(piece)
  parser.on('error', (error) => refuse(`this is no well-formed XML: ${error.message}`))
  parser.on('doctype', () => refuse('a document type is declared; it is not read: take the declaration out'))
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length === DEEPEST) refuse(`elements are nested more than ${DEEPEST} deep`)
    const found = { name: local, namespace: uri, attributes: attributesOf(attributes), children: [], line: parser.line }
    open.at(-1)?.children.push(found)
    root ??= found
    open.push(found)
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text.replace(/^\ufeff/, '')).close()
  return root ?? refuse('there is no element in this file')
}

const XML = 'http://www.w3.org/XML/1998/namespace'

function attributesOf(
  attributes: Readonly<Record<string, { local: string; uri: string; value: string }>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.values(attributes).map(({ local, uri, value }) => {
      if (uri === '') return [local, value]
      return [uri === XML ? `xml:${local}` : `{${uri}}${local}`, value]
    }),
  )
}

export function elementsIn({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string')
}

/** The elements of that name directly in an element. */
export function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).filter((child) => child.name === name)
}

/** The elements of that name anywhere in an element, in the order of the document. */
export function descendantsNamed(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsNamed(child, name),
  ])
}

/** All text in an element. */
export function textIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
