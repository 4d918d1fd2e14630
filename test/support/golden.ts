/** The made-up dataset in the formats that others read: path below `test/exchange/golden` → content. */
import { brat } from '../../server/exchange/formats/brat.ts'
import { casJson } from '../../server/exchange/formats/cas-json.ts'
import { casXmi } from '../../server/exchange/formats/cas-xmi.ts'
import { conll } from '../../server/exchange/formats/conll.ts'
import { tei } from '../../server/exchange/formats/tei.ts'
import { webAnnotation } from '../../server/exchange/formats/web-annotation.ts'
import { webannoTsv } from '../../server/exchange/formats/webanno-tsv.ts'
import { datasetOf, writtenFile, writtenFolder } from './folder-exchange.ts'
import { madeUp } from './lesart-file.ts'

export async function goldenFiles(): Promise<Map<string, string>> {
  const dataset = await datasetOf(madeUp())
  const files = new Map<string, string>()
  for (const format of [brat, webannoTsv, casXmi, casJson, conll, tei])
    for (const [name, content] of (await writtenFolder(format, dataset)).files)
      files.set(`${format.id}/${name}`, content)
  return files.set('web-annotation.jsonld', (await writtenFile(webAnnotation, dataset)).content)
}
