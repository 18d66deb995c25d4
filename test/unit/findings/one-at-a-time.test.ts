import { expect, test } from 'vitest'
import type { DriverBar } from '../../../src/analyses/driver-bars.ts'
import { oneAtATimeFinding } from '../../../src/findings/one-at-a-time.ts'
import { assumptions, market } from '../../../src/study/model.ts'

const beliefs = assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)
const npv = market.outcomes.find(({ id }) => id === 'npv')

/** Where so many move the middle future and so many by nothing, and the others do not vary. */
function captionOf(moving: number, nothing: number): string {
  if (npv?.kind !== 'number') throw new Error('the net present value is a number')
  const bars = beliefs.slice(0, moving + nothing).map((id, at): DriverBar => {
    const size = at < moving ? 1 : 0
    return { id, low: null, high: null, size, error: null, share: 0, isTold: size > 0 }
  })
  const found = { base: 0, bars }
  return oneAtATimeFinding({ outcome: npv, explained: 'A', isDifference: false, found }).caption
}

test('beliefs are counted in the singular where there is one', () => {
  const all = beliefs.length
  expect(captionOf(1, 1)).toContain(
    `beliefs, 1 moves the middle future, 1 moves it by nothing and ${all - 2} do not vary.`,
  )
  expect(captionOf(2, all - 3)).toContain(
    `beliefs, 2 move the middle future, ${all - 3} move it by nothing and 1 does not vary.`,
  )
})
