/** Whether tags can be seen and told apart: the contrast of their colours, and their lines. */
import { contrast, GROUNDS, isColour, LINE_CONTRAST, shadeOf, type Theme } from '../charts/colours.ts'
import type { TagDraft } from './codebook-draft.ts'

export interface ColourCheck {
  readonly theme: Theme
  /** Of the colour as it was chosen, against the page. */
  readonly ratio: number
  readonly isEnough: boolean
  /** How it is drawn there. */
  readonly drawn: string
  readonly drawnRatio: number
}

/** How a colour does on light and on dark pages; nothing for what is no colour. */
export function checkColour(colour: string | undefined): ColourCheck[] {
  if (colour === undefined || !isColour(colour)) return []
  return (['light', 'dark'] as const).map((theme) => {
    const { paper } = GROUNDS[theme]
    const drawn = shadeOf(colour, theme).hue
    const ratio = contrast(colour, paper)
    return { theme, ratio, isEnough: ratio >= LINE_CONTRAST, drawn, drawnRatio: contrast(drawn, paper) }
  })
}

/** Tags in use that have the same line: without colour nobody can tell them apart. */
export function tagsOfOneLine(tags: readonly TagDraft[]): TagDraft[][] {
  const byLine = Map.groupBy(
    tags.filter(({ retired }) => !retired),
    ({ line }) => line ?? 'solid',
  )
  return [...byLine.values()].filter((same) => same.length > 1)
}
