/** The labelling config of Label Studio → a codebook. */
import { type Attribute, hasTooManySteps, type Role, type Tag } from '../../../codebook/codebook.ts'
import { DESK_KEYS } from '../../../codebook/commands.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { Names } from '../shared/foreign-codebook.ts'
import { descendantsNamed, elementsIn, readXml, type XmlElement } from '../shared/xml-reader.ts'
import { areYesAndNo, colourOf, type ProjectCodebook, type Untaken } from './untaken.ts'

const LABELS = ['Labels', 'HyperTextLabels', 'ParagraphLabels']
/** Controls that every mark of ours has. */
const OWN = ['confidence', 'second-tag', 'note']

/** An element `View` with a control that points to what is shown. */
export function isLabelStudioConfig(head: string): boolean {
  return (
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<View[\s>]/.test(head.replace(/^\ufeff/, '')) &&
    /\btoName\s*=/.test(head)
  )
}

/** Throws DamagedFile where it is no XML, or has no labels for texts. */
export function labelStudioCodebook(text: string): ProjectCodebook {
  const view = readXml(text)
  return new Config(view).codebook(view)
}

class Config {
  readonly #untaken: Untaken[] = []
  readonly #tags = new Map<string, Tag>()
  /** Names of tags as the config states them, and of the controls that hold them → ids. */
  readonly #named = new Map<string, string[]>()
  readonly #roles: readonly Role[]
  readonly #attributes = new Map<string, Attribute[]>()
  readonly #questions: Attribute[] = []
  readonly #names = new Names('question')
  /** Ids of a question's answers by their names, for conditions. */
  readonly #asked = new Map<string, (name: string) => string | number | boolean>()

  constructor(view: XmlElement) {
    const all = LABELS.flatMap((name) => descendantsNamed(view, name))
    const ofTags = all.filter(({ attributes }) => attributes.name !== 'role' || all.length === 1)
    const ids = new Names('tag')
    for (const labels of ofTags) for (const label of descendantsNamed(labels, 'Label')) this.#addTag(label, labels, ids)
    if (this.#tags.size === 0)
      throw new DamagedFile(view.line, 'there are no <Labels> for texts here, so there is nothing to mark')
    this.#roles = rolesIn(
      view,
      all.filter((labels) => !ofTags.includes(labels)),
    )
  }

  codebook(view: XmlElement): ProjectCodebook {
    this.#walk(view)
    const tags = Array.from(this.#tags.values(), (tag) => {
      const attributes = this.#attributes.get(tag.id)
      return { ...tag, ...(attributes && { attributes }), ...(this.#roles.length > 0 && { roles: this.#roles }) }
    })
    const questions = this.#questions.length > 0 && { questions: this.#questions }
    return { content: { overlap: 'allowed', tags, ...questions }, untaken: this.#untaken }
  }

  #addTag({ attributes: { value = '', alias, background, hotkey } }: XmlElement, labels: XmlElement, ids: Names): void {
    const name = alias ?? value
    if (name === '' || name.startsWith('$')) {
      this.#leaveOut('type', name)
      return
    }
    const id = ids.id(name)
    for (const known of [name, value, `<${labels.attributes.name}>`])
      this.#named.set(known, [...(this.#named.get(known) ?? []), id])
    if (this.#tags.has(id)) return
    const colour = background === undefined ? undefined : colourOf(background)
    if (background !== undefined && colour === undefined) this.#leaveOut('colour', `${value} (${background})`)
    const key = hotkey === undefined ? undefined : this.#keyOf(hotkey)
    if (hotkey !== undefined && key === undefined) this.#leaveOut('key', `${value} (${hotkey})`)
    this.#tags.set(id, {
      id,
      label: { en: (value || name).normalize('NFC') },
      ...(colour && { colour }),
      ...(key && { key }),
    })
  }

  #keyOf(hotkey: string): string | undefined {
    const key = hotkey.toLowerCase()
    const isTaken = DESK_KEYS.has(key) || [...this.#tags.values()].some((tag) => tag.key === key)
    return [...key].length === 1 && !isTaken ? key : undefined
  }

