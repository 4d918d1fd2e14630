/** The codebook of a workshop: the chosen tags in words for pupils, and no more questions than the codebook asks of them. */
import type { Codebook, Localised, Tag } from '../../codebook/codebook.ts'

interface PupilsWords {
  readonly label: Localised
  readonly definition: Localised
}

const PUPILS_WORDS: Readonly<Record<string, PupilsWords>> = {
  reporting: {
    label: { de: 'Es wird berichtet', en: 'It is reported' },
    definition: {
      de: 'Die Redaktion sagt etwas, das man nachprüfen kann, und zwar in nüchternen Worten. Ob es stimmt, ist hier nicht die Frage.',
      en: 'The newsroom says something that can be checked, in plain words. Whether it is true is not the question here.',
    },
  },
  attribution: {
    label: { de: 'Jemand sagt es', en: 'Somebody says it' },
    definition: {
      de: 'Worte, Gedanken oder Absichten, die jemand anderem gehören als der Redaktion. Achte auf „sagte“, „laut“, Anführungszeichen, „sei“ und „habe“.',
      en: 'Words, thoughts or intentions that belong to somebody other than the newsroom. Look for “said”, “according to” and quotation marks.',
    },
  },
  framing: {
    label: { de: 'Die Redaktion deutet', en: 'The newsroom interprets' },
    definition: {
      de: 'Die Redaktion wertet, deutet oder lenkt mit ihrer Wortwahl. Probe: Streich es. Fehlt danach etwas, das man nachprüfen kann? Wenn nicht, wird gedeutet.',
      en: 'The newsroom judges, interprets or steers by its choice of words. Test: leave it out. Is anything missing that could be checked? If not, it interprets.',
    },
  },
}

/** A codebook for a workshop that uses these tags, under an id of its own. */
export function workshopCodebook(base: Codebook, id: string, tags: readonly string[]): Codebook {
  const chosen = base.tags.filter((tag) => tags.includes(tag.id) && !tag.retired)
  return { id, version: 1, title: base.title, overlap: base.overlap, tags: chosen.map(inPupilsWords) }
}

function inPupilsWords({ id, label, definition, colour, line, key, attributes }: Tag): Tag {
  const asked = attributes?.filter((attribute) => attribute.asked === 'workshop')
  return {
    id,
    label: PUPILS_WORDS[id]?.label ?? label,
    ...((PUPILS_WORDS[id]?.definition ?? definition) && { definition: PUPILS_WORDS[id]?.definition ?? definition }),
    ...(colour && { colour }),
    ...(line && { line }),
    ...(key && { key }),
    ...(asked?.length && { attributes: asked }),
  }
}
