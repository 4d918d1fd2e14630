/** The lines that the export page offers for scripts, run as they are pasted, on a file of the format. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pack } from '../../server/exchange/files/packing.ts'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { LOAD_LINES } from '../../server/exchange/load-lines.ts'
import { datasetOf } from '../support/convert.ts'
import { firstArticle, takenApart } from '../support/lesart-file.ts'
import { command, NotHere, pythonWith } from './programs.ts'

export type ScriptLanguage = 'Python' | 'R'

/** Says for how many formats they ran, and for which something that they load is not there. */
export async function runLines(language: ScriptLanguage, work: string): Promise<string> {
  const ran: string[] = []
  const missing: string[] = []
  for (const format of FORMATS)
    for (const { lines } of (LOAD_LINES[format.id] ?? []).filter((one) => one.language === language)) {
      const isOne = format.files === 'one'
      const file = path.join(work, isOne ? `lines.${format.extension}` : `lines.${format.id}.zip`)
      await pack(format, await datasetOf(takenApart(firstArticle)), file, isOne ? 'file' : 'zip')
      const code = lines.map((line) => line.replaceAll('FILE', file)).join('\n')
      try {
        if (run(language, code, path.join(work, 'lines')).trim() === '')
          throw new Error(`${format.id}: nothing came out`)
        ran.push(format.id)
      } catch (error) {
        if (!(error instanceof NotHere)) throw error
        missing.push(`${format.id} (${error.message})`)
      }
    }
  if (ran.length === 0) throw new NotHere(missing.join('; '))
  return `ran for ${ran.join(', ')}${missing.length > 0 ? `; not run: ${missing.join('; ')}` : ''}`
}

function run(language: ScriptLanguage, code: string, script: string): string {
  if (language === 'R') {
    const needed = [...code.matchAll(/(\w+)::/g)].map(([, name]) => name!)
    for (const name of needed)
      if (spawnSync('Rscript', ['-e', `library(${name})`]).status !== 0) throw new NotHere(`R has no ${name} here`)
    writeFileSync(`${script}.R`, code)
    return command('Rscript', [`${script}.R`], 'Debian: r-base-core')
  }
  const imported = [...code.matchAll(/^import ([\w, ]+)/gm)].flatMap(([, names]) => names!.split(', '))
  const modules = imported.filter((name) => !IN_PYTHON.has(name))
  const engines = code.includes('read_excel') ? ['openpyxl'] : code.includes('read_parquet') ? ['pyarrow'] : []
  const needed = [...modules, ...engines]
  writeFileSync(`${script}.py`, code)
  return command(pythonWith(needed, []), [`${script}.py`], 'Python 3')
}
const IN_PYTHON: ReadonlySet<string> = new Set(['csv', 'json', 'zipfile'])
