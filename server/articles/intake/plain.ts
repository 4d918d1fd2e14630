/** A plain text: its body is the text as it stands, with blocks by rule. */
import { plainBlocks } from '../../text/blocks.ts'
import { indexText } from '../../text/code-points.ts'
import { type CleanText, collapsed } from './cleaning.ts'
import type { RecognisedArticle } from './recognised.ts'

/** `title` is what it is called where its first block is no headline. */
export function readPlain({ text, changes }: CleanText, title: string): RecognisedArticle {
  const blocks = plainBlocks(text)
  const [first] = blocks
  const headline = first?.kind === 'headline' ? indexText(text).slice(first.start, first.end) : undefined
  return { title: headline === undefined ? title : collapsed(headline), source: {}, body: text, blocks, changes }
}
