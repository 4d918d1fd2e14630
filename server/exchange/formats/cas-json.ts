/** `cas-json`: the documents of UIMA in JSON, version 0.4. Manual: cas-json.md. */
import { casNames, casOf } from './cas/cas.ts'
import { casJsonText, readCasJson } from './cas/json-text.ts'
import { readingOf } from './cas/reading.ts'
import { folderFormat } from './shared/folder-format.ts'
import { WITHOUT } from './shared/omissions.ts'

const HEAD = /"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|HEADER)"\s*:/

export const casJson = folderFormat({
  id: 'cas-json',
  extension: 'json',
  mediaType: 'application/zip',
  omissions: [WITHOUT['article-without-sets']],
  isBeginning: (head) => HEAD.test(head),
  top: () => [],
  write: (header, article, set, path) => [
    { path: `${path}.json`, content: casJsonText(casOf(header, article, set), header.codebooks) },
  ],
  read: async (file) => [readingOf(readCasJson(await file.text()))],
  names: casNames,
})
