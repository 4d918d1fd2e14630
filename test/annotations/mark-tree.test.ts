import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Part } from '../../server/annotations/annotation.ts'
import {
  type Drawn,
  depthOf,
  type MarkNode,
  markTree,
  partClasses,
  type TextNode,
  type TreeNode,
} from '../../server/annotations/mark-tree.ts'
import { indexText } from '../../server/text/code-points.ts'
import { contains, overlap, type Span } from '../../server/text/span.ts'
import { placeOf } from '../support/texts.ts'

const TEXT = 'Am x̌-Tag 😃 قال الوزير: die Lage ist ernst.'
const body = indexText(TEXT)
const whole = { start: 0, end: body.length }

const mark = (id: string, words: string, parts: Part[] = []): Drawn => ({
  id,
  tag: 'framing',
  ...placeOf(TEXT, words),
  parts,
})
const part = (role: string, words: string): Part => ({ role, ...placeOf(TEXT, words) })

const textOf = ({ words }: TextNode) => words.filter((one) => typeof one === 'string').join('')

/** Marks as [id: …], words that belong to parts as {role: …}. */
function drawn(nodes: readonly TreeNode[]): string {
  return nodes
    .map((node) => {
      if ('annotation' in node) return `[${node.annotation.id}: ${drawn(node.children)}]`
      const words = textOf(node)
      return node.roles.length > 0 ? `{${node.roles.join(' ')}: ${words}}` : words
    })
    .join('')
}

const cases: Record<string, { marks: Drawn[]; block?: Span; tree: string }> = {
  'without marks there are only words': { marks: [], tree: TEXT },
  'a mark stands around its words': {
    marks: [mark('a', '😃 قال')],
    tree: 'Am x̌-Tag [a: 😃 قال] الوزير: die Lage ist ernst.',
  },
  'a mark inside another is its child': {
    marks: [mark('inner', 'Lage'), mark('outer', 'الوزير: die Lage ist')],
    tree: 'Am x̌-Tag 😃 قال [outer: الوزير: die [inner: Lage] ist] ernst.',
  },
  'a mark that ends where its outer one ends is not cut': {
    marks: [mark('outer', 'x̌-Tag 😃'), mark('inner', '😃')],
    tree: 'Am [outer: x̌-Tag [inner: 😃]] قال الوزير: die Lage ist ernst.',
  },
  'equal marks nest in the order given': {
    marks: [mark('b', '😃'), mark('a', '😃')],
    tree: 'Am x̌-Tag [b: [a: 😃]] قال الوزير: die Lage ist ernst.',
  },
  'marks that touch stand side by side': {
    marks: [mark('a', 'x̌'), mark('b', '-Tag')],
    tree: 'Am [a: x̌][b: -Tag] 😃 قال الوزير: die Lage ist ernst.',
  },
  'the later one of two that cross is cut': {
    marks: [mark('a', 'x̌-Tag 😃'), mark('b', '😃 قال')],
    tree: 'Am [a: x̌-Tag [b: 😃]][b:  قال] الوزير: die Lage ist ernst.',
  },
  'of three that begin inside one and outlast it, none is cut: it is': {
    marks: [mark('a', 'x̌-Tag 😃'), mark('b', '😃 قال'), mark('c', '😃 قال'), mark('d', '😃 قال الوزير')],
    tree: 'Am [a: x̌-Tag ][d: [b: [c: [a: 😃] قال]] الوزير]: die Lage ist ernst.',
  },
  'of those that go on where one around them ends, what ends first is innermost': {
    marks: [mark('a', 'Am x̌-Tag'), mark('b', 'x̌-Tag 😃'), mark('c', '-Tag 😃'), mark('d', 'Tag 😃 قال')],
    tree: '[a: Am [b: x̌[c: -[d: Tag]]]][d: [b: [c:  😃]] قال] الوزير: die Lage ist ernst.',
  },
  'a mark inside the second half of a cut one is whole': {
    marks: [mark('a', 'x̌-Tag 😃'), mark('b', '😃 قال الوزير'), mark('c', 'الوزير')],
    tree: 'Am [a: x̌-Tag [b: 😃]][b:  قال [c: الوزير]]: die Lage ist ernst.',
  },
  'a mark that goes beyond the block is drawn as far as the block goes': {
    marks: [mark('a', TEXT), mark('elsewhere', 'ernst')],
    block: placeOf(TEXT, 'x̌-Tag 😃'),
    tree: '[a: x̌-Tag 😃]',
  },
  'source and cue show, content does not': {
    marks: [
      mark('a', 'قال الوزير: die Lage', [part('source', 'الوزير'), part('cue', 'قال'), part('content', 'die Lage')]),
    ],
    tree: 'Am x̌-Tag 😃 [a: {cue: قال} {source: الوزير}: die Lage] ist ernst.',
  },
  'a part outside its mark shows where it stands': {
    marks: [mark('a', 'die Lage', [part('source', '😃')])],
    tree: 'Am x̌-Tag {source: 😃} قال الوزير: [a: die Lage] ist ernst.',
  },
  'a part shows in a block that its mark does not reach': {
    marks: [mark('a', 'ernst', [part('source', '😃')])],
    block: placeOf(TEXT, 'x̌-Tag 😃'),
    tree: 'x̌-Tag {source: 😃}',
  },
  'parts cut words, never marks': {
    marks: [mark('a', 'die Lage ist', [part('source', 'الوزير: die')])],
    tree: 'Am x̌-Tag 😃 قال {source: الوزير: }[a: {source: die} Lage ist] ernst.',
  },
  'parts of two roles over the same words show both, of one role once': {
    marks: [mark('a', '😃', [part('source', 'x̌'), part('cue', 'x̌')]), mark('b', '😃', [part('source', 'x̌')])],
    tree: 'Am {source cue: x̌}-Tag [a: [b: 😃]] قال الوزير: die Lage ist ernst.',
  },
}

