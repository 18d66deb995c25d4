import { expect, test } from 'vitest'
import { stakes } from './command.ts'

const small = ['--trials', '300', '--horizon', '8', '--strategies', 'none,exclusive,deepTechnical']
const entryIn = (out: string) =>
  (JSON.parse(out) as { compare: Record<string, number | string | readonly object[]> }).compare

test('any two cases are compared, also of scenarios that are not run otherwise', async () => {
  const { code, out, error } = await stakes(
    ...small,
    '--compare',
    'exclusive@base,deepTechnical@regulators',
  )
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toContain(
    'exclusive@base less deepTechnical@regulators, future by future: the same draws in both scenarios',
  )
  expect(out).toMatch(
    /the 4 beliefs in which these differ take their other values: “Regulator steps in”/,
  )
  expect(out).toMatch(
    /Exclusive alliance \(Base case\) ahead in .* of 100 futures, Deep technical collaboration \(Regulatory challenge\) in /,
  )
  expect(out).toMatch(/10% of differences are below +[−+]?\$\S+ ± \S+ bn/)
  expect(out).toMatch(
    /AWS share: [+−]\S+ ± \S+ points on average, (higher|lower) in .* of 100 futures, (higher|lower) in .*, in 2027/,
  )
  expect(out).toMatch(/\n2025Q3 .*\n2026Q3 .*\n2027Q3 /)
  expect(out).toMatch(/\nInput +Rank correlation +Where it turns\n/)
  // The scenario is looked at for this alone.
  expect(out).not.toMatch(/\nRegulatory challenge\n/)
})

test('the file has the same, also alone on standard output, whatever the two are called', async () => {
  const named = await stakes(...small, '--compare', 'exclusive@base,none@base', '--json', '-')
  expect(named.code).toBe(0)
  const entry = entryIn(named.out)
  expect(Object.keys(entry)).toEqual(
    'a b outcome mean standardError ahead behind equal p10 p50 p90 drivers'.split(' '),
  )
  expect(entry).toMatchObject({ a: 'exclusive@base', b: 'none@base', outcome: 'npv' })
  expect(Number(entry.ahead) + Number(entry.behind) + Number(entry.equal)).toBeCloseTo(1, 12)
  // Of strategies in every scenario, the first one's.
  const plain = await stakes(...small, '--compare', 'exclusive,none', '--json', '-')
  expect(entryIn(plain.out)).toEqual(entry)
})

test.each([
  ['exclusive@base', /--compare takes two cases, as in none@base,exclusive@base; got/],
  ['exclusive@base,exclusive', /--compare takes two different cases/],
  ['exclusive@base,nobody@base', /--compare: a strategy of this run is one of .* got nobody/],
  ['exclusive@base,none@mars', /--compare: a scenario is one of .* got mars/],
])('%s is refused in one line', async (typed, words) => {
  const { code, out, error } = await stakes(...small, '--compare', typed)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(words)
})
