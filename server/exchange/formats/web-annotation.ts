/** `web-annotation`: W3C Web Annotations, as JSON-LD. Manual: web-annotation.md. */
import type { FileFormat } from '../format.ts'
import { readWebAnnotations } from './web-annotation/reading.ts'
import { collectionPieces } from './web-annotation/writing.ts'

const HEAD =
  /w3\.org\/ns\/anno|"type"\s*:\s*"Annotation(?:Page|Collection)?"|"@type"\s*:\s*"oa:Annotation"|^\s*[[{].*"uri"\s*:.*"target"\s*:/s

export const webAnnotation: FileFormat = {
  id: 'web-annotation',
  files: 'one',
  extension: 'jsonld',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  omissions: [],
  needsText: true,
  recognises: (sample) => sample.files === 'one' && HEAD.test(sample.head),
  write: collectionPieces,
  read: readWebAnnotations,
}
