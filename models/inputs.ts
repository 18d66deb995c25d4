import { type AssumptionId, assumptions } from './assumptions/index.ts'
import { LABS, PROVIDERS, shocks as ids } from './notation.ts'
import type { Shocks } from './world.ts'

/** The draws of a trial by name: `x.wacc` is what was drawn of wacc. */
export type Inputs = Readonly<Record<AssumptionId, number>>

// One property per assumption on the prototype: read as fast as a place in an array, and nothing is
// copied when the next trial is loaded.
class Draws {
  constructor(readonly values: Float64Array) {}
}
assumptions.forEach(({ id }, index) => {
  Object.defineProperty(Draws.prototype, id, {
    get(this: Draws) {
      return this.values[index]
    },
  })
})

/**
 * Draws by name.
 *
 * @param values one number per assumption in catalogue order, read whenever a name is
 */
export function namedInputs(values: Float64Array): Inputs {
  return new Draws(values) as unknown as Inputs
}

/**
 * Takes the shocks of a trial, which drive the steps from quarters 0 to T−1.
 *
 * @param shocks quarter by quarter from `shocks[shocksAt]`, in the order of their ids
 */
export function takeShocks(
  quarters: readonly { readonly z: Shocks }[],
  shocks: Float64Array,
  shocksAt: number,
): void {
  for (let t = 0; t < quarters.length - 1; t++) {
    const { z } = quarters[t]
    const from = shocksAt + t * ids.length
    z.market = shocks[from]
    z.general = shocks[from + 1]
    z.ai = shocks[from + 2]
    for (let p = 0; p < PROVIDERS; p++) z.provider[p] = shocks[from + 3 + p]
    for (let k = 0; k < LABS; k++) z.lab[k] = shocks[from + 3 + PROVIDERS + k]
  }
}
