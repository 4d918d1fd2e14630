/** The taxonomy in a file of ours → the tags of its codebook, with labels and definitions. Throws DamagedFile. */
import type { Localised, Tag } from '../../../codebook/codebook.ts'
import type { Declared } from '../shared/folder-format.ts'
import { childrenNamed, descendantsNamed, readXml, textIn, type XmlElement } from '../shared/xml-reader.ts'

const OURS = /^tag-([a-z0-9]+(?:-[a-z0-9]+)*)$/

export function declaredIn(xml: string): Declared | undefined {
  const tags = descendantsNamed(readXml(xml), 'category').flatMap(tagOf)
  if (tags.length === 0) return undefined
  const ids = new Set(tags.map(({ id }) => id))
  return { tags, tagId: (name) => (ids.has(name) ? name : undefined), roleId: (name) => name }
}

function tagOf(category: XmlElement): Tag[] {
  const id = OURS.exec(category.attributes['xml:id'] ?? '')?.[1]
  if (id === undefined) return []
  const texts = childrenNamed(category, 'catDesc')
  const label = inLanguages(texts, (text) => text.children.filter((child) => typeof child === 'string').join(''))
  const definition = inLanguages(texts, (text) => childrenNamed(text, 'gloss').map(textIn).join(' '))
  const hasDefinition = Object.keys(definition).length > 0
  return [{ id, label: Object.keys(label).length > 0 ? label : { en: id }, ...(hasDefinition && { definition }) }]
}

/** Languages in the order of their codes. */
function inLanguages(texts: readonly XmlElement[], textOf: (text: XmlElement) => string): Localised {
  const found = texts.flatMap((text): [string, string][] => {
    const [language, words] = [text.attributes['xml:lang'] ?? 'en', textOf(text).trim().normalize('NFC')]
    return words !== '' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? [[language, words]] : []
  })
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}
