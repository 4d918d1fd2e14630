/** What the codebook of another program says and ours has no place for. */
import type { Codebook } from '../../../codebook/codebook.ts'

export interface Untaken {
  readonly what: 'colour' | 'key' | 'control' | 'condition' | 'question' | 'type'
  /** Of what: a name as it stands in the file. */
  readonly name: string
}

/** A codebook as another program's project declares it, which gives it no title. */
export interface ProjectCodebook {
  readonly content: Pick<Codebook, 'overlap' | 'tags' | 'questions'>
  readonly untaken: readonly Untaken[]
}

/** Names of colours that are met in such files; of CSS there are many more. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ black: '#000000', silver: '#c0c0c0', gray: '#808080', grey: '#808080', white: '#ffffff', maroon: '#800000' },
  ...{ red: '#ff0000', purple: '#800080', fuchsia: '#ff00ff', green: '#008000', lime: '#00ff00', olive: '#808000' },
  ...{ yellow: '#ffff00', navy: '#000080', blue: '#0000ff', teal: '#008080', aqua: '#00ffff', orange: '#ffa500' },
  ...{ darkorange: '#ff8c00', brown: '#a52a2a', pink: '#ffc0cb', cyan: '#00ffff', magenta: '#ff00ff', gold: '#ffd700' },
  ...{ lightgreen: '#90ee90', lightblue: '#add8e6', violet: '#ee82ee', indigo: '#4b0082', tomato: '#ff6347' },
}

/** `#rrggbb` for a colour of CSS, where it can be told. */
export function colourOf(stated: string): string | undefined {
  const colour = stated.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(colour)) return colour
  if (/^#[0-9a-f]{3}$/.test(colour)) return colour.replace(/[0-9a-f]/g, '$&$&')
  return Object.hasOwn(NAMED, colour) ? NAMED[colour] : undefined
}

const PAIRS = ['false|true', 'no|yes', 'ja|nein']

/** Whether these answers are yes and no. */
export function areYesAndNo(values: readonly string[]): boolean {
  return PAIRS.includes(
    values
      .map((value) => value.toLowerCase())
      .sort()
      .join('|'),
  )
}

const WORDS: Readonly<Record<Untaken['what'], string>> = {
  colour: 'the colour of',
  key: 'the key of',
  control: 'the control',
  condition: 'the condition of the question',
  question: 'the question, which belongs to nothing that is marked,',
  type: 'what has no name of its own:',
}

/** For the command line. */
export function inWords({ what, name }: Untaken): string {
  return `${WORDS[what]} ${name} was left out`
}
