import { describe, expect, test } from 'vitest'
import { blockState, fillBits, fillUniforms, streamKey } from '../../../src/engine/streams.ts'

function uniforms(seed: string, id: string, block: number, count: number): Float64Array {
  const out = new Float64Array(count)
  fillUniforms(streamKey(seed, id), block, out)
  return out
}

test('fillBits is sfc32: the known answers after 12 rounds from the state 0, 12345, 0, 1', () => {
  const out = new Int32Array(22)
  fillBits(Int32Array.of(0, 12345, 0, 1), out, 22)
  expect(Array.from(out.subarray(12), (bits) => bits >>> 0)).toEqual([
    235160590, 2967261163, 116171463, 2882324903, 362604721, 4227106926, 1933307004, 1608300071,
    2256615412, 2701957640,
  ])
})

test('fillBits goes on where it stopped', () => {
  const whole = new Int32Array(20)
  fillBits(Int32Array.of(1, 2, 3, 4), whole, 20)
  const state = Int32Array.of(1, 2, 3, 4)
  const parts = [new Int32Array(7), new Int32Array(13)]
  for (const part of parts) fillBits(state, part, part.length)
  expect(parts.flatMap((part) => Array.from(part))).toEqual(Array.from(whole))
})

test('fillUniforms with a larger count only appends', () => {
  expect(uniforms('stakes', 'a', 3, 2048).subarray(0, 256)).toEqual(uniforms('stakes', 'a', 3, 256))
})

test('streamKey differs with seed and id, in letters of any script', () => {
  const keys = [
    ['stakes', 'a'],
    ['stakes', 'b'],
    ['stakesa', ''],
    ['', 'stakesa'],
    ['stake', 'sa'],
    ['ā', 'a'],
    ['\u0001', 'a'],
    ['✓', 'a'],
    ['x'.repeat(400), 'a'],
    [`${'x'.repeat(400)}y`, 'a'],
  ].map(([seed, id]) => streamKey(seed, id).join())
  expect(new Set(keys).size).toBe(keys.length)
})

test('blockState differs from block to block in every word', () => {
  const key = streamKey('stakes', 'a')
  for (let word = 0; word < 4; word++) {
    const seen = new Set(Array.from({ length: 4000 }, (_, block) => blockState(key, block)[word]))
    expect(seen.size).toBeGreaterThan(3990)
  }
})

describe('fillUniforms is uniform', () => {
  /** Largest chi-square of 255 degrees of freedom met once in some 100,000 samples. */
  const LIMIT = 360

  test.each(['a', 'b', 'shock:market', 'aiGrowth0'])('within a long block of %s', (id) => {
    expect(chiSquare(uniforms('stakes', id, 0, 200_000))).toBeLessThan(LIMIT)
  })

  test('over the first numbers of many blocks', () => {
    const firsts = Array.from(
      { length: 50_000 },
      (_, block) => uniforms('stakes', 'a', block, 2)[0],
    )
    expect(chiSquare(firsts)).toBeLessThan(LIMIT)
  })

  test('over the first numbers of many streams', () => {
    const firsts = Array.from({ length: 5000 }, (_, i) => uniforms('stakes', `id${i}`, 0, 2)[0])
    expect(chiSquare(firsts)).toBeLessThan(LIMIT)
  })

  test('in pairs of neighbours', () => {
    const values = uniforms('stakes', 'pairs', 5, 200_000)
    const pairs = Array.from({ length: 100_000 }, (_, i) => {
      const row = Math.floor(values[2 * i] * 16)
      return (row + values[2 * i + 1]) / 16
    })
    expect(chiSquare(pairs)).toBeLessThan(LIMIT)
  })

  test('between 0 and 1, without either', () => {
    const values = uniforms('stakes', 'range', 0, 300_000)
    expect(Math.min(...values.subarray(0, 100_000))).toBeGreaterThan(0)
    expect(values.every((u) => u > 0 && u < 1)).toBe(true)
  })
})

test('the same bits in every engine', () => {
  expect(Array.from(uniforms('stakes', 'aiGrowth0', 0, 4))).toMatchInlineSnapshot(`
    [
      0.7576858891407028,
      0.8155258292099461,
      0.5247631320962682,
      0.8082549372920766,
    ]
  `)
  expect(Array.from(uniforms('stakes', 'shock:market', 39, 4))).toMatchInlineSnapshot(`
    [
      0.9968671089736745,
      0.5730496236355975,
      0.06813605886418372,
      0.8343029146781191,
    ]
  `)
})

function chiSquare(values: ArrayLike<number>): number {
  const bins = new Float64Array(256)
  for (let i = 0; i < values.length; i++) bins[Math.floor(values[i] * 256)]++
  const expected = values.length / 256
  return bins.reduce((sum, n) => sum + ((n - expected) * (n - expected)) / expected, 0)
}
