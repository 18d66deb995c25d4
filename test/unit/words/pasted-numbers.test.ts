import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnOf, readPasted } from '../../../src/words/index.ts'

describe('readPasted(text)', () => {
  test.each([
    ['one a line', '1\n2\r\n3\r4', [1, 2, 3, 4]],
    ['tabs and semicolons', '1\t2;3', [1, 2, 3]],
    ['spaces', '1 2  3', [1, 2, 3]],
    ['commas between numbers', '1,2,3', [1, 2, 3]],
    ['commas and blanks', '1, 2, 3', [1, 2, 3]],
    ['decimal commas', '1,5\n2,25\n-3,125', [1.5, 2.25, -3.125]],
    ['decimal commas with tabs', '1,5\t2,5', [1.5, 2.5]],
    ['thousands with a decimal point', '1,234.5\n12,345.25', [1234.5, 12345.25]],
    ['thousands of thousands', '1,234,567', [1234567]],
    ['percent and money', '25%\n$3\n€4', [0.25, 3, 4]],
    ['empty lines and ends', '\n1\n\n2\n', [1, 2]],
    ['quotation marks', '"1"\n"2"', [1, 2]],
    [
      'points for thousands',
      '1.050,50\n1.200,75\n975,25\n1.310,00',
      [1050.5, 1200.75, 975.25, 1310],
    ],
    ['one cell that tells of all', '1,050\n1,200\n0.5', [1050, 1200, 0.5]],
    ['the other way round', '1,050\n1,200\n0,5', [1.05, 1.2, 0.5]],
    ['spaces for thousands', '950\n1 050\n1 200', [950, 1050, 1200]],
    ['narrow spaces', '1\u202F050\n1\u202F200,5', [1050, 1200.5]],
    ['apostrophes', "950\n1'050\n1’200.5", [950, 1050, 1200.5]],
    ['every minus', '(5)\n5-\n–5\n−5\n-5', [-5, -5, -5, -5, -5]],
    ['percent with a comma', '12,5 %\n8 %', [0.125, 0.08]],
    ['Indian groups', '1,23,456\n2,34,567', [123456, 234567]],
  ])('reads %s', (_name, text, values) => {
    const { reading, header, columns } = readPasted(text)
    expect(reading).toMatchObject({ values, bad: [] })
    expect(header).toBeNull()
    expect(columns).toEqual([])
  })

  test.each([
    ['950\n1,050\n1,200\n875\n1,310', '1,050 → 1050, 1,200 → 1200, 1,310 → 1310'],
    ['1.050\n1.200', '1.050 → 1.05, 1.200 → 1.2'],
  ])('asks how %j is meant, and echoes the first three', (text, echo) => {
    const { reading, readings } = readPasted(text)
    expect(reading).toBeNull()
    expect(readings[0].echo).toBe(echo)
    expect(readings[1].values).not.toEqual(readings[0].values)
  })

  test('asks whether numbers of three digits are one', () => {
    const { reading, readings } = readPasted('100 200 300')
    expect(reading).toBeNull()
    expect(readings.map(({ values }) => values)).toEqual([[100200300], [100, 200, 300]])
  })

  test('numbers between commas are offered where commas could part them', () => {
    const { readings } = readPasted('1,234\n5,678')
    expect(readings.map(({ values }) => values)).toEqual([
      [1234, 5678],
      [1.234, 5.678],
      [1, 234, 5, 678],
    ])
  })

  test('a first line without a number is a header, a later one is a bad cell with its line', () => {
    const { reading, header } = readPasted('\nShare\n1\nn/a\n2\ntwo; 3')
    expect(header).toBe('Share')
    expect(reading?.values).toEqual([1, 2, 3])
    expect(reading?.bad).toEqual([
      { line: 4, text: 'n/a' },
      { line: 6, text: 'two' },
    ])
  })

  test.each([
    ['2021\t95.2\n2022\t101.3\n2023\t107.9', ['column 1', 'column 2']],
    ['Year;Sales\n2021;95,2\n2022;101,3', ['Year', 'Sales']],
    ['Year,Sales\n2021,952\n2022,1013', ['Year', 'Sales']],
    ['1.5,2.5\n3.5,4.5', ['column 1', 'column 2']],
    ['2021 95.2\n2022 101.3', ['column 1', 'column 2']],
  ])('asks which column of %j', (text, columns) => {
    const asked = readPasted(text)
    expect(asked.columns).toEqual(columns)
    expect(asked.reading).toBeNull()
    expect(asked.readings).toEqual([])
  })

  test('reads the column that is chosen, its signs by its own cells', () => {
    const text = 'Year;Sales\n2021;95,2\n2022;1.013,5\n2023;\n2024;none'
    expect(readPasted(text, 0).reading?.values).toEqual([2021, 2022, 2023, 2024])
    const { reading } = readPasted(text, 1)
    expect(reading?.values).toEqual([95.2, 1013.5])
    expect(reading?.bad).toEqual([{ line: 5, text: 'none' }])
    expect(readPasted('1.5,2.5\n3.5,4.5', 'all').reading?.values).toEqual([1.5, 2.5, 3.5, 4.5])
  })

  test('a cell is split at a space only where all are', () => {
    const { reading } = readPasted('1 2\n3 4 5\n6')
    expect(reading?.values).toEqual([6])
    expect(reading?.bad.map(({ text }) => text)).toEqual(['1 2', '3 4 5'])
  })

  test('every cell is read or named', () => {
    const cell = fc.constantFrom('1', '1,5', '1.500', '2 000', 'x', '-3', '4%', '1e400', '0x10')
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 9 }), (cells) => {
        const { header, readings } = readPasted(cells.join('\n'), 'all')
        for (const { apart, values, bad } of readings) {
          if (apart !== 'nothing') continue
          expect(values.length + bad.length + (header === null ? 0 : 1)).toBe(cells.length)
          expect(values.every(Number.isFinite)).toBe(true)
        }
      }),
    )
  })

  test('a column of any convention reads back as its numbers, or is asked about', () => {
    const number = fc.tuple(fc.integer({ min: -2e6, max: 2e6 }), fc.integer({ min: 0, max: 99 }))
    const convention = fc.constantFrom(
      ...([
        ['.', ','],
        [',', '.'],
        [',', ' '],
        ['.', "'"],
        [',', '\u202F'],
      ] as const),
    )
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 8 }),
        convention,
        (all, [dot, group]) => {
          const cells = all.map(([whole, part]) => {
            const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, group)
            return `${whole < 0 ? '−' : ''}${digits}${dot}${String(part).padStart(2, '0')}`
          })
          const wanted = all.map(
            ([whole, part]) => (whole < 0 ? -1 : 1) * (Math.abs(whole) + part / 100),
          )
          const { reading } = readPasted(cells.join('\n'))
          expect(reading?.bad).toEqual([])
          reading?.values.forEach((value, i) => expect(value).toBeCloseTo(wanted[i], 9))
        },
      ),
    )
  })
})

test('a long column is read to its end', () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `${i},${i % 90}5`).join('\n')
  const { values, bad } = columnOf(text)
  expect([values.length, bad.length]).toEqual([20_000, 0])
  expect(values.at(-1)).toBeCloseTo(19_999.195, 2)
})

test('a field reads the column it writes itself', () => {
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 })
  fc.assert(
    fc.property(numbers, (values) => {
      const read = columnOf(values.join('\n'))
      expect(read).toEqual({ values: values.map((x) => (x === 0 ? 0 : x)), bad: [] })
    }),
  )
  expect(columnOf('1.125\n2.250').values).toEqual([1.125, 2.25])
  expect(columnOf('1,125\n2,250').values).toEqual([1125, 2250])
})
