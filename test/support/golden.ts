/** The made-up dataset in the formats that others read: path below `test/exchange/golden` → content. */
import type { FileFormat } from '../../server/exchange/format.ts'
import { brat } from '../../server/exchange/formats/brat.ts'
import { casJson } from '../../server/exchange/formats/cas-json.ts'
import { casXmi } from '../../server/exchange/formats/cas-xmi.ts'
import { conll } from '../../server/exchange/formats/conll.ts'
import { doccano } from '../../server/exchange/formats/doccano.ts'
import { labelStudio } from '../../server/exchange/formats/label-studio.ts'
import { prodigy } from '../../server/exchange/formats/prodigy.ts'
import { semeval } from '../../server/exchange/formats/semeval.ts'
import { spacy } from '../../server/exchange/formats/spacy.ts'
import { tei } from '../../server/exchange/formats/tei.ts'
import { webAnnotation } from '../../server/exchange/formats/web-annotation.ts'
import { webannoTsv } from '../../server/exchange/formats/webanno-tsv.ts'
import { datasetOf, writtenFile, writtenFolder } from './folder-exchange.ts'
import { madeUp } from './lesart-file.ts'

export async function goldenFiles(): Promise<Map<string, string>> {
  const dataset = await datasetOf(madeUp())
  const files = new Map<string, string>()
  for (const format of [brat, webannoTsv, casXmi, casJson, conll, tei, semeval])
    for (const [name, content] of (await writtenFolder(format, dataset)).files)
      files.set(`${format.id}/${name}`, content)
  for (const format of [webAnnotation, labelStudio, doccano, spacy, prodigy])
    files.set(fileNameOf(format), (await writtenFile(format, dataset)).content)
  return files
}

/** Most endings name the format already. */
function fileNameOf({ id, extension }: FileFormat): string {
  return extension.startsWith(id) ? extension : `${id}.${extension}`
}
