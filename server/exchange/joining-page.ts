/** What the page shows on which a dataset of others is taken into a study. */
import { type Codebook, inLanguage } from '../codebook/codebook.ts'
import type { OpenStudy } from '../studies/study.ts'
import type { Anchored, Moved } from './anchoring.ts'
import type { LeftOut } from './fitting.ts'

/** What was sent, and how it is to be read: kept in the form, and nowhere else. */
export interface Sent {
  readonly name: string
  /** Base64. */
  readonly content: string
  readonly encoding: string | undefined
  readonly offsets: string | undefined
}

/** Something of theirs and what it becomes; undefined where that has to be said. */
export interface Mapped {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly becomes: string | undefined
}

export interface Looked {
  readonly format: string
  readonly articles: number
  /** Articles that the study has already. */
  readonly known: number
  /** Articles whose text is nowhere. */
  readonly missing: number
  readonly readings: number
  readonly annotations: number
  readonly tags: readonly Mapped[]
  readonly roles: readonly Mapped[]
  readonly annotators: readonly { readonly name: string; readonly becomes: string | undefined }[]
}

/** Words whose place is another one, and in which line of which file they are named. */
export interface MovedWords {
  readonly place: string
  readonly quote: string
  readonly from: number
  readonly to: number | undefined
}

export interface Places {
  readonly exact: number
  readonly moved: number
  readonly lost: number
  readonly moves: readonly MovedWords[]
}

export interface Taken {
  /** The one that was made of it, if not this one. */
  readonly into: { readonly slug: string; readonly title: string } | undefined
  readonly added: number
  readonly equal: number
}

export interface JoiningView {
  readonly study: OpenStudy
  readonly codebook: Codebook | undefined
  readonly pseudonyms: readonly string[]
  readonly mayMakeStudies: boolean
  readonly sent?: Sent | undefined
  readonly looked?: Looked | undefined
  readonly places?: Places | undefined
  readonly taken?: Taken | undefined
  readonly leftOut?: readonly LeftOut[] | undefined
  /** Lines of the program, in English, each with its place. */
  readonly remarks?: readonly string[] | undefined
  readonly fault?: string | undefined
  /** Names of encodings that the file may have. */
  readonly encodings?: readonly string[] | undefined
  readonly asksUnit?: boolean
  readonly mayMove?: boolean
  readonly newStudy?: string | undefined
  /** Of the study that may be made of it. */
  readonly newTitle?: string | undefined
}

const NOTHING = {
  ...{ sent: undefined, looked: undefined, places: undefined, taken: undefined, fault: undefined },
  ...{ leftOut: [], remarks: [], encodings: [], asksUnit: false, mayMove: false, newStudy: undefined, newTitle: '' },
}
const MOST_MOVES_SHOWN = 30

/** As their makers call them, in every language. */
const FORMAT_NAMES: Readonly<Record<string, string>> = {
  ...{ lesart: 'Lesart', csv: 'CSV', brat: 'brat', 'webanno-tsv': 'WebAnno TSV', 'cas-xmi': 'UIMA CAS (XMI)' },
  ...{ 'cas-json': 'UIMA CAS (JSON)', 'web-annotation': 'W3C Web Annotation', 'label-studio': 'Label Studio' },
  ...{ conll: 'CoNLL', tei: 'TEI P5', 'semeval-2020-11': 'SemEval 2020' },
}

export function joiningPage({ codebook, ...view }: JoiningView, language: string) {
  const tags = codebook?.tags ?? []
  const roles = new Map(tags.flatMap((tag) => (tag.roles ?? []).map((role) => [role.id, role])))
  const named = ({ id, label }: Codebook['tags'][number] | { id: string; label: Codebook['title'] }) => ({
    id,
    label: inLanguage(label, language),
  })
  const moves = view.places?.moves ?? []
  return {
    ...NOTHING,
    ...view,
    looked: view.looked && { ...view.looked, formatName: FORMAT_NAMES[view.looked.format] ?? view.looked.format },
    ours: { tags: tags.map(named), roles: [...roles.values()].map(named) },
    moves: moves.slice(0, MOST_MOVES_SHOWN),
    moreMoves: Math.max(0, moves.length - MOST_MOVES_SHOWN),
  }
}

/** Where in what was sent: `FILE:LINE`. */
export function placeOf(
  name: string,
  { file, line }: { readonly file?: string | undefined; readonly line: number },
): string {
  return `${file ?? name}:${line}`
}

export function placesIn(name: string, anchored: Anchored, moves: readonly Moved[]): Places {
  return {
    ...{ exact: anchored.exact, moved: anchored.moved, lost: anchored['not-found'] },
    moves: moves.map(({ quote, from, to, ...place }) => ({ place: placeOf(name, place), quote, from, to })),
  }
}

/** What kind of damage a line tells of, so that it can be said in the reader's language, too. */
export function damageOf(line: string): string {
  return DAMAGES.find(([, pattern]) => pattern.test(line))?.[0] ?? 'damaged'
}

const DAMAGES: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['document-type', /a document type is declared/],
  [
    'zip',
    /in this zip|zip cannot be read|as large as packed|cannot be unpacked|this is a link|this is encrypted|files in it$/,
  ],
  ['cut-off', /cut off|does not end|last line is missing/],
  ['twice', /stands? (there|in the (file|zip)) twice|do not stand together/],
  ['outside', /lies outside|is no stretch|ends within a character/],
]
