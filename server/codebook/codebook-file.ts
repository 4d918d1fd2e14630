/** A codebook version as a file: whole as JSON, and as Markdown to be read and printed. */
import { type Attribute, type Codebook, inLanguage, type Tag } from './codebook.ts'

export const CODEBOOK_FILES = ['json', 'md'] as const

/** The same object that stands in the first line of a dataset. */
export function codebookJson(codebook: Codebook): string {
  return `${JSON.stringify(codebook, null, 2)}\n`
}

/** A file is in one language, whoever takes it out. */
const WORDS = {
  de: {
    version: 'Fassung',
    tags: 'Was markiert wird',
    key: 'Taste',
    asks: 'Gefragt wird',
    required: 'wird gebraucht',
    roles: 'Teile',
    aboutArticle: 'Fragen zum ganzen Artikel',
    guidelines: 'Leitlinien',
    retired: 'stillgelegt',
  },
  en: {
    version: 'Version',
    tags: 'What is marked',
    key: 'key',
    asks: 'It asks',
    required: 'required',
    roles: 'Parts',
    aboutArticle: 'Questions about the whole article',
    guidelines: 'Guidelines',
    retired: 'retired',
  },
} as const
type MarkdownWords = (typeof WORDS)[keyof typeof WORDS]

/** Tags with their definitions, questions and roles in one language, then the guidelines as they are. */
export function codebookMarkdown(codebook: Codebook, language: keyof typeof WORDS): string {
  const words = WORDS[language]
  const { title, version, tags, questions = [], guidelines = {} } = codebook
  const paragraphs = [
    `# ${line(inLanguage(title, language))}`,
    `${words.version} ${version}`,
    `## ${words.tags}`,
    ...tags.flatMap((tag) => tagParagraphs(tag, language, words)),
    ...(questions.length > 0 ? [`## ${words.aboutArticle}`, questionList(questions, language, words)] : []),
    ...(inLanguage(guidelines, language) ? [`# ${words.guidelines}`, inLanguage(guidelines, language)] : []),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function tagParagraphs(tag: Tag, language: string, words: MarkdownWords): string[] {
  const { id, label, definition = {}, key, retired, attributes = [], roles = [] } = tag
  const facts = [`\`${id}\``, ...(key ? [`${words.key} ${escaped(key)}`] : []), ...(retired ? [words.retired] : [])]
  return [
    `### ${line(inLanguage(label, language))}`,
    facts.join(' · '),
    ...(inLanguage(definition, language) ? [escaped(inLanguage(definition, language))] : []),
    ...(attributes.length > 0 ? [`${words.asks}:`, questionList(attributes, language, words)] : []),
    ...(roles.length > 0 ? [`${words.roles}:`, list(roles.map((role) => inLanguage(role.label, language)))] : []),
  ]
}

function questionList(questions: readonly Attribute[], language: string, words: MarkdownWords): string {
  return questions
    .map(({ label, required, choices = [] }) => {
      const name = `- ${line(inLanguage(label, language))}${required ? ` (${words.required})` : ''}`
      return [name, ...choices.map((choice) => `  - ${line(inLanguage(choice.label, language))}`)].join('\n')
    })
    .join('\n')
}

function list(entries: readonly string[]): string {
  return entries.map((entry) => `- ${line(entry)}`).join('\n')
}

function line(text: string): string {
  return escaped(text.replace(/\s+/g, ' '))
}

/** Text that Markdown shows as it is. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2')
}
