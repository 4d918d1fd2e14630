/** Files that others wrote, read by us: whether they are taken, and whether two formats of one text say the same. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FolderFormat } from '../../server/exchange/format.ts'
import { brat } from '../../server/exchange/formats/brat.ts'
import { casJson } from '../../server/exchange/formats/cas-json.ts'
import { casXmi } from '../../server/exchange/formats/cas-xmi.ts'
import { webannoTsv } from '../../server/exchange/formats/webanno-tsv.ts'
import { complaintOf, readFolder, type WholeDataset } from '../support/folder-exchange.ts'

type Samples = readonly [name: string, address: string, read: (folder: string) => Promise<string>]

export const readSamples: readonly Samples[] = [
  ['brat', 'https://github.com/nlplab/brat', readBratSamples],
  ['dkpro-cassis', 'https://github.com/dkpro/dkpro-cassis', readCassisSamples],
  ['inception', 'https://github.com/inception-project/inception', readInceptionSamples],
]

/** A folder at a time, as brat has its collections. What has control characters is refused, and meant to be. */
async function readBratSamples(checkout: string): Promise<string> {
  const texts = globSync('example-data/{corpora,tutorials}/**/*.txt', { cwd: checkout })
  const folders = Map.groupBy(texts, (file) => path.dirname(file))
  const refused: string[] = []
  let marks = 0
  for (const [folder, files] of folders) {
    const bases = files.map((file) => file.slice(0, -'.txt'.length))
    const found = bases.flatMap((base) => globSync(`${base}.{txt,ann,a1,a2,rel,co}`, { cwd: checkout }))
    const result = await counted(brat, checkout, found)
    if (typeof result === 'string') refused.push(`${folder}: ${result}`)
    else marks += result
  }
  return summary(`${texts.length} texts with ${marks} marks`, refused)
}

async function readCassisSamples(checkout: string): Promise<string> {
  const results: string[] = []
  const refused: string[] = []
  for (const [format, ending] of [
    [casXmi, 'xmi'],
    [casJson, 'json'],
  ] as const) {
    const files = globSync(`tests/test_files/**/*.${ending}`, { cwd: checkout })
    let read = 0
    for (const file of files) {
      const result = await counted(format, checkout, [file])
      if (typeof result === 'number') read++
      else if (!/there is no text|is no CAS JSON/.test(result)) refused.push(result)
    }
    results.push(`${read} of ${files.length} ${ending} files, the others without a text`)
  }
  return summary(results.join('; '), refused)
}

/** TSV and XMI of the same document: the same spans under the same names. */
async function readInceptionSamples(checkout: string): Promise<string> {
  const files = globSync('**/tsv3-suite/*/reference.tsv', { cwd: checkout }).filter((file) =>
    existsSync(path.join(checkout, file.replace(/tsv$/, 'xmi'))),
  )
  const different: string[] = []
  for (const file of files) {
    const tsv = await readFolder(webannoTsv, filesAt(checkout, [file]))
    const xmi = await readFolder(casXmi, filesAt(checkout, [file.replace(/tsv$/, 'xmi')]))
    const [ours, theirs] = [spansOf(tsv), spansOf(xmi)]
    if (ours !== theirs) different.push(`${path.basename(path.dirname(file))}: ${ours} in TSV, ${theirs} in XMI`)
  }
  return summary(`${files.length} documents in TSV and XMI`, different)
}

/** Rows cannot hold white space at the ends of a span. */
function spansOf({ articles }: WholeDataset): string {
  const marks = articles.flatMap(({ body, annotationSets }) =>
    annotationSets
      .flatMap(({ annotations }) => annotations.flatMap((annotation) => [annotation, ...annotation.parts]))
      .map(({ start, end }) => {
        const words = body.slice(start, end)
        return `${start + words.length - words.trimStart().length} „${words.trim()}“`
      }),
  )
  return marks.sort().join(', ')
}

async function counted(format: FolderFormat, checkout: string, files: readonly string[]): Promise<number | string> {
  const reading = readFolder(format, filesAt(checkout, files))
  const complaint = await complaintOf(reading)
  if (complaint !== 'nothing') return complaint
  const { articles } = await reading
  return articles.flatMap(({ annotationSets }) => annotationSets.flatMap(({ annotations }) => annotations)).length
}

function filesAt(checkout: string, files: readonly string[]): Map<string, Uint8Array> {
  return new Map(files.map((file) => [file, readFileSync(path.join(checkout, file))]))
}

function summary(done: string, faults: readonly string[]): string {
  if (faults.length > 0) throw new Error(`${done}; ${faults.length} faults:\n  ${faults.join('\n  ')}`)
  return done
}
