/** Every word of the interface in both languages, and none anywhere else. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { GUIDES } from '../server/help/guides.ts'
import { de } from '../server/words/de.ts'
import { en } from '../server/words/en.ts'

const project = path.resolve(import.meta.dirname, '..')

/** Path → words; functions are asked for one and for many. */
function flatten(words: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    const at = `${prefix}${key}`
    if (typeof value === 'string') flat.set(at, value)
    else if (typeof value === 'function') for (const n of [0, 1, 2]) flat.set(`${at}(${n})`, value(n, n))
    else for (const [inner, text] of flatten(value, `${at}.`)) flat.set(inner, text)
  }
  return flat
}

const german = flatten(de)
const english = flatten(en)

test('both languages have the same words, and none is empty', () => {
  assert.deepEqual([...english.keys()], [...german.keys()])
  for (const [key, text] of [...german, ...english]) assert.notEqual(text.trim(), '', key)
})

test('what is to be filled in has the same places in both languages', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
  for (const [key, text] of german) assert.deepEqual(places(english.get(key) ?? ''), places(text), key)
})

/** Words that are the same in both languages, by name. */
const SAME = new Set([
  'brand',
  'home.demonstration',
  'account.name',
  'script.queue.name',
  'rounds.person',
  'comparison.f1',
  'studies.kinds.workshop',
  'progress.person',
  'agreement.methodNames.bca',
  'agreement.fieldRows.4.1',
  'agreement.fieldRows.0.1',
  'agreement.explanations.3.0',
  'agreement.explanations.2.0',
  'agreement.explanations.0.0',
  'agreement.counted',
  'agreement.tag',
  'agreement.person',
  'studies.team',
  'team.title',
  'studies.kinds.demonstration',
  'codebook.asJson',
  'codebook.asMarkdown',
  'codebook.tags',
  'codebook.label',
  'codebook.definition',
  'codebook.change.what.tag',
  'workshops.code',
  'workshops.phase',
  'workshops.codeExample',
  'settings.sign',
  'wall.code',
  'report.move(0)',
  'report.move(1)',
  'report.move(2)',
  'report.alpha(0)',
  'report.alpha(1)',
  'report.alpha(2)',
  'settings.choices.language.de',
  'settings.choices.language.en',
])

test('nothing has been left untranslated', () => {
  for (const [key, text] of german) if (!SAME.has(key)) assert.notEqual(english.get(key), text, key)
})

const templates = globSync('views/**/*.ejs', { cwd: project })

test('no template holds words of its own', () => {
  assert.ok(templates.length > 10)
  for (const file of templates) {
    const source = readFileSync(path.join(project, file), 'utf8')
    const text = source
      .replace(/<%[\s\S]*?%>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&\w+;/g, ' ')
    assert.doesNotMatch(text, /\p{L}{2,}(?!\w*-\w*:)/u, `${file} says: ${text.trim().slice(0, 80)}`)
    const attributes = source.replace(/<%[\s\S]*?%>/g, '').matchAll(/\b(?:aria-label|title|alt|placeholder)="([^"]+)"/g)
    for (const [, value] of attributes) assert.fail(`${file} has untranslated words in an attribute: ${value}`)
  }
})

test('markup is let through in named places only', () => {
  const allowed =
    /<%- (?:body|html|json|tagStyles|(?:example|sentence|section|passage|lane|shares|readings|figure|narrow|manual)\.html|figure\.strokes\[|join\.qr|strip|shapes|bars?|brackets|panel\.people|include\(|scriptJson\()/
  for (const file of templates)
    for (const [place] of readFileSync(path.join(project, file), 'utf8').matchAll(/<%-[^%]*%?/g))
      assert.match(place, allowed, `${file}: ${place}`)
})

test('every word is used', () => {
  const sources = globSync(['server/**/*.ts', 'public/browser/**/*.ts', 'views/**/*.ejs'], { cwd: project })
    .filter((file) => !file.startsWith('server/words/'))
    .map((file) => readFileSync(path.join(project, file), 'utf8'))
    .join('\n')
  const byName =
    /^(errors|reasons|guide\.kinds|account\.faults|home\.tags|studies\.(kinds|faults)|lists\.(articles|rounds)\.(orders|states)|progress\.(course|hints)|agreement\.(f1|hints|blockKinds|reasons|methodNames|missed|boundary|label)|rounds\.(states|faults|orders|shortage|change)|team\.(roles|rolesMean|faults|formFaults|ends)|intake\.(faults|standings|changes|fields|kinds)|codebook\.(faults|leftOutKinds|language|themes|kinds|askedWhere|publishingFaults|moveReasons|exampleKinds|exampleFaults|change\.(what|deeds|fields|values))|workshops\.(phases|roundTitles|faults|locks|tagNames|phaseMeans)|help\.(guides|texts|lessons\.names)|feedback\.\w+\.kinds|formats|exchange\.(whats|stateNames|joining\.faults)|profile\.kinds|settings\.(names|choices)|script\.(high|medium|low|yes|no|undo\.deeds|queue\.(too-many|another)|keys\.(commands|groups|names)|differences\.kinds|parts\.reasons))\b/
  for (const key of german.keys()) {
    const name = key.replace(/\(\d\)$/, '')
    if (byName.test(name)) continue
    const last = name.split('.').at(-1)!
    assert.ok(new RegExp(`\\.${last}\\b`).test(sources), `${key} is not used`)
  }
})

test('what guides set in bold are words of the interface, in the same places in both languages', () => {
  for (const name of GUIDES) {
    const places = [german, english].map((words) => {
      const known = new Map([...words].map(([key, text]) => [text, key]))
      const bold = [...words.get(`help.texts.${name}`)!.matchAll(/\*\*([^*]+)\*\*/g)].map(([, said]) => said!)
      for (const said of bold) assert.ok(known.has(said), `${name}: no page says „${said}“`)
      return bold.length
    })
    assert.equal(places[0], places[1], name)
  }
})
