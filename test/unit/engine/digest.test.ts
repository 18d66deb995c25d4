import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { blockBytes, blockDigest, joinDigests, textDigest } from '../../../src/engine/digest.ts'
import { browserHasher, portableHasher } from '../../../src/workers/hasher.ts'
import { normals } from './numbers.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** Three outcomes of five trials, outcome by outcome. */
const block = normals('block', 15)

describe('blockDigest', () => {
  test('is the SHA-256 of the outcomes trial by trial, as little-endian float64', () => {
    const bytes = Buffer.alloc(15 * 8)
    for (let trial = 0; trial < 5; trial++) {
      for (let outcome = 0; outcome < 3; outcome++) {
        bytes.writeDoubleLE(block[outcome * 5 + trial], (trial * 3 + outcome) * 8)
      }
    }
    expect(hex(blockDigest(block, 5))).toBe(sha256(bytes))
  })

  test('takes −0 as 0', () => {
    const zero = block.with(4, 0)
    expect(Object.is(block.with(4, -0)[4], -0)).toBe(true)
    expect(blockDigest(block.with(4, -0), 5)).toEqual(blockDigest(zero, 5))
  })

  test('changes with the last bit of any value', () => {
    const digests = Array.from(block, (value, i) => {
      const next = block.slice()
      new Int32Array(next.buffer)[2 * i] ^= 1
      expect(Math.abs(next[i] - value)).toBeLessThan(1e-15)
      return hex(blockDigest(next, 5))
    })
    expect(new Set([...digests, hex(blockDigest(block, 5))]).size).toBe(16)
  })

  test('of some outcomes is that of a block which has those alone, in their order', () => {
    const [first, , third] = [0, 5, 10].map((from) => block.slice(from, from + 5))
    const alone = Float64Array.from([...third, ...first])
    expect(blockDigest(block, 5, [2, 0])).toEqual(blockDigest(alone, 5))
    expect(blockDigest(block, 5, [0, 2])).not.toEqual(blockDigest(block, 5, [2, 0]))
    expect(blockDigest(block, 5, [0, 1, 2])).toEqual(blockDigest(block, 5))
  })

  test('is the same by every hasher, in memory used before too', async () => {
    const spare = new Uint8Array(1000).fill(7)
    for (const places of [undefined, [2, 0]]) {
      const bytes = blockBytes(block, 5, places, spare)
      expect(bytes.buffer).toBe(spare.buffer)
      for (const hash of [portableHasher, browserHasher()]) {
        expect(await hash(bytes)).toEqual(blockDigest(block, 5, places))
      }
    }
  })

  test('leaves the block as it is', () => {
    const before = block.slice()
    blockDigest(block, 5)
    expect(block).toEqual(before)
  })
})

describe('joinDigests', () => {
  const digests = [0, 5, 10].map((at) => blockDigest(block.subarray(at, at + 5), 5))

  test('is the SHA-256 of the digests one after another', () => {
    expect(joinDigests(digests)).toBe(sha256(Buffer.concat(digests)))
  })

  test('depends on each and on their order', () => {
    const [a, b, c] = digests
    const all = [
      [a, b, c],
      [b, a, c],
      [a, c, b],
      [a, b],
      [a, b, c, c],
      [a, b, b],
    ]
    expect(new Set(all.map(joinDigests)).size).toBe(all.length)
  })
})

test.each(['', 'abc', 'ā ✓'])('textDigest of “%s” is its SHA-256', (text) => {
  expect(textDigest(text)).toBe(sha256(text))
})
