/** How a tag looks: its hue and its line, as class names. The line alone tells tags apart; the hue helps. */
import type { Hue, Look } from '../charts/look.ts'
import type { Tag } from './codebook.ts'

/** The tags that are built in, and the colours for which the program has shades of its own. */
const BUILT_IN = { reporting: '#2a6f97', attribution: '#8a5200', framing: '#b0305c' } as const

/** Tag → how it looks. A tag without a colour has its line in ink. */
export function tagLook(tag: Tag | undefined): Look {
  return { hue: hueOf(tag), line: tag?.line ?? 'solid' }
}

function hueOf(tag: Tag | undefined): Hue {
  const chosen = tag?.colour?.toLowerCase()
  const id = Object.keys(BUILT_IN).find((id) => id === tag?.id) as keyof typeof BUILT_IN | undefined
  if (id && (chosen === undefined || chosen === BUILT_IN[id])) return id
  return chosen && /^#[0-9a-f]{6}$/.test(chosen) ? `hue-${chosen.slice(1)}` : 'other'
}

/** Tag → the classes of its marks and of its name. */
export function tagClasses(tag: Tag | undefined): string {
  const { hue, line } = tagLook(tag)
  return `${hue} ${line}`
}
