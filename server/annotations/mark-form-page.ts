/** One mark as a form: its tag, its answers and its note, for who marks without scripts. */
import { findTag, inLanguage } from '../codebook/codebook.ts'
import { tagClasses } from '../codebook/tag-look.ts'
import { tagColours } from '../codebook/tag-styles.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { type Annotation, CONFIDENCES, type Judgement } from './annotation.ts'
import type { Desk } from './annotation-page.ts'
import { type Field, type Option, questionFields } from './field-page.ts'
import { answerInWords } from './summary.ts'

interface Words {
  readonly yes: string
  readonly no: string
  readonly high: string
  readonly medium: string
  readonly low: string
  readonly confidence: string
  readonly secondTag: string
  readonly note: string
}

export interface MarkFormPage {
  /** For the head of the page. */
  readonly tagStyles: string
  readonly path: string
  readonly article: { readonly language: string }
  readonly quote: string
  /** The hidden fields: what the form is about, and the ids that make it one act. */
  readonly hidden: readonly (readonly [string, string])[]
  /** The id under which the mark is saved. */
  readonly annotation: string
  readonly tags: readonly Option[]
  readonly fields: readonly Field[]
  readonly note: string
  /** What went wrong, where something did. */
  readonly notice: string | undefined
  /** How the mark stands now, where it was changed elsewhere: question → answer. */
  readonly current: readonly (readonly [string, string])[]
}

export interface MarkForm {
  /** The annotation that is stated anew, or the one that is made where `base` is 0. */
  readonly id: string
  readonly base: number
  readonly judgement: Judgement
  readonly notice?: string
  readonly current?: Annotation | undefined
}

export function markFormPage(desk: Desk, form: MarkForm, action: string, language: string, words: Words): MarkFormPage {
  const { article } = desk
  const { judgement } = form
  const quote = article.body.slice(judgement.start, judgement.end)
  const parts = judgement.parts.map((part) => ({ ...part, quote: article.body.slice(part.start, part.end) }))
  return {
    tagStyles: tagColours(desk.codebook),
    path: deskPath(desk.round.id, article.id),
    article: { language: article.language },
    quote,
    hidden: Object.entries({
      action,
      base: String(form.base),
      start: String(judgement.start),
      end: String(judgement.end),
      quote,
      parts: JSON.stringify(parts),
    }),
    annotation: form.id,
    tags: tagOptions(desk, judgement.tag, [judgement.tag], language),
    fields: [
      ...questionFields(
        findTag(desk.codebook, judgement.tag)?.attributes ?? [],
        judgement.attributes,
        'attribute',
        language,
        words,
      ),
      ...sureFields(desk, judgement, language, words),
    ],
    note: judgement.note ?? '',
    notice: form.notice,
    current: form.current ? inWords(desk, form.current, language, words) : [],
  }
}

function tagOptions(
  { codebook }: Desk,
  standing: string | undefined,
  chosen: readonly string[],
  language: string,
): Option[] {
  return codebook.tags
    .filter(({ id, retired }) => !retired || id === standing)
    .map((tag) => ({
      value: tag.id,
      label: inLanguage(tag.label, language),
      classes: tagClasses(tag),
      isChosen: chosen.includes(tag.id),
    }))
}

/** How sure, and what else would fit. */
function sureFields(desk: Desk, { tag, confidence, secondTag }: Judgement, language: string, words: Words): Field[] {
  const others = tagOptions(desk, secondTag, secondTag ? [secondTag] : [], language).filter(
    ({ value }) => value !== tag,
  )
  const field = { isRequired: false, type: 'radio', text: '' } as const
  const options = CONFIDENCES.map((value) => ({ value, label: words[value], isChosen: value === confidence }))
  return [
    { ...field, name: 'confidence', label: words.confidence, options },
    { ...field, name: 'secondTag', label: words.secondTag, options: others },
  ]
}

function inWords(desk: Desk, annotation: Annotation, language: string, words: Words): (readonly [string, string])[] {
  const tag = findTag(desk.codebook, annotation.tag)
  const label = (id: string) => inLanguage(findTag(desk.codebook, id)?.label ?? { de: id }, language)
  const answers = (tag?.attributes ?? []).flatMap((question) => {
    const answer = answerInWords(question, annotation.attributes, language, words)
    return answer === undefined ? [] : [[inLanguage(question.label, language), answer] as const]
  })
  return [
    [label(annotation.tag), desk.article.body.slice(annotation.start, annotation.end)],
    ...answers,
    ...(annotation.confidence ? [[words.confidence, words[annotation.confidence]] as const] : []),
    ...(annotation.secondTag ? [[words.secondTag, label(annotation.secondTag)] as const] : []),
    ...(annotation.note ? [[words.note, annotation.note] as const] : []),
  ]
}
