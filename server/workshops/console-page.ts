/** What an instructor's console shows. */
import { shownCode } from './join-code.ts'
import type { Phase, Workshop } from './workshop.ts'

export interface ConsolePage {
  readonly workshop: string
  /** `ABCD-EFGH`. */
  readonly code: string
  readonly phase: Phase
}

export function consolePage(workshop: Workshop): ConsolePage {
  return { workshop: workshop.id, code: shownCode(workshop.code), phase: workshop.phase }
}
