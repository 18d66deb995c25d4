import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import { stakes } from './command.ts'

const small = ['--trials', '64', '--horizon', '8']
const file = join(mkdtempSync(join(tmpdir(), 'stakes-')), 'results.json')

interface MapFile {
  readonly map: {
    readonly x: string
    readonly y: string
    readonly xs: readonly number[]
    readonly ys: readonly number[]
    readonly strategy: string
    readonly trials: number
    readonly mean: readonly (readonly number[])[]
    readonly below0: readonly (readonly number[])[]
  }
}

describe('--map', () => {
  it('prints what two levers make of NPV, and writes it row by row', async () => {
    const typed = 'commitmentYears,exclusivity@exclusive'
    const { code, out, error } = await stakes(...small, '--map', typed, '--json', file)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain('Exclusivity \\ Years of commitment')
    expect(out).toContain('All other terms are those of “Exclusive alliance”')
    const { map, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as MapFile & {
      readonly cases: readonly {
        readonly strategy: string
        readonly outcomes: { readonly npv: { readonly mean: number; readonly below0: number } }
      }[]
    }
    expect(map).toMatchObject({ x: 'commitmentYears', y: 'exclusivity', strategy: 'exclusive' })
    expect(map.trials).toBe(64)
    expect(map.xs).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
    expect(map.ys).toHaveLength(21)
    expect(map.mean).toHaveLength(21)
    for (const row of [...map.mean, ...map.below0]) expect(row).toHaveLength(8)
    // Exclusive alliance itself: 100% for eight years.
    const own = JSON.stringify(rest)
    expect(own).toContain(`"mean":${map.mean[20][5]}`)
  })

  it('says what is wrong with levers and strategies, and what may be meant', async () => {
    const wrong = async (typed: string, ...more: string[]) =>
      (await stakes(...small, ...more, '--map', typed)).error
    expect(await wrong('upfront,exclusivty')).toMatch(
      /no lever is called exclusivty; exclusivity is/,
    )
    expect(await wrong('upfront')).toMatch(/takes two different levers, as in upfront,/)
    expect(await wrong('upfront,upfront')).toMatch(/two different levers/)
    expect(await wrong('upfront,invest')).toMatch(/levers that can still be set/)
    expect(await wrong('upfront,exclusivity', '--vantage', '2026-10')).toMatch(
      /levers that can still be set .* got upfront/,
    )
    expect(await wrong('upfront,exclusivity@none')).toMatch(/make an offer/)
    expect(await wrong('upfront,exclusivity@exclusiv')).toMatch(/; exclusive is/)
    expect(await wrong('upfront,exclusivity', '--strategies', 'none')).toMatch(
      /none of this run makes an offer/,
    )
  })
})

describe('--frontier', () => {
  it('prints what was found and what holds, and writes every lever of each', async () => {
    const { code, out, error } = await stakes(...small, '--frontier', '--json', file)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toMatch(/found .*, holds .* on new futures/)
    expect(out).toMatch(/600 settings of all terms looked at on 64 futures each/)
    const { frontier } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly frontier: readonly {
        readonly levers: Readonly<Record<string, number | boolean>>
        readonly mean: number
        readonly worstTenth: number
        readonly confirmedMean: number
        readonly standardError: number
      }[]
    }
    expect(frontier.length).toBeGreaterThan(0)
    for (const { levers, ...figures } of frontier) {
      expect(Object.keys(levers).sort()).toEqual(market.levers.map(({ id }) => id).sort())
      for (const name of ['mean', 'worstTenth', 'confirmedMean', 'standardError'] as const) {
        expect(Number.isFinite(figures[name])).toBe(true)
      }
    }
  })
})
