/** Names: 1 to 80 characters of any script, the same person in every case and width. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldName } from '../../server/accounts/account.ts'
import { createAccount } from '../../server/accounts/account-actions.ts'
import { credentialsInput } from '../../server/accounts/account-input.ts'
import { findAccountByName } from '../../server/accounts/account-store.ts'
import { Refusal } from '../../server/errors.ts'
import { reasonsOf } from '../../server/web/reasons.ts'
import { PASSWORD, startApp } from '../support/app.ts'

/** The name as it is kept, or the reason why it cannot be. */
function kept(name: string): string {
  const result = credentialsInput.safeParse({ name, password: PASSWORD })
  return result.success ? result.data.name : `(${reasonsOf(result.error).name})`
}

const TYPED: readonly (readonly [string, string, string])[] = [
  ['one letter', 'A', 'A'],
  ['one ideograph', '李', '李'],
  ['Arabic', 'آدا', 'آدا'],
  ['Devanagari with a joiner', 'क्‍ष', 'क्‍ष'],
  ['emoji only', '👩‍👧', '👩‍👧'],
  ['a number', '7', '7'],
  ['an apostrophe and a hyphen', "O'Neill-Süß", "O'Neill-Süß"],
  ['markup', '<b>&amp;', '<b>&amp;'],
  ['decomposed letters', 'Zoe\u0308', 'Zoë'],
  ['white space around and between', '\u2003 Ada \u00a0 Ohm\t', '(unprintable)'],
  ['spaces around and between', '\u2003 Ada \u00a0 Ohm ', 'Ada Ohm'],
  ['80 letters', 'é'.repeat(80), 'é'.repeat(80)],
  ['80 letters beyond the BMP', '𝒜'.repeat(80), '𝒜'.repeat(80)],
  ['80 decomposed letters', 'e\u0301'.repeat(80), 'é'.repeat(80)],
  ['81 letters', 'é'.repeat(81), '(too-long)'],
  ['a whole letter of the law', 'x'.repeat(100_000), '(too-long)'],
  ['nothing', '', '(missing)'],
  ['spaces only', ' \u00a0\u3000', '(missing)'],
  ['nothing that can be seen', '\u200b\u2060\ufeff\u3164', '(missing)'],
  ['a line break', 'Ada\nOhm', '(unprintable)'],
  ['NUL', 'Ada\0', '(unprintable)'],
  ['a lone surrogate', 'Ada\ud83d', '(unprintable)'],
]

for (const [what, typed, expected] of TYPED)
  test(`a name of ${what} is ${expected.startsWith('(') ? 'refused' : 'kept'}`, () =>
    assert.equal(kept(typed), expected))

const SAME: readonly (readonly [string, string])[] = [
  ['Ada Ohm', 'ADA OHM'],
  ['Ada Ohm', ' ada  ohm '],
  ['Ada', 'Ａｄａ'],
  ['Ada', 'A\u200bda'],
  ['Zoë', 'ZOE\u0308'],
  ['Weiß', 'WEISS'],
  ['Weiß', 'WEIẞ'],
  ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ['ﬁnn', 'FINN'],
  ['ｶﾀｶﾅ', 'カタカナ'],
  ['Ада', 'АДА'],
]
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Ada', 'Adah'],
  ['Zoë', 'Zoe'],
  ['Ada Ohm', 'AdaOhm'],
  ['Ada', 'Аda'],
]

test('names that differ in case, width, spaces or what cannot be seen are one name', () => {
  for (const [one, other] of SAME) assert.equal(foldName(one), foldName(other), `${one} ${other}`)
  for (const [one, other] of DIFFERENT) assert.notEqual(foldName(one), foldName(other), `${one} ${other}`)
})

test('folding a name again, or writing it in capitals first, changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (name) => {
      const folded = foldName(name)
      assert.equal(foldName(folded), folded)
      assert.equal(foldName(name.toUpperCase()), folded)
      assert.equal(foldName(name.toLowerCase()), folded)
    }),
    { numRuns: 2_000 },
  )
})

test('a name that is taken is taken in every spelling, and also at the same moment', async (t) => {
  const { parts } = await startApp(t, { seeded: false })
  const spellings = SAME.slice(0, 4).flat()
  const outcomes = await Promise.allSettled(spellings.map((name) => createAccount(parts, { name, password: PASSWORD })))
  const made = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  assert.equal(made.length, new Set(spellings.map(foldName)).size)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') {
      assert.ok(outcome.reason instanceof Refusal)
      assert.deepEqual([outcome.reason.code, outcome.reason.details], ['invalid', { name: 'taken' }])
    }
  const found = await Promise.all(spellings.map((name) => findAccountByName(parts.database.db, name)))
  assert.ok(found.every((account) => account !== undefined))
})

test('the first account is the owner, the others are members', async (t) => {
  const { parts } = await startApp(t, { seeded: false })
  const made = await Promise.all(
    ['Rui', 'Ada', 'Ben'].map((name) => createAccount(parts, { name, password: PASSWORD })),
  )
  assert.deepEqual(made.map((account) => account.role).sort(), ['member', 'member', 'owner'])
})

const PASSWORDS: readonly (readonly [string, string, string | undefined])[] = [
  ['eight characters', '12345678', undefined],
  ['eight characters beyond the BMP', '😀'.repeat(8), undefined],
  ['seven characters beyond the BMP', '😀'.repeat(7), 'too-short'],
  ['spaces at its ends', '  secret  ', undefined],
  ['200 characters', 'x'.repeat(200), undefined],
  ['201 characters', 'x'.repeat(201), 'too-long'],
  ['a lone surrogate', 'password\udc00', 'unprintable'],
]

for (const [what, password, reason] of PASSWORDS)
  test(`a password of ${what} is ${reason ?? 'taken'}`, () => {
    const result = credentialsInput.safeParse({ name: 'Ada', password })
    assert.equal(result.success ? undefined : reasonsOf(result.error).password, reason)
    if (result.success) assert.equal(result.data.password, password)
  })
