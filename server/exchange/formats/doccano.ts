/** Writes and reads `doccano`: a line per article and annotator, with entities and relations. Manual: doccano.md. */
import { type QuotedAnnotation, quoted } from '../../annotations/annotation.ts'
import type { DatasetArticle, DatasetSet } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { isDoccano, readDoccano, readDoccanoFolder } from './doccano-reader.ts'
import { articleMeta, blockRows } from './shared/article-meta.ts'
import { linePerReading } from './shared/line-per-reading.ts'
import { sidecarOf } from './shared/sidecar.ts'

export const doccano: FileFormat = {
  ...linePerReading('doccano', lineOf),
  read: readDoccano,
  readFolder: readDoccanoFolder,
  recognises: isDoccano,
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
