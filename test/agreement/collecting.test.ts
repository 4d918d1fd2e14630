import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alphaU1995 } from '../../server/agreement/alpha-u-1995.ts'
import {
  type CollectedArticle,
  type CollectedStudy,
  collector,
  type Selection,
} from '../../server/agreement/collecting.ts'
import { outcomeOf } from '../../server/agreement/estimate.ts'
import { partF1 } from '../../server/agreement/part-f1.ts'
import { lineOf } from '../../server/agreement/positions.ts'
import type { Annotation } from '../../server/annotations/annotation.ts'
import type { Codebook } from '../../server/codebook/codebook.ts'
import type { RoundKind } from '../../server/rounds/round.ts'
import type { Block } from '../../server/text/blocks.ts'
import { indexText } from '../../server/text/code-points.ts'

const label = { de: 'Wort' }
const CODEBOOK: Codebook = {
  id: 'c',
  version: 1,
  title: label,
  overlap: 'allowed',
  tags: [
    { id: 'reporting', label },
    {
      id: 'attribution',
      label,
      attributes: [
        { id: 'type', label, kind: 'one-of', choices: [] },
        { id: 'strength', label, kind: 'scale' },
        { id: 'comment', label, kind: 'text' },
      ],
      roles: [{ id: 'source', label }],
    },
    { id: 'old', label, retired: true },
    { id: 'older', label, retired: true },
  ],
}

const TEXT = 'Straße 😃 zu\n\nVon Ada Ohm\n\nSie sei „marode“. Er schwieg.'
const body = indexText(TEXT)
const blocks: Block[] = [
  { kind: 'headline', start: 0, end: 11 },
  { kind: 'byline', start: 13, end: 24 },
  { kind: 'paragraph', start: 26, end: 55 },
]

const round = (id: string, kind: RoundKind) => ({ id, title: `Round ${id}`, kind, codebook: 'c', codebookVersion: 1 })
const STUDY: CollectedStudy = {
  codebooks: [CODEBOOK],
  annotators: [
    { id: 'a1', uuid: 'u1', kind: 'account' },
    { id: 'a2', uuid: 'u2', kind: 'participant' },
    { id: 'v', uuid: 'u3', kind: 'visitor' },
  ],
  rounds: [round('main', 'annotation'), round('try', 'training')],
}

function annotation(start: number, end: number, tag = 'reporting'): Annotation {
  const stamps = { createdAt: '', changedAt: '', origin: 'annotator', revision: 1, retracted: false }
  return { ...stamps, id: `${start}-${end}`, start, end, tag, attributes: {}, parts: [] }
}

let ids = 0
const set = (annotator: string, more: Partial<CollectedArticle['annotationSets'][number]> = {}) => ({
  id: `s${++ids}`,
  round: 'main',
  annotator,
  state: 'finished' as const,
  annotations: [annotation(0, 6)],
  ...more,
})
const article = (sets: CollectedArticle['annotationSets'], id = 'one'): CollectedArticle => ({
  id,
  body,
  blocks,
  annotationSets: sets,
})

function collect(articles: readonly CollectedArticle[], selection: Partial<Selection> = {}) {
  const { begin, add, collection } = collector({ position: 'character', ...selection })
  begin(STUDY)
  for (const article of articles) add(STUDY, article)
  return collection()
}

test('only finished sets of rounds for annotation count, and visitors never do', () => {
  const sets = [
    set('a1'),
    set('a2', { state: 'in-progress' }),
    set('v'),
    set('a2', { round: 'try' }),
    set('a2', { state: 'skipped' }),
  ]
  assert.deepEqual(collect([article(sets)]).corpus.annotators, ['a1'])
  assert.deepEqual(collect([article(sets)], { includeUnfinished: true }).corpus.annotators, ['a1', 'a2'])
})

test('annotators stand in the order of the study, whoever was first', () => {
  assert.deepEqual(collect([article([set('a2')]), article([set('a1')], 'two')]).corpus.annotators, ['a1', 'a2'])
})

test('a round can be asked for by id or title, whatever its kind', () => {
  const sets = [set('a1'), set('a2', { round: 'try' })]
  for (const name of ['try', 'Round try']) {
    const { corpus, hasRound } = collect([article(sets)], { round: name })
    assert.deepEqual([corpus.annotators, hasRound], [['a2'], true])
  }
  assert.equal(collect([article(sets)], { round: 'none' }).hasRound, false)
})

