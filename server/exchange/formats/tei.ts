/** `tei`: TEI P5, the text in blocks and the marks beside it. Manual: tei.md. */
import { folderFormat, located } from './shared/folder-format.ts'
import { WITHOUT } from './shared/omissions.ts'
import { wholeText } from './shared/whole-text.ts'
import { FORBIDDEN_CHARACTERS } from './shared/xml-omissions.ts'
import { declaredIn } from './tei/declared.ts'
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
  declared: async (folder) => {
    const path = folder.paths.find((path) => path.endsWith('.xml'))
    return path === undefined
      ? undefined
      : located(path, async () => declaredIn(await wholeText(folder.bytes(path), path)))
  },
  names: () => ({ tag: (name) => name, attribute: (name) => name, role: (name) => name }),
})
