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

/** Words that are the same in both languages. One a line, sorted. */
const SAME = new Set([
  'account.name',
  'agreement.counted',
  'agreement.explanations.0.0',
  'agreement.explanations.2.0',
  'agreement.explanations.3.0',
  'agreement.fieldRows.0.1',
  'agreement.fieldRows.4.1',
  'agreement.methodNames.bca',
  'agreement.person',
  'agreement.tag',
  'brand',
  'codebook.asJson',
  'codebook.asMarkdown',
  'codebook.change.what.tag',
  'codebook.definition',
  'codebook.label',
  'codebook.tags',
  'comparison.f1',
  'home.demonstration',
  'progress.person',
  'report.alpha(0)',
  'report.alpha(1)',
  'report.alpha(2)',
  'report.move(0)',
  'report.move(1)',
  'report.move(2)',
  'rounds.person',
  'script.queue.name',
  'settings.choices.language.de',
  'settings.choices.language.en',
  'settings.sign',
  'studies.kinds.demonstration',
  'studies.kinds.workshop',
  'studies.team',
  'team.title',
  'wall.code',
  'workshops.code',
  'workshops.codeExample',
  'workshops.phase',
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

/** Words that the program finds by the name of something: a kind, a fault, a state. One a line, sorted. */
const BY_NAME = [
  'agreement.blockKinds',
  'agreement.boundary',
  'agreement.f1',
  'agreement.hints',
  'agreement.label',
  'agreement.methodNames',
  'agreement.missed',
  'agreement.reasons',
  'codebook.askedWhere',
  'codebook.change.deeds',
  'codebook.change.fields',
  'codebook.change.values',
  'codebook.change.what',
  'codebook.exampleFaults',
  'codebook.exampleKinds',
  'codebook.faults',
  'codebook.kinds',
  'codebook.language',
  'codebook.leftOutKinds',
  'codebook.moveReasons',
  'codebook.publishingFaults',
  'codebook.themes',
  'errors',
  'exchange.joining.faults',
  'exchange.joining.leftOutKinds',
  'exchange.joining.units',
  'exchange.stateNames',
  'exchange.whats',
  'feedback.managed.kinds',
  'feedback.own.kinds',
  'formats',
  'guide.kinds',
  'help.guides',
  'help.lessons.names',
  'help.texts',
  'home.tags',
  'intake.changes',
  'intake.faults',
  'intake.fields',
  'intake.kinds',
  'intake.standings',
  'lists.articles.orders',
  'lists.articles.states',
  'lists.rounds.orders',
  'lists.rounds.states',
  'profile.kinds',
  'progress.course',
  'progress.hints',
  'reasons',
  'rounds.change',
  'rounds.faults',
  'rounds.orders',
  'rounds.shortage',
  'rounds.states',
  'script.differences.kinds',
  'script.high',
  'script.keys.commands',
  'script.keys.groups',
  'script.keys.names',
  'script.low',
  'script.medium',
  'script.no',
  'script.parts.reasons',
  'script.queue.another',
  'script.queue.too-many',
  'script.undo.deeds',
  'script.yes',
  'settings.choices',
  'settings.names',
  'studies.faults',
  'studies.kinds',
  'team.ends',
  'team.faults',
  'team.formFaults',
  'team.roles',
  'team.rolesMean',
  'workshops.faults',
  'workshops.locks',
  'workshops.phaseMeans',
  'workshops.phases',
  'workshops.roundTitles',
  'workshops.shortPhases',
  'workshops.tagNames',
  'account.faults',
]

test('every word is used', () => {
  const sources = globSync(['server/**/*.ts', 'public/browser/**/*.ts', 'views/**/*.ejs'], { cwd: project })
    .filter((file) => !file.startsWith('server/words/'))
    .map((file) => readFileSync(path.join(project, file), 'utf8'))
    .join('\n')
  for (const key of german.keys()) {
    const name = key.replace(/\(\d\)$/, '')
    if (BY_NAME.some((found) => `${name}.`.startsWith(`${found}.`))) continue
    const last = name.split('.').at(-1)!
    assert.ok(new RegExp(`\\.${last}\\b`).test(sources), `${key} is not used`)
  }
})

test('whatever is found by name, or the same in both languages, is a word that there is', () => {
  const keys = [...german.keys()]
  assert.deepEqual(
    BY_NAME.filter(
      (found) =>
        !keys.some((key) =>
          key
            .replace(/\(\d\)$/, '')
            .concat('.')
            .startsWith(`${found}.`),
        ),
    ),
    [],
  )
  assert.deepEqual(
    [...SAME].filter((key) => !keys.includes(key)),
    [],
  )
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
