import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  count,
  difference,
  differenceWithError,
  errorDigits,
  figure,
  fixed,
  chance,
  chanceWithError,
  fixedChance,
  fixedPercent,
  growth,
  hundredths,
  ofHundred,
  listed,
  money,
  percent,
  plain,
  points,
  sizeWithError,
  tiny,
  unitText,
  value,
  valueWithError,
  withError,
} from '../../../src/words/index.ts'

const units = [
  'fraction',
  'event',
  'USD bn',
  'USD bn per year',
  'USD bn per quarter',
  'fraction per year',
  'years',
  'points',
  'index, 1 at start',
  'dimensionless',
] as const
const unit = fc.constantFrom(...units)
/** Sizes from a millionth to a million: what outcomes and beliefs come in. */
const size = fc
  .tuple(
    fc.double({ min: 1, max: 10, noNaN: true, maxExcluded: true }),
    fc.integer({ min: -6, max: 5 }),
  )
  .map(([lead, power]) => lead * 10 ** power)
const number = fc.oneof(
  fc.tuple(size, fc.boolean()).map(([x, below]) => (below ? -x : x)),
  fc.constantFrom(0, -0, 1, -1, 0.5, 999.5, -0.0004, 0.9999),
)

/** Every door a single number can go through, with the error it is rounded by. */
const doors = {
  count,
  plain,
  percent,
  points,
  money,
  growth,
  tiny: (x: number) => tiny(Math.abs(x)),
  fixed: (x: number) => fixed(x, 2),
  fixedPercent: (x: number) => fixedPercent(x, 1),
  ...Object.fromEntries(
    units.flatMap((one) => [
      [`value in ${one}`, (x: number, error?: number) => value(x, one, error)],
      [`figure in ${one}`, (x: number, error?: number) => figure(x, one, error)],
      [`difference in ${one}`, (x: number, error?: number) => difference(x, one, error)],
      [`with error in ${one}`, (x: number, error = 0.1) => valueWithError(x, error, one)],
      [
        `difference with error in ${one}`,
        (x: number, error = 0.1) => differenceWithError(x, error, one),
      ],
    ]),
  ),
} satisfies Record<string, (x: number, error?: number) => string>

/** The number a text says, its unit left out. */
function read(text: string): number {
  const [digits = ''] = /[−+]?\$?[\d,]+(\.\d+)?/.exec(text) ?? []
  return Number(digits.replace('−', '-').replace(/[$,+]/g, ''))
}
const decimals = (digits: string) => digits.split('.')[1]?.length ?? 0
const digitsThatCount = (digits: string) => digits.replace(/[^\d]/g, '').replace(/^0+/, '').length

describe.each(Object.entries(doors))('%s', (_, door) => {
  test('has a true minus for its sign, and none where all its digits are 0', () => {
    fc.assert(
      fc.property(number, size, (x, error) => {
        for (const text of [door(x), door(x, error)]) {
          expect(text).not.toMatch(/(^|[^\de])-/)
          if (!text.startsWith('under')) expect(text).not.toMatch(/−\$?0+(\.0+)?(?![.\d])/)
          expect(text).not.toMatch(/NaN|undefined|Infinity/)
        }
      }),
    )
  })
})

test('without an error decimals are there only to make three digits that count', () => {
  fc.assert(
    fc.property(number, unit, (x, one) => {
      const shown = figure(x, one).replace(/[^\d.]/g, '')
      if (shown.includes('.')) expect(digitsThatCount(shown)).toBeLessThanOrEqual(3)
    }),
  )
})

test('no digit is smaller than the error', () => {
  fc.assert(
    fc.property(number, size, (x, error) => {
      for (const [text, scale] of [
        [plain(x, error), 1],
        [money(x, error), 1],
        [percent(x, error), 100],
        [points(x, error), 100],
      ] as const) {
        const smallest = 10 ** -decimals(/[\d,]+(\.\d+)?/.exec(text)?.[0] ?? '')
        expect(smallest * (1 + 1e-9)).toBeGreaterThanOrEqual(
          Math.min(1, 10 ** Math.floor(Math.log10(error * scale) + 1e-9)),
        )
      }
    }),
  )
})

test('a value and its error have the same decimals', () => {
  fc.assert(
    fc.property(number, size, unit, (x, error, one) => {
      for (const text of [
        valueWithError(x, error, one),
        differenceWithError(x, error, one),
        sizeWithError(x, error, one),
        withError(x, error, 1),
      ]) {
        if (!text.includes('±')) continue
        const [mean, rest] = text.split(' ± ').map((part) => /[\d,]+(\.\d+)?/.exec(part)?.[0] ?? '')
        expect(decimals(mean)).toBe(decimals(rest))
      }
    }),
  )
})

