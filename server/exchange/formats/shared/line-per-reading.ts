/** JSON Lines with a line for each article and annotator: what such formats have in common. */
import type { DatasetArticle, DatasetSet } from '../../dataset.ts'
import type { FileFormat, Omission } from '../../format.ts'
import { WITHOUT } from './omissions.ts'

/**
 * @param lineOf a reading's line; `number` counts the lines from 1
 * @param omissions what else is left out
 */
export function linePerReading(
  id: string,
  lineOf: (article: DatasetArticle, set: DatasetSet, number: number) => object,
  omissions: readonly Omission[] = [],
): FileFormat {
  return {
    id,
    extension: `${id}.jsonl`,
    mediaType: 'application/jsonl; charset=utf-8',
    files: 'one',
    holds: 'readings',
    needsText: true,
    omissions: [
      ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details']],
      ...[WITHOUT['article-without-sets'], WITHOUT['set-id'], WITHOUT['active-seconds']],
      ...omissions,
    ],
    async *write({ articles }) {
      let number = 0
      for await (const article of articles)
        for (const set of article.annotationSets) yield `${JSON.stringify(lineOf(article, set, ++number))}\n`
    },
  }
}
