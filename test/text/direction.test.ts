import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf } from '../../server/text/direction.ts'

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
