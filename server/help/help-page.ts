/** What the pages of the guides show. */
import { COMMANDS } from '../codebook/commands.ts'
import type { Section } from '../codebook/guide.ts'
import { keyName } from '../codebook/key-name.ts'
import { newSlug } from '../studies/study.ts'
import { OFFERED_LESSONS, type OfferedLesson } from '../workshops/preparing/lessons.ts'
import { GUIDES, type GuideName, helpPath, WITH_KEYS, WITH_LESSONS } from './guides.ts'

export interface HelpWords {
  readonly guides: Readonly<Record<GuideName, { readonly title: string; readonly lead: string }>>
}

export interface KeyWords {
  readonly groups: Readonly<Record<string, string>>
  readonly commands: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, string>>
}

interface ListedGuide {
  readonly path: string
  readonly title: string
  readonly lead: string
}

export interface GuidePage {
  readonly lead: string
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly html: string }[]
  /** The desk's keys by their groups; none where the guide is not about the desk. */
  readonly keys: readonly KeyGroup[]
  /** None where the guide is not for instructors. */
  readonly lessons: readonly OfferedLesson[]
  readonly others: readonly ListedGuide[]
}

interface KeyGroup {
  readonly title: string
  readonly rows: readonly { readonly name: string; readonly keys: readonly string[] }[]
}

export function helpPage({ guides }: HelpWords): { guides: ListedGuide[] } {
  return { guides: GUIDES.map((name) => ({ path: helpPath(name), ...guides[name] })) }
}

/** @param text the guide in sections, each with a heading */
export function guidePage(name: GuideName, text: readonly Section[], words: HelpWords, keys: KeyWords): GuidePage {
  const ids: string[] = []
  return {
    lead: words.guides[name].lead,
    sections: text.map(({ heading = '', html }) => {
      const id = newSlug(heading, ids, 'section')
      ids.push(id)
      return { id, heading, html }
    }),
    keys: WITH_KEYS.includes(name) ? keyGroups(keys) : [],
    lessons: name === WITH_LESSONS ? OFFERED_LESSONS : [],
    others: helpPage(words).guides.filter(({ path }) => path !== helpPath(name)),
  }
}

export interface ManualPage {
  readonly sections: readonly {
    readonly id: string
    /** Undefined for what stands before the first heading. */
    readonly heading: string | undefined
    readonly html: string
  }[]
}

export function manualPage(text: readonly Section[]): ManualPage {
  const ids: string[] = []
  return {
    sections: text.map(({ heading, html }) => {
      const id = newSlug(heading ?? '', ids, 'section')
      ids.push(id)
      // Wide tables and long lines are reached by key, too.
      const reached = html.replaceAll('<pre>', '<pre tabindex="0">')
      return { id, heading, html: reached }
    }),
  }
}

function keyGroups({ groups, commands, names }: KeyWords): KeyGroup[] {
  return [...Map.groupBy(COMMANDS, ({ group }) => group)].map(([group, rows]) => ({
    title: groups[group]!,
    rows: rows.map(({ id, keys }) => ({ name: commands[id]!, keys: keys.map((key) => keyName(key, names)) })),
  }))
}
