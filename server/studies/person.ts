/** Somebody with an account who annotates in a study, as those see them who manage it. */
export interface Person {
  /** The id of the annotator. */
  readonly id: string
  readonly pseudonym: string
  readonly name: string
  /** Whether they may annotate in the study now. */
  readonly isActive: boolean
}
