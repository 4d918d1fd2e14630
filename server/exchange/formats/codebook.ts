/** Writes and reads `codebook`: the version of a codebook that a study reads with, as JSON; as Markdown too. Manual: codebook.md. */
import type { Codebook } from '../../codebook/codebook.ts'
import { codebookJson, codebookMarkdown } from '../../codebook/codebook-file.ts'
import { codebookInput } from '../../codebook/codebook-input.ts'
import { reasonsOf } from '../../web/reasons.ts'
import type { Dataset, DatasetHeader } from '../dataset.ts'
import type { DatasetItem, FileFormat, Folder, Omission, ReadOptions, Rereadable, Sample } from '../format.ts'
import { isProjectFile } from './codebook/project.ts'
import { projectIn, smallText } from './codebook/reading.ts'
import { inWords } from './codebook/untaken.ts'
import { DamagedFile } from './lesart-lines.ts'
import { WITHOUT } from './shared/omissions.ts'
import { stableId } from './shared/stable-id.ts'

const codebookContent = codebookInput.omit({ id: true, version: true })
const codebookRef = codebookInput.pick({ id: true, version: true })
/** When nobody knows. */
const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z'

const OMISSIONS: readonly Omission[] = [
  { what: 'other-codebook', inHeader: ({ codebooks }) => Math.max(0, codebooks.length - 1) },
  ...[WITHOUT.study, WITHOUT['annotator-details'], WITHOUT['round-details']],
  { what: 'article', inArticle: () => 1 },
  {
    what: 'annotation',
    inArticle: ({ annotationSets }) => annotationSets.reduce((sum, { annotations }) => sum + annotations.length, 0),
  },
]

const markdown: FileFormat = {
  id: 'codebook',
  extension: 'codebook.md',
  mediaType: 'text/markdown; charset=utf-8',
  files: 'one',
  omissions: OMISSIONS,
  write: (dataset) => writeAs(dataset, (codebook, language) => codebookMarkdown(codebook, language)),
}

export const codebook: FileFormat = {
  ...markdown,
  extension: 'codebook.json',
  mediaType: 'application/json',
  write: (dataset) => writeAs(dataset, codebookJson),
  otherwise: { md: markdown },
  read,
  readFolder: readProject,
  recognises: isCodebook,
}

/** The articles are counted, and left out. */
async function* writeAs(
  { header, articles }: Dataset,
  fileOf: (codebook: Codebook, language: 'de' | 'en') => string,
): AsyncIterable<string> {
  const codebook = codebookInUse(header)
  if (codebook) yield fileOf(codebook, header.study.language?.startsWith('de') ? 'de' : 'en')
  for await (const _ of articles);
}

/** The newest version of the codebook with which the newest round reads; of several without a round, the last. */
function codebookInUse({ rounds, codebooks }: DatasetHeader): Codebook | undefined {
  const inUse = rounds.at(-1)?.codebook
  return codebooks.filter(({ id }) => id === inUse).at(-1) ?? codebooks.at(-1)
}

/** An object that begins with what only codebooks have, in whichever order; or what other programs write. */
function isCodebook(sample: Sample): boolean {
  if (sample.files === 'folder') return [...sample.heads.values()].some(isProjectFile)
  const { head } = sample
  return (
    isProjectFile(head) ||
    (/^\s*\{\s*"(?:id|version|title|overlap|tags|questions|guidelines)"/.test(head) &&
      /"overlap"\s*:/.test(head) &&
      /"tags"\s*:\s*\[/.test(head))
  )
}

async function* read(bytes: Rereadable, options: ReadOptions): AsyncIterable<DatasetItem> {
  const text = await smallText(bytes)
  if (isProjectFile(text)) yield* readProject({ paths: [''], bytes: () => bytes }, options)
  else yield headerOf(codebookIn(text))
}

async function* readProject(folder: Folder, { name }: ReadOptions): AsyncIterable<DatasetItem> {
  const project = await projectIn(folder)
  if (!project) throw new DamagedFile(1, 'no file here says what can be marked')
  const { content, untaken } = project
  for (const one of untaken) yield { type: 'warning', line: 1, message: inWords(one) }
  yield headerOf({ id: stableId('codebook', content), version: 1, title: { en: name }, ...content })
}

function codebookIn(text: string): Codebook {
  const stated = statedIn(text)
  const content = codebookContent.safeParse(stated, { reportInput: true })
  if (!content.success) throw new DamagedFile(1, `this is no codebook: ${firstFault(reasonsOf(content.error))}`)
  return { ...refOf(stated, content.data), ...content.data }
}

function headerOf(codebook: Codebook): DatasetItem {
  const [title = ''] = Object.values(codebook.title)
  const study = { id: stableId('study', 'codebook', codebook.id), title }
  const header = { exportedAt: UNKNOWN_TIME, generator: '', study, codebooks: [codebook], annotators: [], rounds: [] }
  return { type: 'header', line: 1, header }
}

function statedIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // An engine names no place where the text ends too early: there it is the last line.
    const [, line = text.split('\n').length] = /line (\d+)/.exec((error as Error).message) ?? []
    throw new DamagedFile(Number(line), 'this is not JSON; it ends or goes on where it must not')
  }
}

/** A file by hand may do without an id: then the same content has the same one. */
function refOf(stated: unknown, content: object): Pick<Codebook, 'id' | 'version'> {
  const ref = codebookRef.safeParse(stated)
  return ref.success ? ref.data : { id: stableId('codebook', content), version: 1 }
}

function firstFault(faults: Readonly<Record<string, string>>): string {
  const [path, reason] = Object.entries(faults)[0]!
  return path === '' ? reason : `${path}: ${reason}`
}
