import type { Estimate } from '../analyses/estimates.ts'
import { everybody, nobody } from '../analyses/shapley.ts'
import { type Bridged, entriesOf } from '../study/bridge.ts'
import { type BridgeCase, BridgeCases } from './bridge-cases.ts'
import { type BridgeSide, playedSide } from './bridge-side.ts'
import type { Runner } from './runner.ts'

/** Futures of both ends and of what lies between them as a whole, at most. */
const MOST_TRIALS = 10_000
/** Parts of the work: the ends, then each side. */
const SHARES = { ends: 0.2, side: 0.4 } as const

/** What lies between two cases. */
export interface BridgeAnswer {
  /** Futures of the ends and of what is decided, believed and both. */
  readonly trials: number
  readonly from: Estimate
  readonly to: Estimate
  readonly difference: Estimate
  /** What the terms of the second do with the beliefs of the first. */
  readonly decide: Estimate
  /** What the beliefs of the second do with the terms of the first. */
  readonly believe: Estimate
  /** What only both at once do. */
  readonly together: Estimate
  /** What each term does with the beliefs of the first; null before it is known. */
  readonly terms: BridgeSide | null
  /** What each belief does with the terms of the first; null before it is known. */
  readonly beliefs: BridgeSide | null
}

interface BridgeOptions {
  readonly outcome: string
  /** Sizes below it do not matter, in the outcome's unit; null where nothing was said. */
  readonly negligible: number | null
  readonly signal?: AbortSignal
  /** Called with the part that is done, from 0 to 1. */
  readonly onProgress?: (part: number) => void
  /** Called with what is known so far. */
  readonly onUpdate?: (answer: BridgeAnswer) => void
}

/**
 * What lies between two cases, on the same futures: what is decided, what is believed and what only
 * both at once do; then what each term and each belief does, by its Shapley value. Of one side they
 * add up to it.
 *
 * @throws as the runner does
 */
export async function bridge(
  runner: Runner,
  between: Bridged,
  { outcome, negligible, signal, onProgress = () => {}, onUpdate = () => {} }: BridgeOptions,
): Promise<BridgeAnswer> {
  const { seed } = between.plan
  const trials = Math.min(between.plan.trials, MOST_TRIALS)
  const on = (futures: number) => new BridgeCases(runner, between, outcome, futures)
  const [nTerms, nBeliefs] = [between.decide, between.believe].map((one) => entriesOf(one).length)
  const from: BridgeCase = { terms: nobody(nTerms), beliefs: nobody(nBeliefs) }
  const decided = { ...from, terms: everybody(nTerms) }
  const believed = { ...from, beliefs: everybody(nBeliefs) }
  const to = { ...decided, beliefs: everybody(nBeliefs) }
  const found = await on(trials).contrasts(
    [
      [[from, 1]],
      [[to, 1]],
      [
        [to, 1],
        [from, -1],
      ],
      [
        [decided, 1],
        [from, -1],
      ],
      [
        [believed, 1],
        [from, -1],
      ],
      [
        [to, 1],
        [decided, -1],
        [believed, -1],
        [from, 1],
      ],
    ],
    { signal, onProgress: (part) => onProgress(SHARES.ends * part) },
  )
  let answer: BridgeAnswer = {
    trials,
    from: found[0],
    to: found[1],
    difference: found[2],
    decide: found[3],
    believe: found[4],
    together: found[5],
    terms: null,
    beliefs: null,
  }
  const take = (more: Pick<BridgeAnswer, 'terms'> | Pick<BridgeAnswer, 'beliefs'>) => {
    answer = { ...answer, ...more }
    onUpdate(answer)
  }
  onUpdate(answer)
  const shared = { trials, seed, negligible, on }
  const after = (sides: number) => ({
    signal,
    onProgress: (part: number) => onProgress(SHARES.ends + SHARES.side * (sides + part)),
  })
  await playedSide(
    {
      ...shared,
      groups: between.decide,
      caseOf: (terms) => ({ ...from, terms }),
      whole: answer.decide,
    },
    after(0),
    (terms) => take({ terms }),
  )
  await playedSide(
    {
      ...shared,
      groups: between.believe,
      caseOf: (beliefs) => ({ ...from, beliefs }),
      whole: answer.believe,
    },
    after(1),
    (beliefs) => take({ beliefs }),
  )
  return answer
}
