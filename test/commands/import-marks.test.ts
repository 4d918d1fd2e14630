/** Marks of other programs by the command line: into a study that is there, or as one that begins with them. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { freshFolder } from '../support/folders.ts'
import { closed, madeUp } from '../support/lesart-file.ts'
import { lesart } from '../support/program.ts'

const TEXT = 'Laut Polizei brannte es.\nDie Stadt versagt.\n'
const LINES = [
  'T1\tattribution 0 23\tLaut Polizei brannte es',
  'T2\tpart-speaker 5 12\tPolizei',
  'R1\tspeaker Arg1:T1 Arg2:T2',
  'T3\tdoubt 36 43\tversagt',
]

test('marks are taken with roles mapped and words found again where that is wanted; a new study has their codebook', async (t) => {
  const folder = freshFolder(t)
  const data = path.join(folder, 'data')
  const brat = path.join(folder, 'brat')
  mkdirSync(brat)
  writeFileSync(path.join(brat, 'fire.txt'), TEXT)
  writeFileSync(path.join(brat, 'fire.ann'), `${LINES.join('\n')}\n`)
  const run = (...args: string[]) => lesart([...args, '--data', data])
  await lesart(['import', '--data', data, '-'], closed(madeUp()))

  const strict = await run('import', '--study', 'bruecken', brat)
  assert.equal(strict.code, 1)
  assert.match(strict.stderr, /fire\.ann:4: T3: the line says „versagt“, .*; --re-anchor looks for it\n$/)

  const maps = ['--role', 'speaker=source', '--tag', 'doubt=framing']
  const taken = await run('import', '--json', '--study', 'bruecken', '--re-anchor', ...maps, brat)
  assert.deepEqual(
    [taken.code, JSON.parse(taken.stdout).annotations],
    [0, { new: 2, equal: 0, refused: 0 }],
    taken.stderr,
  )
  assert.match(taken.stderr, /places: 2 exact, 1 moved, 0 not found\n/)
  assert.match(taken.stderr, /fire\.ann:4: „versagt“, said to be at 36: found at 35\n/)
  const { stdout: table } = await run('export', '--study', 'bruecken', '--format', 'csv', '--out', '-')
  assert.match(table, /,framing,35,42,versagt,/)
  assert.match(table, /,attribution,0,23,Laut Polizei brannte es,.*,5-12,Polizei/)

  const own = await run('import', '--new-study', 'Brände', '--re-anchor', brat)
  assert.equal(own.code, 0, own.stderr)
  const { stdout: whole } = await run('export', '--study', 'braende', '--out', '-')
  const [header, article] = whole.split('\n').map((line) => line && JSON.parse(line))
  assert.equal(header.study.title, 'Brände')
  assert.deepEqual(header.codebooks[0].tags.map(({ id }: { id: string }) => id).sort(), ['attribution', 'doubt'])
  assert.deepEqual(
    article.annotationSets[0].annotations.map(({ quote }: { quote: string }) => quote),
    ['Laut Polizei brannte es', 'versagt'],
  )
})
