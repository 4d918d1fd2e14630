/** The text of a guide, in sections. */
import type { Section } from '../codebook/guide.ts'
import { sectionsOf } from '../codebook/markdown.ts'
import type { GuideName } from './guides.ts'

export function openHelp(texts: Readonly<Record<GuideName, string>>, name: GuideName): Section[] {
  return sectionsOf(texts[name])
}