test('only the coded text counts: the byline and what lies between blocks are no positions', () => {
  const { corpus, outside } = collect([
    article([set('a1', { annotations: [annotation(7, 8), annotation(9, 29), annotation(13, 20)] })]),
  ])
  const [continuum] = corpus.continua
  assert.equal(continuum!.length, 11 + 29)
  assert.deepEqual(
    continuum!.readings[0]!.units.map(({ start, end }) => [start, end]),
    [
      [7, 8],
      [9, 14],
    ],
    'one character of a smiley, a mark across the byline; one within it is left out',
  )
  assert.equal(outside, 1)
})

test('a mark in the byline counts nowhere, nor do its parts, wherever they lie', () => {
  const parts = [{ role: 'source', start: 26, end: 29 }]
  const credit = { ...annotation(13, 20, 'attribution'), parts }
  const { corpus } = collect([article(['a1', 'a2'].map((name) => set(name, { annotations: [credit] })))])
  const outcomes = [alphaU1995(corpus, [1]), partF1(corpus, [0, 1], { match: 'exact', threshold: 0.5 })].map(outcomeOf)
  assert.deepEqual(
    outcomes.map(({ reason, n }) => [reason, n]),
    [
      ['nothing-marked', 0],
      ['nothing-marked', 0],
    ],
  )
})

test('tokens and sentences: a mark has those that it touches', () => {
  const quote = { start: 34, end: 37 }
  const tokens = lineOf(body, blocks, 'token')
  const words = ['Straße', '😃', 'zu', 'Sie', 'sei', '„', 'marode', '“', '.', 'Er', 'schwieg', '.']
  assert.equal(tokens.length, words.length)
  assert.deepEqual(tokens.place(quote), { start: 5, end: 7 }, '„ma')
  assert.deepEqual(tokens.place({ start: 6, end: 7 }), { start: 1, end: 1 }, 'white space is in no token')
  const sentences = lineOf(body, blocks, 'sentence')
  assert.equal(sentences.length, 3)
  assert.deepEqual(sentences.place(quote), { start: 1, end: 2 })
  assert.deepEqual(sentences.place({ start: 5, end: 50 }), { start: 0, end: 3 })
})

test('tags stand in the order of the codebook; retired ones only where somebody used them', () => {
  const { corpus } = collect([article([set('a1', { annotations: [annotation(0, 3, 'old'), annotation(4, 6)] })])])
  assert.deepEqual(corpus.tags, ['reporting', 'attribution', 'old'])
  assert.deepEqual(
    corpus.continua[0]!.readings[0]!.units.map(({ tag }) => tag),
    [2, 0],
  )
  assert.deepEqual(corpus.attributes, [
    { tag: 1, id: 'type', level: 'nominal' },
    { tag: 1, id: 'strength', level: 'interval' },
  ])
  assert.deepEqual(corpus.roles, ['source'])
})

test('two rounds of one article are two texts of one article', () => {
  const second = { ...STUDY, rounds: [...STUDY.rounds, round('again', 'annotation')] }
  const { begin, add, collection } = collector({ position: 'character' })
  begin(second)
  add(second, article([set('a1'), set('a2'), set('a1', { round: 'again' })]))
  const { corpus } = collection()
  assert.deepEqual([corpus.articles, corpus.continua.length], [1, 2])
})

test('readings of one text in several files are compared', () => {
  const { corpus } = collect([article([set('a1')]), article([set('a2')])])
  assert.deepEqual(
    corpus.continua.map(({ readings }) => readings.map(({ annotator }) => annotator)),
    [[0, 1]],
  )
})

test('the same set twice counts once; the same pseudonym of two people is told apart', () => {
  const sets = [set('a1'), set('a2')]
  const other = { ...STUDY, annotators: [{ id: 'a1', uuid: 'u9', kind: 'account' as const }] }
  const { begin, add, collection } = collector({ position: 'character' })
  begin(STUDY)
  add(STUDY, article(sets))
  add(STUDY, article(sets))
  begin(other)
  add(other, article([set('a1')], 'two'))
  const { corpus, annotations } = collection()
  assert.deepEqual(corpus.annotators, ['a1', 'a2', 'a1 (2)'])
  assert.deepEqual([corpus.articles, corpus.continua.length, annotations], [2, 2, 3])
})
