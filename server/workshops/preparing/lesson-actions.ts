/** Beginning a lesson: a workshop on one of its articles, with the lesson's phases and questions. */
import { createReadStream } from 'node:fs'
import type { Account } from '../../accounts/account.ts'
import { Refusal } from '../../errors.ts'
import { readLesart } from '../../exchange/formats/lesart-reader.ts'
import type { Parts } from '../../parts.ts'
import { USUAL_SETTINGS, type Workshop } from '../workshop.ts'
import { firstArticle } from './demonstration-actions.ts'
import { ABOUT_ARTICLES, LESSON_PLANS, type LessonArticle, type LessonName } from './lessons.ts'
import { makeWorkshop, type NewWorkshop, type RoundTitles } from './making-actions.ts'

const FILES = {
  'swimming-pool': new URL('../../../db/lessons/swimming-pool.lesart.jsonl', import.meta.url),
  'free-buses': new URL('../../../db/lessons/free-buses.lesart.jsonl', import.meta.url),
} as const

/** Throws Refusal (not-found) where the instance has no first article, or the lesson is not about this one. */
export async function beginLesson(
  parts: Parts,
  account: Account,
  { lesson, on: article }: { lesson: LessonName; on: LessonArticle },
  titles: RoundTitles,
): Promise<Workshop> {
  const { articles, marking, phases } = LESSON_PLANS[lesson]
  if (!articles.includes(article)) throw new Refusal('not-found')
  const { title, language, questions } = ABOUT_ARTICLES[article]
  const own = article === 'first' ? undefined : await ofOurOwn(article)
  return parts.database.transact(async (db) => {
    const read = own ?? (await firstArticle(parts, db))
    const settings = { ...USUAL_SETTINGS, language, questions, phases, minutes: marking }
    return makeWorkshop(parts, db, account, { ...read, title, settings, isDemonstration: false }, titles)
  })
}

async function ofOurOwn(name: keyof typeof FILES): Promise<Pick<NewWorkshop, 'article' | 'reference'>> {
  for await (const item of readLesart(createReadStream(FILES[name])))
    if (item.type === 'article') {
      const { title, language, source, body, sha256, blocks, annotationSets } = item.article
      return {
        article: { title, language, source, body, sha256, blocks },
        reference: annotationSets[0]?.annotations ?? [],
      }
    }
  throw new Error(`${name} holds no article`)
}
