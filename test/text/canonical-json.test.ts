import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../../server/text/canonical-json.ts'
import { ODD } from '../support/texts.ts'

const cases: Record<string, [unknown, string]> = {
  'keys are sorted at every depth': [
    { b: { d: ODD, c: 1 }, a: [{ f: 1, e: 2 }] },
    `{"a":[{"e":2,"f":1}],"b":{"c":1,"d":"${ODD}"}}`,
  ],
  'lists keep their order': [[ODD, 'b', 'a'], `["${ODD}","b","a"]`],
  'keys that look like numbers are sorted as text': [{ 9: ODD, 10: 1, a: 2 }, `{"10":1,"9":"${ODD}","a":2}`],
  'keys are sorted by code point': [{ '😃': 1, '\uffee': 2, سلام: 3, x̌: 4 }, '{"x̌":4,"سلام":3,"\uffee":2,"😃":1}'],
  'what is undefined is left out': [{ a: undefined, b: ODD }, `{"b":"${ODD}"}`],
  'what is null stays': [{ a: null, b: ODD }, `{"a":null,"b":"${ODD}"}`],
  'a key called __proto__ is a key': [JSON.parse('{"b":1,"__proto__":{"a":2}}'), '{"__proto__":{"a":2},"b":1}'],
  'texts are escaped as JSON does': [`${ODD}"\\\n`, `"${ODD}\\"\\\\\\n"`],
}

for (const [name, [value, json]] of Object.entries(cases)) {
  test(name, () => assert.equal(canonicalJson(value), json))
}

const entries = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.jsonValue()), { selector: ([key]) => key })

test('the order in which keys were added does not show', () => {
  fc.assert(
    fc.property(entries, (entries) => {
      const [forwards, backwards] = [entries, entries.toReversed()].map((some) =>
        canonicalJson(Object.fromEntries(some)),
      )
      assert.equal(backwards, forwards)
    }),
  )
})

test('what is written can be read back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value))
      assert.deepEqual(JSON.parse(canonicalJson(value)), plain)
      assert.equal(canonicalJson(JSON.parse(canonicalJson(value))), canonicalJson(value))
    }),
  )
})
