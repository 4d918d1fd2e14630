/** What a page's style says of the tags of its codebook: for all marks at once what would else stand at each of them. */
import { type Codebook, inLanguage } from './codebook.ts'

/** What is said where a mark begins and ends: sentences with a place for its tag. */
export interface EdgeWords {
  readonly begins: string
  readonly ends: string
}

/**
 * CSS with the names of tags and what is said, to those who do not see a mark, where it begins and ends; other styles
 * generate the words from it.
 * @param language of the page
 */
export function tagStyles({ tags }: Codebook, language: string, words: EdgeWords): string {
  return tags
    .map(({ id, label }) => {
      const said = (sentence: string) => cssString(sentence.replace('{tag}', () => inLanguage(label, language)))
      return `[data-tags=${cssString(id)}]{--label:${said('{tag}')};--begins:${said(words.begins)};--ends:${said(words.ends)}}`
    })
    .join('\n')
}

/** Text → a string of CSS that ends neither itself nor the element around the style. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<>&\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}
