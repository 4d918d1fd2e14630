/**
 * Are our files what others take them for? Programs that we did not write read them, and we read samples that others
 * wrote. Each is used where it is there or can be fetched, and said otherwise: `npm run check:readers [FOLDER]`.
 * FOLDER holds what was fetched (brat, dkpro-cassis, inception, tei_all.rng, anno.jsonld) and gets what is missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import jsonld from 'jsonld'
import { brat } from '../../server/exchange/formats/brat.ts'
import { casJson } from '../../server/exchange/formats/cas-json.ts'
import { casXmi } from '../../server/exchange/formats/cas-xmi.ts'
import { tei } from '../../server/exchange/formats/tei.ts'
import { webAnnotation } from '../../server/exchange/formats/web-annotation.ts'
import { datasets, difference, expectedMarks, foundMarks, type Unit, writeFiles, writeFolders } from './datasets.ts'
import { readSamples } from './samples.ts'

const here = import.meta.dirname
const store = path.resolve(process.argv[2] ?? path.join(tmpdir(), 'lesart-readers'))
const work = mkdtempSync(path.join(tmpdir(), 'lesart-readers-work-'))
let wrong = 0
let used = 0

/** What is not there is said, and is no fault. */
class NotHere extends Error {}

function command(name: string, args: readonly string[], hint: string): string {
  const { error, status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (error) throw new NotHere(`${name} is not installed (${hint})`)
  if (status !== 0) throw new Error(`${stdout.slice(-1500)}${stderr.slice(-1500)}`)
  return stdout
}

async function check(name: string, run: () => Promise<string> | string): Promise<void> {
  try {
    process.stdout.write(`${name}: ${await run()}\n`)
    used++
  } catch (error) {
    if (!(error instanceof NotHere)) wrong++
    process.stdout.write(`${name}: ${error instanceof NotHere ? 'not run, ' : 'WRONG: '}${(error as Error).message}\n`)
  }
}

/** A repository, from the folder or by a clone of its newest state. */
function repository(name: string, address: string): string {
  const folder = path.join(store, name)
  if (existsSync(folder)) return folder
  mkdirSync(store, { recursive: true })
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' }
  const { status } = spawnSync('git', ['clone', '--quiet', '--depth', '1', address, folder], { timeout: 300_000, env })
  if (status !== 0) throw new NotHere(`${address} cannot be cloned here, and is not in ${store}`)
  return folder
}

async function fileFrom(name: string, address: string): Promise<string> {
  const file = path.join(store, name)
  if (existsSync(file)) return file
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) })
    if (!answer.ok) throw new Error(String(answer.status))
    mkdirSync(store, { recursive: true })
    writeFileSync(file, await answer.text())
    return file
  } catch {
    throw new NotHere(`${address} cannot be fetched here, and is not in ${store}`)
  }
}

function compared(output: string, unit: Unit): string {
  const differences = difference(expectedMarks(all, unit), foundMarks(output))
  if (differences.length > 0) throw new Error(`${differences.length} marks differ, first ${differences[0]}`)
  return `${expectedMarks(all, unit).size} marks read as they were written, counted in ${unit}`
}

const all = await datasets()
const folders = {
  brat: await writeFolders(brat, all, work),
  xmi: await writeFolders(casXmi, all, work),
  json: await writeFolders(casJson, all, work),
  tei: await writeFolders(tei, all, work),
}
const filesBelow = (folder: string, ending: string) =>
  spawnSync('find', [folder, '-name', `*.${ending}`], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')

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
  const schema = await fileFrom('tei_all.rng', 'https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng')
  const files = filesBelow(folders.tei, 'xml')
  command('jing', [schema, ...files], 'Debian: jing')
  return `${files.length} files are valid`
})
await check('Apache UIMA reads XMI', () => {
  const jar = '/usr/share/java/uimaj-core.jar'
  if (!existsSync(jar)) throw new NotHere('it is not installed (Debian: libuima-core-java, default-jdk-headless)')
  const args = ['-cp', jar, path.join(here, 'UimaCheck.java'), folders.xmi]
  return compared(command('java', args, 'Debian: default-jdk-headless'), 'UTF-16')
})
for (const [name, folder] of [
  ['XMI', folders.xmi],
  ['CAS JSON', folders.json],
] as const)
  await check(`dkpro-cassis reads ${name}`, () => {
    const cassis = repository('dkpro-cassis', 'https://github.com/dkpro/dkpro-cassis')
    const python = process.env.PYTHON ?? 'python3'
    const hint = 'lxml, attrs, sortedcontainers, toposort, more-itertools, deprecation, importlib-resources'
    if (spawnSync(python, ['-c', 'import lxml, attr, toposort, deprecation']).status !== 0)
      throw new NotHere(`${python} lacks what it needs (${hint}); PYTHON names another one`)
    const source = existsSync(path.join(cassis, 'src')) ? path.join(cassis, 'src') : cassis
    return compared(command(python, [path.join(here, 'cassis_check.py'), source, folder], 'Python 3'), 'code points')
  })
await check('brat reads its own format', () => {
  const checkout = repository('brat', 'https://github.com/nlplab/brat')
  return command(
    process.env.PYTHON ?? 'python3',
    [path.join(here, 'brat_check.py'), checkout, folders.brat],
    'Python 3',
  ).trim()
})
await check('a JSON-LD processor expands Web Annotations by the context of the W3C', async () => {
  const file = await fileFrom('anno.jsonld', 'https://www.w3.org/ns/anno.jsonld')
  const document = JSON.parse(readFileSync(file, 'utf8'))
  const documentLoader = async (url: string) => ({ contextUrl: null, documentUrl: url, document })
  const contents = await writeFiles(webAnnotation, all)
  for (const content of contents) await jsonld.expand(JSON.parse(content), { safe: true, documentLoader })
  return `${contents.length} collections, nothing dropped`
})
for (const [name, address, read] of readSamples)
  await check(`samples of ${name}`, () => read(repository(name, address)))

rmSync(work, { recursive: true })
process.stdout.write(`${used} readers used, ${wrong} with something wrong\n`)
process.exit(wrong > 0 ? 1 : 0)
