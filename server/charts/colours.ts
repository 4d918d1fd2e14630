/** Colours that people choose: how they contrast, and how they are drawn so that a line of them can be seen. */

/** The grounds of the pages, as tokens.css has them; a test keeps both alike. */
export const GROUNDS = {
  light: { paper: '#fbfaf6', card: '#ffffff', bar: '#1d1b17', ink: '#1d1b17' },
  dark: { paper: '#171613', card: '#211f1a', bar: '#efeadf', ink: '#efeadf' },
} as const
export type Theme = keyof typeof GROUNDS

/** What a line must reach against its ground, and what writing must reach in the article (WCAG 2). */
export const LINE_CONTRAST = 3
export const INK_CONTRAST = 7
/** On dark pages a chosen colour is lightened so far that it glows as the built-in ones do. */
const DARK_CONTRAST = 5

type Channels = readonly [number, number, number]

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

function channelsOf(colour: string): Channels {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function hexOf(channels: Channels): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as unknown as Channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours, from 1 to 21 (WCAG 2). */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** So much of the other colour, from 0 to 1, over the first. */
export function mixed(under: string, over: string, share: number): string {
  const [below, above] = [channelsOf(under), channelsOf(over)]
  return hexOf(below.map((channel, place) => channel + (above[place]! - channel) * share) as unknown as Channels)
}

const STEPS = 50

/** The colour itself, or as little darker or lighter as it takes to contrast so much with its ground. */
export function visibleOn(colour: string, ground: string, wanted: number): string {
  const towards = luminance(ground) > 0.18 ? '#000000' : '#ffffff'
  for (let step = 0; step < STEPS; step++) {
    const candidate = mixed(colour, towards, step / STEPS)
    if (contrast(candidate, ground) >= wanted) return candidate
  }
  return towards
}

/** How a chosen colour is drawn on the pages of a theme. */
export interface Shade {
  /** Of lines. */
  readonly hue: string
  /** How much of it lies under words that are marked, and under those of the mark at hand. */
  readonly tint: number
  readonly now: number
  /** Of lines on the tag bar, which is dark on light pages and light on dark ones. */
  readonly bar: string
}

const TINTS = { light: { tint: 0.13, now: 0.25 }, dark: { tint: 0.18, now: 0.28 } } as const

export function shadeOf(colour: string, theme: Theme): Shade {
  const { paper, card, bar } = GROUNDS[theme]
  const hue = theme === 'light' ? visibleOn(colour, paper, LINE_CONTRAST) : visibleOn(colour, card, DARK_CONTRAST)
  const { tint, now } = TINTS[theme]
  return {
    hue,
    tint: legible(hue, theme, tint),
    now: legible(hue, theme, now),
    bar: visibleOn(colour, bar, theme === 'light' ? DARK_CONTRAST : LINE_CONTRAST),
  }
}

/** The share at which ink can still be read well, at most the one wished for. */
function legible(hue: string, theme: Theme, wished: number): number {
  const { paper, card, ink } = GROUNDS[theme]
  for (let share = wished; share > 0; share -= 0.01)
    if ([paper, card].every((ground) => contrast(mixed(ground, hue, share), ink) >= INK_CONTRAST))
      return Math.round(share * 100) / 100
  return 0
}

/** A colour with so much of it to be seen, as CSS. */
export function translucent(colour: string, share: number): string {
  return `rgb(${channelsOf(colour).join(' ')} / ${share})`
}
