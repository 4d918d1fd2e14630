import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { uuidV7 } from '../../server/text/uuid.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const time = fc.nat(2 ** 48 - 1)
const NOTHING = new Uint8Array(10)

test('the example of RFC 9562, appendix A.6, comes out', () => {
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
  assert.equal(uuidV7(0x017f22e279b0, random), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('every time and all bytes give a UUID of version 7 that says its time', () => {
  fc.assert(
    fc.property(time, bytes, (milliseconds, random) => {
      const uuid = uuidV7(milliseconds, random)
      assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      assert.equal(Number.parseInt(uuid.replace('-', '').slice(0, 12), 16), milliseconds)
    }),
  )
})

test('a later time sorts after an earlier one, whatever the bytes', () => {
  fc.assert(
    fc.property(time, time, bytes, bytes, (a, b, random, other) => {
      fc.pre(a < b)
      assert.ok(uuidV7(a, random) < uuidV7(b, other))
    }),
  )
})

test('74 of the bits are the random ones', () => {
  const used = new Set<string>()
  for (let bit = 0; bit < 80; bit++) {
    const random = new Uint8Array(10)
    random[bit >> 3] = 1 << (bit & 7)
    used.add(uuidV7(0, random))
  }
  used.delete(uuidV7(0, NOTHING))
  assert.equal(used.size, 74)
})
