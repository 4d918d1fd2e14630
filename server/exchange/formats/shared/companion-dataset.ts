/** Readings of our own files, with what stands beside them → the dataset that they were written from. Throws DamagedFile. */
import { type Annotation, compareAnnotations } from '../../../annotations/annotation.ts'
import { codebookFaults, orderedJudgement } from '../../../annotations/judgement-rules.ts'
import type { Answers, Attribute, AttributeValue, Codebook } from '../../../codebook/codebook.ts'
import { findTag } from '../../../codebook/codebook.ts'
import { sha256 } from '../../../digest.ts'
import { blocksFault } from '../../../text/blocks.ts'
import { textFault } from '../../../text/canonical.ts'
import type { IndexedText } from '../../../text/code-points.ts'
import { codebookOfSet, type DatasetArticle, type DatasetHeader, type DatasetSet } from '../../dataset.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { answersOf } from '../lesart-reader.ts'
import type { ArticleFacts, SetFacts } from './companion.ts'
import type { PlacedMark, PlacedReading } from './foreign-marks.ts'
import { IdSet } from './id-set.ts'
import { stableId } from './stable-id.ts'

/** The names of a format → ids; undefined for a name that was not given by it. */
export interface NamesBack {
  readonly tag: (name: string) => string | undefined
  readonly attribute: (name: string) => string | undefined
  readonly role: (name: string) => string | undefined
}

/** A mark that was made elsewhere has no time of its own. */
const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z'

export class CompanionDataset {
  readonly #header: DatasetHeader
  readonly #names: NamesBack
  readonly #format: string
  readonly #seen = new IdSet()

  constructor(header: DatasetHeader, names: NamesBack, format: string) {
    this.#header = header
    this.#names = names
    this.#format = format
  }

  /** `text`: where it does not come with readings. */
  article(
    facts: ArticleFacts,
    readings: readonly { readonly set: SetFacts; readonly reading: PlacedReading }[],
    text?: IndexedText,
  ): DatasetArticle {
    const { id, language, title, source, sha256: sum, blocks } = facts
    this.#refuseSeen(id, 1)
    const annotationSets = readings.map(({ set, reading }) => this.#set(facts, set, reading))
    const body = text ?? readings[0]!.reading.body
    const fault = blocksFault(body.text, blocks)
    if (fault) throw new DamagedFile(1, `blocks.${fault.block} of „${title}“: ${fault.fault}`)
    return { id, language, title, source, body, sha256: sum!, blocks, annotationSets }
  }

  #set(article: ArticleFacts, { path, ...facts }: SetFacts, reading: PlacedReading): DatasetSet {
    if (sha256(reading.body.text) !== article.sha256)
      throw new DamagedFile(
        1,
        `the text is not the one of „${article.title}“ any more; take lesart.json out to read it as another article`,
        path,
      )
    if (!this.#header.rounds.some(({ id }) => id === facts.round))
      throw new DamagedFile(1, 'its round is not in lesart.json', path)
    if (!this.#header.annotators.some(({ id }) => id === facts.annotator))
      throw new DamagedFile(1, `${facts.annotator} is not among the annotators in lesart.json`, path)
    this.#refuseSeen(facts.id, 1, path)
    const codebook = codebookOfSet(this.#header, facts)
    const annotations = reading.marks.map((mark) => this.#annotation(codebook, facts.id, mark, reading.file ?? path))
    const answers = answersOf(1, path ?? 'answers', codebook, facts.answers ?? {})
    return { ...facts, answers, annotations: annotations.sort(compareAnnotations) }
  }

  #annotation(codebook: Codebook, setId: string, mark: PlacedMark, path: string | undefined): Annotation {
    const { line, start, end, confidence, secondTag, note, createdAt, changedAt } = mark
    const refuse = (message: string): never => {
      throw new DamagedFile(line, message, path)
    }
    const { tag: tagId, attribute, role } = this.#names
    const tag = findTag(codebook, tagId(mark.tag) ?? mark.tag) ?? refuse(`„${mark.tag}“ is no tag of the codebook`)
    const answers = Object.entries(mark.attributes).map(([name, value]): [string, AttributeValue] => {
      const question = tag.attributes?.find(({ id }) => id === (attribute(name) ?? name))
      return [question?.id ?? name, question ? typed(question, value) : [value].flat()]
    })
    const judgement = {
      ...{ start, end, tag: tag.id, confidence, note },
      attributes: Object.fromEntries(answers) as Answers,
      parts: mark.parts.map(({ role: name, start, end }) => ({ role: role(name) ?? name, start, end })),
      secondTag: secondTag === undefined ? undefined : (tagId(secondTag) ?? secondTag),
    }
    const [fault] = Object.entries(codebookFaults(codebook, judgement, tag.id))
    if (fault) refuse(`${fault[0]}: ${fault[1]}`)
    const texts = [note, mark.origin, ...Object.values(judgement.attributes)].filter((text) => typeof text === 'string')
    if (texts.some((text) => textFault(text)))
      refuse('there is a control character in a text, or it is not in normal form C')
    const id = mark.id ?? this.#newId(setId, judgement)
    this.#refuseSeen(id, line, path)
    const isOurs = mark.id !== undefined && createdAt !== undefined
    return {
      ...orderedJudgement(tag, judgement),
      ...{
        id,
        revision: 1,
        retracted: false,
        origin: mark.origin ?? (isOurs ? 'annotator' : `import:${this.#format}`),
      },
      createdAt: createdAt ?? UNKNOWN_TIME,
      changedAt: changedAt ?? createdAt ?? UNKNOWN_TIME,
    }
  }

  /** Several that say the same are told apart by how many came before. */
  #newId(setId: string, judgement: object): string {
    for (let copy = 0; ; copy++) {
      const id = stableId('annotation', setId, judgement, copy)
      if (!this.#seen.has(id)) return id
    }
  }

  #refuseSeen(id: string, line: number, path?: string): void {
    if (!this.#seen.add(id)) throw new DamagedFile(line, `${id} stands there twice`, path)
  }
}

/** An answer as the question wants it; where it does not fit, what the file said is refused later. */
function typed({ kind }: Attribute, value: string | readonly string[]): AttributeValue {
  const text = [value].flat().join(' ')
  switch (kind) {
    case 'yes-no':
      return text === 'yes' || text === 'true' ? true : text === 'no' || text === 'false' ? false : text
    case 'scale':
      return /^-?\d+$/.test(text) ? Number(text) : text
    case 'many-of':
      return [value].flat().flatMap((one) => one.split(' '))
    default:
      return text
  }
}

/** A text whose white space at the beginning a format does not keep. */
export function withLead(text: string, lead: string | undefined): string {
  return lead === undefined ? text : lead + text.replace(/^\p{White_Space}+/u, '')
}
