import { expect, test } from 'vitest'
import { assumptions } from '../../../models/index.ts'
import { stakes } from './command.ts'

interface WorthOfFile {
  readonly id: string
  readonly value: number
  readonly standardError: number | null
}

interface InformationOfFile {
  readonly best: string | null
  readonly perfect: number | null
  readonly standardError: number | null
  readonly bars: readonly WorthOfFile[]
}

const run = ['--information', '--strategies', 'none,deepTechnical']
const fileOf = async (...more: readonly string[]) => {
  const { out } = await stakes(...run, ...more, '--json', '-')
  return (JSON.parse(out) as { information: InformationOfFile | null }).information
}

test('a file has what each belief is worth to know, most first, and no more than everything is', async () => {
  const found = await fileOf('--trials', '1024')
  if (!found) throw new Error('nothing was found')
  const { best, perfect, standardError, bars } = found
  expect(['none', 'deepTechnical']).toContain(best)
  expect(perfect).toBeGreaterThan(0)
  expect(standardError).toBeGreaterThan(0)
  const beliefs = assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)
  expect(beliefs).toEqual(expect.arrayContaining(bars.map(({ id }) => id)))
  expect(new Set(bars.map(({ id }) => id)).size).toBe(bars.length)
  expect(bars.length).toBeGreaterThan(100)
  for (const [at, { value }] of bars.entries()) {
    expect(value).toBeLessThanOrEqual(at === 0 ? (perfect ?? 0) : bars[at - 1].value)
  }
  const { out } = await stakes(...run, '--trials', '1024')
  expect(out).toMatch(/^(Knowing “.+” before choosing would be worth|Knowing everything)/m)
})

test('what too few futures cannot tell is not known, rather than worth nothing', async () => {
  const few = await fileOf('--trials', '256')
  expect(few).toMatchObject({ best: null, perfect: null, standardError: null, bars: [] })
})

test('where there is no choice there is nothing to know before it', async () => {
  const { out } = await stakes(
    '--information',
    '--trials',
    '64',
    '--strategies',
    'none',
    '--json',
    '-',
  )
  expect(JSON.parse(out)).toMatchObject({ information: null })
})
