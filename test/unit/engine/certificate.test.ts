import { describe, expect, test } from 'vitest'
import { type CertificateRow, certify, engineTools } from '../../../src/engine/certificate/index.ts'
import { references } from '../../../src/engine/certificate/references.ts'
import { atLeast, atMost, boundText, measureText } from '../../../src/engine/certificate/row.ts'
import { families } from '../../../src/engine/distributions/index.ts'
import { chanceFaults } from './certificate-chance-faults.ts'
import { faults } from './certificate-faults.ts'
import { finished, parts } from './certificate-parts.ts'

const failing = (rows: readonly CertificateRow[]) =>
  rows.filter(({ pass }) => !pass).map(({ id }) => id)

/** Numbers made in each step. */
const made: number[] = [0]
const count = (numbers: number) => {
  made[made.length - 1] += numbers
}
const counting: typeof engineTools = {
  ...engineTools,
  fillUniforms(key, block, out) {
    count(out.length)
    engineTools.fillUniforms(key, block, out)
  },
  fillNormalQuantiles(from, out, numbers) {
    count(numbers)
    engineTools.fillNormalQuantiles(from, out, numbers)
  },
}
const rows = finished(counted(certify(references, counting)))

/** The same steps, each with a count of its own. */
function* counted<T>(making: Generator<void, T>): Generator<void, T> {
  for (;;) {
    const step = making.next()
    if (step.done) return step.value
    made.push(0)
    yield
  }
}

describe('the certificate', () => {
  test('is clean', () => {
    expect(failing(rows)).toEqual([])
  })

  test('has every part, each line under a name of its own, groups together', () => {
    const whole = Object.values(parts).flatMap((part) => part(references, engineTools))
    expect(rows).toEqual(whole)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(new Set(rows.map(({ group, label }) => group + label)).size).toBe(rows.length)
    const groups = rows.map(({ group }) => group)
    const starts = groups.filter((group, i) => group !== groups[i - 1])
    expect(new Set(starts).size).toBe(starts.length)
  })

  test('comes in many steps, so that whoever makes it can be interrupted', () => {
    expect(made.length).toBeGreaterThan(200)
  })

  test('never makes more than 65,536 numbers in a step', () => {
    expect(Math.max(...made)).toBe(65_536)
  })

  test('looks at every family, exactly and as drawn', () => {
    const ids = new Set(rows.map(({ id }) => id))
    for (const kind of Object.keys(families)) {
      expect(ids).toContain(`quantile-${kind}`)
      expect(ids).toContain(`draw-${kind}`)
    }
  })

  test('fails for a family without references', () => {
    const cases = references.quantiles.cases.filter((one) => one.distribution.kind !== 'pert')
    const fewer = { ...references, quantiles: { ...references.quantiles, cases } }
    expect(failing(parts.quantiles(fewer, engineTools))).toEqual(['quantile-pert', 'draw-pert'])
  })
})

test.each([...faults, ...chanceFaults])('%s turns its lines', (_what, part, fault, lines) => {
  const rows = parts[part](references, { ...engineTools, ...fault })
  expect(failing(rows).sort()).toEqual([...lines].sort())
})

test('every line is turned by some fault', () => {
  const turned = new Set([...faults, ...chanceFaults].flatMap(([, , , lines]) => lines))
  expect(rows.map(({ id }) => id).filter((id) => !turned.has(id))).toEqual([])
})

describe('a line', () => {
  const row = { id: 'a', group: 'A', label: 'a', measure: 'error' } as const

  test('holds at its bound and not beyond, and never without a figure', () => {
    const most = (figure: number) => atMost({ ...row, bound: 1e-9, figure }).pass
    const least = (figure: number) => atLeast({ ...row, bound: 14, figure }).pass
    expect([0, 1e-9, 1.1e-9, Infinity, NaN].map(most)).toEqual([true, true, false, false, false])
    expect([15, 14, 13.9, 0, NaN].map(least)).toEqual([true, true, false, false, false])
  })

  test('is written by what it measures', () => {
    expect(measureText(3.14e-11, 'error')).toBe('3.1e-11')
    expect(measureText(1e-9, 'error')).toBe('1e-9')
    expect(measureText(0, 'error')).toBe('0')
    expect(measureText(13.77, 'digits')).toBe('13.8')
    expect(measureText(2, 'count')).toBe('2')
    expect(measureText(NaN, 'count')).toBe('not a number')
    expect(boundText(atLeast({ ...row, measure: 'digits', bound: 14, figure: 15 }))).toBe(
      'at least 14.0',
    )
    expect(boundText(atMost({ ...row, bound: 1e-9, figure: 0 }))).toBe('at most 1e-9')
  })
})
