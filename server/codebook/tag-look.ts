/** How a tag looks: its hue and its line, as class names. The line alone tells tags apart; the hue helps. */
import type { Look } from '../charts/look.ts'
import type { Tag } from './codebook.ts'

const HUES = ['reporting', 'attribution', 'framing'] as const

/** Tag → how it looks. A tag that is not built in has its line in ink. */
export function tagLook(tag: Tag | undefined): Look {
  return { hue: HUES.find((hue) => hue === tag?.id) ?? 'other', line: tag?.line ?? 'solid' }
}

/** Tag → the classes of its marks and of its name. */
export function tagClasses(tag: Tag | undefined): string {
  const { hue, line } = tagLook(tag)
  return `${hue} ${line}`
}
