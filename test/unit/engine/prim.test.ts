import { describe, expect, test } from 'vitest'
import type { PrimColumn } from '../../../src/engine/sensitivity/prim-box.ts'
import { type Rules, rulesOf, type RulesTask } from '../../../src/engine/sensitivity/rules.ts'
import { stabilityOf } from '../../../src/engine/sensitivity/rule-stability.ts'
import { uniforms } from './numbers.ts'

const trials = 4000

function end<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** Ten numbers from 0 to 1, the first and second of which may be an event or a kind. */
function columnsOf(name: string, count = trials, kinds: readonly PrimColumn['kind'][] = []) {
  return Array.from({ length: 10 }, (_, at): PrimColumn => {
    const kind = kinds[at] ?? 'number'
    const of = { number: (u: number) => u, event: (u: number) => (u < 0.4 ? 1 : 0) }
    const values = uniforms(`${name} ${at}`, count).map(
      kind === 'category' ? (u) => Math.floor(4 * u) : of[kind],
    )
    return { id: `x${at}`, kind, values }
  })
}

/** Good with one chance inside and another outside. */
function taskOf(
  name: string,
  columns: readonly PrimColumn[],
  isIn: (x: (at: number) => number) => boolean,
  [inside, outside]: readonly [number, number] = [0.9, 0.05],
): RulesTask {
  const draws = uniforms(`${name} good`, columns[0].values.length)
  const good = Uint8Array.from(draws, (u, trial) =>
    u < (isIn((at) => columns[at].values[trial]) ? inside : outside) ? 1 : 0,
  )
  return { columns, good, replicate: 1 }
}

const toldBy = ({ curve, picked }: Rules) => curve[picked]

describe('a planted box', () => {
  const columns = columnsOf('planted')
  const task = taskOf('planted', columns, (x) => x(2) > 0.6 && x(7) < 0.5)
  const found = end(rulesOf(task))

  test('is found, with its ends, and what it holds', () => {
    expect(found.state).toBe('found')
    const { box, support, density, coverage, chances } = toldBy(found)
    expect(box.map(({ id }) => id).sort()).toEqual(['x2', 'x7'])
    const by = (id: string) => box.find((one) => one.id === id)
    expect(by('x2')?.high).toBeNull()
    expect(by('x7')?.low).toBeNull()
    expect(Math.abs((by('x2')?.low ?? 0) - 0.6)).toBeLessThan(0.05)
    expect(Math.abs((by('x7')?.high ?? 0) - 0.5)).toBeLessThan(0.05)
    expect(Math.abs(support.value - 0.2)).toBeLessThan(0.03)
    expect(density.value).toBeGreaterThan(0.8)
    expect(coverage.value).toBeGreaterThan(0.7)
    for (const p of chances) expect(p).toBeLessThan(1e-6)
    console.log(JSON.stringify(found.curve.map((r) => [r.box.length, r.coverage.value, r.density.value])), 1)
  })
  test('is found again in other halves', () => {
    console.log(end(stabilityOf(task, toldBy(found).box, 20)))
  })
})
test('noise', () => {
  let n = 0
  const t=performance.now()
  for (let s = 0; s < 20; s++) {
    const r = end(rulesOf(taskOf(`n${s}`, columnsOf(`n${s}`, 1000), () => false, [0, 0.3])))
    if (r.state !== 'chance') n++
  }
  console.log('noise told', n, performance.now()-t)
})
