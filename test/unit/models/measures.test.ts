import { describe, expect, it } from 'vitest'
import {
  continuedSeries,
  HEADLINE,
  headlineParts,
  history,
  market,
  properNames,
  seriesGroups,
  shortLeverLabels,
} from '../../../models/index.ts'
import { comparisons } from '../../../models/history.ts'
import { outcomeAt, outcomeReaders, outcomes } from '../../../models/outcomes.ts'
import { withoutReaders } from '../../../models/readers.ts'
import { series, seriesReaders } from '../../../models/series.ts'
import { drawn, marketPlan, settings } from './market-plan.ts'

describe('what is measured', () => {
  it('has exactly one reader each, which the page does not see', () => {
    expect(outcomeReaders).toHaveLength(outcomes.length)
    expect(seriesReaders).toHaveLength(series.length)
    for (const one of [...market.outcomes, ...market.series]) expect('read' in one).toBe(false)
    expect(structuredClone(market.outcomes)).toEqual(market.outcomes)
    expect(structuredClone(market.series)).toEqual(market.series)
  })

  it('does not compile without a reader, nor under an id that is not there', () => {
    // @ts-expect-error: every entry has a reader
    const unread = withoutReaders([{ id: 'unread' }])
    // @ts-expect-error: no outcome is called so
    const misspelt: keyof typeof outcomeAt = 'nvp'
    expect(unread).toHaveLength(1)
    expect(outcomeAt[misspelt]).toBeUndefined()
  })

  it('is read of the world: what a reader gives is what the simulator gives out', () => {
    const simulator = market.simulator('2025-12', 24)
    const [{ inputs, shocks }] = drawn(marketPlan(), 1)
    simulator.load(inputs, 0, shocks, 0)
    simulator.runReference()
    simulator.run(settings.deepTechnical)
    const { world } = simulator
    expect(outcomeReaders.map((read) => read(world))).toEqual([...simulator.outcomes])
    const followed = seriesReaders.flatMap((read) => {
      const row = new Float64Array(25)
      read(world, 0, row)
      return [...row]
    })
    expect(followed).toEqual([...simulator.series])
    expect(Object.keys(world.series)).toEqual(series.map(({ id }) => id))
  })
})

describe('what a page may say of this market', () => {
  it('the parts of the headline add up to it in every future', () => {
    const simulator = market.simulator('2025-12', 24)
    for (const { inputs, shocks } of drawn(marketPlan(), 64)) {
      simulator.load(inputs, 0, shocks, 0)
      simulator.runReference()
      simulator.run(settings.exclusive)
      const { outcomes: found } = simulator
      const parts = headlineParts.flatMap(({ of }) => of)
      const sum = parts.reduce((total, [id, sign]) => total + sign * found[outcomeAt[id]], 0)
      expect(sum).toBeCloseTo(found[outcomeAt[HEADLINE]], 9)
    }
  })

  it('shows no series twice', () => {
    const shown = seriesGroups.flatMap((group) => group.series)
    expect(new Set(shown).size).toBe(shown.length)
  })

  it('has history for every belief that continues a series', () => {
    for (const id of Object.values(continuedSeries)) {
      const [comparison] = comparisons.filter((one) => one.series === id)
      expect(history.some((one) => one.id === comparison?.observed)).toBe(true)
    }
  })

  it('says levers shorter than their labels, and names that stand in labels', () => {
    for (const lever of market.levers) {
      const short = shortLeverLabels[lever.id] ?? ''
      expect(short.length).toBeLessThan(lever.label.length)
    }
    const labels = market.outcomes.map(({ label }) => label).join(' ')
    expect(properNames.filter((name) => !labels.includes(name))).toEqual([])
  })
})
