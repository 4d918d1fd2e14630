/** A CAS ↔ XMI 1.0. */

import { DamagedFile } from '../lesart-lines.ts'
import { element, xmlAttributes } from '../shared/xml.ts'
import { elementsIn, readXml, textIn, type XmlElement } from '../shared/xml-reader.ts'
import type { Cas, Structure } from './cas.ts'

const XMI = 'http://www.omg.org/XMI'
const CAS = 'http:///uima/cas.ecore'
const PREFIXES: Readonly<Record<string, string>> = {
  'de.tudarmstadt.ukp.dkpro.core.api.metadata.type': 'metadata',
  'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type': 'segmentation',
  'webanno.custom': 'custom',
}

export function xmiText({ text, structures }: Cas): string {
  const names = Object.entries(PREFIXES).map(([name, prefix]) => [`xmlns:${prefix}`, namespaceOf(name)])
  const root = { 'xmlns:xmi': XMI, 'xmlns:cas': CAS, ...Object.fromEntries(names), 'xmi:version': '2.0' }
  const sofa = { 'xmi:id': 1, sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text }
  // What belongs to a view is found by readers only where it is a member of it.
  const members = structures.filter(({ type }) => !type.endsWith('Link')).map(({ id }) => id)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xmi:XMI${xmlAttributes(root)}>`,
    element('cas:NULL', { 'xmi:id': 0 }),
    element('cas:Sofa', sofa),
    ...structures.map(structureXml),
    element('cas:View', { sofa: 1, members: members.join(' ') }),
    '</xmi:XMI>',
    '',
  ].join('\n')
}

function structureXml({ id, type, range, values, links = {} }: Structure): string {
  const dot = type.lastIndexOf('.')
  const references = Object.entries(links).map(([feature, ids]) => [feature, ids.join(' ')])
  return element(`${PREFIXES[type.slice(0, dot)]}:${type.slice(dot + 1)}`, {
    'xmi:id': id,
    sofa: type.endsWith('Link') ? undefined : 1,
    ...(range && { begin: range.startUtf16, end: range.endUtf16 }),
    ...values,
    ...Object.fromEntries(references),
  })
}

/** `a.b.C` lies in the namespace `http:///a/b.ecore`. */
function namespaceOf(name: string): string {
  return `http:///${name.replaceAll('.', '/')}.ecore`
}

function typeOf({ name, namespace }: XmlElement): string {
  const path = /^http:\/\/\/(.*)\.ecore$/.exec(namespace)?.[1] ?? ''
  return path === '' || path === 'uima/noNamespace' ? name : `${path.replaceAll('/', '.')}.${name}`
}

/** Whether an XML file is a CAS, by its root. */
export function isXmi({ name, namespace }: XmlElement): boolean {
  return name === 'XMI' && namespace === XMI
}

/** Throws DamagedFile. Of several texts the one in the first view is taken. */
export function readXmi(xml: string): Cas {
  const root = readXml(xml)
  if (!isXmi(root)) throw new DamagedFile(root.line, `this is no XMI: its first element is ${root.name}`)
  const elements = elementsIn(root)
  const sofas = elements.filter((found) => typeOf(found) === 'uima.cas.Sofa' && found.attributes.sofaString)
  const sofa = sofas.find(({ attributes }) => attributes.sofaID === '_InitialView') ?? sofas[0]
  const text = sofa?.attributes.sofaString
  if (!sofa || text === undefined)
    throw new DamagedFile(root.line, 'there is no text in this file (cas:Sofa with a sofaString)')
  const own = sofa.attributes[ID]
  const arrays = new Map(elements.filter((found) => typeOf(found) === 'uima.cas.FSArray').map(arrayIn))
  const seen = new Set<number>()
  const structures = elements
    .filter((found) => !typeOf(found).startsWith('uima.cas.'))
    .filter(({ attributes }) => attributes.sofa === undefined || attributes.sofa === own)
    .map((found) => structureOf(found, arrays, seen))
  return { text, structures }
}

const ID = `{${XMI}}id`

/** An array that may be referred to several times is an element of its own. */
function arrayIn({ attributes }: XmlElement): [number, number[]] {
  return [Number(attributes[ID]), (attributes.elements ?? '').split(' ').filter(Boolean).map(Number)]
}

function structureOf(found: XmlElement, arrays: ReadonlyMap<number, number[]>, seen: Set<number>): Structure {
  const { attributes, line } = found
  const { [ID]: idText, sofa: _, begin, end, ...features } = attributes
  const id = Number(idText)
  if (!Number.isInteger(id) || id <= 0)
    throw new DamagedFile(line, `${found.name}: xmi:id is „${idText ?? ''}“, a whole number is needed`)
  if (seen.has(id)) throw new DamagedFile(line, `${found.name}: the xmi:id ${id} stands there twice`)
  seen.add(id)
  const several = Map.groupBy(elementsIn(found), ({ name }) => name)
  const texts = Array.from(several, ([name, children]) => [name, children.map(textIn).join(' ')])
  return {
    ...{ id, line, type: typeOf(found) },
    range: begin === undefined && end === undefined ? undefined : rangeOf(found, begin ?? '0', end ?? ''),
    values: { ...features, ...Object.fromEntries(texts) },
    links: linksIn(features, arrays),
  }
}

/** A feature that refers to others cannot be told from a number: both are kept, and who knows the type takes one. */
function linksIn(
  features: Readonly<Record<string, string>>,
  arrays: ReadonlyMap<number, number[]>,
): Record<string, number[]> {
  const found = Object.entries(features).filter(([, value]) => /^\d+( \d+)*$/.test(value))
  return Object.fromEntries(
    found.map(([name, value]) => [name, arrays.get(Number(value)) ?? value.split(' ').map(Number)]),
  )
}

function rangeOf({ name, line }: XmlElement, begin: string, end: string): { startUtf16: number; endUtf16: number } {
  const [startUtf16, endUtf16] = [Number(begin), Number(end)]
  if (![begin, end].every((value) => /^\d+$/.test(value)) || startUtf16 > endUtf16)
    throw new DamagedFile(line, `${name}: „${begin}“ to „${end}“ is no span`)
  return { startUtf16, endUtf16 }
}
