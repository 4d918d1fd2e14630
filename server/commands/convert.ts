/** `convert`: reads a dataset in one format and writes it in another, without a database. */

import { systemClock } from '../clock.ts'
import { CONFIG_OPTIONS, readArguments } from '../config.ts'
import { CommandError } from '../errors.ts'
import type { Dataset, DatasetArticle, DatasetHeader } from '../exchange/dataset.ts'
import { pack } from '../exchange/files/packing.ts'
import type { DatasetItem } from '../exchange/format.ts'
import { GENERATOR } from '../version.ts'
import { formatOf, type Input, itemsOf, openInput, placeIn, recoded, unitNamed, unrecognised } from './dataset-input.ts'
import { formatNamed, OUTPUT_OPTIONS, outputFor } from './dataset-output.ts'
import { progressLine } from './progress-line.ts'

const OPTIONS = {
  ...CONFIG_OPTIONS,
  ...OUTPUT_OPTIONS,
  from: { type: 'string' },
  to: { type: 'string' },
  offsets: { type: 'string' },
  encoding: { type: 'string' },
  're-anchor': { type: 'boolean', default: false },
} as const

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length === 0) throw new CommandError('convert: name a file or a folder; - is standard input', 2)
  if (values.to === undefined) throw new CommandError('convert: name the format to write with --to FORMAT', 2)
  const to = formatNamed('to', values.to, values.out)
  const offsets = unitNamed(values.offsets)
  const output = outputFor('convert', to, values)
  const opened = await openInput(positionals)
  try {
    const input = await recoded(opened, values.encoding)
    const from = formatOf(input, values.from)
    if (!from) throw await unrecognised(input)
    await output.write(async (target, container) => {
      const progress = progressLine()
      try {
        const items = itemsOf(input, from, { offsets, mayMove: values['re-anchor'] })
        const dataset = await datasetOf(input, items, progress.tell)
        return await pack(to, from.id === 'lesart' ? dataset : asMade(dataset), target, container)
      } finally {
        progress.end()
      }
    })
  } finally {
    await opened.close()
  }
}

/** The header has come when this ends; articles are read as they are asked for. */
async function datasetOf(
  input: Input,
  items: AsyncIterable<DatasetItem>,
  tell: (articles: number) => void,
): Promise<Dataset> {
  const rest = items[Symbol.asyncIterator]()
  const header = await nextHeader(input, rest)
  async function* articles(): AsyncIterable<DatasetArticle> {
    let count = 0
    for await (const item of { [Symbol.asyncIterator]: () => rest }) {
      if (item.type === 'warning') warn(input, item)
      if (item.type !== 'article') continue
      tell(++count)
      yield item.article
    }
  }
  return { header, articles: articles() }
}

async function nextHeader(input: Input, items: AsyncIterator<DatasetItem>): Promise<DatasetHeader> {
  while (true) {
    const { done, value } = await items.next()
    if (done) throw new Error('a reader ended without a header')
    if (value.type === 'header') return value.header
    if (value.type === 'warning') warn(input, value)
  }
}

function warn(input: Input, item: Extract<DatasetItem, { type: 'warning' }>): void {
  process.stderr.write(`${placeIn(input.typed, item)}: ${item.message}\n`)
}

/** A header that was made for foreign files says when and by what. */
function asMade({ header, articles }: Dataset): Dataset {
  return { header: { ...header, exportedAt: systemClock.now(), generator: GENERATOR }, articles }
}
