/** The article on paper for those without a phone: the lines of the wall, and room for a pencil. */
import type { Article } from '../../articles/article.ts'
import { inLanguage } from '../../codebook/codebook.ts'
import { tagClasses } from '../../codebook/tag-look.ts'
import { tagColours } from '../../codebook/tag-styles.ts'
import type { WallData } from '../wall/wall-page.ts'
import { reportPath } from '../workshop-paths.ts'
import { type ReportLine, reportLines } from './report-lines-page.ts'

export interface PaperPage {
  readonly tagStyles: string
  readonly report: string
  readonly article: Pick<Article, 'title' | 'language'>
  readonly source: string
  /** What is marked how: its key, for the margin, and a line. */
  readonly tags: readonly {
    readonly sign: string
    readonly label: string
    readonly classes: string
    readonly definition: string
  }[]
  readonly lines: readonly ReportLine[]
}

export function paperPage({ workshop, article, codebook, picture }: WallData, language: string): PaperPage {
  const { outlet, publishedOn } = article.source
  return {
    tagStyles: tagColours(codebook),
    report: reportPath(workshop.id),
    article: { title: article.title, language: article.language },
    source: [outlet, publishedOn].filter(Boolean).join(', '),
    tags: codebook.tags.map((tag, index) => ({
      sign: tag.key ?? String(index + 1),
      label: inLanguage(tag.label, language),
      classes: tagClasses(tag),
      definition: inLanguage(tag.definition ?? {}, language),
    })),
    lines: reportLines(article.body, picture.lines),
  }
}
