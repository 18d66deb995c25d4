import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOf, spokenBelief, unitOf } from '../../../src/app/belief/form.ts'
import { asFamily, familiesFor } from '../../../src/app/belief/families.ts'
import { shapeProblem } from '../../../src/app/belief/shape-problem.ts'
import {
  checkDistribution,
  type Distribution,
  families,
  quantile,
} from '../../../src/engine/distributions/index.ts'
import type { Assumption } from '../../../src/engine/model.ts'
import { market } from '../../../models/index.ts'
import { beliefWords } from '../../../src/findings/belief-words.ts'
import { shapeWords } from '../../../src/study/shape-words.ts'
import {
  askIn,
  numberIn,
  numbersIn,
  readAs,
  toDigits,
  typedIn,
  typingHelp,
  unitText,
  value,
} from '../../../src/words/index.ts'
import { examples } from '../../distribution-examples.ts'

const assumptions = (market.assumptions as readonly Assumption[]).filter(
  ({ role }) => role !== 'luck',
)
const units = [...new Set(assumptions.map(({ unit }) => unit))]
/** Without what is lost in the last bits. */
function short(d: unknown): unknown {
  return JSON.parse(
    JSON.stringify(d, (_key, x: unknown) => (typeof x === 'number' ? Number(x.toFixed(13)) : x)),
  )
}

/** What nobody says aloud in front of a committee. */
const ODD = /log.?(points|odds)|square|per USD|dimensionless|fraction|NaN|undefined|\bp\.a\./

describe.each(assumptions.map((one) => [one.id, one] as const))('%s', (_id, assumption) => {
  const { unit, vantages, domain } = assumption
  const beliefs: readonly Distribution[] = Object.values(vantages)
  const typical = beliefs.flatMap((d) =>
    [0.1, 0.5, 0.9].map(quantile(d)).map((x) => Number(toDigits(x, 12).toFixed(14)) + 0),
  )

  test('is said in a unit people say', () => {
    for (const x of [...typical, ...domain]) expect(value(x, unit)).not.toMatch(ODD)
    for (const d of beliefs) expect(beliefWords(d, unit)).not.toMatch(ODD)
    expect(`${unitText(unit)} ${typingHelp(unit)}`).not.toMatch(ODD)
  })

  test('what the page writes reads back as the same number', () => {
    for (const x of typical) {
      const text = typedIn(x, unit)
      expect(numberIn(text, unit), text).toBe(x)
      const said = value(x, unit)
      if (said.startsWith('under')) continue
      const read = numberIn(said, unit)
      expect(read, said).toBeTypeOf('number')
      expect(value(Number(read), unit)).toBe(said)
      expect(numberIn(said.replaceAll(' ', '\u00A0'), unit)).toBe(read)
    }
  })

  test('every shape it may have is kept by its fields', () => {
    for (const d of beliefs) {
      for (const kind of familiesFor(assumption.role, d.kind)) {
        if (kind === 'mixture') continue
        const shape = asFamily(kind, d)
        expect(short(spokenBelief(formOf(shape, unit), unit))).toEqual(short(shape))
      }
    }
  })
})

test.each([
  ['per year', ['12', '12%', '12 %', '0.12', '12% a year', '12 a year', '0,12'], 0.12],
  ['fraction', ['30', '30%', '0.3', '30 %'], 0.3],
  ['fraction per year', ['-5', '−5%', '–5 % a year', '(5)', '-0.05'], -0.05],
  ['per square-root year', ['16%', '±16%', '±16% a year (standard deviation)', '16'], 0.16],
  ['log points', ['-20%', '−20% against its share', '-0.2', '-20'], -0.2231],
  ['log points of fall', ['50', '50%', '0.5', '50% in all'], 0.6931],
  ['log odds', ['2x', '2', '2 x', '×2', '2x the odds'], 0.693],
  ['USD per USD per year', ['$2.1', '2.1', '$2.1 per $1 of yearly revenue', 'US$2.1'], 2.1],
  ['multiple', ['10x', '10', '10 x'], 10],
  ['USD bn per quarter', ['107', '$107 bn', '$107 bn a quarter', '107 bn'], 107],
  ['years from start', ['2.5', '2.5 years from now'], 2.5],
] as const)('in %s the field reads %j', (unit, texts, x) => {
  for (const text of texts) expect(numberIn(text, unit), text).toBe(x)
})

test('a number that could be percent or a share is decided by a rule, and said', () => {
  expect(numberIn('1', 'per year')).toBe('1')
  expect(askIn('1', 'per year')).toBe('“1” can be read as 1% or as 100%: write 1% or 100%')
  expect(numberIn('0.5', 'per year')).toBe(0.5)
  expect(readAs('0.5', 'per year')).toBe('Read as 50% a year.')
  expect(readAs('0.5%', 'per year')).toBeNull()
  expect(readAs('12', 'years')).toBeNull()
  expect(numberIn('1%', 'fraction')).toBe(0.01)
})

test('a column of percent is read as one', () => {
  expect(numbersIn('12\n0.5\n18', 'per year')).toEqual([0.12, 0.005, 0.18])
  expect(numbersIn('0.12\n0.15', 'fraction')).toEqual([0.12, 0.15])
  expect(numbersIn('12%\n0.5%', 'fraction')).toEqual([0.12, 0.005])
  expect(numbersIn('1, 2, 3', 'years')).toEqual([1, 2, 3])
  expect(numbersIn('12\nx', 'fraction')).toEqual([0.12, 'x'])
})

test('any number put into a field reads back, to what a computer can hold', () => {
  const sizes = fc.double({ min: -2, max: 2, noNaN: true })
  fc.assert(
    fc.property(sizes, fc.constantFrom(...units), (x, unit) => {
      const read = numberIn(typedIn(x, unit), unit)
      expect(Math.abs(Number(read) - x)).toBeLessThanOrEqual(1e-12)
    }),
  )
})

test('no problem with a shape is told by the names and numbers of the file', () => {
  for (const d of examples) {
    for (const { id } of families[d.kind].parameters) {
      const wrong = { ...d, [id]: 'x' }
      const error = new Error(messageOf(wrong))
      const said = shapeProblem(error, wrong, 'per year')
      expect(said).toContain(`The shape “${families[d.kind].label}” needs`)
      expect(said).not.toMatch(/bernoulli|logStandardDeviation|standardDeviation/)
      expect(unitOf(d.kind, id, 'per year')).toBeTypeOf('string')
    }
  }
  const peak = { kind: 'pert', min: 0.1, mode: 0.05, max: 0.2 }
  expect(shapeProblem(new Error(messageOf(peak)), peak, 'per year')).toBe(
    'The shape “PERT” needs lowest <= likeliest <= highest, got 10%, 5%, 20%',
  )
  expect(shapeWords(messageOf({ kind: 'bernoulli', probability: 2 }))).toBe(
    'the shape “Yes or no” needs probability from 0 to 1, got 2',
  )
})

function messageOf(d: unknown): string {
  try {
    checkDistribution(d)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}
