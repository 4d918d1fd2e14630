/** The typed shape of the tables about workshops and who takes part in them. */

export interface WorkshopTable {
  id: string
  study_id: string
  article_id: string
  round_id: string
  second_round_id: string | null
  code: string
  /** JSON: what was settled when it was prepared. */
  settings: string
  demonstration: 0 | 1
  phase: 'lobby' | 'marking' | 'neighbours' | 'together' | 'second-marking' | 'reference' | 'ended'
  phase_since: string
  timer_ends_at: string | null
  locked: 0 | 1
  /** The account that made it; null once that is erased. */
  made_by: string | null
  made_at: string
  ended_at: string | null
  emptied_at: string | null
}

export interface ParticipantTable {
  annotator_id: string
  workshop_id: string
  /** Null where they are simulated, or have erased their account and left their reading. */
  account_id: string | null
  recovery_hash: string | null
  joined_at: string
  simulated: 0 | 1
  hidden: 0 | 1
  removed_at: string | null
}

export interface WorkshopErasureTable {
  id: string
  workshop_id: string
  participants: number
  begun_at: string
  /** Null only within the transaction that erases. */
  done_at: string | null
}
