/** Writes and reads `doccano`: a line per article and annotator, with entities and relations. Manual: doccano.md. */
import { type QuotedAnnotation, quoted } from '../../annotations/annotation.ts'
import type { Dataset, DatasetArticle, DatasetSet } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { isDoccano, readDoccano, readDoccanoFolder } from './doccano-reader.ts'
import { articleMeta, blockRows } from './shared/article-meta.ts'
import { WITHOUT } from './shared/omissions.ts'
import { sidecarOf } from './shared/sidecar.ts'

export const doccano: FileFormat = {
  id: 'doccano',
  extension: 'doccano.jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  files: 'one',
  holds: 'readings',
  needsText: true,
  omissions: [
    ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details']],
    ...[WITHOUT['article-without-sets'], WITHOUT['set-id'], WITHOUT['active-seconds']],
  ],
  write,
  read: readDoccano,
  readFolder: readDoccanoFolder,
  recognises: isDoccano,
}

async function* write({ articles }: Dataset): AsyncIterable<string> {
  let line = 0
  for await (const article of articles)
    for (const set of article.annotationSets) yield `${JSON.stringify(lineOf(article, set, ++line))}\n`
}

/** Offsets are UTF-16 units, as doccano counts them where graphemes are not switched on. */
function lineOf(article: DatasetArticle, set: DatasetSet, id: number): object {
  const { body } = article
  const entities: object[] = []
  const relations: object[] = []
  const entity = (label: string, start: number, end: number) => {
    const entityId = entities.length + 1
    entities.push({ id: entityId, label, start_offset: body.toUtf16(start), end_offset: body.toUtf16(end) })
    return entityId
  }
  const details = set.annotations.map((one) => {
    const annotation = quoted(one, body)
    const main = entity(annotation.tag, annotation.start, annotation.end)
    const parts = (annotation.parts ?? []).map(({ role, start, end }) => {
      const part = entity(`${annotation.tag}.${role}`, start, end)
      relations.push({ id: relations.length + 1, from_id: main, to_id: part, type: role })
      return part
    })
    return { entity: main, ...(parts.length > 0 && { parts }), ...sidecarOf(annotation satisfies QuotedAnnotation) }
  })
  const { round, annotator, state, reason, answers } = set
  return {
    id,
    text: body.text,
    entities,
    relations,
    Comments: [],
    ...articleMeta(article),
    lesart: { round, annotator, state, reason, answers, blocks: blockRows(article), annotations: details },
  }
}
