/** What a paper has to say of a round's agreement, from what was really measured: words, settings, works, a command. */
import type { Interval } from '../../agreement/bootstrap.ts'
import { BOOTSTRAP, CITATIONS } from '../../agreement/citations.ts'
import { GAMMA_MEASURES } from '../../agreement/findings.ts'
import type { MeasureName } from '../../agreement/measures.ts'
import type { Result } from '../../agreement/results.ts'
import { compareText } from '../../text/compare-text.ts'
import type { Measured, OpenAgreement } from './agreement.ts'
import type { AgreementWords, GammaSettings } from './agreement-words.ts'
import { type AgreementSpeech, hundredths, mainResult } from './measures-figure-page.ts'

type Asked = Pick<OpenAgreement, 'gamma' | 'settings' | 'generator'>

export function settingsOf({ bootstrap, threshold }: OpenAgreement['settings'], { language, words }: AgreementSpeech) {
  const number = (value: number) => new Intl.NumberFormat(language).format(value)
  return words.settings(number(bootstrap.samples), number(bootstrap.seed), number(threshold))
}

/** What measures the same of the study's export; the round is named by its id, which needs no quotes. */
export function commandOf(slug: string, round: string, { gamma, settings }: Asked): string {
  const { measures, bootstrap, threshold } = settings
  const all = [...measures, ...(gamma?.kind === 'done' ? GAMMA_MEASURES : [])].join(',')
  const options = ['--round', round, '--measure', all, '--seed', bootstrap.seed, '--threshold', threshold]
  return `npm run --silent lesart -- agreement ${options.join(' ')} ${slug}.lesart.jsonl`
}

export function methodsOf(measured: Measured, { gamma, settings, generator }: Asked, speech: AgreementSpeech): string {
  const { language, words } = speech
  const { compared, articles, findings } = measured
  const { bootstrap, threshold } = settings
  const number = (value: number) => new Intl.NumberFormat(language).format(value)
  const of = (measure: MeasureName) => written(mainResult(measured, measure), speech)
  const f1 = (variant: string) =>
    written(
      findings.results.find((one) => one.measure === 'span-f1' && one.variant === variant && !one.tag && !one.pair),
      speech,
    )
  const sentences = [
    words.methodsText.basis({ ...compared, others: articles.length - compared.articles }),
    words.methodsText.measures(number(threshold)),
    words.methodsText.values({
      alpha: of('krippendorff-alpha'),
      finding: of('u-alpha-binary'),
      naming: of('cu-alpha'),
    }),
    words.methodsText.spans({ exact: f1('exact'), dice: f1('dice'), overlap: f1('overlap') }),
    words.methodsText.beside({ kappa: of('fleiss-kappa'), ac1: of('gwet-ac1'), percent: of('percent-agreement') }),
    gamma?.kind === 'done' ? gammaOf(gamma.results, speech) : '',
    intervalsOf([...findings.results, ...(gamma?.kind === 'done' ? gamma.results : [])], compared.articles, words, {
      samples: number(bootstrap.samples),
      seed: number(bootstrap.seed),
    }),
    words.methodsText.program(generator),
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** A value with its interval, or why there is none. */
function written(result: Result | undefined, { language, words }: AgreementSpeech): string {
  if (result?.outcome.value === undefined) {
    const reason = result?.outcome.reason
    return reason ? words.methodsText.without(words.reasons[reason]) : '–'
  }
  const value = hundredths(result.outcome.value, language)
  const { interval } = result
  if (!interval) return value
  return `${value} [${hundredths(interval.low, language)}; ${hundredths(interval.high, language)}]`
}

function gammaOf(results: readonly Result[], speech: AgreementSpeech): string {
  const of = (measure: MeasureName) => results.find((one) => one.measure === measure && !one.tag && !one.pair)
  const whole = of('gamma')
  if (!whole) return ''
  const settings = speech.words.gamma.parameters(gammaSettings(whole, speech.language))
  return speech.words.methodsText.gamma(settings, written(whole, speech), written(of('gamma-cat'), speech))
}

/** With what γ was measured. */
export function gammaSettings({ parameters = {}, variant }: Result, language: string): GammaSettings {
  const parameter = (name: string) => {
    const value = parameters[name]
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value ?? '')
  }
  return {
    ...{ alpha: parameter('alpha'), beta: parameter('beta'), deltaEmpty: parameter('deltaEmpty') },
    ...{ precision: parameter('precision'), sampler: parameter('sampler'), seed: parameter('seed') },
    samples: parameter('samples'),
    isPairwise: variant === 'pairwise',
  }
}

function intervalsOf(
  results: readonly Result[],
  articles: number,
  words: AgreementWords,
  drawn: { readonly samples: string; readonly seed: string },
): string {
  const methods = new Set(
    results.flatMap(({ interval, pair }): Interval['method'][] => (interval && !pair ? [interval.method] : [])),
  )
  if (methods.size > 0)
    return words.methodsText.intervals({
      ...drawn,
      method: words.methodNames[methods.has('bca') ? (methods.has('percentile') ? 'both' : 'bca') : 'percentile'],
    })
  return articles === 1 ? words.methodsText.oneArticle : ''
}

export function referencesOf(results: readonly Result[]): string[] {
  const bootstrap = results.some(({ interval }) => interval) ? [BOOTSTRAP] : []
  return [...new Set([...results.map(({ measure }) => CITATIONS[measure]), ...bootstrap])].sort(compareText)
}
