/** The page of a round's agreement. */
import { type MeasureName, REFERENCES } from '../../agreement/measures.ts'
import type { Result } from '../../agreement/results.ts'
import { type Annotation, compareAnnotations } from '../../annotations/annotation.ts'
import type { Figure } from '../../annotations/profile-figures-page.ts'
import { readingHtml } from '../../annotations/reading-html.ts'
import { inPage } from '../../charts/svg.ts'
import { type Codebook, findTag } from '../../codebook/codebook.ts'
import { tagClasses } from '../../codebook/tag-look.ts'
import { type EdgeWords, tagStyles } from '../../codebook/tag-styles.ts'
import { deskPath, passageAnchor } from '../../rounds/desk-path.ts'
import { formatPercent } from '../../text/numbers.ts'
import { overlap, type Span } from '../../text/span.ts'
import {
  AGREEMENT_FIGURES,
  type AgreementFigureName,
  type Measured,
  type OpenAgreement,
  type ShownPassage,
} from './agreement.ts'
import { agreementFigure } from './agreement-figures-page.ts'
import type { AgreementWords } from './agreement-words.ts'
import { courseNotes } from './course-figure-page.ts'
import { hundredths, type Shown, tagName } from './measures-figure-page.ts'
import { commandOf, gammaSettings, methodsOf, referencesOf, settingsOf } from './methods-page.ts'

interface Speech {
  readonly language: string
  readonly words: AgreementWords
  /** What is heard where a mark begins and ends. */
  readonly edges: EdgeWords
}

export interface AgreementPage {
  readonly tagStyles: string | undefined
  readonly study: OpenAgreement['study']
  readonly path: string
  readonly rounds: readonly { readonly id: string; readonly title: string; readonly isShown: boolean }[]
  readonly round: string
  readonly counts: { readonly articles: number; readonly people: number; readonly marks: number } | undefined
  readonly figures: Readonly<Partial<Record<AgreementFigureName, ShownFigure>>>
  /** Those that are confused, as a legend. */
  readonly tags: readonly { readonly label: string; readonly classes: string }[]
  readonly courseNotes: readonly string[]
  /** Where each of the explanations is to be looked up. */
  readonly cited: readonly string[]
  readonly results: string
  readonly perTag: readonly string[]
  readonly gamma: ShownGamma
  readonly passage: PassageView | undefined
  readonly hidden: number
  readonly settings: string
  readonly command: string
  readonly methods: string
  readonly references: readonly string[]
}

type ShownFigure = Pick<Figure, 'head' | 'rows'> & {
  readonly html: string
  readonly narrow: { readonly html: string } | undefined
  readonly svg: string
  readonly csv: string
  /** Where people are so many that a picture beside another would be too small to read. */
  readonly crowd: 'is-many' | 'is-crowd' | undefined
}

interface ShownGamma {
  readonly state: 'none' | 'waiting' | 'running' | 'done' | 'failed'
  readonly words: string
  /** With what it was measured; undefined unless it is done. */
  readonly parameters?: string
}

interface PassageView {
  readonly number: number
  readonly of: number
  readonly language: string
  readonly title: string
  readonly length: number
  readonly previous: string | undefined
  readonly next: string | undefined
  readonly lanes: readonly {
    readonly annotator: string
    readonly html: string
    readonly tags: readonly string[]
    readonly desk: string
  }[]
  readonly stretches: readonly { readonly words: string; readonly note: string; readonly isDisputed: boolean }[]
}

export function agreementPage(open: OpenAgreement, speech: Speech): AgreementPage {
  const { study, rounds, round, codebook, measured, hidden, gamma } = open
  const path = `/studies/${study.slug}/agreement`
  const query = new URLSearchParams({ round: round?.id ?? '' })
  const shown = measured && codebook && { measured, codebook }
  const figures = shown
    ? Object.fromEntries(
        AGREEMENT_FIGURES.flatMap((name) => {
          const figure = agreementFigure(shown, name, speech)
          if (!figure) return []
          const address = (ending: string) => `${path}/${name}.${ending}?${query}`
          const { head, rows, picture, narrow } = figure
          const shapes = { html: inPage(picture), narrow: narrow && { html: inPage(narrow) } }
          return [
            [name, { head, rows, ...shapes, svg: address('svg'), csv: address('csv'), crowd: crowdOf(name, shown) }],
          ]
        }),
      )
    : {}
  return {
    tagStyles: codebook && tagStyles(codebook, speech.language, speech.edges),
    study,
    path,
    rounds: rounds.map(({ id, title }) => ({ id, title, isShown: id === round?.id })),
    round: round?.id ?? '',
    counts: measured && {
      articles: measured.articles.length,
      people: measured.corpus.annotators.length,
      marks: measured.annotations,
    },
    figures,
    tags: shown
      ? shown.measured.corpus.tags.map((id) => ({
          label: tagName(shown.codebook, id, speech.language),
          classes: tagClasses(findTag(shown.codebook, id)),
        }))
      : [],
    cited: CITED,
    courseNotes: shown ? courseNotes(shown, speech) : [],
    results: `${path}/results.csv?${query}`,
    perTag: shown ? perTag(shown.measured, shown.codebook, speech) : [],
    gamma: gammaOf(open, speech),
    passage:
      open.passage && codebook && round
        ? passageView(open.passage, codebook, { path, round: round.id }, speech)
        : undefined,
    hidden,
    settings: settingsOf(open.settings, speech),
    command: round ? commandOf(study.slug, round.id, open) : '',
    methods: measured ? methodsOf(measured, open, speech) : '',
    references: measured
      ? referencesOf([...measured.findings.results, ...(gamma?.kind === 'done' ? gamma.results : [])])
      : [],
  }
}

