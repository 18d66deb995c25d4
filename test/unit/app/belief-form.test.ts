import { describe, expect, test } from 'vitest'
import { formOf, shareSum, spokenBelief } from '../../../src/app/belief/form.ts'
import { asFamily, familiesFor } from '../../../src/app/belief/families.ts'
import {
  checkDistribution,
  families,
  type FamilyId,
} from '../../../src/engine/distributions/index.ts'
import { examples as all } from '../../distribution-examples.ts'

const ids = Object.keys(families) as FamilyId[]

describe.each(all.map((d) => [JSON.stringify(d).slice(0, 120), d] as const))('%s', (_name, d) => {
  test('its texts say the same belief', () => {
    const said = spokenBelief(formOf(d))
    expect(said).toMatchObject({ kind: d.kind })
    if (d.kind === 'discrete') {
      // Chances are typed in percent, to twelve digits.
      const { probabilities, ...rest } = said as typeof d
      expect({ ...rest, probabilities: d.probabilities }).toEqual(d)
      probabilities.forEach((p, i) => expect(p).toBeCloseTo(d.probabilities[i], 12))
    } else if (d.kind !== 'mixture') expect(said).toEqual(d)
    expect(() => checkDistribution(said)).not.toThrow()
  })

  test('every family that can hold it starts from a belief that is one', () => {
    for (const kind of ids.filter((one) => one !== 'bernoulli')) {
      const other = asFamily(kind, d)
      expect(other.kind).toBe(kind)
      expect(() => checkDistribution(other)).not.toThrow()
    }
  })
})

test('an event is yes or no or decided, and a decided one is 0 or 1', () => {
  expect(familiesFor('event', 'bernoulli')).toEqual(['constant', 'bernoulli'])
  expect(familiesFor('belief', 'pert')).not.toContain('bernoulli')
  for (const probability of [0, 0.2, 0.5, 0.9, 1]) {
    const d = asFamily('constant', { kind: 'bernoulli', probability })
    expect([0, 1]).toContain(d.kind === 'constant' ? d.value : NaN)
  }
})

test('a text that is no number is kept for whoever names it', () => {
  const form = formOf({ kind: 'uniform', min: 0, max: 1 })
  form.texts['max'] = 'much'
  const said = spokenBelief(form)
  expect(said).toEqual({ kind: 'uniform', min: 0, max: 'much' })
  expect(() => checkDistribution(said)).toThrow('uniform needs max as a finite number, got "much"')
  const column = formOf({ kind: 'empirical', values: [1, 2] })
  column.texts['values'] = '1\nx\n2'
  expect(() => checkDistribution(spokenBelief(column))).toThrow('got "x"')
})

test('an optional field left empty is left out', () => {
  const form = formOf({ kind: 'pert', min: 0, mode: 1, max: 2, weight: 6 })
  form.texts['weight'] = ' '
  expect(spokenBelief(form)).toEqual({ kind: 'pert', min: 0, mode: 1, max: 2 })
})

test('chances sum to 1, or to no number while one is none', () => {
  const rows = [
    { share: '30', value: '1' },
    { share: '70%', value: '2' },
  ]
  expect(shareSum(rows)).toBeCloseTo(1, 12)
  expect(shareSum([...rows, { share: 'some', value: '3' }])).toBeNaN()
})
