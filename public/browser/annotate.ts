/** The desk: finds the elements, builds the parts, connects them. */
import type { Annotation, Part } from '../../server/annotations/annotation.ts'
import type { Act } from '../../server/annotations/history.ts'
import { snap } from '../../server/annotations/snapping.ts'
import { COMMANDS } from '../../server/codebook/commands.ts'
import { keyName } from '../../server/codebook/key-name.ts'
import type { Span } from '../../server/text/span.ts'
import { createAnnouncer } from './announcing.ts'
import { watchAppearance } from './appearance.ts'
import { keepOverview } from './beside/overview.ts'
import { keepShares } from './beside/shares.ts'
import { createCardParts } from './cards/card-parts.ts'
import { createCards } from './cards/cards.ts'
import { linkHover } from './cards/hover.ts'
import { keepNotes } from './cards/notes.ts'
import { choosableTags, readDesk } from './desk.ts'
import { find } from './dom.ts'
import { hangDoors } from './doors.ts'
import { createAsking } from './flow/asking.ts'
import { createDocumentForm } from './flow/document-form.ts'
import { createFlow } from './flow/flow.ts'
import { keepNextPage } from './flow/next-page.ts'
import { createKeymap } from './keys/keymap.ts'
import { type Deeds, type Step, watchKeys } from './keys/keys.ts'
import { createKeysHelp } from './keys/keys-help.ts'
import { createCutting } from './marks/cutting.ts'
import { createGrips } from './marks/grips.ts'
import { createHand } from './marks/hand.ts'
import { createMarkSteps } from './marks/mark-steps.ts'
import { createMarks } from './marks/marks.ts'
import { paint, showOpenParts } from './marks/part-highlights.ts'
import { createPartMarking } from './marks/part-marking.ts'
import { createProposals } from './marks/proposals.ts'
import { createStaying } from './marks/staying.ts'
import { createTagBar } from './marks/tag-bar.ts'
import { onDemand } from './on-demand.ts'
import { createReading } from './saving/reading.ts'
import { startSaving } from './saving/saving.ts'
import { createCursor } from './text/cursor.ts'
import { followPassages } from './text/passage.ts'
import { watchSelecting } from './text/selecting.ts'
import { createTextPositions } from './text/text-positions.ts'
import { onTouchScreen } from './touch/screens.ts'
import type { Touch } from './touch/touch.ts'

/** As many tags stand in the bar without a field to find one. */
const MANY_TAGS = 9

const OPEN = COMMANDS.find(({ id }) => id === 'open')!

const article = find('#article')
const loaded = readDesk()
const positions = createTextPositions(article, loaded.article.body)
const isIntact = positions.isIntact()
const desk = { ...loaded, mayMark: loaded.mayMark && isIntact }
const reading = createReading(desk.annotations)
const announcer = createAnnouncer(find('[data-announce]'), desk, reading)
if (!isIntact) announcer.show(desk.words.textDiffers)
const marks = createMarks(desk, positions, reading)
const saving = loaded.account && startSaving(loaded, loaded.account, reading, { say: announcer.say, turned: showAct })
const marking = saving?.marking
const leftWaiting = document.querySelector<HTMLElement>('[data-left-waiting]')
if (leftWaiting) onDemand(() => import('./saving/left-waiting.ts'))(({ tellOfWaiting }) => tellOfWaiting(leftWaiting))
const { account } = loaded
if (account && document.querySelector('[data-active-time]'))
  onDemand(() => import('./flow/active-time.ts'))(({ keepActiveTime }) => keepActiveTime(desk, account.id))
