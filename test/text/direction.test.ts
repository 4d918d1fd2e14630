import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf, onlyDirectionOf } from '../../server/text/direction.ts'

const cases: Record<string, ['ltr' | 'rtl', string]> = {
  German: ['ltr', 'Die Lage ist ernst.'],
  Arabic: ['rtl', 'قال الوزير: die Lage'],
  'Hebrew after digits and a quotation mark': ['rtl', '„1948“ – שלום'],
  'German with Arabic words in it': ['ltr', '😃 „Er sagte: قال الوزير“'],
  'Adlam, beyond the basic plane': ['rtl', '𞤀𞤣𞤤𞤢𞤥'],
  Japanese: ['ltr', '東京'],
  'digits and signs alone': ['ltr', '12 % – 😃'],
  nothing: ['ltr', ''],
}

for (const [name, [direction, text]] of Object.entries(cases))
  test(`a text is read as its first letter is: ${name}`, () => assert.equal(directionOf(text), direction))

const ONLY: readonly [string, 'ltr' | 'rtl' | undefined][] = [
  ['Die Lage.', 'ltr'],
  ['«ممتاز» 12', 'rtl'],
  ['laut قال', undefined],
  ['12 % – 😃', undefined],
]

for (const [text, direction] of ONLY)
  test(`all letters of “${text}” are read ${direction ?? 'neither way alone'}`, () =>
    assert.equal(onlyDirectionOf(text), direction))
