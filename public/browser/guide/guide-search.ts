/** Searching in the guide: what does not hold all words goes, the words that were found are painted. */
import type { Words } from '../../../server/words/words.ts'
import { element, fill } from '../dom.ts'

/** A search field for the text. */
export function addSearch(text: HTMLElement, words: Words['script']['guide']): HTMLElement {
  const field = element('input', { type: 'search', 'aria-label': words.search, placeholder: words.search, dir: 'auto' })
  const said = element('p', { class: 'guide-said', role: 'status' })
  const entries = [...text.querySelectorAll<HTMLElement>('[data-entry]')]
  const groups = [...text.querySelectorAll<HTMLElement>(':scope > h2')]
  field.addEventListener('input', () => {
    search()
    text.parentElement?.scrollTo({ top: 0 })
  })

  function search(): void {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean)
    const found = entries.filter((entry) => {
      const content = entry.textContent.toLowerCase()
      entry.hidden = !wanted.every((word) => content.includes(word))
      return !entry.hidden
    })
    for (const group of groups) group.hidden = !entriesUnder(group).some(({ hidden }) => !hidden)
    const ranges = found.flatMap((entry) => rangesOf(entry, wanted))
    for (const range of ranges) openAround(range)
    // Browsers without this API show what was found all the same.
    if (typeof Highlight === 'function') CSS.highlights.set('guide-found', new Highlight(...ranges))
    if (wanted.length === 0) said.textContent = ''
    else said.textContent = found.length === 0 ? words.nothing : fill(words.found, { n: found.length })
  }

  function entriesUnder(group: Element): HTMLElement[] {
    const following = entries.filter((entry) => group.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_FOLLOWING)
    const next = groups[groups.indexOf(group as HTMLElement) + 1]
    return following.filter((entry) => !next || next.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_PRECEDING)
  }

  return element('div', { class: 'guide-search', role: 'search' }, field, said)
}

function rangesOf(entry: HTMLElement, wanted: readonly string[]): Range[] {
  const walker = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const content = node.data.toLowerCase()
    for (const word of wanted)
      for (let at = content.indexOf(word); at !== -1; at = content.indexOf(word, at + word.length)) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, Math.min(at + word.length, node.length))
        ranges.push(range)
      }
  }
  return ranges
}

function openAround({ startContainer }: Range): void {
  const details = startContainer.parentElement?.closest('details')
  if (details && !startContainer.parentElement?.closest('summary')) details.open = true
}
