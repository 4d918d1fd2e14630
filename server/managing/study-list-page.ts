/** What is listed of studies. */

export interface ListedStudy {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly articles: number
  readonly annotations: number
}
