/** Staying with one tag: as long as this lasts, each selection is tagged as soon as it is made. */
import { findTag } from '../../../server/codebook/codebook.ts'
import { tagClasses } from '../../../server/codebook/tag-look.ts'
import { type Desk, tagLabel } from '../desk.ts'
import { element, fill } from '../dom.ts'

export interface Staying {
  /** Begins with a tag, or with the next one that is chosen; or ends, where it lasts. */
  toggle(tag: string | undefined): void
  /** Somebody chose a tag. */
  chose(tag: string): void
  end(): void
  /** The tag that each selection gets at once. */
  readonly tag: string | undefined
}

export function createStaying(desk: Desk, say: (text: string) => void): Staying {
  const { staying } = desk.words
  const banner = element('div', { class: 'staying', role: 'region', 'aria-label': staying.button, hidden: true })
  const control = document.querySelector('[data-stay]')
  document.querySelector('main')?.append(banner)
  /** A tag; or undefined where the next one is waited for. */
  let now: { readonly tag: string | undefined } | undefined

  function begin(tag: string | undefined): void {
    now = { tag }
    const end = element('button', { type: 'button' }, staying.end, ' ', element('kbd', {}, 'Esc'))
    end.addEventListener('click', leave)
    banner.replaceChildren(...(tag === undefined ? [staying.chooseNext] : [nameOf(tag), staying.each]), end)
    show()
    say(tag === undefined ? staying.chooseNext : fill(staying.begun, { tag: tagLabel(desk, tag) }))
  }

  function nameOf(tag: string): HTMLElement {
    return element('span', { class: `tag-name ${tagClasses(findTag(desk.codebook, tag))}` }, tagLabel(desk, tag))
  }

  function leave(): void {
    if (!now) return
    now = undefined
    show()
    say(staying.ended)
  }

  function show(): void {
    banner.hidden = now === undefined
    control?.setAttribute('aria-pressed', String(now !== undefined))
  }

  return {
    toggle: (tag) => (now ? leave() : begin(tag)),
    chose(tag) {
      if (now && now.tag !== tag) begin(tag)
    },
    end: leave,
    get tag() {
      return now?.tag
    },
  }
}
