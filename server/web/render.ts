/** A view inside the layout. */
import path from 'node:path'
import ejs from 'ejs'
import { formatPercent } from '../text/numbers.ts'
import { scriptJson } from '../text/script-json.ts'
import type { Assets } from './assets.ts'
import { type Reader, withoutSettings } from './reader.ts'
import { CHOICES, LOOKS, SETTING_NAMES, USUAL } from './settings.ts'

const views = path.resolve(import.meta.dirname, '../../views')

/** What every template is handed beside the data of its page. */
export interface Frame {
  readonly title: string
  readonly reader: Reader
  readonly account: { readonly id: string; readonly name: string } | undefined
  readonly assets: Assets
}

/** Renders views/VIEW.ejs and the layout around it. Templates are read once. */
export async function renderPage(view: string, data: object, frame: Frame): Promise<string> {
  const { reader } = frame
  const shared = {
    ...frame,
    ...reader,
    scriptJson,
    percent: (share: number) => formatPercent(share, reader.language),
    here: withoutSettings(reader.path),
    choices: CHOICES,
    settingNames: SETTING_NAMES,
    looks: LOOKS,
    usual: USUAL,
    /** A view names its script here: asked for at the top of a long page, it is there when the page is read. */
    head: {} as { script?: string },
  }
  const body = await ejs.renderFile(
    path.join(views, `${view}.ejs`),
    { ...shared, ...data },
    { cache: true, root: views },
  )
  return ejs.renderFile(
    path.join(views, 'layout.ejs'),
    { ...shared, view, body, tagStyles: 'tagStyles' in data && data.tagStyles },
    { cache: true, root: views },
  )
}