  #leaveOut(what: Untaken['what'], name: string): void {
    this.#untaken.push({ what, name })
  }

  /** A heading directly above a control is its question. */
  #walk(parent: XmlElement): void {
    let heading: string | undefined
    for (const element of elementsIn(parent)) {
      const { name, attributes } = element
      if (attributes.toName !== undefined && !LABELS.includes(name) && name !== 'Relations')
        this.#control(element, heading)
      else if (!LABELS.includes(name)) this.#walk(element)
      heading = name === 'Header' && !attributes.value?.startsWith('$') ? attributes.value : undefined
    }
  }

  #control(element: XmlElement, heading: string | undefined): void {
    const { name = element.name, perRegion, required } = element.attributes
    const isOfRegion = perRegion === 'true'
    if (isOfRegion && OWN.includes(name)) return
    const answers = answersOf(element)
    if (!answers) {
      this.#leaveOut('control', `<${element.name}> ${name}`)
      return
    }
    const of = isOfRegion ? this.#tagsOf(element) : []
    const own = of.reduce((rest, tag) => (rest.startsWith(`${tag}.`) ? rest.slice(tag.length + 1) : rest), name)
    const id = this.#names.id(isOfRegion ? own : name.replace(/^article\./, ''))
    const { idOf, ...answer } = answers
    const label = { en: (heading || own).normalize('NFC') }
    const shownWhen = this.#conditionOf(element, own)
    const question: Attribute = { id, label, ...answer, ...(required === 'true' && { required: true }), ...shownWhen }
    this.#asked.set(name, idOf)
    if (!isOfRegion) this.#add(this.#questions, question)
    else if (of.length === 0) this.#leaveOut('question', name)
    for (const tag of of) {
      const list = this.#attributes.get(tag) ?? []
      this.#attributes.set(tag, list)
      this.#add(list, question)
    }
  }

  /** A condition holds within one list of questions only. */
  #add(list: Attribute[], question: Attribute): void {
    if (list.some(({ id }) => id === question.id)) {
      this.#leaveOut('control', question.id)
      return
    }
    const { shownWhen, ...rest } = question
    const isKnown = !shownWhen || list.some(({ id }) => id === shownWhen.attribute)
    if (!isKnown) this.#leaveOut('condition', question.id)
    list.push(isKnown ? question : rest)
  }

  #tagsOf({ attributes: { whenTagName, whenLabelValue } }: XmlElement): string[] {
    if (whenLabelValue !== undefined)
      return [...new Set(whenLabelValue.split(',').flatMap((name) => this.#named.get(name.trim()) ?? []))]
    return [...new Set(this.#named.get(`<${whenTagName}>`) ?? this.#tags.keys())]
  }

  #conditionOf({ attributes }: XmlElement, question: string): Pick<Attribute, 'shownWhen'> {
    const { visibleWhen, whenTagName = '', whenChoiceValue } = attributes
    if (visibleWhen !== 'choice-selected') return {}
    const idOf = this.#asked.get(whenTagName)
    if (idOf && whenChoiceValue !== undefined) {
      const other = whenTagName.replace(/^[^.]*\./, '')
      return {
        shownWhen: {
          attribute: this.#names.id(other),
          is: whenChoiceValue.split(',').map((name) => idOf(name.trim())),
        },
      }
    }
    this.#leaveOut('condition', question)
    return {}
  }
}

type Answers = Pick<Attribute, 'kind' | 'choices' | 'min' | 'max'> & {
  readonly idOf: (name: string) => string | number | boolean
}

/** Undefined for controls whose answers have no place here. */
function answersOf(element: XmlElement): Answers | undefined {
  const { choice, min, max, maxRating = '5' } = element.attributes
  switch (element.name) {
    case 'Choices':
      return choicesOf(descendantsNamed(element, 'Choice'), choice === 'multiple')
    case 'TextArea':
      return { kind: 'text', idOf: String }
    case 'Rating':
      return scale(1, Number(maxRating))
    case 'Number':
      return scale(Number(min || Number.NaN), Number(max || Number.NaN))
    default:
      return undefined
  }
}

function scale(min: number, max: number): Answers | undefined {
  return Number.isSafeInteger(min) && Number.isSafeInteger(max) && min < max && !hasTooManySteps(min, max)
    ? { kind: 'scale', min, max, idOf: Number }
    : undefined
}

function choicesOf(elements: readonly XmlElement[], isMultiple: boolean): Answers | undefined {
  const ids = new Names('answer')
  const byName = new Map<string, string>()
  const labels = new Map<string, string>()
  for (const { attributes } of elements) {
    const { value = '', alias = value } = attributes
    if (alias === '' || alias.startsWith('$')) continue
    const id = ids.id(alias)
    for (const name of [value, alias]) byName.set(name, id)
    labels.set(id, (value || alias).normalize('NFC'))
  }
  if (labels.size === 0) return undefined
  if (!isMultiple && areYesAndNo([...labels.keys()]))
    return { kind: 'yes-no', idOf: (name) => /^(true|yes|ja)$/.test(byName.get(name) ?? name) }
  const choices = Array.from(labels, ([id, label]) => ({ id, label: { en: label } }))
  return { kind: isMultiple ? 'many-of' : 'one-of', choices, idOf: (name) => byName.get(name) ?? name }
}

/** Names of relations are roles; our own configs have labels for these. */
function rolesIn(view: XmlElement, labels: readonly XmlElement[]): Role[] {
  const ids = new Names('role')
  const roles = new Map<string, Role>()
  const elements = [
    ...labels.flatMap((element) => descendantsNamed(element, 'Label')),
    ...descendantsNamed(view, 'Relation'),
  ]
  for (const { attributes } of elements) {
    const { value = '', alias = value } = attributes
    if (alias === '') continue
    const id = ids.id(alias)
    if (!roles.has(id)) roles.set(id, { id, label: { en: (value || alias).normalize('NFC') }, many: true })
  }
  return [...roles.values()]
}
