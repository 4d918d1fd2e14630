/** The words of the guides, in English. */
import { annotators } from './help-annotators-en.ts'
import type { help as german } from './help-de.ts'
import { instructors } from './help-instructors-en.ts'
import { researchers } from './help-researchers-en.ts'
import { lessons } from './lessons-en.ts'

export const help: typeof german = {
  title: 'Help',
  lead: 'Short guides, in the words of the pages.',
  others: 'Other guides',
  contents: 'Contents',
  keys: 'All keys',
  keysText: 'At the text the key ? shows them, and changes them. The keys of tags and parts stand in the codebook.',
  guides: {
    annotators: { title: 'For all who mark', lead: 'Read, select, say what it is.' },
    researchers: { title: 'For all who manage a study', lead: 'From the articles to the dataset.' },
    instructors: {
      title: 'For those who teach',
      lead: 'Three lessons with a schedule, and what a school needs for data protection.',
    },
  },
  manual: {
    title: 'How agreement is measured',
    lead: 'Every number, how it is computed, what others have reached, and how to cite it.',
  },
  lessons,
  texts: { annotators, researchers, instructors },
}
