import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { spanFaults } from '../../server/annotations/span-rules.ts'
import type { Article } from '../../server/articles/article.ts'
import { RULES } from '../../server/suggestions/proposal.ts'
import { propose } from '../../server/suggestions/propose.ts'
import type { BlockKind } from '../../server/text/blocks.ts'
import { articleOf, oddArticle, placeOf } from '../support/texts.ts'

interface Case {
  readonly text: string
  /** What is marked, where it is not the whole text without its full stop. */
  readonly marked?: string
  readonly source?: string
  readonly cue?: string
  readonly content?: string
}

const GERMAN: Readonly<Record<string, Case>> = {
  'a quotation with its verb behind': {
    text: '„Wir sind bereit, noch heute zu verhandeln“, sagte Anna Meier.',
    source: 'Anna Meier',
    cue: 'sagte',
    content: '„Wir sind bereit, noch heute zu verhandeln“',
  },
  guillemets: {
    text: '»Das ist ein guter Tag für alle«, betonte die Ministerin am Montag in Berlin.',
    source: 'die Ministerin',
    cue: 'betonte',
    content: '»Das ist ein guter Tag für alle«',
  },
  'a quotation in two pieces': {
    text: '„Das Geld“, sagte der Bürgermeister, „reicht bis zum Herbst.“',
    source: 'der Bürgermeister',
    cue: 'sagte',
    content: '„Das Geld“ / „reicht bis zum Herbst.“',
  },
  'a quotation after a colon': {
    text: 'Der Sprecher der Polizei sagte: „Wir haben zwei Personen festgenommen.“',
    source: 'Der Sprecher der Polizei',
    cue: 'sagte',
    content: '„Wir haben zwei Personen festgenommen.“',
  },
  'one quotation in another': {
    text: '„Er rief ‚Hilfe‘ und lief davon“, berichtete die Zeugin.',
    source: 'die Zeugin',
    cue: 'berichtete',
    content: '„Er rief ‚Hilfe‘ und lief davon“',
  },
  'an apostrophe is no quotation mark': {
    text: '„So geht’s nicht weiter mit uns“, meinte Peter’s Bruder.',
    source: 'Peter’s Bruder',
    cue: 'meinte',
    content: '„So geht’s nicht weiter mit uns“',
  },
  'a dass-clause': {
    text: 'Die Behörde teilte mit, dass die Brücke gesperrt bleibe.',
    source: 'Die Behörde',
    cue: 'teilte / mit',
    content: 'dass die Brücke gesperrt bleibe',
  },
  'a verb in two parts after a first word': {
    text: 'Am Dienstag gab das Unternehmen an, die Zahlen seien vorläufig.',
    source: 'das Unternehmen',
    cue: 'gab / an',
    content: 'die Zahlen seien vorläufig',
  },
  'perfect tense': {
    text: 'Der Verband hat am Mittwoch mitgeteilt, die Preise würden steigen.',
    source: 'Der Verband',
    cue: 'hat / mitgeteilt',
    content: 'die Preise würden steigen',
  },
  'reported speech before its verb': {
    text: 'Die Lage sei ernst, erklärte ein Sprecher des Auswärtigen Amtes.',
    source: 'ein Sprecher des Auswärtigen Amtes',
    cue: 'erklärte',
    content: 'Die Lage sei ernst',
  },
  'an apposition between commas': {
    text: 'Eva Kern, die Leiterin des Instituts, warnte, der Wald sterbe weiter.',
    source: 'Eva Kern, die Leiterin des Instituts',
    cue: 'warnte',
    content: 'der Wald sterbe weiter',
  },
  'what is said of the speaker is not said': {
    text: '„Wir machen weiter wie bisher“, sagte Minister Wolf, der seit März im Amt ist.',
    source: 'Minister Wolf',
    cue: 'sagte',
    content: '„Wir machen weiter wie bisher“',
  },
  laut: {
    text: 'Laut Polizei wurden drei Menschen verletzt.',
    source: 'Polizei',
    cue: 'Laut',
    content: 'wurden drei Menschen verletzt',
  },
  'laut in the middle': {
    text: 'Der Schaden beträgt laut einem Sprecher zwei Millionen Euro.',
    source: 'einem Sprecher',
    cue: 'laut',
    content: 'Der Schaden beträgt / zwei Millionen Euro',
  },
  'nach Angaben': {
    text: 'Nach Angaben der Feuerwehr brannte das Dach vollständig ab.',
    source: 'der Feuerwehr',
    cue: 'Nach Angaben',
    content: 'brannte das Dach vollständig ab',
  },
  'nach Angaben von': {
    text: 'Das Dach brannte nach Angaben von Anwohnern ab.',
    source: 'Anwohnern',
    cue: 'nach Angaben von',
    content: 'Das Dach brannte / ab',
  },
  zufolge: {
    text: 'Medienberichten zufolge tritt der Trainer zurück.',
    source: 'Medienberichten',
    cue: 'zufolge',
    content: 'tritt der Trainer zurück',
  },
  so: {
    text: 'Die Verhandlungen seien gescheitert, so die Gewerkschaft Verdi.',
    source: 'die Gewerkschaft Verdi',
    cue: 'so',
    content: 'Die Verhandlungen seien gescheitert',
  },
  'wie … berichtet, the name in quotation marks': {
    text: 'Wie der „Spiegel“ berichtet, hat der Konzern Daten verkauft.',
    source: 'der „Spiegel“',
    cue: 'Wie / berichtet',
    content: 'hat der Konzern Daten verkauft',
  },
  'wie … berichtet': {
    text: 'Wie die Süddeutsche Zeitung berichtet, hat der Konzern Daten verkauft.',
    source: 'die Süddeutsche Zeitung',
    cue: 'Wie / berichtet',
    content: 'hat der Konzern Daten verkauft',
  },
  'unter Berufung auf, marked alone': {
    text: 'Wie die Agentur Reuters unter Berufung auf zwei Insider meldet, wird das Werk verkauft.',
    marked: 'unter Berufung auf zwei Insider',
    source: 'zwei Insider',
    cue: 'unter Berufung auf',
    content: 'wird das Werk verkauft',
  },
  'only the quotation is marked': {
    text: '„Ich komme morgen wieder zurück“, sagte sie.',
    marked: '„Ich komme morgen wieder zurück“',
    source: 'sie',
    cue: 'sagte',
    content: '„Ich komme morgen wieder zurück“',
  },
  'a quotation marked without its last mark': {
    text: 'Sie sagte, die Lage sei „sehr ernst und verfahren“.',
    marked: 'Sie sagte, die Lage sei „sehr ernst und verfahren',
    source: 'Sie',
    cue: 'sagte',
    content: 'die Lage sei „sehr ernst und verfahren“',
  },
  'the mood of reported speech alone': {
    text: 'Der Zeuge sprach lange. Er entwickle seither Ängste.',
    marked: 'Er entwickle seither Ängste',
    content: 'Er entwickle seither Ängste',
  },
  'a name before a colon': {
    text: 'Scholz: Der Haushalt steht',
    source: 'Scholz',
    content: 'Der Haushalt steht',
  },
  findings: {
    text: 'Dass die Zahl steigt, belegen Daten des Robert-Koch-Instituts.',
    source: 'des Robert-Koch-Instituts',
    cue: 'belegen Daten',
    content: 'Dass die Zahl steigt',
  },
  'a few quoted words inside somebody’s sentence': {
    text: 'Der Minister nannte den Plan einen „faulen Kompromiss“ und ging.',
    source: 'Der Minister',
    cue: 'nannte',
    content: '„faulen Kompromiss“',
  },
  'an emoji, a joined one and a combining accent': {
    text: '„Das war 😃 ein x̌-Tag 👩‍👩‍👧‍👦“, sagte Zoë 🇩🇪.',
    source: 'Zoë',
    cue: 'sagte',
    content: '„Das war 😃 ein x̌-Tag 👩‍👩‍👧‍👦“',
  },
  'a passive voice has no speaker': {
    text: 'Gesagt wurde viel.',
  },
  'what the newsroom says is nobody’s': { text: 'Der Zug fuhr um acht Uhr ab.' },
  'a mark that nothing closes': {
    text: 'Der Minister sagte, „das sei so.',
    source: 'Der Minister',
    cue: 'sagte',
    content: '„das sei so',
  },
}

