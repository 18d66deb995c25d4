import type { Model, Simulator } from '../../../src/engine/model.ts'
import { toyModel } from './toy-model.ts'

/** The shop with one check more, whose residual is told by the drawn income and cost. */
export function strictShop(
  residual: (income: number, building: boolean, cost: number) => number,
): Model {
  return {
    ...toyModel,
    checks: [...toyModel.checks, { id: 'told', label: 'as told', tolerance: 0.5 }],
    simulator(vantage, quarters) {
      const shop = toyModel.simulator(vantage, quarters)
      const residuals = new Float64Array(2)
      let income = 0
      let cost = 0
      const strict: Simulator = {
        outcomes: shop.outcomes,
        series: shop.series,
        reference: shop.reference,
        path: shop.path,
        residuals,
        load(inputs, inputsAt, shocks, shocksAt) {
          income = inputs[inputsAt]
          cost = inputs[inputsAt + 2]
          shop.load(inputs, inputsAt, shocks, shocksAt)
        },
        runReference: () => shop.runReference(),
        run: (levers) => shop.run(levers),
        check(levers) {
          shop.check(levers)
          residuals[0] = shop.residuals[0]
          residuals[1] = residual(income, levers.build === true, cost)
        },
      }
      return strict
    },
  }
}
