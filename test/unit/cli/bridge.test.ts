import { expect, test } from 'vitest'
import { stakes } from './command.ts'

const small = ['--trials', '256', '--horizon', '8']

interface Bar {
  readonly id: string
  readonly side: string
  readonly value: number
  readonly standardError: number | null
}
interface Written {
  readonly bridge: {
    readonly from: string
    readonly to: string
    readonly from_mean: number
    readonly to_mean: number
    readonly bars: readonly Bar[]
    readonly groups: readonly Bar[]
  }
  readonly cases: readonly {
    readonly strategy: string
    readonly outcomes: Readonly<Record<string, { readonly mean: number }>>
  }[]
}

const sum = (bars: readonly Bar[]) => bars.reduce((all, { value }) => all + value, 0)

test('the bars of the file add up to what lies between its ends, also in a scenario the study does not run', async () => {
  const { code, out, error } = await stakes(
    ...small,
    '--bridge',
    'exclusive,nonExclusive@aiCorrection',
    '--json',
    '-',
  )
  expect({ code, error }).toEqual({ code: 0, error: '' })
  const { bridge } = JSON.parse(out) as Written
  expect([bridge.from, bridge.to]).toEqual(['exclusive@base', 'nonExclusive@aiCorrection'])
  expect(sum(bridge.bars)).toBeCloseTo(bridge.to_mean - bridge.from_mean, 10)
  const of = (side: string) => bridge.bars.filter((one) => one.side === side)
  expect(of('decide').map(({ id }) => id)).toContain('exclusivity')
  expect(of('believe').map(({ id }) => id)).toContain('openaiDistress')
  expect(of('together').map(({ id }) => id)).toEqual(['together'])
  for (const side of ['decide', 'believe']) {
    const groups = bridge.groups.filter((one) => one.side === side)
    expect(sum(groups)).toBeCloseTo(sum(of(side)), 10)
  }
  for (const { standardError } of bridge.bars) expect(standardError).toBeGreaterThanOrEqual(0)
})

test('prints every bar with what it was and becomes; ends are those of the table', async () => {
  const { code, out } = await stakes(
    ...small,
    '--bridge',
    'deepTechnical@base,deepTechnical@regulators',
  )
  expect(code).toBe(0)
  expect(out).toMatch(
    /\nAll of the .* from Deep technical collaboration \(Base case\) to .* is what we believe\n|\nNo difference .* though beliefs differ\n/,
  )
  expect(out).toMatch(/\n– .*believe .*±/)
  const file = await stakes(...small, '--bridge', 'exclusive,deepTechnical', '--json', '-')
  const { bridge, cases } = JSON.parse(file.out) as Written
  const mean = (id: string) => cases.find(({ strategy }) => strategy === id)?.outcomes['npv'].mean
  expect(bridge.from_mean).toBeCloseTo(mean('exclusive') ?? Number.NaN, 10)
  expect(bridge.to_mean).toBeCloseTo(mean('deepTechnical') ?? Number.NaN, 10)
})

test.each([
  ['exclusive', /--bridge takes two cases/],
  ['exclusive,exclusive@base', /two different cases/],
  ['exclusive,nobody', /a strategy of this run is one of/],
  ['exclusive,none@nowhere', /a scenario is one of/],
])('refuses %s in one line', async (typed, words) => {
  const { code, out, error } = await stakes(...small, '--bridge', typed)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(words)
})
