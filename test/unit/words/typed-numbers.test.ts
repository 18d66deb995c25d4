import { describe, expect, test } from 'vitest'
import { numberOf, parseColumn, saidOfTyped, shareOf, shareText } from '../../../src/words/index.ts'

describe('numberOf(text)', () => {
  test.each([
    ['0.25', 0.25],
    [' 25% ', 0.25],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['−3', -3],
    ['-1e-3', -0.001],
    ['.5', 0.5],
  ])('%s is a number', (text, number) => {
    expect(numberOf(text)).toBe(number)
  })

  test.each(['', 'abc', '0x10', 'Infinity', 'NaN', '1,2,3', '1 2', '%', '--1'])(
    '“%s” stays a text',
    (text) => {
      expect(numberOf(text)).toBe(text)
    },
  )
})

test('what is no number is refused by the text that was typed', () => {
  expect(saidOfTyped('wanted 1, got NaN', ' a$&c ')).toBe('wanted 1, got a$&c')
  expect(saidOfTyped('wanted 1, got NaN', ' ')).toBe('wanted 1, got nothing')
  expect(saidOfTyped('wanted 1, got 0', '0')).toBe('wanted 1, got 0')
  expect(saidOfTyped(null, 'abc')).toBeNull()
})

test('a share typed in percent comes back as it was typed', () => {
  for (let percent = 0; percent <= 1000; percent++) {
    const share = percent / 1000
    expect(shareOf(shareText(share))).toBe(share)
  }
  expect(shareOf('10%')).toBe(0.1)
  expect(shareOf('half')).toBe('half')
})

describe('parseColumn(text)', () => {
  test.each([
    ['one a line', '1\n2\r\n3\r4', [1, 2, 3, 4]],
    ['tabs and semicolons', '1\t2;3', [1, 2, 3]],
    ['spaces', '1 2  3', [1, 2, 3]],
    ['commas between numbers', '1,2,3', [1, 2, 3]],
    ['commas and blanks', '1, 2, 3', [1, 2, 3]],
    ['commas between decimals', '1.5,2.5\n3.5,4.5', [1.5, 2.5, 3.5, 4.5]],
    ['decimal commas', '1,5\n2,25\n-3,125', [1.5, 2.25, -3.125]],
    ['decimal commas with tabs', '1,5\t2,5', [1.5, 2.5]],
    ['thousands with a decimal point', '1,234.5\n12,345.25', [1234.5, 12345.25]],
    ['thousands of thousands', '1,234,567', [1234567]],
    ['percent and money', '25%\n$3\n€4', [0.25, 3, 4]],
    ['empty lines and ends', '\n1\n\n2\n', [1, 2]],
    ['quotation marks', '"1"\n"2"', [1, 2]],
  ])('reads %s', (_name, text, values) => {
    expect(parseColumn(text)).toMatchObject({ values, bad: [], header: null })
  })

  test('a first line without a number is a header, a later one is a bad cell with its line', () => {
    const { values, header, bad } = parseColumn('\nShare\n1\nn/a\n2\ntwo; 3')
    expect(header).toBe('Share')
    expect(values).toEqual([1, 2, 3])
    expect(bad).toEqual([
      { line: 4, text: 'n/a' },
      { line: 6, text: 'two' },
    ])
  })

  test('what a comma means can be said, where it could be either', () => {
    const text = '1,234\n5,678'
    expect(parseColumn(text, 'decimal').values).toEqual([1.234, 5.678])
    expect(parseColumn(text, 'thousands').values).toEqual([1234, 5678])
    expect(parseColumn(text, 'separator').values).toEqual([1, 234, 5, 678])
    expect(parseColumn('1\n2').comma).toBeNull()
  })

  test('every cell is read or named', () => {
    const text = 'x\n1 a\n2;b;3\n4'
    const { values, bad } = parseColumn(text)
    expect(values.length + bad.length).toBe(5)
  })
})