for (const [name, { marks, block = whole, tree }] of Object.entries(cases)) {
  test(name, () => assert.equal(drawn(markTree(body, block, marks)), tree))
}

test('a text is as deep as the most marks that lie over one word', () => {
  const nested = [mark('a', 'x̌-Tag 😃 قال'), mark('b', 'x̌-Tag 😃'), mark('c', '😃'), mark('d', 'ernst')]
  assert.equal(depthOf(markTree(body, whole, [])), 0)
  assert.equal(depthOf(markTree(body, whole, nested.slice(3))), 1)
  assert.equal(depthOf(markTree(body, whole, nested)), 3)
})

test('roles become class names', () => assert.equal(partClasses(['source', 'cue']), 'part-source part-cue'))

/** Every element of the tree with its place and the elements around it. */
interface Element extends Span {
  readonly annotation: Drawn
  readonly around: readonly Drawn[]
}
interface Words extends Span {
  readonly text: string
  readonly roles: readonly string[]
  /** Numbers of lines, with how many code points stand before them. */
  readonly numbers: readonly (readonly [number, number])[]
}

function walk(nodes: readonly TreeNode[], from: number): { elements: Element[]; words: Words[]; end: number } {
  const elements: Element[] = []
  const words: Words[] = []
  let end = from
  const visit = (node: TreeNode, around: readonly Drawn[]) => {
    const start = end
    if ('annotation' in node) visitMark(node, around)
    else {
      const numbers: [number, number][] = []
      for (const one of node.words)
        if (typeof one === 'string') end += [...one].length
        else numbers.push([one, end - start])
      words.push({ text: textOf(node), roles: node.roles, numbers, start, end })
    }
  }
  const visitMark = ({ annotation, children }: MarkNode, around: readonly Drawn[]) => {
    const start = end
    for (const child of children) visit(child, [...around, annotation])
    elements.push({ annotation, around, start, end })
  }
  for (const node of nodes) visit(node, [])
  return { elements, words, end }
}