test('an error is left unsaid only where it is none or lies below five digits', () => {
  expect(valueWithError(12.3, 0, 'USD bn')).toBe('$12.3 bn')
  expect(valueWithError(12.3, null, 'USD bn')).toBe('$12.3 bn')
  fc.assert(
    fc.property(number, size, unit, (x, error, one) => {
      if (valueWithError(x, error, one).includes('±')) return
      expect(error).toBeLessThan(Math.max(1, Math.abs(x)) * 1.001e-4)
    }),
  )
})

test('a difference in points has three digits that count at most, beyond hundredths', () => {
  expect(differenceWithError(-0.002244, 0.000009, 'fraction')).toBe('−0.224 ± 0.001 points')
  expect(differenceWithError(0.022443, 0.000009, 'fraction')).toBe('+2.24 ± 0.01 points')
  expect(differenceWithError(0.00001234, 0.000002, 'fraction')).toBe('+0.0012 ± 0.0002 points')
  fc.assert(
    fc.property(number, size, (x, error) => {
      const [mean, its] = differenceWithError(x, error, 'fraction').split(' ± ')
      if (its === undefined) return
      const [digits = ''] = /[\d,]+(\.\d+)?/.exec(mean) ?? []
      if (decimals(digits) > 2) expect(digitsThatCount(digits)).toBeLessThanOrEqual(3)
      expect(Number(its.split(' ')[0].replaceAll(',', ''))).toBeGreaterThan(99 * error * 0.6)
    }),
  )
})

test('an error has one digit that counts, its thousands apart', () => {
  expect([0.236, 0.04, 23, 0.96, 1834].map(errorDigits)).toEqual([
    '0.2',
    '0.04',
    '20',
    '1.0',
    '2,000',
  ])
})

test('the same number reads the same through every door', () => {
  fc.assert(
    fc.property(number, unit, (x, one) => {
      const words = value(x, one)
      expect(valueWithError(x, null, one)).toBe(words)
      expect(valueWithError(x, 0, one)).toBe(words)
      expect(read(words)).toBe(read(figure(x, one)))
      if (one.startsWith('USD bn')) expect(words.startsWith(money(x))).toBe(true)
      if (one === 'fraction') expect(words).toBe(percent(x))
      if (one === 'fraction per year') expect(words).toBe(growth(x))
      if (one === 'years') expect(words).toBe(`${plain(x)} ${unitText(one)}`)
    }),
  )
})

test('a number and its negative differ in the sign alone', () => {
  fc.assert(
    fc.property(size, size, unit, (x, error, one) => {
      for (const door of [
        (y: number) => value(y, one, error),
        (y: number) => valueWithError(y, error, one),
        (y: number) => difference(y, one, error),
        (y: number) => differenceWithError(y, error, one),
      ]) {
        expect(door(-x).replace('−', '')).toBe(door(x).replace('+', ''))
      }
    }),
  )
})

test('a percentage keeps apart what happens rarely and what never does', () => {
  expect([0, 0.0004, -0.0004, 0.004, 0.05, 0.23].map((x) => percent(x))).toEqual([
    '0%',
    'under 0.1%',
    'under −0.1%',
    '0.4%',
    '5%',
    '23%',
  ])
})

test('one point is one, whatever its sign', () => {
  expect([0.01, -0.01, 0.02, 0].map((x) => points(x))).toEqual([
    '+1.00 point',
    '−1.00 point',
    '+2.00 points',
    '0 points',
  ])
})

test('a mean beside its error has the digits that are known, and no more', () => {
  expect(valueWithError(0.2532, 0.0002, 'fraction')).toBe('25.32 ± 0.02%')
  expect(valueWithError(1234.5, 23, 'USD bn')).toBe('$1,230 ± 20 bn')
  expect(valueWithError(-0.001, 0.2, 'USD bn')).toBe('$0.0 ± 0.2 bn')
  expect(valueWithError(104.26, 0.3, 'USD bn per quarter')).toBe('$104.3 ± 0.3 bn a quarter')
  expect(value(0.092, 'fraction per year')).toBe('9.2% a year')
})

test('hundredths of a whole add up to 100', () => {
  expect(hundredths([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33])
})

test('names are listed as people do', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listed)).toEqual([
    '',
    'A',
    'A and B',
    'A, B and C',
  ])
})

test('a share of futures is none or all of them only where it is', () => {
  const shares = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 1, 0.0004, 0.004, 0.996, 0.9996, 1e-12, 1 - 1e-12),
  )
  const errors = fc.option(fc.double({ min: 1e-6, max: 0.2, noNaN: true }))
  fc.assert(
    fc.property(shares, errors, fc.nat({ max: 2 }), (share, error, decimals) => {
      const texts = [
        chance(share, error),
        chanceWithError(share, error),
        fixedChance(share, decimals),
        ofHundred(share),
      ]
      for (const text of texts) {
        expect(/^(0(\.0+)?(%| )|0 of)/.test(text), text).toBe(share === 0)
        expect(/^(100(\.0+)?(%| )|100 of)/.test(text), text).toBe(share === 1)
      }
    }),
  )
})
