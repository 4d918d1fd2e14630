/** The text of a guide, in sections; and the manual of the measures. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Section } from '../codebook/guide.ts'
import { sectionsOf } from '../codebook/markdown.ts'
import type { GuideName } from './guides.ts'

export function openHelp(texts: Readonly<Record<GuideName, string>>, name: GuideName): Section[] {
  return sectionsOf(texts[name])
}

const MANUAL = path.join(import.meta.dirname, '../agreement/agreement.md')

/** How agreement is measured, as the repository has it; links to files beside it lead nowhere here. */
export async function openManual(): Promise<Section[]> {
  const source = await readFile(MANUAL, 'utf8')
  return sectionsOf(source.replace(/^# .*\n/, '').replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1'))
}
