import type { Lever, Levers } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { toDigits } from '../words/index.ts'
import { leversAt, market } from './model.ts'
import { completed, runnable } from './levers.ts'

/** A lever that is set to a number. */
export type AmountLever = Extract<Lever, { readonly kind: 'amount' }>

/** Values of one lever in a grid at most. */
export const MOST_VALUES = 21

/** Levers that can be an axis at a vantage: numbers that can still be another. */
export function gridLevers(vantage: string): AmountLever[] {
  return leversAt(vantage).filter(
    (one) => one.kind === 'amount' && one.min < one.max,
  ) as AmountLever[]
}

/** A number that a lever may be set to: on one of its steps, and neither below nor above its ends. */
export function onStep({ min, max, step }: AmountLever, value: number): number {
  const nearest = toDigits(min + Math.round((value - min) / step) * step, 12)
  return Math.min(max, Math.max(min, nearest))
}

/**
 * Values of a lever from its least to its most, about evenly apart, each on one of its steps.
 *
 * @param most at least 2
 */
export function axisValues(lever: AmountLever, most = MOST_VALUES): number[] {
  const steps = Math.round((lever.max - lever.min) / lever.step)
  const last = Math.min(most - 1, Math.max(1, steps))
  const values = Array.from({ length: last + 1 }, (_, at) =>
    onStep(lever, lever.min + ((lever.max - lever.min) * at) / last),
  )
  return [...new Set(values)]
}

/** A setting that makes an offer, with nothing below what has been paid by a vantage nor beyond a lever's ends. */
export function offered(vantage: string, levers: Levers): Levers {
  const setting = completed(runnable(levers))
  const within = leversAt(vantage).map((lever) => {
    const value = setting[lever.id]
    if (lever.kind === 'switch') return [lever.id, lever.id === 'invest' ? true : value]
    return [lever.id, Math.min(lever.max, Math.max(lever.min, Number(value)))]
  })
  return Object.fromEntries(within) as Levers
}

/** Whether a setting makes an offer, so that its other levers count. */
export function isOffer(levers: Levers): boolean {
  return levers['invest'] !== false
}

/** The plan of some settings of the levers in the one scenario of another plan, each under its name. */
export function settingsPlan(
  plan: RunPlan,
  settings: readonly { readonly name: string; readonly levers: Levers }[],
  changes: Partial<Pick<RunPlan, 'trials' | 'seed'>> = {},
): RunPlan {
  const [world] = plan.worlds
  return {
    ...plan,
    ...changes,
    check: false,
    worlds: [world],
    cases: settings.map(({ name, levers }) => ({
      strategy: name,
      scenario: world.id,
      label: name,
      levers: inOrder(levers),
    })),
  }
}

/** The levers of the model in its order, so that equal settings are equal. */
function inOrder(levers: Levers): Levers {
  return Object.fromEntries(market.levers.map(({ id }) => [id, levers[id]]))
}

/** One lever, and the values that it takes on a map. */
export interface MapAxis {
  readonly id: string
  /** Rising. */
  readonly values: readonly number[]
}

/**
 * The levers of one point of a map.
 *
 * @param of.base every lever; those of the axes take the axes' values
 * @param at its place, `y * across + x`
 */
export function leversAtPoint(
  { base, x, y }: { readonly base: Levers; readonly x: MapAxis; readonly y: MapAxis },
  at: number,
): Levers {
  const across = x.values.length
  return { ...base, [x.id]: x.values[at % across], [y.id]: y.values[Math.floor(at / across)] }
}
