/** A view inside the layout. */
import path from 'node:path'
import ejs from 'ejs'
import { formatPercent } from '../text/numbers.ts'
import type { Assets } from './assets.ts'
import { localPath } from './local-path.ts'
import type { Reader } from './reader.ts'
import { scriptJson } from './script-json.ts'

const views = path.resolve(import.meta.dirname, '../../views')

/** What every template is handed beside the data of its page. */
export interface Frame {
  readonly title: string
  readonly reader: Reader
  readonly account: { readonly name: string } | undefined
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
    withQuery: (key: string, value: string) => withQuery(reader.path, key, value),
  }
  const body = await ejs.renderFile(
    path.join(views, `${view}.ejs`),
    { ...shared, ...data },
    { cache: true, root: views },
  )
  return ejs.renderFile(path.join(views, 'layout.ejs'), { ...shared, view, body }, { cache: true, root: views })
}

/** The same address with one parameter set. */
function withQuery(address: string, key: string, value: string): string {
  const url = new URL(localPath(address), 'http://lesart.invalid')
  url.searchParams.set(key, value)
  return url.pathname + url.search
}
