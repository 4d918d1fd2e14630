/** `webanno-tsv`: WebAnno TSV 3.3, the table format of INCEpTION. Manual: webanno-tsv.md. */
import { casNames, casOf } from './cas/cas.ts'
import { readingOf } from './cas/reading.ts'
import { typeSystemXml } from './cas/types.ts'
import { BLANK_SPANS } from './shared/blank-spans.ts'
import { folderFormat } from './shared/folder-format.ts'
import { WITHOUT } from './shared/omissions.ts'
import { readTsv } from './webanno-tsv/reading.ts'
import { shortened, tsvText } from './webanno-tsv/writing.ts'

export const webannoTsv = folderFormat({
  id: 'webanno-tsv',
  extension: 'tsv',
  mediaType: 'application/zip',
  omissions: [WITHOUT['article-without-sets'], ...BLANK_SPANS],
  losesLead: true,
  isBeginning: (head) => head.startsWith('#FORMAT=WebAnno TSV '),
  top: ({ codebooks }) => [{ path: 'TypeSystem.xml', content: typeSystemXml(codebooks) }],
  write: (header, article, set, path) => [
    { path: `${path}.tsv`, content: tsvText(casOf(header, article, set), header.codebooks) },
  ],
  read: async (file) => [readingOf(readTsv(await file.text()), ({ text }, range) => shortened(text, range))],
  names: casNames,
})
