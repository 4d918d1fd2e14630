/** Marks in the demonstration of a running server, as a program with a token makes them. */
import { newId } from './builders.ts'
import { firstArticle, takenApart } from './lesart-file.ts'

const [article] = takenApart(firstArticle).articles
const ROUND = '01936b5e-4c00-7de0-8a11-d3c0de5a7101'
const WORDS = { start: 1550, end: 1625 }

/** The address of the demonstration's desk. */
export const desk = `/rounds/${ROUND}/articles/${article!.id}`

export interface SentMark {
  readonly action: string
  readonly annotation: string
}

/** The request that makes a mark: same words, same tag, every one under ids of its own. */
export function sentMark({ action, annotation }: SentMark, token: string) {
  const target = { round: ROUND, article: article!.id, annotation, kind: 'make', base: 0 }
  const quote = [...article!.body].slice(WORDS.start, WORDS.end).join('')
  return {
    pathname: `/api/v1/actions/${action}`,
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...target, ...WORDS, quote, tag: 'framing' }),
  }
}

export function newMark(): SentMark {
  return { action: newId(), annotation: newId() }
}

/** A function that makes marks on a server. */
export function making(origin: string) {
  return (token: string, mark: SentMark = newMark()) => {
    const { pathname, ...request } = sentMark(mark, token)
    return fetch(origin + pathname, request)
  }
}