const ENGLISH: Readonly<Record<string, Case>> = {
  'a quotation with its verb behind': {
    text: '“We are ready to talk at any time,” said Jane Miller on Monday.',
    source: 'Jane Miller',
    cue: 'said',
    content: '“We are ready to talk at any time,”',
  },
  'straight marks, the subject first': {
    text: 'The minister said: "We will not accept this deal."',
    source: 'The minister',
    cue: 'said',
    content: '"We will not accept this deal."',
  },
  'a that-clause': {
    text: 'The company announced on Friday that the plant would close.',
    source: 'The company',
    cue: 'announced',
    content: 'that the plant would close',
  },
  'a clause without that': {
    text: 'Police said the road was closed.',
    source: 'Police',
    cue: 'said',
    content: 'the road was closed',
  },
  'according to': {
    text: 'Three people were hurt, according to the fire service.',
    source: 'the fire service',
    cue: 'according to',
    content: 'Three people were hurt',
  },
  'an apposition between commas': {
    text: 'John Smith, the mayor of York, warned that floods would return.',
    source: 'John Smith, the mayor of York',
    cue: 'warned',
    content: 'that floods would return',
  },
  citing: {
    text: 'As Reuters reported, citing two officials, the bank has failed.',
    marked: 'citing two officials',
    source: 'two officials',
    cue: 'citing',
    content: 'the bank has failed',
  },
  'as … reported': {
    text: 'As Reuters reported, the bank has failed.',
    source: 'Reuters',
    cue: 'As / reported',
    content: 'the bank has failed',
  },
}