const span = fc
  .tuple(fc.nat(body.length), fc.nat(body.length))
  .filter(([a, b]) => a !== b)
  .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const somePart = fc
  .tuple(fc.constantFrom('source', 'cue', 'content'), span)
  .map(([role, span]): Part => ({ role, ...span }))
const marks = fc
  .array(fc.tuple(span, fc.array(somePart, { maxLength: 2 })), { maxLength: 8 })
  .map((all) => all.map(([span, parts], id): Drawn => ({ id: String(id), tag: 'framing', ...span, parts })))

/** The place of a mark as far as it lies in the block. */
function visible(mark: Span, block: Span): [number, number] {
  return overlap(mark, block) ? [Math.max(mark.start, block.start), Math.min(mark.end, block.end)] : [0, 0]
}
const cross = (a: Span, b: Span) => overlap(a, b) && !contains(a, b) && !contains(b, a)

test('glued together the words are the words of the block', () => {
  fc.assert(
    fc.property(span, marks, (block, marks) => {
      const { words, end } = walk(markTree(body, block, marks), block.start)
      assert.equal(words.map(({ text }) => text).join(''), body.slice(block.start, block.end))
      assert.equal(end, block.end)
    }),
  )
})

test('the elements of a mark hold exactly its words, and it is cut only where a mark that it crosses begins or ends', () => {
  fc.assert(
    fc.property(span, marks, (block, marks) => {
      const { elements } = walk(markTree(body, block, marks), block.start)
      for (const mark of marks) {
        const own = elements.filter(({ annotation }) => annotation === mark)
        const places = own.map(({ start, end }) => body.slice(start, end))
        assert.equal(places.join(''), body.slice(...visible(mark, block)))
        for (const { start } of own.slice(1))
          assert.ok(marks.some((other) => cross(other, mark) && [other.start, other.end].includes(start)))
        for (const [index, { end }] of own.slice(0, -1).entries()) assert.equal(own[index + 1]!.start, end)
      }
    }),
  )
})

test('a mark that crosses no other is one element, inside all the marks that hold it', () => {
  fc.assert(
    fc.property(span, marks, (block, marks) => {
      const { elements } = walk(markTree(body, block, marks), block.start)
      for (const mark of marks.filter((mark) => overlap(mark, block) && !marks.some((other) => cross(other, mark)))) {
        const own = elements.filter(({ annotation }) => annotation === mark)
        assert.equal(own.length, 1)
        const outer = marks.filter((other) => contains(other, mark) && !contains(mark, other))
        for (const other of outer) assert.ok(own[0]!.around.includes(other))
      }
    }),
  )
})

test('words carry exactly the roles that show and lie over them', () => {
  fc.assert(
    fc.property(span, marks, (block, marks) => {
      const shown = marks.flatMap(({ parts }) => parts).filter(({ role }) => role !== 'content')
      for (const words of walk(markTree(body, block, marks), block.start).words) {
        const over = shown.filter((part) => overlap(part, words))
        assert.ok(over.every((part) => contains(part, words)))
        assert.equal(new Set(words.roles).size, words.roles.length)
        assert.deepEqual(new Set(words.roles), new Set(over.map(({ role }) => role)))
      }
    }),
  )
})

test('a numbered line says its number where it begins, once, and nothing else changes', () => {
  const numbered = fc
    .uniqueArray(fc.nat(body.length - 1), { maxLength: 6 })
    .map((starts) => starts.sort((a, b) => a - b).map((start, index) => ({ start, number: (index + 1) * 5 })))
  fc.assert(
    fc.property(span, marks, numbered, (block, marks, lines) => {
      const { words, elements } = walk(markTree(body, block, marks, lines), block.start)
      const found = words.flatMap(({ numbers, start }) =>
        numbers.map(([number, before]) => ({ start: start + before, number })),
      )
      assert.deepEqual(
        found,
        lines.filter(({ start }) => block.start <= start && start < block.end),
      )
      assert.equal(words.map(({ text }) => text).join(''), body.slice(block.start, block.end))
      assert.deepEqual(elements, walk(markTree(body, block, marks), block.start).elements)
    }),
  )
})