const openParts = {
  openMark: () => reading.get(cards.openId ?? ''),
  change: (annotation: Annotation, parts: readonly Part[]) =>
    marking?.act([{ id: annotation.id, judgement: { ...annotation, parts } }]),
  say: announcer.say,
}
const partMarking = createPartMarking(desk, {
  ...openParts,
  takeWords() {
    const span = cursor.selected ?? cursor.framed
    deselect()
    return span
  },
  chose: () => cardParts.update(),
})
const proposals = createProposals(desk, {
  ...openParts,
  changed() {
    cardParts.update()
    showCurrent(cards.openId)
    cards.refresh()
  },
  expected: partMarking.expected,
  key: () => keyName(keymap.keysOf(OPEN)[0] ?? '', desk.words.keys.names),
})
const cardParts = createCardParts(desk, reading, partMarking, proposals)
const bar = createTagBar(find('.tag-bar'), desk, {
  tag: (id) => hand.tag(id),
  role: partMarking.give,
  roles: partMarking.roles,
  stay,
})
/** Leads to the field in which a tag is looked for by its name, where they are more than can be looked through. */
let findTag: (() => void) | undefined
if (desk.mayMark && choosableTags(desk).length > MANY_TAGS)
  onDemand(() => import('./marks/tag-filter.ts'))(({ addTagFilter }) => {
    findTag = addTagFilter(find('.tag-bar'), desk, {
      entered: () => paint('in-hand', positions, cursor.selected ? [cursor.selected] : []),
      left: () => paint('in-hand', positions, []),
      cancelled() {
        article.focus({ preventScroll: true })
        positions.select(cursor.selected)
      },
    })
  })
const staying = createStaying(desk, announcer.say)
const cards = createCards(desk, find('.margin'), positions.blocks, reading, marks, {
  revise(id, change) {
    const now = reading.get(id)
    if (now) marking?.act([{ id, judgement: change(now) }])
  },
  parts: cardParts.section,
  tools: () => cutting.buttons(),
  retract: (id) => hand.retract(id),
  opened: showCurrent,
})
const cursor = createCursor(desk, positions, announcer.word)
const hand = createHand({
  ...{ desk, article, reading, marking, cards, cursor, staying, proposals, partMarking, announcer },
  deselect,
})
/** The elements of the open mark. */
let current: readonly HTMLElement[] = []
/** Fingers and narrow screens: loaded where there are any. */
let touch: Touch | undefined
const grips = createGrips(desk, positions, {
  moved(span) {
    const now = reading.get(cards.openId ?? '')
    if (touch?.inHand) touch.take(span)
    else if (now) marking?.act([{ id: now.id, judgement: { ...now, ...span } }])
  },
  left(span, edge) {
    cursor.placeAt(edge === 'start' ? span.start : span.end - 1)
    article.focus({ preventScroll: true })
  },
  say: announcer.say,
})
onTouchScreen(async () => {
  const { startTouch } = await import('./touch/touch.ts')
  touch = startTouch({
    ...{ desk, positions, marks, cards, cursor, grips },
    openMark: openParts.openMark,
    pick: (from, to) => snap(desk.article, from, to, 'word'),
    selected: select,
    drawn: hand.stay,
  })
})
const cutting = createCutting({
  ...{ desk, reading, cards, cursor, article, announcer },
  act: (changes, deed) => marking?.act(changes, deed),
})
const steps = createMarkSteps({ desk, reading, cards, cursor, article, announcer })
const notLoaded = () => announcer.say(desk.words.notLoaded)

reading.onChange((places) => {
  marks.redraw(reading.list(), places)
  showCurrent(cards.openId)
  cards.refresh()
})
linkHover(article, find('.margin'), marks)
keepShares(desk, reading)
keepOverview(desk, reading, article)
keepNotes({ desk, reading, marks, article, answers: () => saving?.answering.answers ?? desk.answers.answers })
const settled = () => saving?.settled() ?? Promise.resolve()
const flow = createFlow(desk, reading, saving?.answering, settled, (id) => {
  cards.open(id)
  marks.elementsOf(id)[0]?.scrollIntoView({ block: 'center' })
})
if (saving) createDocumentForm(desk, saving.answering)
const inHand = () => cursor.selected ?? reading.get(cards.openId ?? '')
const asking = createAsking(desk, inHand, announcer.say)
followPassages(positions, reading)
keepNextPage(() => void saving?.wake())
watchAppearance(positions)
const doors = await hangDoors({ desk, reading, positions, cursor, announcer, steps, inHand, tagInHand, notLoaded })

