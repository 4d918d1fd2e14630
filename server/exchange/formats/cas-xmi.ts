/** `cas-xmi`: the documents of UIMA in XMI, with their type system. Manual: cas-xmi.md. */
import { casNames, casOf } from './cas/cas.ts'
import { readingOf } from './cas/reading.ts'
import { typeSystemXml } from './cas/types.ts'
import { readXmi, xmiText } from './cas/xmi-text.ts'
import { folderFormat } from './shared/folder-format.ts'
import { WITHOUT } from './shared/omissions.ts'
import { FORBIDDEN_CHARACTERS } from './shared/xml-omissions.ts'

const HEAD = /<\w*:?XMI\b[^>]*http:\/\/www\.omg\.org\/XMI/

export const casXmi = folderFormat({
  id: 'cas-xmi',
  extension: 'xmi',
  mediaType: 'application/zip',
  omissions: [WITHOUT['article-without-sets'], ...FORBIDDEN_CHARACTERS],
  isBeginning: (head) => HEAD.test(head),
  alsoRead: ['xml'],
  top: ({ codebooks }) => [{ path: 'TypeSystem.xml', content: typeSystemXml(codebooks) }],
  write: (header, article, set, path) => [{ path: `${path}.xmi`, content: xmiText(casOf(header, article, set)) }],
  read: async (file) => [readingOf(readXmi(await file.text()))],
  names: casNames,
})
