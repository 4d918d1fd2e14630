/** The datasets that readers of others are given, and what each of them has to find in them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { FileFormat, FolderFormat } from '../../server/exchange/format.ts'
import { anyLesartFile } from '../support/any-lesart-file.ts'
import { datasetOf, type WholeDataset, writtenFile, writtenFolder } from '../support/folder-exchange.ts'
import { firstArticle, madeUp, takenApart } from '../support/lesart-file.ts'

/** The first article, a made-up file with something of everything, and some at random, always the same ones. */
export async function datasets(): Promise<WholeDataset[]> {
  const random = fc.sample(
    fc.gen().map((g) => anyLesartFile(g)),
    { numRuns: 40, seed: 7 },
  )
  const all = await Promise.all([takenApart(firstArticle), madeUp(), ...random].map(datasetOf))
  return all.filter(({ articles }) => articles.some(({ annotationSets }) => annotationSets.length > 0))
}

/** A folder for each dataset. */
export async function writeFolders(
  format: FolderFormat,
  all: readonly WholeDataset[],
  target: string,
): Promise<string> {
  for (const [index, dataset] of all.entries())
    for (const [name, content] of (await writtenFolder(format, dataset)).files) {
      const file = path.join(target, format.id, String(index), name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  return path.join(target, format.id)
}

export async function writeFiles(format: FileFormat, all: readonly WholeDataset[]): Promise<string[]> {
  return Promise.all(all.map(async (dataset) => (await writtenFile(format, dataset)).content))
}

/** Whether a reader counts as Java does, or as Python does. */
export type Unit = 'UTF-16' | 'code points'

/** A mark in one line: id, tag, place, words and note as ASCII JSON, parts. */
export function expectedMarks(all: readonly WholeDataset[], unit: Unit): Set<string> {
  return new Set(
    all.flatMap(({ articles }, dataset) =>
      articles.flatMap(({ body, annotationSets }) => {
        const place = ({ start, end }: { start: number; end: number }) =>
          unit === 'UTF-16' ? `${body.toUtf16(start)}-${body.toUtf16(end)}` : `${start}-${end}`
        return annotationSets.flatMap(({ annotations }) =>
          annotations.map(({ id, tag, note, parts, ...span }) => {
            const filled = parts.map((part) => `${part.role}:${place(part)}`).join(' ')
            const words = JSON.stringify(body.slice(span.start, span.end))
            return [dataset, id, tag, place(span), words, note ? JSON.stringify(note) : '', filled].join('\t')
          }),
        )
      }),
    ),
  )
}

/** The lines that a check printed, in the same form; those about texts are left out. */
export function foundMarks(output: string): Set<string> {
  const lines = output.split('\n').filter((line) => line.includes('\t') && line.split('\t')[1] !== 'text')
  return new Set(
    lines.map((line) => {
      const [file = '', id, tag, place, words = '', note = '', parts] = line.split('\t')
      const plain = (json: string) => (json === '' ? '' : JSON.stringify(JSON.parse(json)))
      return [file.split('/')[0], id, tag, place, plain(words), plain(note), parts].join('\t')
    }),
  )
}

/** What the one has and the other has not. */
export function difference(expected: ReadonlySet<string>, found: ReadonlySet<string>): string[] {
  const missing = [...expected].filter((line) => !found.has(line)).map((line) => `missing: ${line}`)
  return [...missing, ...[...found].filter((line) => !expected.has(line)).map((line) => `not expected: ${line}`)]
}

/** A span of the shared task in one line: dataset, technique, place, words. */
export function expectedTechniques(all: readonly WholeDataset[]): Set<string> {
  return new Set(
    all.flatMap(({ articles }, dataset) =>
      articles.flatMap(({ body, annotationSets }) =>
        annotationSets.flatMap(({ annotations }) =>
          annotations.map(({ tag, start, end }) =>
            [dataset, tag, `${start}-${end}`, JSON.stringify(body.slice(start, end))].join('\t'),
          ),
        ),
      ),
    ),
  )
}

export function foundTechniques(output: string): Set<string> {
  return new Set(
    output
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [dataset, technique, place, words = ''] = line.split('\t')
        return [dataset, technique, place, JSON.stringify(JSON.parse(words))].join('\t')
      }),
  )
}
