import { describe, expect, test } from 'vitest'
import { classesOf } from '../../../src/engine/sensitivity/classes.ts'
import { countedOf, foldsOf } from '../../../src/engine/sensitivity/counted.ts'
import { classesFor, firstOrderOf } from '../../../src/engine/sensitivity/first-order.ts'
import type { Replicate } from '../../../src/engine/sampling/design.ts'
import { ranking } from '../../../src/engine/statistics/ranking.ts'
import { uniforms } from './numbers.ts'

const TRIALS = 6000
const DESIGNS: readonly Replicate[] = [1, 512, { interleaved: 16 }]

/** As it is defined, class by class with a mean of its own: what lines explain of some futures. */
function explained(x: number[], y: number[], of: number[]): number {
  const mean = y.reduce((sum, one) => sum + one, 0) / y.length
  let rest = 0
  for (const at of new Set(of)) {
    const own = of.flatMap((one, i) => (one === at ? [i] : []))
    const [mx, my] = [x, y].map((all) => own.reduce((sum, i) => sum + all[i], 0) / own.length)
    const squares = own.reduce((sum, i) => sum + (x[i] - mx) ** 2, 0)
    const products = own.reduce((sum, i) => sum + (x[i] - mx) * (y[i] - my), 0)
    const slope = own.length > 2 && squares > 1e-12 ? products / squares : 0
    rest += own.reduce((sum, i) => sum + (y[i] - my - slope * (x[i] - mx)) ** 2, 0)
  }
  return y.reduce((sum, one) => sum + (one - mean) ** 2, 0) - rest
}

/** The index by that definition, with what noise would explain taken off. */
function index(x: number[], y: number[], replicate: Replicate): number {
  const values = Float64Array.from(x)
  const { of, sizes } = classesOf(values, ranking(values), classesFor(x.length))
  const parts = [...of]
  const mean = y.reduce((sum, one) => sum + one, 0) / y.length
  const all = y.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const whole = explained(x, y, parts)
  const levels = sizes.filter((_, at) => new Set(x.filter((_x, i) => of[i] === at)).size > 1).length
  const terms = sizes.length + levels
  if (typeof replicate === 'number') {
    return 1 - ((all - whole) / (y.length - terms) / all) * (y.length - 1)
  }
  const turns = foldsOf(countedOf(x.length, replicate, undefined))
  let alone = 0
  for (let turn = 0; turn < turns.count; turn++) {
    const some = x.flatMap((_, i) => (turns.of[i] === turn ? [i] : []))
    const own = [x, y, parts].map((column) => some.map((i) => column[i]))
    alone += (explained(own[0], own[1], own[2]) * y.length) / some.length / turns.count
  }
  return (turns.count * whole - alone) / (turns.count - 1) / all
}

describe.each(DESIGNS)('with repetitions %o', (replicate) => {
  const draws = uniforms('first order', 3 * TRIALS)
  const column = (at: number) => Array.from(draws.slice(at * TRIALS, (at + 1) * TRIALS))
  const [a, b, noise] = [column(0), column(1), column(2)]
  const event = b.map((one) => (one < 0.3 ? 1 : 0))
  const bent = a.map((one, i) => Math.sin(7 * one) + 0.4 * event[i] + 0.3 * noise[i])
  const counted = countedOf(TRIALS, replicate, undefined)
  const found = (x: number[], y: number[]) => {
    const values = Float64Array.from(x)
    return firstOrderOf(counted, Float64Array.from(y), values, ranking(values))
  }

  test.each([
    ['a belief that bends', a],
    ['an event', event],
    ['a belief without influence', b.map((one) => (one * 17) % 1)],
  ])('the index of %s is that of its definition', (_, x) => {
    expect(found(x, bent).value).toBeCloseTo(index(x, bent, replicate), 10)
  })

  test('it is the same wherever 0 lies, and in any unit', () => {
    const { value } = found(a, bent)
    for (const [shift, unit] of [
      [1e6, 1],
      [-3e7, 1],
      [0, 1e9],
    ]) {
      const x = a.map((one) => shift + unit * one)
      const y = bent.map((one) => 10 * shift + unit * one)
      expect(found(x, y).value).toBeCloseTo(value, 6)
    }
  })
})
