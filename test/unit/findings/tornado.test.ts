import { describe, expect, test } from 'vitest'
import type { DriverBar } from '../../../src/analyses/driver-bars.ts'
import { tornadoFinding, type TornadoFacts } from '../../../src/findings/tornado.ts'

const bar = (more: Partial<DriverBar> = {}): DriverBar => ({
  id: 'openaiReturn',
  low: null,
  high: null,
  size: 0.5,
  error: 0.02,
  share: 0.25,
  isTold: true,
  ...more,
})

function titleOf(more: Partial<TornadoFacts>): string {
  return tornadoFinding({
    method: 'spearman',
    outcome: { label: 'Net present value', unit: 'USD bn' },
    explained: 'A less B',
    isDifference: true,
    bars: [],
    luck: [],
    luckTogether: null,
    base: { mean: 0, error: 0 },
    groups: [],
    groupBars: [],
    trials: 1000,
    isStill: false,
    beyond: 4,
    counted: 'all futures',
    ...more,
  }).title
}

describe('the title of what moves an outcome', () => {
  test('is of what is explained, which may be a difference', () => {
    expect(titleOf({ isStill: true })).toBe(
      'Net present value of A less B is the same in every future that counts: there is nothing to explain',
    )
    for (const bars of [[], [bar({ isTold: false })], [bar()], [bar({ size: -0.5 })]]) {
      expect(titleOf({ bars })).toContain('Net present value of A less B')
    }
  })

  test('does not say that an outcome is the same where it is beliefs that do not vary', () => {
    expect(titleOf({})).toBe(
      'No belief varies among the futures that count, so none moves Net present value of A less B',
    )
  })
})
