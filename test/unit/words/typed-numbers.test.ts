import fc from 'fast-check'
import { market } from '../../../models/index.ts'
import { describe, expect, test } from 'vitest'
import {
  askOf,
  correlation,
  count,
  difference,
  exactly,
  fixed,
  fixedPercent,
  growth,
  isShare,
  money,
  numberOf,
  percent,
  plain,
  points,
  saidOfTyped,
  shareOf,
  shareText,
  value,
} from '../../../src/words/index.ts'

describe('numberOf(text)', () => {
  test.each([
    ['0.25', 0.25],
    [' 25% ', 0.25],
    ['12,5 %', 0.125],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1.250', 1.25],
    ['1,250', 1250],
    ['1 250', 1250],
    ['1\u00A0250', 1250],
    ['1\u202F250,5', 1250.5],
    ['1\u2009250', 1250],
    ["1'250.5", 1250.5],
    ['1’250', 1250],
    ['1.250,5', 1250.5],
    ['1,250.5', 1250.5],
    ['1.250.000', 1250000],
    ['1,23,456', 123456],
    ['1250,500', 1250.5],
    ['−3', -3],
    ['–3', -3],
    ['3-', -3],
    ['(3)', -3],
    ['($1.5 bn)', -1.5],
    ['+3', 3],
    ['-1e-3', -0.001],
    ['1e-3', 0.001],
    ['1,5e3', 1500],
    ['.5', 0.5],
    ['$12.3 bn a year', 12.3],
    ['+1.2 points', 0.012],
  ])('%s is a number', (text, number) => {
    expect(numberOf(text)).toBe(number)
    expect(askOf(text)).toBeNull()
  })

  test.each([
    '',
    'abc',
    '0x10',
    '0b1',
    '0o7',
    'Infinity',
    '-Infinity',
    'NaN',
    '1,2,3',
    '1 2',
    '%',
    '--1',
    '1e400',
    '1e-400',
    '-(3)',
    '(3',
    '3)',
    '-3-',
    '1.2.3',
    '1,2345,678',
    '1,250 000',
    '0,125,000',
    '€5',
    '1_000',
    '٣',
    'under 0.1%',
    '5 mn',
    '1e',
    'e5',
    '12.3 ± 0.4',
    '1.250.5',
    '.',
    ',',
  ])('“%s” stays a text', (text) => {
    expect(numberOf(text)).toBe(text)
    expect(askOf(text)).toBeNull()
  })
})

describe('a field of whole numbers', () => {
  const field = { whole: true }
  test.each([
    ['10,000', 10_000],
    ['10 000', 10_000],
    ['10’000', 10_000],
    ['10000', 10_000],
    ['1.000.000', 1_000_000],
    ['0.125', 0.125],
    ['10.5', 10.5],
  ])('reads %s', (text, number) => {
    expect(numberOf(text, field)).toBe(number)
  })

  test('asks where a point could part thousands, and can read what it asks for', () => {
    expect(numberOf('10.000', field)).toBe('10.000')
    expect(askOf('10.000', field)).toBe(
      '“10.000” can be read as 10 or as 10,000: write 10 or 10,000',
    )
    expect(saidOfTyped('wanted 1, got NaN', ' 1.250', field)).toBe(
      '“1.250” can be read as 1.25 or as 1,250: write 1,250',
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (a, b) => {
        const text = `${a}.${String(b).padStart(3, '0')}`
        const asked = askOf(text, field) ?? ''
        expect(asked).toContain(`can be read as ${Number(text)} or as ${count(a * 1000 + b)}: `)
        const offered = / write (.+)$/.exec(asked)?.[1].split(' or ') ?? []
        const whole = b === 0 ? [a, a * 1000] : [a * 1000 + b]
        expect(offered.map((one) => numberOf(one, field))).toEqual(whole)
      }),
    )
  })
})

describe('a field that writes percent', () => {
  const field = { percent: true }
  test.each([
    ['30', 0.3],
    ['30%', 0.3],
    ['0.3', 0.3],
    ['0,3', 0.3],
    ['0.3%', 0.003],
    ['1%', 0.01],
    ['0', 0],
    ['1.5', 0.015],
    ['100', 1],
    ['100%', 1],
  ])('reads %s', (text, number) => {
    expect(numberOf(text, field)).toBe(number)
  })

  test('asks what 1 is', () => {
    expect(numberOf('1', field)).toBe('1')
    expect(askOf('1.0', field)).toBe('“1.0” can be read as 1% or as 100%: write 1% or 100%')
  })
})

