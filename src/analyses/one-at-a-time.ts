import { outcomePlace } from '../engine/columns.ts'
import { quantile } from '../engine/distributions/index.ts'
import { usualDraw } from '../engine/usual.ts'
import { analysis } from './analysis.ts'
import type { DriverBar } from './driver-bars.ts'
import { rerunOf } from './sobol-indices.ts'
import type { Subject } from './subject.ts'

export interface OneAtATimeRequest {
  readonly subject: Subject
}

export interface OneAtATime {
  /** The outcome where every draw is at its median and nothing is shocked. */
  readonly base: number
  /** Of every input that varies, largest swing first; without noise, so that none has an error. */
  readonly bars: readonly DriverBar[]
}

/**
 * Each input at its P10 and at its P90 (an event where it does not come and where it does), all others
 * at their medians, events as is likelier, without shocks: one future, run again twice an input.
 */
export const oneAtATime = analysis({
  needs: ({ subject: { a, b } }: OneAtATimeRequest) => ({
    cases: b ? [a, b] : [a],
    outcomes: [],
    inputs: [],
    scenario: a.scenario,
    reruns: true,
  }),
  *steps({ subject }, given): Generator<number, OneAtATime> {
    const { model, plan, levers } = rerunOf(subject, given)
    const [{ distributions }] = plan.worlds
    const simulator = model.simulator(plan.vantage, plan.quarters)
    const calm = new Float64Array(plan.quarters * model.shocks.length)
    const usual = Float64Array.from(model.assumptions, (one) =>
      usualDraw(distributions[one.id], one),
    )
    const place = outcomePlace(model, subject.outcome)
    const run = (inputs: Float64Array): number => {
      simulator.load(inputs, 0, calm, 0)
      simulator.runReference()
      return levers.reduce((sum, one, at) => {
        simulator.run(one)
        return sum + (at === 0 ? 1 : -1) * simulator.outcomes[place]
      }, 0)
    }
    const base = run(usual)
    const bars: DriverBar[] = []
    for (const [at, { id, domain, role }] of model.assumptions.entries()) {
      const inverse = quantile(distributions[id])
      const within = (p: number) => Math.min(domain[1], Math.max(domain[0], inverse(p)))
      const isEvent = role === 'event'
      const ends = isEvent ? [0, 1] : [within(0.1), within(0.9)]
      if (ends[0] === ends[1]) continue
      const [low, high] = ends.map((value) => {
        const inputs = usual.slice()
        inputs[at] = value
        return { at: value, value: run(inputs), error: null }
      })
      const size = high.value - low.value
      bars.push({ id, low, high, size, error: null, share: 0, isTold: size !== 0 })
      yield at / model.assumptions.length
    }
    const squares = bars.reduce((sum, { size }) => sum + size * size, 0)
    return {
      base,
      bars: bars
        .map((bar) => ({ ...bar, share: squares > 0 ? (bar.size * bar.size) / squares : 0 }))
        .toSorted((a, b) => Math.abs(b.size) - Math.abs(a.size) || (a.id < b.id ? -1 : 1)),
    }
  },
})
