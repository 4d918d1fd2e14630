/** Pseudonyms of participants: a quality and a bird, „Blauer Kranich“. Nobody types a name. */
import { type Random, randomPlace } from '../../random.ts'
import type { WorkshopLanguage } from '../workshop.ts'

const QUALITIES: Readonly<Record<WorkshopLanguage, readonly string[]>> = {
  de: [
    ...['achtsam', 'aufgeweckt', 'behutsam', 'besonnen', 'blau', 'bunt', 'emsig', 'findig', 'flink', 'freundlich'],
    ...['fröhlich', 'geduldig', 'gelassen', 'golden', 'grün', 'heiter', 'hell', 'klug', 'kühn', 'lebhaft'],
    ...['leise', 'munter', 'mutig', 'neugierig', 'pfiffig', 'rot', 'ruhig', 'sanft', 'schnell', 'silbern', 'wach'],
  ],
  en: [
    ...['Attentive', 'Blue', 'Bold', 'Brave', 'Bright', 'Calm', 'Careful', 'Cheerful', 'Clever', 'Curious'],
    ...['Friendly', 'Gentle', 'Golden', 'Green', 'Happy', 'Keen', 'Kind', 'Lively', 'Nimble', 'Patient'],
    ...['Quick', 'Quiet', 'Red', 'Silver', 'Steady', 'Sunny', 'Swift', 'Thoughtful', 'Wise', 'Witty'],
  ],
}

type Gender = 'er' | 'e' | 'es'

/** German adjectives end as the bird's gender wants it. */
const BIRDS_DE: Readonly<Record<Gender, readonly string[]>> = {
  er: [
    ...['Bussard', 'Distelfink', 'Eisvogel', 'Falke', 'Fasan', 'Habicht', 'Kranich', 'Kuckuck', 'Milan', 'Pirol'],
    ...['Reiher', 'Specht', 'Sperling', 'Star', 'Storch', 'Wiedehopf', 'Zaunkönig', 'Zeisig'],
  ],
  e: [
    ...['Amsel', 'Bachstelze', 'Drossel', 'Elster', 'Eule', 'Lerche', 'Meise', 'Möwe', 'Nachtigall', 'Schwalbe'],
    ...['Seeschwalbe', 'Wachtel'],
  ],
  es: ['Käuzchen', 'Rebhuhn', 'Rotkehlchen', 'Teichhuhn'],
}

const BIRDS_EN = [
  ...['Blackbird', 'Buzzard', 'Crane', 'Cuckoo', 'Falcon', 'Finch', 'Goldfinch', 'Gull', 'Heron', 'Hoopoe'],
  ...['Kestrel', 'Kingfisher', 'Kite', 'Lark', 'Magpie', 'Nightingale', 'Oriole', 'Osprey', 'Owl', 'Partridge'],
  ...['Pheasant', 'Quail', 'Robin', 'Siskin', 'Sparrow', 'Starling', 'Stork', 'Swallow', 'Tern', 'Thrush'],
  ...['Wagtail', 'Woodpecker', 'Wren'],
]

const ALL: Readonly<Record<WorkshopLanguage, readonly string[]>> = {
  de: Object.entries(BIRDS_DE).flatMap(([ending, birds]) =>
    QUALITIES.de.flatMap((quality) => birds.map((bird) => `${capital(inflected(quality, ending))} ${bird}`)),
  ),
  en: QUALITIES.en.flatMap((quality) => BIRDS_EN.map((bird) => `${quality} ${bird}`)),
}

/** „leise“ has the vowel of its ending already. */
function inflected(quality: string, ending: string): string {
  return quality.endsWith('e') ? quality.slice(0, -1) + ending : quality + ending
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** One that nobody has, chosen by lot; with a number behind it where all are taken. */
export function newPseudonym(language: WorkshopLanguage, taken: ReadonlySet<string>, random: Random): string {
  const free = ALL[language].filter((name) => !taken.has(name))
  if (free.length > 0) return free[randomPlace(random, free.length)]!
  let number = 2
  while (taken.has(`${ALL[language][0]} ${number}`)) number++
  return `${ALL[language][0]} ${number}`
}
