/** What a page's style says of the tags of its codebook: for all marks at once what would else stand at each of them. */
import { shadeOf, type Theme, translucent } from '../charts/colours.ts'
import type { Hue } from '../charts/look.ts'
import { type Codebook, inLanguage, type Tag } from './codebook.ts'
import { tagLook } from './tag-look.ts'

/** What is said where a mark begins and ends: sentences with a place for its tag. */
export interface EdgeWords {
  readonly begins: string
  readonly ends: string
}

/**
 * CSS with the looks of marks, the names of their tags and what is said, to those who do not see a mark, where it begins
 * and ends; other styles generate the words from it.
 * @param language of the page
 */
export function tagStyles({ tags }: Pick<Codebook, 'tags'>, language: string, words: EdgeWords): string {
  const marks = tags
    .map((tag) => {
      const named = (sentence: string) => cssString(sentence.replace('{tag}', () => inLanguage(tag.label, language)))
      const said = `--label:${named('{tag}')};--begins:${named(words.begins)};--ends:${named(words.ends)}`
      return `[data-tags=${cssString(tag.id)}]{${said};${lookOf(tag)}}`
    })
    .join('\n')
  return [marks, tagColours({ tags })].filter(Boolean).join('\n')
}

/** The same as the classes of the tag say, for elements that have none: a class at each of five thousand marks weighs. */
function lookOf(tag: Tag): string {
  const { hue, line } = tagLook(tag)
  const [own, tint, now] = shadesOf(hue)
  return `--hue:var(${own});--tint:var(${tint});--now:var(${now});text-decoration-style:${line};text-decoration-thickness:var(--${line})`
}

/** Names of the variables that hold a hue's shades: those of the built-in ones are short. */
function shadesOf(hue: Hue): string[] {
  if (hue.startsWith('hue-')) return [`--${hue}`, `--tint-${hue.slice(4)}`, `--now-${hue.slice(4)}`]
  const short = hue === 'other' ? hue : hue.slice(0, 3)
  return [`--${short}`, `--${short}-tint`, `--${short}-now`]
}

/**
 * CSS with the colours that were chosen for tags, for pages that name tags: in shades that can be seen on light and on
 * dark pages, and on the bar. On paper and for who asks for more contrast the lines stay and the tints go, as elsewhere.
 */
export function tagColours({ tags }: { readonly tags: readonly Tag[] }): string {
  const hues = new Set(tags.map((tag) => tagLook(tag).hue).filter((hue) => hue.startsWith('hue-')))
  if (hues.size === 0) return ''
  const names = [...hues].map((hue) => hue.slice('hue-'.length))
  const shades = (theme: Theme) => names.map((name) => shadeVariables(name, theme)).join('')
  const untinted = names.map((name) => `--tint-${name}:none;`).join('')
  return [
    `:root{${shades('light')}}`,
    `[data-theme="dark"]{${shades('dark')}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme]){${shades('dark')}}}`,
    `@media (prefers-contrast:more){:root:root:root{${untinted}}}`,
    `@media print{:root:root:root{${untinted}}}`,
    ...names.map(classOf),
  ].join('\n')
}

function shadeVariables(name: string, theme: Theme): string {
  const { hue, tint, now, bar } = shadeOf(`#${name}`, theme)
  return `--hue-${name}:${hue};--tint-${name}:${translucent(hue, tint)};--now-${name}:${translucent(hue, now)};--bar-${name}:${bar};`
}

/** `--own-hue` is the page's, `--bar-hue` that on the tag bar; which of them the line has, the place says. */
function classOf(name: string): string {
  return `.hue-${name}{--own-hue:var(--hue-${name});--bar-hue:var(--bar-${name});--hue:var(--own-hue);--tint:var(--tint-${name});--now:var(--now-${name})}`
}

/** Text → a string of CSS that ends neither itself nor the element around the style. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<>&\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}