function crowdOf(name: AgreementFigureName, { measured }: Shown): ShownFigure['crowd'] {
  const people = measured.corpus.annotators.length
  if (name !== 'pairs' || people < 8) return undefined
  return people < 15 ? 'is-many' : 'is-crowd'
}

/** (k)uα of each tag, with the part of what is marked on which it rests. */
function perTag({ findings }: Measured, codebook: Codebook, { language, words }: Speech): string[] {
  return findings.results
    .filter(({ measure }) => measure === 'ku-alpha')
    .flatMap(({ tag, outcome: { value, coverage } }) =>
      tag === undefined || value === undefined
        ? []
        : words.perTagOf(
            tagName(codebook, tag, language),
            hundredths(value, language),
            formatPercent(coverage ?? 0, language, 0),
          ),
    )
}

function gammaOf({ gamma }: OpenAgreement, { language, words }: Speech): ShownGamma {
  if (!gamma) return { state: 'none', words: '' }
  if (gamma.kind === 'running') {
    const { done, of, since } = gamma
    const left = done > 0 && of > done ? words.gamma.left(Math.ceil(((since / done) * (of - done)) / 1000)) : ''
    return { state: 'running', words: `${words.gamma.running(done, of)} ${left}` }
  }
  if (gamma.kind !== 'done') return { state: gamma.kind, words: '' }
  const of = (measure: Result['measure']) => gamma.results.find((one) => one.measure === measure && !one.tag)
  const written = ({ outcome }: Result) =>
    outcome.value === undefined ? words.reasons[outcome.reason!] : hundredths(outcome.value, language)
  const [whole, cat] = [of('gamma')!, of('gamma-cat')!]
  const { interval } = whole
  const range = interval ? ` (${hundredths(interval.low, language)}–${hundredths(interval.high, language)})` : ''
  return {
    state: 'done',
    words: `γ ${written(whole)}${range}, γ-cat ${written(cat)}`,
    parameters: words.gamma.parameters(gammaSettings(whole, language)),
  }
}

function passageView(
  { number, of, passage, article, isBeside, readings }: ShownPassage,
  codebook: Codebook,
  { path, round }: { path: string; round: string },
  { language, words }: Speech,
): PassageView {
  const to = (place: number) =>
    place >= 1 && place <= of ? `${path}?${new URLSearchParams({ round, passage: String(place) })}#passages` : undefined
  const sentence = { ...article, blocks: [{ kind: 'paragraph' as const, start: passage.start, end: passage.end }] }
  return {
    ...{ number, of, language: article.language, title: article.title, length: passage.length },
    ...{ previous: to(number - 1), next: to(number + 1) },
    lanes: readings.map(({ annotator, set, annotations }) => {
      const inside = within(annotations, passage)
      return {
        annotator,
        html: readingHtml({ article: sentence, annotations: inside, language, repeatedHere: '' }),
        tags: [...new Set(inside.map(({ tag }) => tagName(codebook, tag, language)))],
        desk: `${deskPath(round, article.id)}${isBeside ? `?${new URLSearchParams({ beside: set })}` : ''}${passageAnchor(passage)}`,
      }
    }),
    stretches: passage.stretches.map(({ start, end, readings }) => ({
      words: article.body.slice(start, end),
      note: readings > 1 ? words.readings(readings) : '',
      isDisputed: readings > 1,
    })),
  }
}

function within(annotations: readonly Annotation[], span: Span): Annotation[] {
  return annotations.filter((one) => overlap(one, span)).sort(compareAnnotations)
}

const worksOn = (...measures: readonly MeasureName[]) => [...new Set(measures.map((one) => REFERENCES[one]))].join('; ')

/** Where each of the explanations is to be looked up, in their order; what is only counted needs no source. */
const CITED = [
  worksOn('krippendorff-alpha'),
  worksOn('u-alpha-binary', 'cu-alpha', 'ku-alpha'),
  worksOn('gamma', 'gamma-cat'),
  worksOn('span-f1'),
  'Efron & Tibshirani 1993',
  '',
  worksOn('fleiss-kappa', 'gwet-ac1', 'percent-agreement', 'attribute-alpha', 'part-f1'),
]
