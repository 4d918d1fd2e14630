/** Single files that others wrote, named one by one: read, or refused for what is really wrong with them. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readIn, recognise, sampleOfFile, sampleOfFolder } from '../../server/exchange/files/recognising.ts'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { collected, complaintOf, folderOf } from '../support/folder-exchange.ts'

interface Sample {
  /** Several belong together. */
  readonly files: readonly string[]
  readonly format: string
  /** How many annotations are in it, counted by hand or by what the file itself says; or why it is refused. */
  readonly holds: number | RegExp
}

const one = (file: string, format: string, holds: Sample['holds']): Sample => ({ files: [file], format, holds })

const DOCCANO = 'backend/data_import/tests/data'
const EXPORTED = 'backend/data_export/pipeline/examples'
const DKPRO = 'dkpro-core-io-conll-asl/src/test/resources/conll'
const SEMEVAL = 'tools/data/article736757214'

export const SAMPLE_FILES: readonly (readonly [address: string, samples: readonly Sample[]])[] = [
  [
    'https://github.com/doccano/doccano',
    [
      one(`${EXPORTED}/relation_extraction/example.jsonl`, 'doccano', 4),
      one(`${EXPORTED}/sequence_labeling/example.jsonl`, 'doccano', 4),
      one(`${DOCCANO}/relation_extraction/example.jsonl`, 'doccano', 4),
      one(`${DOCCANO}/sequence_labeling/example.jsonl`, 'doccano', /3: text: it is missing/),
      // The same span twice.
      one(`${DOCCANO}/sequence_labeling/example_overlapping.jsonl`, 'doccano', 1),
      one(`${DOCCANO}/sequence_labeling/example.conll`, 'conll', 2),
      one(`${DOCCANO}/sequence_labeling/labeling.trailing.conll`, 'conll', 2),
    ],
  ],
  [
    'https://github.com/HumanSignal/label-studio-frontend',
    [
      one('examples/named_entity/annotations/1.json', 'label-studio', 1),
      // Answers about a text, without a mark.
      one('examples/references/annotations/1.json', 'label-studio', 0),
      // Its one region is of another text.
      one('examples/rich_text_plain/annotations/1.json', 'label-studio', /„ supporters“, not „February 22“/),
    ],
  ],
  [
    'https://github.com/recogito/text-annotator-js',
    [one('packages/text-annotator/test/annotations.w3c.json', 'web-annotation', 5)],
  ],
  [
    'https://github.com/dkpro/dkpro-core',
    [one(`${DKPRO}/2003/en-orig.conll`, 'conll', 3), one(`${DKPRO}/2002/germeval2014_test.conll`, 'conll', 6)],
  ],
  [
    'https://github.com/flairNLP/flair',
    [
      one('tests/resources/tasks/conllu/train.conllup', 'conll', 14),
      one('tests/resources/tasks/fashion_disjunct/eng.train', 'conll', 20),
      one('tests/resources/tasks/trivial/trivial_bioes/train.txt', 'conll', 16),
    ],
  ],
  [
    'https://github.com/aschern/semeval2020_task11',
    [
      {
        files: [`${SEMEVAL}.txt`, `${SEMEVAL}.task-SI.labels`, `${SEMEVAL}.labels-task-TC`],
        format: 'semeval-2020-11',
        holds: 5,
      },
    ],
  ],
]

/** Says how many were read. Throws with all that came otherwise than expected. */
export async function readSampleFiles(checkout: string, samples: readonly Sample[]): Promise<string> {
  const faults: string[] = []
  let marks = 0
  for (const sample of samples) {
    const found = await foundIn(checkout, sample)
    const isExpected =
      typeof sample.holds === 'number' ? found === sample.holds : typeof found === 'string' && sample.holds.test(found)
    if (!isExpected) faults.push(`${sample.files[0]}: ${found}, expected ${sample.holds}`)
    else if (typeof found === 'number') marks += found
  }
  if (faults.length > 0) throw new Error(`${faults.length} of ${samples.length} otherwise:\n  ${faults.join('\n  ')}`)
  const refused = samples.filter(({ holds }) => typeof holds !== 'number').length
  return `${samples.length - refused} with ${marks} marks, ${refused} rightly refused`
}

/** How many annotations were read, or what was said against the files. */
async function foundIn(checkout: string, { files, format }: Sample): Promise<number | string> {
  const missing = files.find((file) => !existsSync(path.join(checkout, file)))
  if (missing !== undefined) return `${missing} is not there any more`
  const contents = files.map((file): [string, Buffer] => [path.basename(file), readFileSync(path.join(checkout, file))])
  const folder = folderOf(new Map(contents))
  const bytes = contents.length === 1 ? folder.bytes(contents[0]![0]) : undefined
  const found = recognise(FORMATS, bytes ? await sampleOfFile(contents[0]![0], bytes) : await sampleOfFolder(folder))
  if (found?.id !== format) return `taken for ${found?.id ?? 'nothing'}`
  const reading = collected(readIn(found, { bytes, folder }, { name: 'sample' }))
  const complaint = await complaintOf(reading)
  if (complaint !== 'nothing') return complaint
  const { articles } = await reading
  return articles.flatMap(({ annotationSets }) => annotationSets.flatMap(({ annotations }) => annotations)).length
}
