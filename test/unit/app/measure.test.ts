import { expect, test } from 'vitest'
import {
  broken,
  fitted,
  measure,
  placed,
  widest,
} from '../../../src/app/charts/parts/measure.svelte.ts'

const type = { size: 12 }
const words = ['None', 'Deep technical collaboration', '10% of futures', 'USD 1,234.5 bn', '']

test('measure(text, type) grows with the text, the size and weight', () => {
  for (const text of words.filter(Boolean)) {
    const width = measure(text, type)
    expect(measure(`${text}i`, type)).toBeGreaterThan(width)
    expect(measure(text, { size: 13 })).toBeGreaterThan(width)
    expect(measure(text, { size: 12, bold: true })).toBeGreaterThan(width)
  }
  expect(measure('', type)).toBe(0)
  expect(measure('1111', type)).toBe(measure('8888', type))
  expect(widest(words, type)).toBe(Math.max(...words.map((text) => measure(text, type))))
  expect(widest([], type)).toBe(0)
})

test('fitted(text, width, type) keeps what fits and cuts what does not to what does', () => {
  for (const text of words) {
    expect(fitted(text, measure(text, type), type)).toBe(text)
    for (const width of [20, 50, 90]) {
      const cut = fitted(text, width, type)
      expect(measure(cut, type)).toBeLessThanOrEqual(width)
      if (cut !== text) expect(cut).toMatch(/^\S?.*\S?…$/)
    }
  }
  expect(fitted('None', 0, type)).toBe('…')
})

test('broken(text, width, type) loses no word, and only one word alone is wider', () => {
  for (const text of words.filter(Boolean)) {
    for (const width of [10, 60, 120, 400]) {
      const lines = broken(text, width, type)
      expect(lines.join(' ')).toBe(text)
      for (const line of lines.filter((one) => one.includes(' '))) {
        expect(measure(line, type)).toBeLessThanOrEqual(width)
      }
    }
  }
})

test('placed(pixel, long, width) keeps words inside, over their pixel where there is room', () => {
  for (const pixel of [-50, 0, 150, 300, 900]) {
    const left = placed(pixel, 80, 300)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(left + 80).toBeLessThanOrEqual(300)
  }
  expect(placed(150, 80, 300)).toBe(110)
  expect(placed(150, 500, 300)).toBe(0)
})
