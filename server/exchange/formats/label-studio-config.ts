/** A codebook as a labelling config of Label Studio, and back. */

import { CONFIDENCES } from '../../annotations/annotation.ts'
import type { Attribute, Codebook, Tag } from '../../codebook/codebook.ts'
import { inLanguage } from '../../codebook/codebook.ts'
import type { DatasetHeader } from '../dataset.ts'
import { xmlAttributes } from './shared/xml.ts'

/** `value` is what people read, `alias` what stands in the file. */
export function configOf({ codebooks, study }: DatasetHeader): string {
  const language = study.language ?? 'en'
  const tags = uniqueTags(codebooks)
  const roles = [...new Map(tags.flatMap((tag) => tag.roles ?? []).map((role) => [role.id, role])).values()]
  const questions = codebooks.at(-1)?.questions ?? []
  const lines = [
    '<View>',
    '  <Labels name="label" toName="text">',
    ...tags.map(
      ({ id, label, colour, key }) =>
        `    <Label${xmlAttributes({ value: inLanguage(label, language), alias: id, background: colour, hotkey: key })}/>`,
    ),
    '  </Labels>',
    '  <Text name="text" value="$text"/>',
    ...tags.flatMap((tag) =>
      (tag.attributes ?? []).flatMap((attribute) =>
        controlOf(attribute, `${tag.id}.${attribute.id}`, language, tag.id),
      ),
    ),
    ...choicesOf(
      'confidence',
      REGION,
      CONFIDENCES.map((id) => ({ alias: id, value: id })),
    ),
    ...choicesOf(
      'second-tag',
      REGION,
      tags.map(({ id, label }) => ({ alias: id, value: inLanguage(label, language) })),
    ),
    `  <TextArea${xmlAttributes({ name: 'note', toName: 'text', ...REGION })}/>`,
    ...(roles.length > 0
      ? [
          '  <Labels name="role" toName="text">',
          ...roles.map(
            ({ id, label }) => `    <Label${xmlAttributes({ value: inLanguage(label, language), alias: id })}/>`,
          ),
          '  </Labels>',
          '  <Relations>',
          ...roles.map(({ id }) => `    <Relation${xmlAttributes({ value: id })}/>`),
          '  </Relations>',
        ]
      : []),
    ...questions.flatMap((question) => controlOf(question, `article.${question.id}`, language)),
    '</View>',
  ]
  return `${lines.join('\n')}\n`
}

const REGION = { perRegion: 'true', visibleWhen: 'region-selected' } as const

function uniqueTags(codebooks: readonly Codebook[]): Tag[] {
  return [...new Map(codebooks.flatMap(({ tags }) => tags).map((tag) => [tag.id, tag])).values()]
}

type Given = Readonly<Record<string, string | undefined>>

function choicesOf(name: string, more: Given, choices: readonly Given[], choice = 'single-radio'): string[] {
  return [
    `  <Choices${xmlAttributes({ name, toName: 'text', choice, ...more })}>`,
    ...choices.map((choice) => `    <Choice${xmlAttributes(choice)}/>`),
    '  </Choices>',
  ]
}

function controlOf(question: Attribute, name: string, language: string, tag?: string): string[] {
  const { label, kind, choices = [], min, max } = question
  const shown = tag === undefined ? {} : { ...REGION, whenTagName: 'label', whenLabelValue: tag }
  const required = question.required ? { required: 'true' } : {}
  const header = `  <Header${xmlAttributes({ value: inLanguage(label, language), size: '5' })}/>`
  const more = { ...shown, ...required }
  switch (kind) {
    case 'scale':
      return [
        header,
        `  <Number${xmlAttributes({ name, toName: 'text', min: String(min ?? ''), max: String(max ?? ''), step: '1', ...more })}/>`,
      ]
    case 'text':
      return [header, `  <TextArea${xmlAttributes({ name, toName: 'text', ...more })}/>`]
    case 'yes-no':
      return [
        header,
        ...choicesOf(
          name,
          more,
          ['true', 'false'].map((id) => ({ alias: id, value: YES_NO[id]! })),
        ),
      ]
    default:
      return [
        header,
        ...choicesOf(
          name,
          more,
          choices.map(({ id, label }) => ({ alias: id, value: inLanguage(label, language) })),
          kind === 'many-of' ? 'multiple' : 'single-radio',
        ),
      ]
  }
}
const YES_NO: Readonly<Record<string, string>> = { true: 'yes', false: 'no' }
