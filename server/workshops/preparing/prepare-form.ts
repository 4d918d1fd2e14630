/** The form in which a workshop is prepared, as it is typed: so that it can be shown again with what is wrong. */

type Ticked = 'on' | undefined

export interface PrepareForm {
  readonly title: string
  /** The id of a frozen article, or empty where a text is pasted. */
  readonly chosen: string
  readonly text: string
  readonly language: string
  readonly reporting?: Ticked
  readonly attribution?: Ticked
  readonly framing?: Ticked
  readonly neighbours?: Ticked
  readonly 'second-marking'?: Ticked
  readonly reference?: Ticked
  /** One in each line. */
  readonly questions: string
  readonly minutes: string
  readonly 'shows-single'?: Ticked
  readonly adults?: Ticked
  readonly most: string
  readonly days: string
}
