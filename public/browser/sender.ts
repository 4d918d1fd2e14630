/** Sends actions, one after the other, and always knows whether everything has been saved. */
import type { QuotedAnnotation } from '../../server/annotations/annotation.ts'
import type { ActionInput } from '../../server/annotations/annotation-input.ts'

/** saved: nothing is under way · saving: something is · failed: it did not go through and waits for a person. */
export type SaveState = 'saved' | 'saving' | 'failed'

export interface Sending {
  readonly id: string
  readonly action: ActionInput
}

export interface Trouble {
  readonly sending: Sending
  /** The server's words, or undefined where it could not be reached. */
  readonly message: string | undefined
  /** The server has answered that the action can never be stored as it is. */
  readonly isRefused: boolean
  /** Where the annotation was changed elsewhere: how it stands there. */
  readonly current: QuotedAnnotation | undefined
}

interface Listener {
  stateChanged(state: SaveState, trouble: Trouble | undefined): void
  saved(sending: Sending, annotation: QuotedAnnotation): void
}

export interface Sender {
  send(id: string, action: ActionInput): void
  /** Tries again what failed. */
  retry(): void
  /** Gives up what failed, and everything that waits for the same annotation. */
  discard(): void
}

const PATIENCE = 20_000

export function createSender(listener: Listener): Sender {
  let waiting: Sending[] = []
  let trouble: Trouble | undefined
  let isSending = false

  function tell(): void {
    listener.stateChanged(trouble ? 'failed' : waiting.length > 0 ? 'saving' : 'saved', trouble)
  }

  async function drain(): Promise<void> {
    if (isSending) return
    isSending = true
    while (waiting[0] && !trouble) await sendFirst(waiting[0])
    isSending = false
    tell()
  }

  async function sendFirst(sending: Sending): Promise<void> {
    const outcome = await put(sending)
    if ('annotation' in outcome) {
      waiting = waiting.filter((other) => other !== sending)
      listener.saved(sending, outcome.annotation)
    } else trouble = { sending, ...outcome }
  }

  return {
    send(id, action) {
      waiting.push({ id, action })
      tell()
      void drain()
    },
    retry() {
      trouble = undefined
      tell()
      void drain()
    },
    discard() {
      const given = trouble?.sending.action.annotation
      waiting = waiting.filter(({ action }) => action.annotation !== given)
      trouble = undefined
      tell()
      void drain()
    },
  }
}

async function put({ id, action }: Sending): Promise<{ annotation: QuotedAnnotation } | Omit<Trouble, 'sending'>> {
  try {
    const response = await fetch(`/api/v1/actions/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(action),
      signal: AbortSignal.timeout(PATIENCE),
    })
    const answer = await response.json()
    if (response.ok) return answer
    const canPass = response.status >= 500 || response.status === 401 || response.status === 429
    return { message: answer.error.message, isRefused: !canPass, current: answer.error.details?.current }
  } catch {
    return { message: undefined, isRefused: false, current: undefined }
  }
}
