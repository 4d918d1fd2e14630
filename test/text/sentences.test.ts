import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Block, isCoded } from '../../server/text/blocks.ts'
import { indexText } from '../../server/text/code-points.ts'
import { sentences } from '../../server/text/sentences.ts'
import { project } from '../support/program.ts'
import { keptText, ODD } from '../support/texts.ts'

const LINE = 'Am x̌-Tag 😃 قال الوزير: nein.'

/** The sentences of a text end at the bars; it stands below a line with the odd characters. */
function endAtTheBars(text: string): void {
  const whole = `${LINE}\n${text.replaceAll('|', '')}`
  const found = sentences(whole).map(({ startUtf16, endUtf16 }) => whole.slice(startUtf16, endUtf16))
  assert.deepEqual(found, [LINE, ...text.split('|').map((sentence) => sentence.trim())])
}

const groups: Record<string, Record<string, string>> = {
  'goes on after': {
    'z. B.': 'Er nennt z. B. Anna Ohm und z.B. Bremen.| Das reicht.',
    'd. h.': 'Sie kommen später, d. h. Montag.| Das reicht.',
    'u. a.': 'Sie las u. a. Romane.| Das reicht.',
    'a short form with a no-break space': 'Er nennt z.\u00a0B. Bremen und u.\u202fa. Köln.| Das reicht.',
    titles: 'Prof. Dr. Maier traf Dipl.-Ing. Ohm und Dr. med. Rot.| Das reicht.',
    'a saint': 'Er wohnt in St. Gallen.| Das reicht.',
    initials: 'J. R. R. Tolkien und Donald J. Trump lasen.| Das reicht.',
    'the letter for a name that is not given': 'Karl-Heinz G. Nachbar des Opfers, schwieg.| Das reicht.',
    'an ordinal': 'Am 3. Oktober im 19. Jahrhundert.| Das reicht.',
    'the ordinal of a jubilee': 'Zum 100. Geburtstag kamen alle.| Das reicht.',
    'two ordinals': 'Vom 3. bis 5. Mai und am 3./4. Oktober.| Das reicht.',
    'an ordinal at the beginning': '1. FC Köln verliert.| Das reicht.',
    'a ruler’s number': 'Ludwig XIV. Frankreichs König, tanzte.| Ludwig XIV. war König.| Das reicht.',
    'Art. with its number': 'Nach Art. 5 GG und Art. II Satz 2.| Das reicht.',
    'Nr. with its number': 'Er zog in Nr. 3 Apfelweg.| Das reicht.',
    'Abs. and S. with their numbers': 'Siehe § 3 Abs. 2 BGB und S. 5 Mitte.| Das reicht.',
    'a sum': 'Das kostet 5 Mio. Euro, 3 Mrd. Dollar und ca. 2 Tsd. Franken.| Das reicht.',
    'a month in short': 'Am 3. Okt. 2025 Berlin verlassen.| Das reicht.',
    'a question in quotation marks': '„Kommst du?“ fragte er.| Das reicht.',
    '?! in quotation marks': '„Was?!“, fragte sie.| Das reicht.',
    'a call in quotation marks': 'Er rief „Halt!“ und lief.| Das reicht.',
    'a full stop in French marks': '»Ich komme.« sagte sie.| Das reicht.',
    'a call before a bracket': 'Er rief „Halt!“ (und lief davon).| Das reicht.',
    'three dots before a noun': 'Er sah … Menschen und ... Häuser.| Das reicht.',
    'words left out of a quotation': '„Wir haben […] Maßnahmen ergriffen“, hieß es.| Das reicht.',
    'an address': 'Siehe www.lesart.example oder 19.30 Uhr.| Das reicht.',
    'U.S.': 'Der U.S. President und Mr. Smith lasen.| Das reicht.',
    'the number of a heading': '2. Die Lage ist ernst.| Das reicht.',
    'the letter of a heading': 'B. Die Lage ist ernst.| Das reicht.',
  },
  'ends after': {
    'Art, the word': 'Es war ein Fest dieser Art.| Dann kam Regen.',
    'Art, the word, before a noun': 'Es war ein Fest dieser Art.| Menschen tanzten.',
    'a year': 'Das war im Jahr 2025.| Dann kam Regen.',
    'a year, before a noun': 'Das war im Jahr 2025.| Menschen tanzten.',
    'a time': 'Er kam um 19.30.| Menschen tanzten.',
    'a score': 'Köln gewann 2:1.| Tore fielen spät.',
    'a sum of money': 'Es kostet €5.| Menschen zahlen.',
    'a name with a number': 'Es war Covid-19.| Menschen starben.',
    'a letter after an apostrophe': "Das war’s.| Menschen gingen.| Das war's.| Menschen gingen.",
    'one letter, where a word follows that begins sentences': 'Er griff zu Plan B.| Dann kam Regen.',
    'a name that is not given': 'Das sagt Karl-Heinz G.| Der Mann schwieg.',
    'u. a.': 'Es gab Brot u. a.| Dann kam Regen.',
    'f. and ff.': 'Siehe S. 5 f.| Dort steht es.| Siehe S. 5 ff.| Dort steht es.',
    'v. Chr.': 'Das war 50 v. Chr.| Danach kam Regen.',
    'Mio.': 'Sie zahlten 5 Mio.| Die Stadt schwieg.',
    'a ruler’s number': 'Es war Ludwig XIV.| Er tanzte.',
    'usw.': 'Es gab Brot usw.| Menschen tanzten.',
    'a quotation that is a sentence': 'Sie sagte: „Ich komme.“| Mit diesen Worten ging sie.',
    'a quotation and a full stop': 'Sie sagte, „ich komme“.| Mit diesen Worten ging sie.',
    'a question in quotation marks': '„Wirklich?!“| Dann schwieg er.| „Wohin?“, fragte sie.',
    'three dots, where a word follows that begins sentences':
      'Er wartete …| Dann ging er.| Er wartete ...| Dann ging er.',
    'a quotation that breaks off': '„Ich weiß nicht …“| Menschen gingen.',
    'a bracket': 'Er las es (vgl. S. 5).| Dann kam Regen.| (Siehe S. 5.)| Dann kam Regen.',
    'a line': 'Das steht da ohne Punkt|\nUnd das auch|\nkleingeschrieben auch.',
    'a question in Arabic': 'هل جاء؟| نعم جاء.',
  },
}

