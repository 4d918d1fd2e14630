/**
 * Sentences of a text: Unicode Standard Annex 29 by Intl.Segmenter, mended where a full stop does not end a German
 * sentence. Nouns have capitals in German, so the capital after „3.“ or „u. a.“ says nothing; but words such as „Dann“
 * or „Die“ have one only where a sentence begins.
 */
import type { IndexedText } from './code-points.ts'
import type { Span } from './span.ts'
import { spansIn } from './spans-in.ts'
import { trimRange, type Utf16Range } from './words.ts'

const sentenceSegmenter = new Intl.Segmenter('de', { granularity: 'sentence' })

/** The word to which these belong always follows. */
const NEVER_LAST = setOf(`
  Abg Abt allg bspw Bspw bzgl Bzgl bzw ca Ca d.h D.h Dipl Dr ebd ehem eigtl einschl entspr ev evtl exkl Fa Frl geb gegr
  gem Gen gest ggf Ggf Hl Hr Hrn Hrsg inkl Inkl Ing insb jur kath lt Lt Mag max med min mind Mr Mrs Ms nat Pfr phil Präs
  Prof rer resp röm sog St stellv stv theol verh vgl Vgl Vors vs z.B Z.B zit zzgl`)

/** These go on where a number follows („Art. 5“), and are words like others where none does („dieser Art. Dann“). */
const BEFORE_NUMBER = setOf('Abb Abs Anm Art Az Bd Bde Fig Jahrg Jg Kap No Nr Nrn pp Rdnr Rn Tab Tel Vol Ziff')

/** After these the next word tells, as it does after a single letter. */
const MAY_BE_LAST = setOf(`
  Aufl Bf Chr Co Corp ff Hbf Inc Jh Jhd Jhdt jr Jr jun Ltd Mill Min Mio Mrd Red Sek sen Sr Std Str Tsd Verf Ztr
  Jan Feb Febr Apr Aug Sep Sept Okt Nov Dez Mo Di Mi Do Fr Sa`)

/** Words that have a capital letter only where a sentence begins. */
const BEGINNINGS = setOf(`
  Der Die Das Des Dem Den Dies Diese Diesem Diesen Dieser Dieses Jene Jener Ein Eine Einem Einen Einer Eines Kein Keine
  Keinen Keiner Er Sie Es Ich Wir Ihr Ihre Ihrem Ihren Ihrer Sein Seine Seinem Seinen Seiner Man Alle Viele Einige Manche
  Mehrere Beide Wer Was Wo Wie Wann Warum Welche Und Aber Doch Denn Oder Auch Dann Danach Da Dabei Dadurch Dafür Dagegen
  Daher Damals Damit Daran Darauf Darum Dazu Dennoch Deshalb Dort Hier Hinzu Jedoch Jetzt Nun Heute Gestern Allerdings
  Außerdem Zudem Trotzdem Zugleich Gleichzeitig Stattdessen Zuletzt Bereits Erst Inzwischen Noch Nur Schon Nicht So Wenn
  Weil Während Nachdem Bevor Als Ob Obwohl Dass Ab An Am Auf Aus Bei Beim Bis Durch Für Gegen Hinter Im In Laut Mit Nach
  Ohne Seit Trotz Über Um Unter Vom Von Vor Wegen Zu Zum Zur Zwischen
  The This That These Those He She It They We You His Her Their Its But And Then When While If At On For With After`)

/** The last word before a full stop, with the letter before it where two make one short form: „z. B.“. */
const LAST_WORD = /(?<![\p{L}\p{M}\p{N}’'])(?:[zd]\.\s?)?\p{L}+(?=\.$)/iu
const FIRST_WORD = /^[^\p{L}\p{N}]*(\p{L}+)/u
const SMALL_FIRST_LETTER = /^[^\p{L}\p{N}]*\p{Ll}/u
const NUMBER_FIRST = /^(?:\d|[IVXL]+(?!\p{L}))/u
const SINGLE_LETTER = /(?<![\p{L}\p{M}\p{N}’'])\p{L}\.$/u
/** A longer number is a year or a sum („im Jahr 2025.“), one after a sign is none of these („19.30.“, „2:1.“, „Covid-19.“). */
const ORDINAL = /(?:(?<![\p{L}\p{N}\p{Sc}.,:]|\p{L}-)\d{1,3}|(?<!\p{L})[IVXL]+)\.$/u
const LEFT_OUT = /(?:…|\.\.\.)[\])]?$/u
/** A number or a letter at the beginning („2. Die Lage“) is no sentence. */
const NUMBERING = /^[^\p{L}\p{N}]*(?:\p{L}|\d{1,3}|[IVXL]+)?[^\p{L}\p{N}]*$/u

/** Nothing that tells whether a sentence ends lies farther away, in UTF-16 code units. */
const NEAR = 40

/** The sentences of a text, in order and without white space at their ends. They cover everything but white space. */
export function sentences(text: string): Utf16Range[] {
  const found: Utf16Range[] = []
  let startUtf16 = 0
  // The annex does not know that „…“ may end a sentence; a full stop is as long.
  for (const { segment, index } of sentenceSegmenter.segment(text.replaceAll('…', '.'))) {
    const endUtf16 = index + segment.length
    const before = text.slice(Math.max(startUtf16, endUtf16 - NEAR), endUtf16)
    if (endUtf16 < text.length && goesOn(before, text.slice(endUtf16, endUtf16 + NEAR))) continue
    const sentence = trimRange(text, { startUtf16, endUtf16 })
    if (sentence.startUtf16 < sentence.endUtf16) found.push(sentence)
    startUtf16 = endUtf16
  }
  return found
}

/** Whether what looks like a sentence goes on in the text that follows it. The end of a line is always an end. */
function goesOn(before: string, after: string): boolean {
  if (before.endsWith('\n')) return false
  if (SMALL_FIRST_LETTER.test(after)) return true
  const words = before.trimEnd()
  const lastWord = LAST_WORD.exec(words)?.[0].replace(/\s/u, '') ?? ''
  if (NEVER_LAST.has(lastWord) || NUMBERING.test(words)) return true
  if (BEFORE_NUMBER.has(lastWord)) return NUMBER_FIRST.test(after)
  const mayBeLast = MAY_BE_LAST.has(lastWord) || [SINGLE_LETTER, ORDINAL, LEFT_OUT].some((form) => form.test(words))
  return mayBeLast && !BEGINNINGS.has(FIRST_WORD.exec(after)?.[1] ?? '')
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u))
}

/** The sentences of a stretch of a text, such as a block of an article, in code points. */
export function sentencesIn(body: IndexedText, stretch: Span): Span[] {
  return spansIn(body, stretch, sentences)
}
