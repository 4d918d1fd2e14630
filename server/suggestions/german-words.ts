/** German words by which one hears that somebody speaks. */
import { setOf } from './frame.ts'

/** Stems of regular verbs: „sag“ stands for sagt, sagte, sagten, sagen and gesagt. */
const REGULAR = `
  sag erklär mein behaupt berichte melde betone forder warn kritisier bestätig versicher ergänz erläuter fürchte befürchte
  vermut schätz bezweifel dementier antworte frag mahn plädier verlang droh schilder beklag bemängel lob verteidig urteil
  argumentier bilanzier resümier twitter poste erwarte hoff glaub äußer verkünde beteuer appellier signalisier prognostizier
  formulier spekulier unterstell bezeichne begrüß bezifer beziffer bedauer erinner unterstrei folger moniert monier rüg`

/** Forms of verbs whose stem changes. */
const IRREGULAR = `
  sprach sprachen spricht sprechen schrieb schrieben schreibt schreiben nannte nannten nennt nennen verspricht versprach
  versprachen rief riefen ruft beschrieb beschrieben beschreibt widersprach widersprachen widerspricht wusste wussten weiß
  empfahl empfahlen empfiehlt verwies verwiesen verweist unterstrich unterstrichen unterstreicht bat baten bittet dachte
  denkt fand fanden findet befand schwor schworen betonte versprechen meinte räumte`

/** Verbs whose first part stands at the end: „teilte … mit“. */
const SEPARABLE: Readonly<Record<string, string>> = {
  mit: 'teilte teilten teilt teilen',
  an: 'gab gaben gibt geben kündigte kündigten kündigt kündigen bot boten bietet bieten führte führten führt merkte merkten merkt deutete deuteten deutet mahnte mahnten prangerte prangerten prangert klagte klagten klagt',
  hin: 'wies wiesen weist weisen',
  hinzu: 'fügte fügten fügt fügen',
  ein: 'räumte räumten räumt räumen wandte wandten wendet schätzte schätzten schätzt schränkte schränkten schränkt',
  zu: 'sagte sagten sagt sicherte sicherten sichert gab gaben gibt stimmte stimmten stimmt',
  zurück: 'wies wiesen weist weisen',
  vor: 'warf warfen wirft werfen schlug schlugen schlägt schlagen gab gaben trug trugen trägt',
  fest: 'stellte stellten stellt stellen hielt hielten hält',
  dar: 'legte legten legt legen stellte stellten stellt',
  bekannt: 'gab gaben gibt geben machte machten macht',
  hervor: 'hob hoben hebt heben ging gingen geht',
  nahe: 'legte legten legt legen',
  aus: 'sagte sagten sagt schloss schlossen schließt führte führten führt drückte drückte drückt sprach sprachen spricht',
  ab: 'lehnte lehnten lehnt stritt stritten streitet',
  auf: 'rief riefen ruft forderte forderten fordert',
}

const PARTICIPLES = `
  gesagt erklärt mitgeteilt angekündigt angegeben betont berichtet gemeldet behauptet gefordert gewarnt kritisiert bestätigt
  versichert hinzugefügt ergänzt erläutert eingeräumt dementiert angeboten vorgeschlagen vorgeworfen zugesagt versprochen
  gedroht geschrieben genannt bezeichnet beschrieben hingewiesen zurückgewiesen festgestellt dargelegt bekanntgegeben
  geäußert verkündet beklagt verlangt empfohlen ausgesagt abgelehnt aufgerufen aufgefordert begrüßt gesprochen beziffert`

/** „zeigen Erkenntnisse“: what is shown is what somebody found. */
const EVIDENCE_VERBS = setOf(
  'zeigen zeigt zeigten zeigte belegen belegt belegten belegte ergab ergaben ergibt nahelegen',
)
const EVIDENCE_NOUNS = setOf(`
  Erkenntnisse Daten Zahlen Berichte Recherchen Unterlagen Dokumente Studien Angaben Informationen Analysen Auswertungen
  Untersuchungen Umfragen Berechnungen Schätzungen Erkenntnis Bericht Studie Analyse Umfrage Auswertung Untersuchung`)

const regular = new Set(
  [...setOf(REGULAR)].flatMap((stem) => {
    const bare = stem.replace(/e$/u, '')
    const full = /[dt]$/u.test(bare) ? `${bare}e` : bare
    return [`${full}t`, `${full}te`, `${full}ten`, `${bare}en`, ...(/(?:el|er)$/u.test(bare) ? [`${bare}n`] : [])]
  }),
)
const irregular = setOf(IRREGULAR)
const participles = setOf(PARTICIPLES)

export function isVerbOfSaying(word: string): boolean {
  return regular.has(word) || irregular.has(word)
}

/** Whether a verb and the particle at the end of its clause are one verb of saying. */
export function isSeparable(word: string, particle: string): boolean {
  return SEPARABLE[particle]?.split(' ').includes(word) ?? false
}

export function isParticiple(word: string): boolean {
  return participles.has(word)
}

export const isAuxiliary = (word: string): boolean => AUXILIARIES.has(word)
const AUXILIARIES = setOf('hat haben hatte hatten habe')

export const isEvidenceVerb = (word: string): boolean => EVIDENCE_VERBS.has(word)
export const isEvidenceNoun = (word: string): boolean => EVIDENCE_NOUNS.has(word)

export const MODALS = setOf(
  'will wollen wollte wollten kann können konnte muss müssen musste soll sollen sollte darf möchte',
)

/** „nach Angaben (von)“: nouns that follow a preposition and tell whose words these are. */
export const SAYING_NOUNS = setOf(`
  Angaben Aussage Aussagen Ansicht Meinung Einschätzung Darstellung Auskunft Informationen Information Bericht Berichten
  Worten Überzeugung Recherchen Erkenntnissen Schätzung Schätzungen Auffassung Mitteilung Lesart Sicht Medienberichten`)

/** Konjunktiv I that can be nothing else. */
export const REPORTED_FORMS = setOf(`
  sei seien habe werde könne müsse dürfe wolle solle möge wisse gebe gehe stehe komme sehe lasse halte bleibe liege nehme
  finde brauche mache führe spreche wären hätten würden müssten könnten`)

/** Small words in -e that are no verbs. */
export const SMALL_WORDS = setOf(`
  die eine keine seine ihre meine deine unsere eure diese jene alle viele einige mehrere beide ohne heute gerade gerne vorne
  wurde würde welche manche solche sehr nahe beinahe lange ende jede andere weitere erste zweite dritte letzte neue gute große`)

/** Words that begin a sentence with a capital and are nobody. */
export const OPENERS = setOf(`
  auch bereits schon zudem außerdem doch aber und oder denn gestern heute morgen später zuvor zuletzt dabei dann danach dort
  hier so nun jetzt allerdings jedoch dennoch trotzdem daher deshalb deswegen damit dazu darin daran darauf dagegen
  gleichzeitig zugleich stattdessen inzwischen unterdessen schließlich weiter ferner wörtlich daraufhin erneut mehrfach
  wiederholt öffentlich offenbar dem den nicht nur noch immer einst damals montag dienstag mittwoch donnerstag freitag
  samstag sonntag anschließend tatsächlich am im in an auf bei vor nach mit seit zum zur unter über während wegen laut`)
