/** Taking an example for the guidelines from an article of the study. */
import type { Account } from '../../accounts/account.ts'
import { sentenceSpans } from '../../annotations/sentence-page.ts'
import type { Article } from '../../articles/article.ts'
import { listTitles } from '../../articles/article-store.ts'
import { inLanguage } from '../../codebook/codebook.ts'
import type { ExampleForm } from '../../codebook/codebook-draft-input.ts'
import { withExample } from '../../codebook/examples.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import { type OpenDraft, openDraft, openDraftOf, saveAs } from './draft-actions.ts'

/** So many articles can be chosen from. */
const MOST = 1000

export interface OpenExamples extends OpenDraft {
  readonly articles: readonly { readonly id: string; readonly title: string }[]
  readonly article: Article | undefined
}

export async function openExamples(
  parts: Parts,
  account: Account | undefined,
  slug: string,
  article: string | undefined,
): Promise<OpenExamples> {
  const open = await openDraft(parts, account, slug)
  const articles = await listTitles(parts.database.db, open.study.id, { from: 0, count: MOST })
  const chosen = article ?? articles[0]?.id
  const found = chosen === undefined ? undefined : await parts.frozen.article(parts.database.db, chosen)
  return { ...open, articles, article: found?.studyId === open.study.id ? found : undefined }
}

export type ExampleFault = 'no-sentence' | 'not-there' | 'no-language'

/** Adds the example to the guidelines, or says why not. Throws Refusal (not-found) where draft, article or tag are gone. */
export async function addExample(
  parts: Parts,
  account: Account,
  slug: string,
  form: ExampleForm,
): Promise<ExampleFault | undefined> {
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    const { draft } = await openDraftOf(db, study)
    const article = await parts.frozen.article(db, form.article)
    const tag = draft.content.tags.find(({ id }) => id === form.tag)
    if (article?.studyId !== study.id || !tag) throw new Refusal('not-found')
    const sentence = sentenceSpans(article).find(({ start, end }) => `${start}-${end}` === form.sentence)
    if (!sentence) return 'no-sentence'
    const quote = wordsWithin(article, sentence, form.words)
    if (!quote) return 'not-there'
    if (form.languages.length === 0) return 'no-language'
    const example = { ...quote, kind: form.kind, title: article.title, outlet: article.source.outlet }
    const guidelines = { ...draft.content.guidelines }
    for (const language of form.languages.filter((code) => /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(code)))
      guidelines[language] = withExample(
        guidelines[language] ?? '',
        inLanguage(tag.label, language) || tag.id,
        example,
        language,
      )
    await saveAs(parts, db, account, { ...draft, content: { ...draft.content, guidelines } })
    return undefined
  })
}

/** The words where they stand in the sentence, or the whole sentence where none are named. */
function wordsWithin({ body }: Article, sentence: { start: number; end: number }, typed: string) {
  const text = body.slice(sentence.start, sentence.end)
  const words = typed.trim()
  if (words === '') return { ...sentence, quote: text }
  const at = text.indexOf(words.normalize('NFC'))
  if (at === -1) return undefined
  const start = sentence.start + [...text.slice(0, at)].length
  return { start, end: start + [...words.normalize('NFC')].length, quote: words.normalize('NFC') }
}
