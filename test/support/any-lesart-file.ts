/** Any `lesart` file in its canonical form, awkward content preferred. The order is made here again, apart from the program. */
import fc, { type GeneratorValue } from 'fast-check'
import { ANNOTATOR_KINDS } from '../../server/studies/study.ts'
import { BLOCK_KINDS } from '../../server/text/blocks.ts'
import { CODEBOOK, id, type LesartFile, sha256 } from './lesart-file.ts'

type Article = LesartFile['articles'][number]
type AnnotationSet = Article['annotationSets'][number]
type Annotation = AnnotationSet['annotations'][number]
type Span = { start: number; end: number }

/** Each begins with a character that nothing before it swallows in normal form C. */
const LETTERS = [
  ...['a', 'ß', 'Ü', 'é', 'x̌', '😃', '👩‍👧', '🏳️‍🌈', 'שלום', 'قال', '\u202e', '𝔎'],
  ...[' ', '\t', '\n', '\u00a0', '\u2028', '"', ',', '|', '=', '@', "'", '\\', '<b>', '&amp;', '„', '“', '{"a":1}'],
]
const GAPS = ['', ' ', '\n\n', '\u3000', '\t\n']
const PSEUDONYMS = ['a1', 'a10', 'a2', 'reference', '\uffee', '😃']
const CODEBOOKS = [
  { ...CODEBOOK, id: id(1), version: 1 },
  { ...CODEBOOK, id: id(1), version: 2, overlap: 'forbidden' as const, tags: CODEBOOK.tags.toReversed() },
  { ...CODEBOOK, id: id(0), version: 3 },
]

/** Makes a file from whatever the generator hands out. */
export function anyLesartFile(g: GeneratorValue): LesartFile {
  let ids = 9_000
  const newId = () => id(ids--)
  const one = <T>(choices: readonly T[]) => g(fc.constantFrom<T[]>, ...choices)
  const maybe = <K extends string, V>(key: K, make: () => V) =>
    (g(fc.boolean) ? { [key]: make() } : {}) as { [P in K]?: V }
  const some = <T>(choices: readonly T[]) => choices.filter(() => g(fc.boolean))
  const times = (most: number) => Array.from({ length: g(fc.nat, { max: most }) })
  const text = () =>
    `${one(LETTERS)}${times(8)
      .map(() => one(LETTERS))
      .join('')}`
  const words = () => `${text()}a`
  const time = () => new Date(Date.UTC(2026, 0, 1) + g(fc.nat, { max: 10 ** 10 })).toISOString()

  const annotators = PSEUDONYMS.filter((_, index) => index === 0 || g(fc.boolean)).map((pseudonym) => ({
    id: pseudonym,
    uuid: newId(),
    kind: one(ANNOTATOR_KINDS.filter((kind) => kind !== 'visitor')),
    ...maybe('name', text),
  }))
  const rounds = [undefined, ...times(3)].map(() => {
    const { id: codebook, version: codebookVersion } = one(CODEBOOKS)
    return {
      id: newId(),
      title: text(),
      kind: one(['annotation', 'training', 'reference'] as const),
      codebook,
      codebookVersion,
    }
  })
  const codebooks = CODEBOOKS.filter(({ id, version }) =>
    rounds.some(({ codebook, codebookVersion }) => codebook === id && codebookVersion === version),
  ).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version))

  function article(): Article {
    const blocks: Article['blocks'] = []
    let body = one(GAPS)
    for (const _ of [undefined, ...times(3)]) {
      const start = [...body].length
      body += words()
      blocks.push({ kind: one(BLOCK_KINDS), start, end: [...body].length })
      body += one(GAPS)
    }
    const owners = rounds.flatMap((round) =>
      annotators.map((annotator) => ({ round: round.id, annotator: annotator.id })),
    )
    return {
      type: 'article',
      id: newId(),
      language: one(['de', 'en', 'ar']),
      title: text(),
      source: { ...maybe('outlet', text), ...maybe('author', text), ...maybe('url', text), ...maybe('licence', text) },
      body,
      sha256: sha256(body),
      blocks,
      annotationSets: some(owners).map((owner) => annotationSet(owner, [...body])),
    }
  }

  function annotationSet(owner: { round: string; annotator: string }, body: readonly string[]): AnnotationSet {
    const state = one(['new', 'in-progress', 'finished', 'skipped'] as const)
    const answers = { ...maybe('tone', () => one(['calm', 'loud'])), ...maybe('remark', words) }
    const annotations = times(6).map(() => annotation(body))
    return {
      id: newId(),
      ...owner,
      state,
      ...(state === 'skipped' && { reason: text() }),
      ...(Object.keys(answers).length > 0 && { answers }),
      ...maybe('activeSeconds', () => g(fc.nat)),
      annotations: annotations.sort(
        (a, b) => a.start - b.start || b.end - a.end || compare(a.tag, b.tag) || compare(a.id, b.id),
      ),
    }
  }

  /** Short bodies make spans that are equal, nested, crossing, and that begin or end anywhere. */
  function span(body: readonly string[]): Span & { quote: string } {
    const start = g(fc.nat, { max: body.length - 1 })
    const end = start + 1 + g(fc.nat, { max: body.length - start - 1 })
    return { start, end, quote: body.slice(start, end).join('') }
  }

  function annotation(body: readonly string[]): Annotation {
    const tag = one(['attribution', 'framing', 'old', 'reporting'])
    const more =
      tag === 'attribution' ? { ...maybe('attributes', attributes), ...maybe('parts', () => parts(body)) } : {}
    const secondTag = tag === 'framing' ? 'reporting' : 'framing'
    const {
      attributes: given,
      parts: placed,
      ...rest
    } = {
      ...more,
      ...maybe('confidence', () => one(['low', 'medium', 'high'] as const)),
      ...maybe('secondTag', () => secondTag),
      ...maybe('note', text),
    } as Partial<Annotation>
    return {
      id: newId(),
      tag,
      ...span(body),
      ...(given && { attributes: given }),
      ...rest,
      ...(placed && { parts: placed }),
      ...maybe('origin', () => one(['import:brat', 'adjudication', 'suggestion:quotes@2'])),
      createdAt: time(),
      changedAt: time(),
    }
  }

  function attributes(): Annotation['attributes'] {
    const signals = some(['verb', 'quotes', 'mood'])
    return {
      type: one(['direct', 'indirect']),
      ...(signals.length > 0 && { signals }),
      ...maybe('named', () => g(fc.boolean)),
      ...maybe('strength', () => g(fc.integer, { min: 1, max: 5 })),
      ...maybe('comment', words),
    }
  }

  function parts(body: readonly string[]): Annotation['parts'] {
    const made = [undefined, ...times(4)].map(() => ({ role: one(['source', 'cue']), ...span(body) }))
    const order = ['source', 'cue']
    return made
      .filter((a, i) => made.findIndex((b) => a.role === b.role && a.start === b.start && a.end === b.end) === i)
      .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.start - b.start || a.end - b.end)
  }

  return {
    header: {
      type: 'dataset',
      format: 'lesart',
      version: 1,
      exportedAt: time(),
      generator: 'test',
      study: { id: newId(), title: text(), ...maybe('description', text), ...maybe('language', () => 'de') },
      codebooks,
      annotators: annotators.toSorted((a, b) => compare(a.id, b.id)),
      rounds,
    },
    articles: times(3).map(article),
  }
}

/** By code point; UTF-16 would put 😃 before U+FFEE. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
