import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { history, market, offeredAt } from '../../../models/index.ts'
import recorded from '../../fixtures/base-case.json'
import { hindcastCard, hindcastSummary } from '../../record/hindcast.ts'

const folder = new URL('../../../models/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const card = read('README.md')
/** Lines are wrapped by hand: where they break says nothing. */
const flat = card.replaceAll(/\s+/g, ' ')

describe('the model card', () => {
  it('shows the hindcast as it runs now', async () => {
    const [, table] = /<!-- hindcast:start -->([^]*)<!-- hindcast:end -->/.exec(card) ?? []
    expect(table?.trim(), 'run `npm run record`').toBe(await hindcastCard())
  })

  it('has the same hindcast in the README, in one table', async () => {
    const readme = readFileSync(new URL('../README.md', folder), 'utf8')
    const [, table] = /<!-- hindcast:start -->([^]*)<!-- hindcast:end -->/.exec(readme) ?? []
    expect(table?.trim(), 'run `npm run record`').toBe(await hindcastSummary())
  })

  it('explains every file that holds assumptions, and names every file', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
    const mechanisms = readdirSync(new URL('assumptions/', folder)).filter((name) =>
      files.includes(name),
    )
    const headed = mechanisms.filter((name) => name !== 'index.ts')
    expect(headed).toHaveLength(7)
    expect(headed.filter((name) => !card.includes(`### \`${name}\``))).toEqual([])
    expect(files.filter((name) => !card.includes(`\`${name}\``))).toEqual([])
  })

  it('names every outcome, every series, every state and every check', () => {
    const names = [
      ...market.outcomes.flatMap((one) => [one.id, ...(one.kind === 'category' ? one.states : [])]),
      ...market.series.map(({ id }) => id),
    ]
    expect(names.filter((name) => !card.includes(`\`${name}\``))).toEqual([])
    const missing = market.checks.filter(({ label }) => !flat.includes(`- ${label}.`))
    expect(missing).toEqual([])
  })

  it('counts right', () => {
    const judged = market.assumptions.filter(({ sources }) =>
      sources.every((id) => id === 'judgement'),
    )
    const points = history.reduce((sum, one) => sum + one.points.length, 0)
    const { assumptions, outcomes, series } = market
    const beliefs = assumptions.filter(({ role }) => role !== 'luck').length
    expect(flat).toContain(`${judged.length} of ${beliefs} beliefs rest on judgement`)
    expect(flat).toContain(`Judgement carries ${judged.length} of ${beliefs} beliefs`)
    expect(flat).toContain(`${assumptions.length} inputs: ${beliefs} beliefs`)
    expect(flat).toContain(`${outcomes.length} outcomes at the horizon and ${series.length} series`)
    expect(flat).toContain(`holds ${points} observed figures`)
  })
})

it('the newest entry of the changelog has the mean value of every strategy as recorded', () => {
  const newest = read('CHANGELOG.md').split('\n## ')[1] ?? ''
  const rows = Object.entries(recorded.cases).map(([id, { npv }]) => [
    id,
    npv.mean.toFixed(2).replace('-', '−'),
  ])
  expect(rows).toHaveLength(offeredAt('2025-12').length)
  for (const [id, mean] of rows) {
    const row = newest.split('\n').find((line) => line.includes(`\`${id}\``)) ?? ''
    expect(row.split('|').map((cell) => cell.trim())).toContain(mean)
  }
})
