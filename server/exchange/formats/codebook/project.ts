/** Files in which other programs keep what can be marked → a codebook. */

import { DamagedFile } from '../lesart-lines.ts'
import { bratCodebook, isAnnotationConf, isVisualConf } from './brat-conf.ts'
import { isLabelStudioConfig, labelStudioCodebook } from './label-studio-xml.ts'
import type { ProjectCodebook } from './untaken.ts'

export interface ProjectFile {
  readonly name: string
  readonly text: string
}

/** Whether a file that begins so states a codebook of another program. */
export function isProjectFile(head: string): boolean {
  return isAnnotationConf(head) || isVisualConf(head) || isLabelStudioConfig(head)
}

/** Undefined where none of the files is one of another program. Throws DamagedFile where it is, and states nothing. */
export function projectCodebook(files: readonly ProjectFile[]): ProjectCodebook | undefined {
  const config = files.find(({ text }) => isLabelStudioConfig(text))
  if (config) return labelStudioCodebook(config.text)
  const annotation = files.find(({ text }) => isAnnotationConf(text))
  const companion = files.find(({ name, text }) => isVisualConf(text) || isShortcuts(name))
  if (!annotation && companion)
    throw new DamagedFile(1, 'this says how brat shows tags; what they are stands in annotation.conf: take both')
  if (!annotation) return undefined
  const visual = files.find(({ text }) => isVisualConf(text))?.text ?? ''
  const shortcuts = files.find(({ name }) => isShortcuts(name))?.text ?? ''
  return bratCodebook({ annotation: annotation.text, visual, shortcuts })
}

function isShortcuts(name: string): boolean {
  return /(^|\/)kb_shortcuts\.conf$/.test(name)
}