for (const [group, cases] of Object.entries(groups))
  for (const [name, text] of Object.entries(cases)) test(`a sentence ${group} ${name}`, () => endAtTheBars(text))

// „um 3“ is a time here, but „3. Dann“ cannot be told from „3. Oktober“ by the number: the capital of a word that is no
// noun decides. Before a noun an ordinal is by far the more frequent one in news, so there the sentence goes on.
test('a small number ends a sentence before a word that begins sentences, and is an ordinal before a noun', () => {
  endAtTheBars('Er kam um 3.| Dann ging er.')
  endAtTheBars('Er kam um 3. Menschen tanzten.')
})

/** First and last word of each sentence of the first article, a line for a block. */
const FIRST_ARTICLE = [
  'Schulterschluss … Allianz',
  'Während … Gegenteil.',
  'In … angeboten. | Das … begegnen.',
  'Die … unmissverständlich. | Wie … ausgetauscht. | Das … Partnerschaft.',
  '„Mechanismen … perfektionieren“',
  '„China … Jun.',
  'Besonders … werden. | Beide … Minister. | Offiziell … klingt.',
  'Moskau … auf. | Das … entwickle.',
  'Mehr … Milliardenprojekte',
  'Dass … Dienste. | Bereits … würden. | Peking … Ziele.',
  'Oleh … eindrücklich:',
  '• … realisiert.',
  '• … Dollar.',
  '• … Komplex.',
  'Das … gehen. | Stattdessen … technologisch.',
]

test('the first article splits as a careful reader would split it', () => {
  const [, line = ''] = readFileSync(path.join(project, 'db/first-article.lesart.jsonl'), 'utf8').split('\n')
  const article: { body: string; blocks: Block[] } = JSON.parse(line)
  const body = indexText(article.body)
  const found = article.blocks.filter(isCoded).map(({ start, end }) => {
    const block = body.slice(start, end)
    const words = sentences(block).map(({ startUtf16, endUtf16 }) => block.slice(startUtf16, endUtf16).split(' '))
    return words.map((words) => `${words[0]} … ${words.at(-1)}`).join(' | ')
  })
  assert.deepEqual(found, FIRST_ARTICLE)
})

test('sentences hold everything but white space, in order, without white space at their ends', () => {
  fc.assert(
    fc.property(keptText, (text) => {
      let next = 0
      for (const { startUtf16, endUtf16 } of sentences(text)) {
        assert.match(text.slice(next, startUtf16), /^\p{White_Space}*$/u)
        assert.doesNotMatch(text.slice(startUtf16, endUtf16), /^$|^\p{White_Space}|\p{White_Space}$/u)
        next = endUtf16
      }
      assert.match(text.slice(next), /^\p{White_Space}*$/u)
    }),
  )
})

test('a text without words has no sentences', () => {
  assert.deepEqual(sentences(''), [])
  assert.deepEqual(sentences(' \n\u3000'), [])
})

test('a sentence without an end is one', () => {
  assert.deepEqual(sentences(` ${ODD} `), [{ startUtf16: 1, endUtf16: 1 + ODD.length }])
})
