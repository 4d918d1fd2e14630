/** `brat`: a `.txt` and an `.ann` for each reading, and brat's configuration. Manual: brat.md. */
import { annotationConf, visualConf } from './brat/configuration.ts'
import { declaredIn } from './brat/declared.ts'
import { readBrat } from './brat/reading.ts'
import { annotationLines, bratNames } from './brat/writing.ts'
import { DamagedFile } from './lesart-lines.ts'
import { BLANK_SPANS } from './shared/blank-spans.ts'
import { type FolderFile, folderFormat, located } from './shared/folder-format.ts'
import type { ForeignReading } from './shared/foreign-reading.ts'
import { WITHOUT } from './shared/omissions.ts'
import { wholeText } from './shared/whole-text.ts'

const LINE = /^(T\d+\t\S+ \d+ \d+(;\d+ \d+)*(\t|$)|[ERAMN]\d+\t|#\d*\t|\*\t)/

/** Newer files first; the older ones have several, which belong together. */
const ENDINGS = [['ann'], ['a1', 'a2', 'co', 'rel']]

export const brat = folderFormat({
  id: 'brat',
  extension: 'ann',
  mainExtension: 'txt',
  mediaType: 'application/zip',
  omissions: [WITHOUT['article-without-sets'], ...BLANK_SPANS],
  isBeginning: () => false,
  recognises: (sample) => {
    const isPair = sample.paths.some(
      (path) => path.endsWith('.ann') && sample.paths.includes(path.replace(/ann$/, 'txt')),
    )
    const heads = [...sample.heads].filter(([path]) => path.endsWith('.ann')).map(([, head]) => head.trimStart())
    return isPair && heads.every((head) => head === '' || LINE.test(head))
  },
  top: ({ codebooks, study }) => {
    const names = bratNames(codebooks)
    return [
      { path: 'annotation.conf', content: annotationConf(codebooks, names) },
      { path: 'visual.conf', content: visualConf(codebooks, names, study.language ?? 'de') },
    ]
  },
  write: ({ codebooks }, { body }, { annotations }, path) => [
    { path: `${path}.txt`, content: body.text },
    { path: `${path}.ann`, content: annotationLines(annotations, body, bratNames(codebooks)) },
  ],
  async read(file, { mayMove } = {}) {
    for (const endings of ENDINGS) {
      const found = (await Promise.all(endings.map((ending) => file.beside(ending)))).filter(
        (text) => text !== undefined,
      )
      if (found.length > 0) return [await read(file, endings[0]!, found.join('\n'), mayMove)]
    }
    if (!file.path.endsWith('.txt'))
      throw new DamagedFile(1, 'this is no text of brat: a .txt with a .ann of the same name beside it')
    return [readBrat(await file.text(), '')]
  },
  declared: async (folder) => {
    const at = (name: string) => folder.paths.find((path) => path === name || path.endsWith(`/${name}`))
    const text = (path: string | undefined) => (path === undefined ? '' : wholeText(folder.bytes(path), path))
    const annotation = await text(at('annotation.conf'))
    return annotation === '' ? undefined : declaredIn(annotation, await text(at('visual.conf')))
  },
  names: ({ codebooks }) => {
    const { tags, parts, attributes } = bratNames(codebooks)
    return { tag: tags.idOf, attribute: attributes.idOf, role: (name) => parts.idOf(name) }
  },
})

/** What is wrong with lines is said of the file that has them. */
async function read(
  file: FolderFile,
  ending: string,
  lines: string,
  mayMove: boolean | undefined,
): Promise<ForeignReading> {
  const text = await file.text()
  const path = file.path.replace(/[^.]*$/, ending)
  return { ...(await located(path, () => readBrat(text, lines, mayMove))), file: path }
}
