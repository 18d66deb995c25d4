import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assumptions } from '../../../models/index.ts'
import { stakes } from './command.ts'

const file = join(mkdtempSync(join(tmpdir(), 'stakes-')), 'results.json')

interface FlipOfFile {
  readonly assumption: string
  readonly scenario: string
  readonly side: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly chance: number
  readonly from: string
  readonly to: string
  readonly gain: number
  readonly standardError: number | null
}

const flipsOf = (text: string) => (JSON.parse(text) as { flips: FlipOfFile[] }).flips

test('a file has every flip with its value, interval, chance and gain, as the text does', async () => {
  const args = ['--flips', '--trials', '1024']
  const { out, error } = await stakes(...args, '--json', file)
  expect(error).toBe('')
  expect(out).toMatch(/^Base case: The choice turns on “.+”: .+ is the better choice\.$/m)
  const flips = flipsOf(readFileSync(file, 'utf8'))
  expect(flips.length).toBeGreaterThan(0)
  for (const { assumption, scenario, value, low, high, chance, from, to, gain, ...one } of flips) {
    expect(assumptions.some(({ id, role }) => id === assumption && role !== 'luck')).toBe(true)
    expect([scenario, one.side.length > 0, from !== to]).toEqual(['base', true, true])
    expect(chance).toBeGreaterThan(0)
    expect(chance).toBeLessThan(1)
    expect(gain).toBeGreaterThanOrEqual(0.5)
    if (value === null) expect([low, high, one.standardError]).toEqual([null, null, null])
    else {
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
    }
  }
})

test('each scenario has its own, and few futures tell nothing', async () => {
  const scenarios = ['--scenarios', 'base,regulators']
  const two = await stakes('--flips', '--trials', '1024', ...scenarios)
  expect(two.out).toMatch(/^Base case: /m)
  expect(two.out).toMatch(/^Regulatory challenge: /m)
  const few = await stakes('--flips', '--trials', '256')
  expect(few.out).toMatch(
    /^Base case: Too few futures to tell what flips the choice: it takes 1,000/m,
  )
})
