/** The server, as the desk speaks to it: always for the person for whom the page was opened. */
import type { QuotedAnnotation } from '../../../server/annotations/annotation.ts'
import type { DocumentAnswers } from '../../../server/annotations/document-answers.ts'
import { contentOf, type Entry, isMark, type Trouble } from '../../../server/annotations/outbox.ts'
import { PATIENCE, request } from './request.ts'

/** unreachable: no answer came; whether the server has read the request nobody knows. */
export type Answer<T> =
  | ({ readonly kind: 'stored' } & T)
  | { readonly kind: 'refused'; readonly status: number; readonly trouble: Trouble }
  | { readonly kind: 'unreachable' }

/** How what was sent stands now: an annotation, or the answers about an article. */
export interface Stored {
  readonly annotation?: QuotedAnnotation
  readonly answers?: DocumentAnswers
}

interface ReadingNow {
  readonly annotations: readonly QuotedAnnotation[]
  readonly answers: DocumentAnswers
}

export interface Api {
  /** Sends what waits, and learns how it stands then. */
  send(entry: Entry): Promise<Answer<Stored>>
  /** One's own reading as the server has it now. */
  reading(place: { round: string; article: string }): Promise<Answer<ReadingNow>>
  /** The answer to name and password. */
  signIn(name: string, password: string): Promise<'signed-in' | 'wrong' | 'too-many' | 'unreachable'>
}

export function createApi(account: string): Api {
  async function ask<T>(address: string, content?: object): Promise<Answer<T>> {
    try {
      const response = await request(account, address, content)
      const answer = await response.json()
      if (response.ok) return { kind: 'stored', ...answer }
      const { code, message, details } = answer.error
      const current = details?.current && { current: details.current }
      return { kind: 'refused', status: response.status, trouble: { code, message, ...current } }
    } catch {
      return { kind: 'unreachable' }
    }
  }

  return {
    send(entry) {
      return ask(`/api/v1/${isMark(entry) ? 'actions' : 'answers'}/${entry.id}`, contentOf(entry))
    },
    reading: ({ round, article }) => ask(`/api/v1/rounds/${round}/articles/${article}/reading`),
    async signIn(name, password) {
      try {
        const { type, status } = await fetch('/sign-in', {
          method: 'POST',
          body: new URLSearchParams({ name, password, next: '/' }),
          redirect: 'manual',
          signal: AbortSignal.timeout(PATIENCE),
        })
        if (type === 'opaqueredirect') return 'signed-in'
        return status === 429 ? 'too-many' : 'wrong'
      } catch {
        return 'unreachable'
      }
    },
  }
}
