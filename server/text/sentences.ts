/** Sentences of a text: Unicode Standard Annex 29 by Intl.Segmenter, mended where German abbreviations and ordinals end in a full stop. */
import type { Utf16Range } from './words.ts'

const sentenceSegmenter = new Intl.Segmenter('de', { granularity: 'sentence' })

/** Abbreviations after which a sentence goes on. Those of several words stand here by their last one („z. B.“: „B“). */
const ABBREVIATIONS = new Set(
  [
    'Abb Abg Abs Abt allg Anm Art Aufl Az B Bd Bde Bf bspw bzgl bzw ca Chr d Dipl dgl Dr ebd ehem eigtl einschl entspr etc ev evtl f ff',
    'Fr Frl geb gegr gem gest ggf h Hbf Hg Hr Hrsg i ii inkl Ing insb Jh jr kath Kfz lat lt m Mag max med min Mio Mr Mrd Mrs Ms n Nr o',
    'od oec österr Pfr phil Prof r rd Red resp röm S s Sek sen sog St St Std Str stv s t Tel u U v V Verf vgl vs Vors z zit Ztr zzgl',
    'Jan Feb Febr Apr Aug Sept Okt Nov Dez Mo Di Mi Do Fr Sa',
  ]
    .join(' ')
    .split(' '),
)

/** A number of up to two digits is an ordinal („3. Oktober“), a longer one ends a sentence („im Jahr 2025.“). */
const ORDINAL = /(?:^|[\s(„"'–-])\d{1,2}\.$/u
const ROMAN_ORDINAL = /(?:^|\s)[IVX]{1,5}\.$/u
const INITIAL = /(?:^|[\s(„"'.-])\p{Lu}\.$/u
const LAST_WORD = /([\p{L}]+)\.$/u

/** The sentences of a text, in order and without white space at their ends. They cover everything but white space. */
export function sentences(text: string): Utf16Range[] {
  const found: Utf16Range[] = []
  let startUtf16 = 0
  for (const { segment, index } of sentenceSegmenter.segment(text)) {
    const endUtf16 = index + segment.length
    if (endUtf16 < text.length && goesOn(text.slice(startUtf16, endUtf16), text.slice(endUtf16))) continue
    push(found, text, startUtf16, endUtf16)
    startUtf16 = endUtf16
  }
  push(found, text, startUtf16, text.length)
  return found
}

/** Whether what looks like a sentence goes on in the text that follows it. */
function goesOn(before: string, after: string): boolean {
  if (/\n\s*$/.test(before)) return false
  const words = before.trimEnd()
  if (/^\p{Ll}/u.test(after) && /[.!?…]["“«']?$/u.test(words)) return true
  if (!words.endsWith('.')) return false
  const lastWord = LAST_WORD.exec(words)?.[1]
  if (lastWord !== undefined && ABBREVIATIONS.has(lastWord)) return true
  return ORDINAL.test(words) || ROMAN_ORDINAL.test(words) || INITIAL.test(words)
}

function push(found: Utf16Range[], text: string, startUtf16: number, endUtf16: number): void {
  const words = text.slice(startUtf16, endUtf16)
  const start = startUtf16 + (words.length - words.trimStart().length)
  const end = startUtf16 + words.trimEnd().length
  if (start < end) found.push({ startUtf16: start, endUtf16: end })
}
