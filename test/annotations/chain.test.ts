import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Part } from '../../server/annotations/annotation.ts'
import { chainOf, type Link } from '../../server/annotations/chain.ts'
import { contains } from '../../server/text/span.ts'
import { firstArticle, takenApart } from '../support/lesart-file.ts'
import { placeOf } from '../support/texts.ts'

const [article] = takenApart(firstArticle).articles
const reference: Link[] = article!.annotationSets[0]!.annotations.map(({ id, tag, start, end, parts = [] }) => ({
  id,
  tag,
  start,
  end,
  parts: parts.map(({ role, start, end }) => ({ role, start, end })),
}))

/** The sources of a chain, outer to inner, in the words of a text. */
function sourcesOf(text: string, links: readonly Link[]): string[] {
  const letters = [...text]
  return links.flatMap(({ parts }) =>
    parts.filter(({ role }) => role === 'source').map(({ start, end }) => letters.slice(start, end).join('')),
  )
}

const LE_MONDE = ['die französische Zeitung Le Monde', 'offizielle Quellen']
const REFERENCE_CASES: Readonly<Record<string, string[]>> = {
  'Wie die französische Zeitung Le Monde': LE_MONDE,
  'unter Berufung auf offizielle Quellen': LE_MONDE,
  '„China ist bereit, mit Russland': ['Dong Jun'],
  'Beide Länder müssten': ['der chinesische Minister'],
  'Offiziell dient dies der': [],
  'Bereits im Oktober 2025 meldete': ['der ukrainische Auslandsgeheimdienst (SZRU)'],
  'Oleh Luhowskyj, erster': ['Oleh Luhowskyj, erster stellvertretender Leiter des SZRU'],
}

for (const [beginning, sources] of Object.entries(REFERENCE_CASES))
  test(`in the reference reading: ${beginning} …`, () => {
    const { start } = placeOf(article!.body, beginning)
    const found = reference.filter((link) => link.tag === 'attribution' && link.start === start)
    assert.equal(found.length, 1)
    assert.deepEqual(sourcesOf(article!.body, chainOf(found[0]!, reference)), sources)
  })

const TEXT =
  'Der Spiegel meldet, die Polizei habe nach Angaben der Stadt erklärt, die Brücke, die laut Bild alt ist, sei zu.'

const link = (id: string, words: string, content?: string, tag = 'attribution'): Link => ({
  id,
  tag,
  ...placeOf(TEXT, words),
  parts: content === undefined ? [] : [{ role: 'content', ...placeOf(TEXT, content) }],
})
const spiegel = link('Spiegel', TEXT.slice(0, -1), 'die Polizei habe nach Angaben der Stadt erklärt')
const polizei = link(
  'Polizei',
  'die Polizei habe nach Angaben der Stadt erklärt',
  'habe nach Angaben der Stadt erklärt',
)
const stadt = link('Stadt', 'nach Angaben der Stadt')
const bild = link('Bild', 'die laut Bild alt ist', 'alt ist')

const CASES: Readonly<Record<string, { of: Link; all: Link[]; chain: string[] }>> = {
  'one that stands alone': { of: stadt, all: [stadt], chain: ['Stadt'] },
  'seen from the outermost': { of: spiegel, all: [stadt, polizei, spiegel], chain: ['Spiegel', 'Polizei', 'Stadt'] },
  'seen from the middle': { of: polizei, all: [polizei, spiegel, stadt], chain: ['Spiegel', 'Polizei', 'Stadt'] },
  'seen from the innermost': { of: stadt, all: [spiegel, stadt, polizei], chain: ['Spiegel', 'Polizei', 'Stadt'] },
  'what says other words is no link': { of: spiegel, all: [spiegel, polizei, bild], chain: ['Spiegel', 'Polizei'] },
  'nor is the one around it': { of: bild, all: [spiegel, bild], chain: ['Bild'] },
  'where two are nested side by side, the chain ends': {
    of: spiegel,
    all: [spiegel, link('one', 'die Polizei'), link('two', 'die Brücke')],
    chain: ['Spiegel'],
  },
  'each of the two has its own': {
    of: link('one', 'die Polizei'),
    all: [spiegel, link('one', 'die Polizei'), link('two', 'die Brücke')],
    chain: ['Spiegel', 'one'],
  },
  'equal spans are not nested': { of: stadt, all: [stadt, { ...stadt, id: 'again' }], chain: ['Stadt'] },
  'another tag is no link': {
    of: spiegel,
    all: [spiegel, link('frame', 'alt', undefined, 'framing')],
    chain: ['Spiegel'],
  },
}

for (const [name, { of, all, chain }] of Object.entries(CASES))
  test(name, () =>
    assert.deepEqual(
      chainOf(of, all).map(({ id }) => id),
      chain,
    ),
  )

const span = fc
  .tuple(fc.nat(12), fc.nat(12))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const part = span.map((span): Part => ({ role: 'content', ...span }))
const links = fc
  .array(fc.tuple(span, fc.array(part, { maxLength: 2 })), { minLength: 1, maxLength: 8 })
  .map((all) => all.map(([span, parts], id): Link => ({ id: String(id), tag: 'attribution', ...span, parts })))

test('a chain holds its annotation once, each link lies in the ones before that reach it, and order does not matter', () => {
  fc.assert(
    fc.property(links, fc.nat(), (links, pick) => {
      const own = links[pick % links.length]!
      const chain = chainOf(own, links)
      const at = chain.indexOf(own)
      assert.equal(new Set(chain).size, chain.length)
      assert.notEqual(at, -1)
      for (const outer of chain.slice(0, at)) assert.ok(contains(outer, own))
      for (const [index, inner] of chain.slice(at + 1).entries()) assert.ok(contains(chain[at + index]!, inner))
      assert.deepEqual(chainOf(own, links.toReversed()), chain)
    }),
  )
})
