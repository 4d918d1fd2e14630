/**
 * Are our files what others take them for? Programs that we did not write read them, and we read samples that others
 * wrote. Each is used where it is there or can be fetched, and said otherwise: `npm run check:readers [FOLDER]`.
 * FOLDER holds what was fetched, each repository under its name, tei_all.rng, and gets what is missing.
 */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import jsonld from 'jsonld'
import { brat } from '../../server/exchange/formats/brat.ts'
import { casJson } from '../../server/exchange/formats/cas-json.ts'
import { casXmi } from '../../server/exchange/formats/cas-xmi.ts'
import { semeval } from '../../server/exchange/formats/semeval.ts'
import { tei } from '../../server/exchange/formats/tei.ts'
import { webAnnotation } from '../../server/exchange/formats/web-annotation.ts'
import {
  datasets,
  difference,
  expectedMarks,
  expectedTechniques,
  foundMarks,
  foundTechniques,
  type Unit,
  writeFiles,
  writeFolders,
} from './datasets.ts'
import { runLines } from './load-lines.ts'
import { command, NotHere, pythonWith, Store } from './programs.ts'
import { readSampleFiles, SAMPLE_FILES } from './sample-files.ts'
import { readSamples } from './samples.ts'

const here = import.meta.dirname
const store = new Store(path.resolve(process.argv[2] ?? path.join(tmpdir(), 'lesart-readers')))
const work = mkdtempSync(path.join(tmpdir(), 'lesart-readers-work-'))
const wrong: string[] = []
const notRun: string[] = []
let used = 0

async function check(name: string, run: () => Promise<string> | string): Promise<void> {
  try {
    process.stdout.write(`${name}: ${await run()}\n`)
    used++
  } catch (error) {
    const isNotHere = error instanceof NotHere
    ;(isNotHere ? notRun : wrong).push(name)
    process.stdout.write(`${name}: ${isNotHere ? 'NOT RUN, ' : 'WRONG: '}${(error as Error).message}\n`)
  }
}

function same(expected: ReadonlySet<string>, found: ReadonlySet<string>, unit: Unit): string {
  const differences = difference(expected, found)
  if (differences.length > 0) throw new Error(`${differences.length} marks differ, first ${differences[0]}`)
  return `${expected.size} marks read as they were written, counted in ${unit}`
}

const all = await datasets()
const folders = {
  brat: await writeFolders(brat, all, work),
  xmi: await writeFolders(casXmi, all, work),
  json: await writeFolders(casJson, all, work),
  tei: await writeFolders(tei, all, work),
  semeval: await writeFolders(semeval, all, work),
}
function sourceOfCassis(): string {
  const checkout = store.repository('https://github.com/dkpro/dkpro-cassis')
  const source = path.join(checkout, 'src')
  return existsSync(source) ? source : checkout
}
const filesBelow = (folder: string, ending: string) => globSync(path.join(folder, '**', `*.${ending}`))

await check('xmllint reads XMI, type systems and TEI', () => {
  const files = [
    ...filesBelow(folders.xmi, 'xmi'),
    ...filesBelow(folders.xmi, 'xml'),
    ...filesBelow(folders.tei, 'xml'),
  ]
  command('xmllint', ['--noout', ...files], 'Debian: libxml2-utils')
  return `${files.length} files are well-formed`
})
await check('jing validates TEI', async () => {
  const schema = await store.file('tei_all.rng', 'https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng')
  const files = filesBelow(folders.tei, 'xml')
  command('jing', [schema, ...files], 'Debian: jing')
  return `${files.length} files are valid`
})
await check('Apache UIMA reads XMI', () => {
  const jar = '/usr/share/java/uimaj-core.jar'
  if (!existsSync(jar)) throw new NotHere('it is not installed (Debian: libuima-core-java, default-jdk-headless)')
  const args = ['-cp', jar, path.join(here, 'UimaCheck.java'), folders.xmi]
  const output = command('java', args, 'Debian: default-jdk-headless')
  return same(expectedMarks(all, 'UTF-16'), foundMarks(output), 'UTF-16')
})
for (const [name, folder] of [
  ['XMI', folders.xmi],
  ['CAS JSON', folders.json],
] as const)
  await check(`dkpro-cassis reads ${name}`, () => {
    const python = pythonWith(
      ['lxml', 'attr', 'sortedcontainers', 'toposort', 'more_itertools', 'deprecation', 'importlib_resources'],
      [
        ...['python3-lxml', 'python3-attr', 'python3-sortedcontainers', 'python3-toposort', 'python3-more-itertools'],
        ...['python3-deprecation', 'python3-importlib-resources'],
      ],
    )
    const source = sourceOfCassis()
    // The lines for scripts that load it find it, too.
    process.env.PYTHONPATH = source
    const output = command(python, [path.join(here, 'cassis_check.py'), source, folder], 'Python 3')
    return same(expectedMarks(all, 'code points'), foundMarks(output), 'code points')
  })
await check('brat reads its own format', () => {
  const checkout = store.repository('https://github.com/nlplab/brat')
  return command(pythonWith([], []), [path.join(here, 'brat_check.py'), checkout, folders.brat], 'Python 3').trim()
})
await check("the scorer of SemEval's shared task reads techniques", () => {
  const tools = path.join(store.repository('https://github.com/aschern/semeval2020_task11'), 'tools')
  const python = pythonWith(['sklearn'], ['python3-sklearn'])
  const output = command(python, [path.join(here, 'semeval_check.py'), tools, folders.semeval], 'Python 3')
  return same(expectedTechniques(all), foundTechniques(output), 'code points')
})
await check('a JSON-LD processor expands Web Annotations by the context of the W3C', async () => {
  const file = path.join(store.repository('https://github.com/w3c/web-annotation'), 'jsonld', 'anno.jsonld')
  const document = JSON.parse(readFileSync(file, 'utf8'))
  const documentLoader = async (url: string) => ({ contextUrl: null, documentUrl: url, document })
  const contents = await writeFiles(webAnnotation, all)
  for (const content of contents) await jsonld.expand(JSON.parse(content), { safe: true, documentLoader })
  return `${contents.length} collections, nothing dropped`
})
for (const language of ['Python', 'R'] as const)
  await check(`the lines for ${language} on the export page`, () => runLines(language, work))
for (const [name, address, read] of readSamples)
  await check(`samples of ${name}`, () => read(store.repository(address)))
for (const [address, samples] of SAMPLE_FILES)
  await check(`samples of ${path.basename(address)}`, () => readSampleFiles(store.repository(address), samples))

rmSync(work, { recursive: true })
const named = (names: readonly string[]) => (names.length > 0 ? ` (${names.join('; ')})` : '')
process.stdout.write(
  `${used} checks run, ${notRun.length} not run${named(notRun)}, ${wrong.length} with something wrong${named(wrong)}\n`,
)
process.exit(wrong.length > 0 ? 1 : 0)
