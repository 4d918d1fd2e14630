/** The server, as the desk speaks to it: always for the person for whom the page was opened. */
import type { QuotedAnnotation } from '../../../server/annotations/annotation.ts'
import type { ActionInput } from '../../../server/annotations/annotation-input.ts'
import type { Trouble } from '../../../server/annotations/outbox.ts'
import { PATIENCE, request } from './request.ts'

/** unreachable: no answer came; whether the server has read the request nobody knows. */
export type Answer<T> =
  | ({ readonly kind: 'stored' } & T)
  | { readonly kind: 'refused'; readonly status: number; readonly trouble: Trouble }
  | { readonly kind: 'unreachable' }

export interface Api {
  put(id: string, action: ActionInput): Promise<Answer<{ readonly annotation: QuotedAnnotation }>>
  /** One's own reading as the server has it now. */
  reading(place: { round: string; article: string }): Promise<Answer<{ readonly annotations: QuotedAnnotation[] }>>
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
    put: (id, action) => ask(`/api/v1/actions/${id}`, action),
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
