import { expect, test } from 'vitest'
import { measure } from '../../../src/app/charts/parts/measure.svelte.ts'
import { flowed, inLines, plainSizes, rowsFrame } from '../../../src/app/charts/plain-layout.ts'

const LONG = 'A strategy whose name somebody made very long indeed, with a second thought'
const labels = Array.from({ length: 12 }, (_, at) => `${LONG} ${at}`)
const sizes = [
  [12, 320],
  [26, 1440],
  [13, 900],
  [26, 300],
] as const

test.each(sizes)('names in type of %i pixels have room in a chart of %i', (size, width) => {
  const given = { labels, texts: ['−$12.3 ± 0.4 bn'], parts: 2, width, height: 600, size }
  const frame = rowsFrame({ ...given, head: 40, foot: 20 })
  const { text } = plainSizes(size)
  for (const lines of frame.names) {
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(measure(line, text)).toBeLessThanOrEqual(frame.isStacked ? width : frame.gutter)
    }
    // What stands beside or over a row stays within it.
    expect(lines.length * size).toBeLessThanOrEqual(frame.isStacked ? frame.start : frame.pitch)
  }
  expect(frame.start + 2 * frame.step).toBeLessThanOrEqual(frame.pitch)
  expect(frame.left).toBeLessThan(frame.right)
  expect(frame.right).toBeLessThanOrEqual(width)
})

test('one row does not fill a whole screen, and twelve take what they need', () => {
  const of = (rows: number) =>
    rowsFrame({
      labels: labels.slice(0, rows),
      texts: [],
      parts: 1,
      width: 1440,
      height: 700,
      size: 26,
      head: 0,
      foot: 0,
    }).height
  expect(of(1)).toBeLessThan(300)
  expect(of(12)).toBeGreaterThanOrEqual(12 * 26)
})

test('words that are cut say so, and those that fit are whole', () => {
  const type = { size: 12 }
  expect(inLines('Base case', 200, 2, type)).toEqual(['Base case'])
  const lines = inLines(LONG, 120, 2, type)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
  for (const line of lines) expect(measure(line, type)).toBeLessThanOrEqual(120)
})

test('names one after the other stay within the width and off each other', () => {
  const places = flowed(['Exclusive alliance', 'No investment', LONG], 260, 10, { size: 12 })
  for (const { text, x } of places) expect(x + measure(text, { size: 12 })).toBeLessThanOrEqual(260)
  expect(places[0]).toMatchObject({ x: 0, line: 0 })
  expect(places[2].line).toBeGreaterThan(0)
})
