/** The words of the guides, in German; their texts are Markdown, each in a file of its own. */
import { annotators } from './help-annotators-de.ts'
import { instructors } from './help-instructors-de.ts'
import { researchers } from './help-researchers-de.ts'
import { lessons } from './lessons-de.ts'

export const help = {
  title: 'Hilfe',
  lead: 'Kurze Anleitungen, in den Worten der Seiten.',
  others: 'Andere Anleitungen',
  contents: 'Inhalt',
  keys: 'Alle Tasten',
  keysText:
    'Sie lassen sich am Text mit der Taste ? ansehen und ändern. Die Tasten der Arten und Teile stehen im Codebuch.',
  guides: {
    annotators: { title: 'Für alle, die markieren', lead: 'Lesen, auswählen, sagen, was es ist.' },
    researchers: { title: 'Für alle, die eine Studie leiten', lead: 'Von den Artikeln bis zum Datensatz.' },
    instructors: {
      title: 'Für alle, die unterrichten',
      lead: 'Drei Stunden mit Ablauf, und was die Schule für den Datenschutz braucht.',
    },
  },
  manual: {
    title: 'Wie Übereinstimmung gemessen wird',
    lead: 'Jede Zahl, wie sie entsteht, was andere erreicht haben und wie man sie zitiert; auf Englisch.',
  },
  lessons,
  texts: { annotators, researchers, instructors },
}