function proposed(text: string, language: string, { marked }: Case): Omit<Case, 'text'> {
  const article: Article = { ...articleOf(['paragraph', text]), language }
  const span = placeOf(text, marked ?? text.replace(/\.$/, ''))
  const found = propose(article, span)
  const words = (role: string) => {
    const all = found.filter((one) => one.role === role).map(({ start, end }) => article.body.slice(start, end))
    return all.length > 0 ? { [role]: all.join(' / ') } : {}
  }
  return { ...words('source'), ...words('cue'), ...words('content') }
}

for (const [language, cases] of [
  ['de', GERMAN],
  ['en', ENGLISH],
] as const)
  for (const [name, one] of Object.entries(cases))
    test(`${language}: ${name}`, () => {
      const { text, marked, ...expected } = one
      assert.deepEqual(proposed(text, language, one), expected)
    })

test('in another language quotations are proposed, and nothing else', () => {
  const text = '« Nous sommes prêts », a dit la ministre.'
  assert.deepEqual(proposed(text, 'fr', { text }), { content: '« Nous sommes prêts »' })
})

test('a list after a colon belongs to who is named before it', () => {
  const article = articleOf(
    ['paragraph', 'Die Partei fordert drei Dinge:'],
    ['list-item', '• Mehr Züge.'],
    ['list-item', '2. Billige Karten'],
    ['paragraph', 'Das kostet.'],
  )
  const found = propose(article, placeOf(article.body.text, 'Die Partei fordert drei Dinge'))
  assert.deepEqual(
    found.map(({ role, rule, start, end }) => `${role} ${rule}: ${article.body.slice(start, end)}`),
    ['source verb: Die Partei', 'cue verb: fordert', 'content list: Mehr Züge', 'content list: Billige Karten'],
  )
})

test('a part that is there already tells which frame is meant', () => {
  const text = 'Laut Polizei sagte der Mann, er sei gestürzt.'
  const article = articleOf(['paragraph', text])
  const sources = (words?: string) =>
    propose(article, placeOf(text, text), words === undefined ? [] : [{ role: 'source', ...placeOf(text, words) }])
      .filter(({ role }) => role === 'source')
      .map(({ start, end }) => article.body.slice(start, end))
  assert.deepEqual(sources(), ['der Mann'])
  assert.deepEqual(sources('Polizei'), ['Polizei'])
})

const NEWS = [
  ...['„', '“', '”', '"', '»', '«', '‚', '‘', '’', ',', ':', '.', ' – ', '(', ')', '\n', '😃', '👩‍👩‍👧‍👦', 'x̌', 'سلام'],
  ...[
    'sagte',
    'sei',
    'Wie',
    'berichtet',
    'so',
    'der',
    'Minister',
    'laut',
    'Polizei',
    'unter',
    'Berufung',
    'auf',
    'zufolge',
  ],
  ...[
    'teilte',
    'mit',
    'hat',
    'erklärt',
    'dass',
    'Offiziell',
    'zeigen',
    'Daten',
    'said',
    'that',
    'according',
    'to',
    'As',
    'told',
  ],
]
const KINDS: readonly BlockKind[] = ['paragraph', 'list-item', 'byline', 'headline']
const newsArticle = fc
  .array(
    fc.tuple(
      fc.constantFrom(...KINDS),
      fc.array(fc.constantFrom(...NEWS), { minLength: 1, maxLength: 14 }).map((words) => `x${words.join(' ')}x`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => articleOf(...blocks))

test('whatever the text, proposals may stand where they are, name a rule, and are the same again', () => {
  fc.assert(
    fc.property(
      fc.oneof(newsArticle, oddArticle),
      fc.constantFrom('de', 'de-AT', 'en', 'fr', ''),
      fc.nat(),
      fc.nat(),
      (article, language, a, b) => {
        const [one, other] = [a % (article.body.length + 1), b % (article.body.length + 1)]
        const span = { start: Math.min(one, other), end: Math.max(one, other) }
        const found = propose({ ...article, language }, span)
        for (const proposal of found) {
          assert.deepEqual(spanFaults(article, proposal), {})
          assert.ok(RULES.includes(proposal.rule))
        }
        assert.deepEqual(propose({ ...article, language }, span), found)
      },
    ),
    { numRuns: 500 },
  )
})
