/** `tei`: TEI P5, the text in blocks and the marks beside it. Manual: tei.md. */
import { folderFormat } from './shared/folder-format.ts'
import { WITHOUT } from './shared/omissions.ts'
import { FORBIDDEN_CHARACTERS } from './shared/xml-omissions.ts'
import { readTei } from './tei/reading.ts'
import { teiText } from './tei/writing.ts'

const HEAD = /<(?:\w+:)?(?:TEI|teiCorpus)\b[^>]*http:\/\/www\.tei-c\.org\/ns\/1\.0/

export const tei = folderFormat({
  id: 'tei',
  extension: 'xml',
  mediaType: 'application/zip',
  omissions: [WITHOUT['article-without-sets'], ...FORBIDDEN_CHARACTERS],
  isBeginning: (head) => HEAD.test(head),
  alsoRead: ['tei'],
  top: () => [],
  write: (header, article, set, path) => [{ path: `${path}.xml`, content: teiText(header, article, set) }],
  read: async (file) => [readTei(await file.text())],
  names: () => ({ tag: (name) => name, attribute: (name) => name, role: (name) => name }),
})
