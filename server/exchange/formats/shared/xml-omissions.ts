/** What XML 1.0 cannot hold: two characters that a text may have, U+FFFE and U+FFFF. A space stands in their place. */
import type { DatasetArticle } from '../../dataset.ts'
import type { Omission } from '../../format.ts'
import { forbiddenIn } from './xml.ts'

export const FORBIDDEN_CHARACTERS: readonly Omission[] = [
  {
    what: 'character-not-in-xml',
    inArticle: ({ body, title, source, annotationSets }: DatasetArticle) => {
      const sets = annotationSets.flatMap(({ reason = '', answers = {}, annotations }) => [
        ...[reason, ...Object.values(answers)],
        ...annotations.flatMap(({ note = '', origin, attributes }) => [note, origin, ...Object.values(attributes)]),
      ])
      const once = [title, ...Object.values(source)].map((text = '') => forbiddenIn(text))
      const sum = [...once, ...sets.flat().map((text) => forbiddenIn(String(text)))].reduce((a, b) => a + b, 0)
      return sum + forbiddenIn(body.text)
    },
  },
]
