/** How a tag looks: its hue and its line, as class names. The line alone tells tags apart; the hue helps. */
import type { Tag } from './codebook.ts'

const HUES: readonly string[] = ['reporting', 'attribution', 'framing']

/** Tag → the classes of its marks and of its name. A tag that is not built in has its line in ink. */
export function tagClasses(tag: Tag | undefined): string {
  const hue = tag && HUES.includes(tag.id) ? tag.id : 'other'
  return `${hue} ${tag?.line ?? 'solid'}`
}
