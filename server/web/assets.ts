/** The built scripts, styles and fonts: served by us, named by their content, so that browsers may keep them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CommandError } from '../errors.ts'

export const builtFolder = path.resolve(import.meta.dirname, '../../public/built')
export const imagesFolder = path.resolve(import.meta.dirname, '../../public/images')

/** Entry, such as `annotate.ts` or `lesart.css` → its address. */
export type Assets = Readonly<Record<string, string>>

export function readAssets(): Assets {
  try {
    return JSON.parse(readFileSync(path.join(builtFolder, 'manifest.json'), 'utf8'))
  } catch {
    throw new CommandError('the scripts of the pages are not built; start with: npm start')
  }
}
