/** How a round agrees at the places of its articles, as a picture and as numbers. */
import type { PlaceAgreement } from '../../agreement/places.ts'
import type { Figure } from '../../annotations/profile-figures-page.ts'
import { type Intervals, intervalsPicture, narrowIntervalsPicture } from '../../charts/intervals.ts'
import { formatInteger, formatPercent } from '../../text/numbers.ts'
import { type AgreementSpeech, hundredths, LEVEL, type Shown, scaleOf } from './measures-figure-page.ts'

interface Row {
  readonly by: 'kind' | 'quarter'
  /** For programs. */
  readonly id: string
  readonly name: string
  readonly place: PlaceAgreement
}

export function placesFigure({ measured }: Shown, { language, words }: AgreementSpeech): Figure {
  const { kinds, quarters } = measured.findings.places
  const ofKinds = kinds.map((place): Row => ({ by: 'kind', id: place.kind, name: words.blockKinds[place.kind], place }))
  const ofQuarters = quarters.map(
    (place, index): Row => ({ by: 'quarter', id: String(index + 1), name: words.quarter(index + 1), place }),
  )
  const rows = [...ofKinds, ...ofQuarters]
  const number = (value: number | undefined) => (value === undefined ? '–' : hundredths(value, language))
  const percent = (share: number) => formatPercent(share, language, 0)
  const group = (name: string, rows: readonly Row[]) => ({
    name,
    rows: rows.map(({ name, place: { outcome, interval, share } }) => ({
      ...{ name, value: outcome.value, low: interval?.low, high: interval?.high },
      words: [
        number(outcome.value),
        interval ? `${number(interval.low)}–${number(interval.high)}` : '–',
        percent(share),
      ],
    })),
  })
  const intervals: Intervals = {
    name: words.places,
    room: 260,
    ...scaleOf(
      rows.map(({ place }) => place.interval?.low ?? place.outcome.value),
      language,
    ),
    heads: [words.value, formatPercent(LEVEL, language, 0), words.share],
    groups: [group(words.byKind, ofKinds), group(words.byQuarter, ofQuarters)],
  }
  return {
    title: words.places,
    legend: [],
    picture: intervalsPicture(intervals),
    narrow: narrowIntervalsPicture(intervals),
    head: [words.places, words.value, words.low, words.high, words.share, words.articles, words.why],
    rows: rows.map(({ name, place: { outcome, interval, share, articles } }) => [
      ...[name, number(outcome.value), number(interval?.low), number(interval?.high), percent(share)],
      ...[formatInteger(articles, language), outcome.reason ? words.reasons[outcome.reason] : ''],
    ]),
    exact: [
      ['by', 'place', 'share', 'articles', 'alpha', 'low', 'high', 'n', 'reason'],
      ...rows.map(({ by, id, place: { outcome, interval, share, articles } }) => [
        ...[by, id, String(share), String(articles), String(outcome.value ?? '')],
        ...[String(interval?.low ?? ''), String(interval?.high ?? ''), String(outcome.n), outcome.reason ?? ''],
      ]),
    ],
  }
}
