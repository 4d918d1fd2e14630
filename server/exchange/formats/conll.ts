/** `conll`: CoNLL-U Plus with a column for each tag and role; reads its older relatives, too. Manual: conll.md. */
import { readConll } from './conll/reading.ts'
import { conllText } from './conll/writing.ts'
import { BLANK_SPANS } from './shared/blank-spans.ts'
import { folderFormat } from './shared/folder-format.ts'
import { WITHOUT } from './shared/omissions.ts'

export const conll = folderFormat({
  id: 'conll',
  extension: 'conll',
  mediaType: 'application/zip',
  omissions: [WITHOUT['article-without-sets'], ...BLANK_SPANS],
  losesLead: true,
  isBeginning: looksLikeConll,
  alsoRead: ['conllu', 'conllup', 'iob', 'iob2', 'bio', 'tsv', 'txt'],
  top: () => [],
  write: ({ codebooks }, article, { annotations }, path) => [
    { path: `${path}.conll`, content: conllText(article, annotations, codebooks) },
  ],
  read: async (file) => readConll(await file.text()),
  names: () => ({ tag: (name) => name, attribute: (name) => name, role: (name) => name }),
})

/** Columns by name, or nine of ten lines with as many fields as the first, and a label in the last of them. */
function looksLikeConll(head: string): boolean {
  if (head.startsWith('# global.columns = ')) return true
  const rows = head
    .split(/\r\n|\r|\n/)
    .slice(0, 200)
    .filter((line) => line.trim() !== '' && !line.startsWith('#') && !line.startsWith('-DOCSTART-'))
    .map((line) => line.split(/[ \t]+/))
  const width = rows[0]?.length ?? 0
  const fitting = rows.filter((cells) => cells.length === width && /^(?:O|_|[BIESLU]-\S+)$/u.test(cells.at(-1)!))
  return width >= 2 && rows.length >= 3 && fitting.length >= 0.9 * rows.length
}
