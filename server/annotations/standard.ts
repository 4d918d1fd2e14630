/** By what the readings of an article are measured. */
export interface Standard {
  readonly setId: string
  /** gold: settled among readings, in a round of adjudication; it counts before the reference. */
  readonly kind: 'gold' | 'reference'
}
