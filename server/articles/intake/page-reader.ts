/** A saved web page → the article in it. No script of it runs, and nothing it names is fetched. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type CleanText, collapsed } from './cleaning.ts'
import { languageOf, sourceOf } from './fields.ts'
import { type PageNode, piecesIn } from './page-pieces.ts'
import { composed, type Piece } from './pieces.ts'
import { type RecognisedArticle, Unreadable } from './recognised.ts'

/** Never part of an article, whatever the page says. */
const NEVER =
  'body title, script, style, noscript, template, iframe, object, embed, svg, canvas, button, input, select, textarea, dialog, [hidden], [aria-hidden="true"]'
const AROUND = 'nav, header, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [role="dialog"]'
/** What newsrooms call what they put between paragraphs. */
const ADVERTISING =
  /(?:^|\s)(?:ads?|adbox|ad-[\w-]+|advert(?:isement|orial)?s?(?:-[\w-]+)?|anzeige|werbung|sponsored|cookie-[\w-]+|consent-[\w-]+|newsletter(?:-[\w-]+)?|related(?:-[\w-]+)?|rich-link|read-?more|mehr-zum-thema)(?:$|\s)/i
const MOST_ELEMENTS = 100_000

export function readWebPage({ text, changes }: CleanText, title: string): RecognisedArticle {
  // A fragment without a root would otherwise have no body.
  const html = /<html[\s>]/i.test(text) ? text : `<!doctype html><html><body>${text}</body></html>`
  const { document } = parseHTML(html) as unknown as { document: PageDocument }
  if (document.querySelectorAll('*').length > MOST_ELEMENTS) throw new Unreadable({ fault: 'takes-too-long' })
  const meta = metaOf(document)
  const headline = collapsed(textOf(document.querySelector('article h1, main h1, h1')))
  for (const node of document.querySelectorAll(NEVER)) if (!isData(node)) node.remove()
  // Some pages are one form as a whole.
  for (const form of document.querySelectorAll('form')) if (!form.querySelector('p, article, h1')) form.remove()
  removeAdvertising(document)
  const visible = collapsed(document.body?.textContent ?? '')
  const plainBody = document.body?.cloneNode(true)
  const found = new Readability<PageNode>(document as never, {
    charThreshold: 200,
    keepClasses: true,
    serializer: (node) => node as unknown as PageNode,
  }).parse()
  const name = withoutSite(headline || collapsed(found?.title ?? '') || meta.title, visible)
  const inside = found?.content ? piecesIn(found.content) : []
  const content = lengthOf(inside) >= SHORTEST ? inside : piecesIn(withoutSurroundings(plainBody))
  const byline = collapsed(found?.byline ?? '')
  const isShown = name !== '' && visible.includes(name)
  const article = composed(withHead(content, isShown ? name : '', visible.includes(byline) ? byline : ''))
  return {
    title: name || title,
    language: languageOf(document.documentElement?.getAttribute('lang') ?? found?.lang ?? meta.language),
    source: sourceOf({
      outlet: found?.siteName || meta.outlet,
      author: meta.author || byline.replace(/^(?:von|by|par)\s+/i, ''),
      url: meta.url,
      publishedOn: found?.publishedTime || meta.publishedOn,
      licence: meta.licence,
    }),
    ...article,
    changes,
  }
}

/** The words of an element without what is never part of an article: a sign in a headline has a title of its own. */
function textOf(node: PageNode | null): string {
  const copy = node?.cloneNode(true)
  for (const inner of copy?.querySelectorAll(NEVER) ?? []) inner.remove()
  return copy?.textContent ?? ''
}

interface PageDocument {
  readonly documentElement: PageNode | null
  readonly body: PageNode | null
  querySelector(selector: string): PageNode | null
  querySelectorAll(selector: string): PageNode[]
}

/** Windows are called by article and newspaper; only the first of them stands on the page. */
function withoutSite(title: string, visible: string): string {
  const [first = ''] = title.split(/ [-–—|·»] /)
  return !visible.includes(title) && first.length > 4 && visible.includes(first) ? first : title
}

/** Below this, what was found as the article is taken for a mistake, and the whole page for the article. */
const SHORTEST = 80

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0)
}

/** What a page says about its article in words for machines; read before anything is taken out. */
function isData(node: PageNode): boolean {
  return node.tagName === 'SCRIPT' && node.getAttribute('type') === 'application/ld+json'
}

/** Only what is small beside the page: a name may mean something else here. */
function removeAdvertising(document: PageDocument): void {
  const most = (document.body?.textContent.length ?? 0) / 4
  for (const node of document.querySelectorAll('[class], [id], [data-area], [data-component]')) {
    const names = ['class', 'id', 'data-area', 'data-component'].map((name) => node.getAttribute(name) ?? '').join(' ')
    if (ADVERTISING.test(names) && node.textContent.length < most) node.remove()
  }
}

function withoutSurroundings(body: PageNode | undefined): PageNode | undefined {
  for (const node of body?.querySelectorAll(AROUND) ?? []) if (!node.querySelector('h1, article')) node.remove()
  return body
}

const AT_THE_TOP = 3

/**
 * The headline first, then the byline where the page shows one. A heading at the top that says the headline, perhaps
 * with a line above it, is the headline; the headline once more in the text is a repetition.
 */
function withHead(content: readonly Piece[], headline: string, byline: string): Piece[] {
  const says = ({ kind, text }: Piece) => kind !== 'paragraph' && headline !== '' && collapsed(text).includes(headline)
  const top = content.slice(0, AT_THE_TOP).find(says)
  const rest = content.filter((piece) => piece !== top)
  const head: Piece[] = headline === '' ? [] : [{ kind: 'headline', text: top?.text ?? headline }]
  const hasByline = byline === '' || rest.some((piece) => collapsed(piece.text).includes(byline))
  if (!hasByline) head.push({ kind: 'byline', text: byline })
  const isRepeat = (piece: Piece) => headline !== '' && collapsed(piece.text) === headline
  return [...head, ...rest.map((piece) => (isRepeat(piece) ? { ...piece, kind: 'repeat' as const } : piece))]
}

function metaOf(document: PageDocument) {
  const content = (...names: readonly string[]) => {
    for (const name of names) {
      const node = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      const value = collapsed(node?.getAttribute('content') ?? '')
      if (value !== '') return value
    }
    return ''
  }
  const href = (rel: string) => document.querySelector(`link[rel="${rel}"]`)?.getAttribute('href') ?? ''
  const author = content('author', 'article:author', 'dc.creator')
  return {
    title: content('og:title', 'twitter:title') || collapsed(document.querySelector('title')?.textContent ?? ''),
    author: /^https?:/.test(author) ? '' : author,
    outlet: content('og:site_name', 'application-name', 'dc.publisher'),
    url: [href('canonical'), content('og:url')].find((url) => /^https?:/.test(url)) ?? '',
    publishedOn: content('article:published_time', 'date', 'dc.date', 'pubdate') || timeIn(document),
    licence: content('dc.rights', 'dcterms.license', 'copyright') || href('license'),
    language: content('og:locale', 'content-language'),
  }
}

function timeIn(document: PageDocument): string {
  return (
    document.querySelector('article time[datetime], main time[datetime], time[datetime]')?.getAttribute('datetime') ??
    ''
  )
}
