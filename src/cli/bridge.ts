import { HEADLINE, market } from '../../models/index.ts'
import { bridgeFinding } from '../findings/bridge.ts'
import { bridged, bridgeEnd } from '../study/bridge.ts'
import { NEGLIGIBLE, type ResolvedStudy } from '../study/index.ts'
import type { CaseRef } from '../engine/plan.ts'
import { bridge, type BridgeAnswer } from '../workers/bridge.ts'
import type { BridgeSide } from '../workers/bridge-side.ts'
import { planOfCases, readCases, withScenarios } from './case-refs.ts'
import type { Extra } from './extras.ts'
import { printed } from './table.ts'

/** What lies between two cases: what is decided, what is believed, term by term and belief by belief. */
export const bridgeExtra: Extra = {
  option: 'bridge',
  takes: 'A@S,B@S',
  usage: [
    'what lies between two cases: what we decide and what we',
    'believe, term by term and belief by belief',
  ],
  prepare(study, typed) {
    const refs = readCases(study, '--bridge', typed)
    return async (runner) => {
      const plan = planOfCases(study, refs)
      const [from, to] = refs.map((ref) => bridgeEnd(plan, ref))
      const between = bridged(plan, from, to)
      const outcome = market.outcomes.find(({ id }) => id === HEADLINE)
      if (outcome?.kind !== 'number') return { text: '' }
      const negligible = outcome.unit === 'USD bn' ? (study.negligible ?? NEGLIGIBLE) : null
      const answer = await bridge(runner, between, { outcome: outcome.id, negligible })
      const [a, b] = namesOf(study, refs)
      const { title, measure, caption, table } = bridgeFinding({
        outcome,
        from: a,
        to: b,
        path: `from ${a} to ${b}`,
        between,
        answer,
      })
      return {
        text: [title, measure, ...printed(table()), caption, ''].join('\n'),
        json: { bridge: fileOf(outcome.id, refs, answer) },
      }
    }
  },
}

/** Each by its strategy, and by its scenario where they are not of the same. */
function namesOf(study: ResolvedStudy, refs: readonly CaseRef[]): string[] {
  const whole = withScenarios(
    study,
    refs.map(({ scenario }) => scenario),
  )
  const isOne = refs.every(({ scenario }) => scenario === refs[0].scenario)
  return refs.map(({ strategy, scenario }) => {
    const name = whole.strategies.find(({ id }) => id === strategy)?.label ?? strategy
    const world = whole.scenarios.find(({ id }) => id === scenario)?.label ?? scenario
    return isOne ? name : `${name} (${world})`
  })
}

function fileOf(outcome: string, refs: readonly CaseRef[], answer: BridgeAnswer) {
  const [from, to] = refs.map(({ strategy, scenario }) => `${strategy}@${scenario}`)
  const { terms, beliefs, together, trials } = answer
  const bars = (side: 'decide' | 'believe', all: BridgeSide['entries'] = []) =>
    all.map(({ id, value, error }) => ({ id, side, value, standardError: error }))
  return {
    outcome,
    from,
    to,
    trials,
    from_mean: answer.from.value,
    to_mean: answer.to.value,
    bars: [
      ...bars('decide', terms?.entries),
      ...bars('believe', beliefs?.entries),
      {
        id: 'together',
        side: 'together',
        value: together.value,
        standardError: together.error,
      },
    ],
    groups: [...bars('decide', terms?.groups), ...bars('believe', beliefs?.groups)],
  }
}