/** What was undone or done again is brought into sight. */
function showAct({ steps, answered, place }: Act): void {
  if (answered && place.article === desk.article.id)
    document.querySelector('[data-document-fields]')?.scrollIntoView({ block: 'nearest' })
  const id = steps[0]?.after.id
  const stands = id !== undefined && reading.get(id) !== undefined
  if (cards.openId !== undefined || stands) cards.open(stands ? id : undefined)
  if (stands) marks.elementsOf(id)[0]?.scrollIntoView({ block: 'nearest' })
}

/** The tag under the pointer or the focus in the bar, else that of the open mark. */
function tagInHand(): string | undefined {
  const choice = document.querySelector<HTMLElement>('.tag-bar:not([hidden]) [data-tag]:is(:hover, :focus)')
  return choice?.dataset.tag ?? reading.get(cards.openId ?? '')?.tag
}
function deselect(): void {
  document.getSelection()?.removeAllRanges()
  select(undefined)
}

function select(span: Span | undefined): void {
  if (grips.isMoving || touch?.isDrawing) return
  cursor.follow(span)
  const range = span && desk.mayMark ? positions.rangeOf(span) : undefined
  if (range) bar.showAt(range)
  else bar.hide()
  showInHand()
}

function findTagByName(step: Step): boolean {
  if (!findTag) return false
  if (!cursor.selected) cursor.deeds.word?.(step)
  select(cursor.selected)
  if (cursor.selected) findTag()
  return true
}

/** With this tag or the next one: the open mark says which, where nothing is selected. */
function stay(): void {
  staying.toggle(cursor.selected ? undefined : reading.get(cards.openId ?? '')?.tag)
}

/** What a finger has selected has grips, else the open mark. */
function showInHand(): void {
  touch?.update()
  if (touch?.inHand) grips.show(touch.inHand, 'selection')
  else grips.show(desk.mayMark ? reading.get(cards.openId ?? '') : undefined)
}

function showCurrent(id: string | undefined): void {
  showInHand()
  for (const mark of current) mark.removeAttribute('data-current')
  current = id === undefined ? [] : marks.elementsOf(id)
  for (const mark of current) mark.setAttribute('data-current', '')
  showOpenParts(positions, reading.get(id ?? ''), proposals.list())
}

/** A click takes the shortest mark under the pointer, the next one the next outer mark. */
function point(target: Element, position: number): void {
  cursor.placeAt(position)
  const ids = marks.idsAt(target)
  const next = ids[(ids.indexOf(cards.openId ?? '') + 1) % Math.max(ids.length, 1)]
  cards.open(next)
}

watchSelecting(desk, positions, { selected: select, drawn: hand.stay, pointed: point })
article.addEventListener('focus', proposals.prepare)
article.addEventListener('keyup', ({ key, shiftKey, ctrlKey, metaKey }) => {
  // By key a selection is made when Shift is let go; what the browser itself selects whole is not meant.
  if (!(shiftKey || ctrlKey || metaKey || key === 'Control' || key === 'Meta')) hand.stay()
})
const deeds: Deeds = {
  tag: hand.tag,
  ...cursor.deeds,
  ...steps,
  leave() {
    if (doors.leave()) return
    if (!document.activeElement?.closest('[data-card]')) staying.end()
    steps.leave()
  },
  ...doors.deeds,
  ...(desk.mayMark && {
    undo: () => saving?.turning.undo(),
    redo: () => saving?.turning.redo(),
    role: partMarking.give,
    'find-tag': findTagByName,
    open: (step) => hand.takeProposals() || steps.open?.(step),
    retract: () => cards.openId !== undefined && hand.retract(cards.openId),
    bounds: grips.focus,
    split: cutting.split,
    merge: cutting.merge,
    stay,
    finish: flow.finish,
  }),
  'next-article': flow.next,
  ...(desk.account && { ask: asking.ask }),
  help: () => openKeys(),
}
const keymap = createKeymap(desk)
const openKeys = createKeysHelp(desk, keymap, {
  works: (id) => id in deeds && (id !== 'find-tag' || findTag !== undefined),
  notLoaded,
})
watchKeys(article, keymap, deeds)
