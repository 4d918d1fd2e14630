/** What a route answers with: data about a response, so that one place writes all of them. */

import type { Live, Look, View } from './live.ts'
import type { Settings } from './settings.ts'

export type Answer = PageAnswer | RedirectAnswer | JsonAnswer | FileAnswer | LiveAnswer

/** A view inside the layout. */
export interface PageAnswer {
  readonly kind: 'page'
  /** Path under views/, without ending. */
  readonly view: string
  readonly title: string
  /** With `tagStyles` where marks stand on the page. */
  readonly data: object | { readonly tagStyles: string }
  readonly status?: number
  /** The address under which it can be read, where it answers a form: there whoever changes a setting goes on. */
  readonly at?: string
}

/** 303: go on there with a GET. */
export interface RedirectAnswer {
  readonly kind: 'redirect'
  readonly to: string
  /** A new session's secret, or null to end the session. */
  readonly session?: string | null
  /** What this browser is to keep of how somebody wants to read. */
  readonly settings?: Settings
  /** What this browser is to forget beside its cookies: the pages it holds, or all that it keeps for us. */
  readonly forgets?: 'pages' | 'everything'
}

export interface JsonAnswer {
  readonly kind: 'json'
  readonly status: number
  readonly content: object
}

/** A download, written piece by piece. */
export interface FileAnswer {
  readonly kind: 'file'
  readonly name: string
  readonly mediaType: string
  readonly chunks: AsyncIterable<string | Uint8Array>
}

/** A picture that changes: as events for who asks for those, else as it is now. */
export interface LiveAnswer extends Watching {
  readonly kind: 'live'
  readonly now: () => Promise<object>
}

export interface Watching {
  /** Begins to show; what is returned ends it. */
  readonly watch: (look: Look) => () => void
}

export function live(all: Live, view: View): LiveAnswer {
  return { kind: 'live', watch: (look) => all.watch(view, look), now: async () => (await view.draw()).picture }
}

export function page(view: string, title: string, data: object, status = 200, at?: string): PageAnswer {
  return { kind: 'page', view, title, data, status, ...(at !== undefined && { at }) }
}

export function redirect(to: string, session?: string | null): RedirectAnswer {
  return { kind: 'redirect', to, ...(session !== undefined && { session }) }
}

/** A download that is there already. */
export function textFile(name: string, mediaType: string, text: string): FileAnswer {
  async function* inOnePiece() {
    yield text
  }
  return { kind: 'file', name, mediaType, chunks: inOnePiece() }
}

export function json(status: number, content: object): JsonAnswer {
  return { kind: 'json', status, content }
}
