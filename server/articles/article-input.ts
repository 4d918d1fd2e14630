/** What may come from outside about articles. */
import { z } from 'zod'
import { slugParams } from '../studies/study-input.ts'
import { uuid } from '../web/fields.ts'
import { choiceField, listFields } from '../web/list-fields.ts'
import { ARTICLE_ORDERS, READING_STATES } from './article-list.ts'

export const articleParams = z.object({ slug: slugParams.shape.slug, article: uuid })

export const articleListQuery = z.object({
  ...listFields,
  order: choiceField(ARTICLE_ORDERS),
  state: choiceField(['any', ...READING_STATES]),
})
