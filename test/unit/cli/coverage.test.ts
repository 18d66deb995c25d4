import { beforeAll, describe, expect, test } from 'vitest'
import type { Tried } from '../../../src/cli/coverage-draws.ts'
import { coverageReport } from '../../../src/cli/coverage-report.ts'
import { coverageOf, coverages, type Samples, samplesOf } from '../../../src/cli/coverage.ts'

const COUNT = 20

/** The same samples, each interval another one. */
function changed(samples: Samples, how: (one: Tried) => Tried): Samples {
  return samples.map((sample) =>
    Object.fromEntries(Object.entries(sample).map(([id, one]) => [id, one && how(one)])),
  )
}

/** So many times as wide. */
const scaled =
  (times: number) =>
  ({ low, high, truth }: Tried): Tried => {
    const [middle, reach] = [(low + high) / 2, ((high - low) / 2) * times]
    return { low: middle - reach, high: middle + reach, truth }
  }

const elsewhere = ({ low, high, truth }: Tried): Tried => {
  const away = 100 * (high - low) + 1
  return { low: low + away, high: high + away, truth }
}

test('every group and every line in it has a name of its own', () => {
  const names = coverages.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { lines } of coverages) {
    for (const key of ['id', 'label'] as const) {
      expect(new Set(lines.map((line) => line[key])).size).toBe(lines.length)
    }
  }
})

describe.each(coverages.map((group) => ({ group, name: group.name })))('$name', ({ group }) => {
  let samples: Samples = []
  beforeAll(() => {
    samples = samplesOf(group, COUNT)
  })
  const failing = (of: Samples) =>
    coverageOf(group, of)
      .filter(({ pass }) => !pass)
      .map(({ id }) => id)
  const ids = group.lines.map(({ id }) => id)
  // Chance tells what is 0 as exactly 0 in half of the samples.
  const strict = () =>
    group.lines
      .filter(({ id, allowed }) => !allowed && samples[0][id]?.truth !== 0)
      .map(({ id }) => id)

  test(`holds in ${COUNT} samples as often as it should`, () => {
    expect(failing(samples)).toEqual([])
  })

  test('fails with intervals of a third of their width, but where they are known to be off', () => {
    expect(failing(changed(samples, scaled(1 / 3)))).toEqual(expect.arrayContaining(strict()))
  })

  test('fails with intervals elsewhere, and where there are none', () => {
    expect(failing(changed(samples, elsewhere))).toEqual(ids)
    expect(failing(samples.map(() => ({})))).toEqual(ids)
  })
})

describe('of 200 samples', () => {
  const line = { id: 'one', label: 'One' }
  const group = { name: 'Group', lines: [line], sample: () => ({}) }
  const held = (count: number): Samples =>
    Array.from({ length: 200 }, (_, seed) => ({
      one: { low: 0, high: 1, truth: seed < count ? 1 : 2 },
    }))
  const of = (count: number, allowed?: readonly [number, number]) =>
    coverageOf({ ...group, lines: [{ ...line, ...(allowed && { allowed }) }] }, held(count))

  test('177 to 199 may hold, or as many as are said to', () => {
    const pass = (count: number, allowed?: readonly [number, number]) => of(count, allowed)[0].pass
    expect([176, 177, 199, 200].map((count) => pass(count))).toEqual([false, true, true, false])
    expect([39, 40, 80, 81].map((count) => pass(count, [0.2, 0.4]))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('the report says what is stated, what was measured, its error and what is allowed', () => {
    const good = coverageReport(of(190), 200)
    expect(good.held).toBe(true)
    expect(good.text).toMatch(/^ok +One +95% +95\.0% +1\.5% +88\.5% to 99\.5%$/m)
    expect(good.text).toMatch(/^Group$/m)
    const bad = coverageReport([...of(190), ...of(200)], 200)
    expect(bad.held).toBe(false)
    expect(bad.text).toMatch(/^FAILED +One +95% +100\.0% /m)
    expect(bad.text).toContain('\n1 of 2 kinds of intervals hold as often as they should')
    expect(coverageReport([], 200).held).toBe(false)
  })
})
