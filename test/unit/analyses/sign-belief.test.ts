import { expect, it } from 'vitest'
import { rankedBelief, signBelief } from '../../../src/analyses/sign-belief.ts'

const N = 4000
/** Evenly spread, in an order that has nothing to do with the other. */
const spread = (step: number) => Float64Array.from({ length: N }, (_, i) => ((i * step) % N) / N)
const [cause, other] = [spread(1), spread(1597)]
const target = {
  values: cause.map((one, i) => 3 * one + 0.5 * other[i]),
  mask: undefined,
}
const ranked = [
  ['cause', cause],
  ['other', other],
] as const
const beliefs = ranked.flatMap(([id, values]) => rankedBelief(id, values, target) ?? [])

it('finds the belief behind a sign that points against what is explained', () => {
  // The sign is news where it is low, and it is low where the cause is high.
  const onSide = cause.map((one) => (-one <= -0.7 ? 1 : 0))
  expect(signBelief(onSide, 1, beliefs)).toEqual({ id: 'cause', isHigher: true, isMore: true })
  const low = cause.map((one) => (one <= 0.3 ? 1 : 0))
  expect(signBelief(low, -1, beliefs)).toEqual({ id: 'cause', isHigher: false, isMore: false })
})

it('names none that would not explain the way, and none that chance may have brought', () => {
  const onSide = cause.map((one) => (one >= 0.7 ? 1 : 0))
  expect(signBelief(onSide, -1, beliefs)).toBeNull()
  expect(rankedBelief('nothing', spread(2203), target)).toBeNull()
  const alike = spread(911).map((one) => (one > 0.5 ? 1 : 0))
  expect(signBelief(alike, 1, beliefs)).toBeNull()
})

it('counts only the futures that count', () => {
  const mask = Uint8Array.from(cause, (one) => (one < 0.5 ? 1 : 0))
  const turned = cause.map((one) => (one < 0.5 ? -one : 10 * one))
  const some = rankedBelief('cause', cause, { values: turned, mask })
  expect(some?.withTarget).toBeLessThan(-0.9)
})