const size = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
)
/** Digits a number is written with, without what stands around them. */
const digitsOf = (text: string) => text.replace(/[^\d.−]/g, '').replace('−', '-')
const units = new Set([
  'fraction per year',
  'points',
  'index, 1 at start',
  ...market.assumptions.map(({ unit }) => unit),
  ...market.outcomes.flatMap((outcome) => ('unit' in outcome ? [outcome.unit] : [])),
])

/** Units of beliefs alone are read by the fields of beliefs. */
const isOfOutcomes = (unit: string) =>
  isShare(unit) || /^(USD bn|points|index|years|months|fraction per year)/.test(unit)

/** What the page writes: a number by its text, its digits, and the scale of these. */
const written: Readonly<Record<string, readonly [(x: number) => string, number, unit?: string]>> = {
  count: [count, 1],
  plain: [plain, 1],
  fixed: [(x) => fixed(x, 2), 1],
  exactly: [(x) => exactly(x, 12), 1],
  correlation: [(x) => correlation(x), 1],
  'fixed percent': [(x) => fixedPercent(x, 1), 100],
  percent: [(x) => percent(x, 1e-4), 100],
  points: [points, 100],
  growth: [(x) => growth(x, 1e-4), 100],
  money: [money, 1],
  ...Object.fromEntries(
    [...units].filter(isOfOutcomes).flatMap((unit) => {
      const scale = isShare(unit) || unit === 'fraction per year' ? 100 : 1
      return [
        [`value in ${unit}`, [(x: number) => value(x, unit, 1e-4), scale, unit]],
        [`difference in ${unit}`, [(x: number) => difference(x, unit, 1e-4), scale, unit]],
      ] as const
    }),
  ),
}

test.each(Object.entries(written))(
  'what is written reads back: %s',
  (_name, [write, scale, unit]) => {
    fc.assert(
      fc.property(size, (x) => {
        const text = write(x)
        const shown = /\de/.test(text) ? Number(text.replace(/−/g, '-')) : Number(digitsOf(text))
        const read = numberOf(text, { unit })
        expect(read, text).toBeTypeOf('number')
        expect(Math.abs(Number(read) - shown / scale)).toBeLessThanOrEqual(1e-12 * Math.abs(shown))
      }),
    )
  },
)

test('a number put into a field as it is reads back to the last bit', () => {
  const any = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(any, fc.constantFrom(...units), (x, unit) => {
      expect(numberOf(String(x), { unit })).toBe(x === 0 ? 0 : x)
    }),
  )
})

test('what groups digits and what stands before decimals are read apart', () => {
  const groups = fc.constantFrom('.', ',', ' ', '\u00A0', '\u202F', '\u2009', "'", '’')
  const parts = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      parts,
      groups,
      fc.constantFrom('.', ','),
      fc.integer({ min: 0, max: 99 }),
      (first, rest, group, decimal, part) => {
        fc.pre(group !== decimal)
        const threes = rest.map((one) => String(one).padStart(3, '0'))
        const end = String(part).padStart(2, '0')
        const text = [first, ...threes].join(group) + decimal + end
        expect(numberOf(text)).toBe(Number(`${first}${threes.join('')}.${end}`))
      },
    ),
  )
})

test('no text makes a number that is not finite, and none takes long', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-−()%e $ ')) }),
      (text) => {
        const read = numberOf(text)
        expect(read === text || Number.isFinite(read)).toBe(true)
      },
    ),
  )
  // What takes time that grows with a power of the length would not end before the test is stopped.
  for (const one of ['1 ', ' ', '1,', '(', '-']) {
    const text = one.repeat(1e5)
    const read = numberOf(text)
    expect(read === text || Number.isFinite(read)).toBe(true)
  }
})

test('what is no number is refused by the text that was typed', () => {
  expect(saidOfTyped('wanted 1, got NaN', ' a$&c ')).toBe('wanted 1, got a$&c')
  expect(saidOfTyped('wanted 1, got NaN', ' ')).toBe('wanted 1, got nothing')
  expect(saidOfTyped('wanted 1, got 0', '0')).toBe('wanted 1, got 0')
  expect(saidOfTyped(null, 'abc')).toBeNull()
})

test('a share typed in percent comes back as it was typed', () => {
  for (let percents = 0; percents <= 1000; percents++) {
    const share = percents / 1000
    expect(shareOf(shareText(share))).toBe(share)
    expect(numberOf(`${shareText(share)}%`, { percent: true })).toBe(share)
  }
  expect(shareOf('10%')).toBe(0.1)
  expect(shareOf('half')).toBe('half')
})
