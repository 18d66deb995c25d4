import type { CaseRef } from '../engine/plan.ts'
import type { Replicate } from '../engine/sampling/design.ts'
import { measuresNamed, type Selectable, selectedOf, type Selection } from '../engine/selection.ts'
import { rankingOf } from '../engine/statistics/ranking.ts'
import { slicesOf } from '../engine/statistics/slices.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'
import { analysis, dealt, type Given, needsOf } from './analysis.ts'
import { Curves, type Region, regionsOf, type Root, rootOf } from './best-regions.ts'
import type { Estimate } from './estimates.ts'
import { FEWEST } from './side-bins.ts'

/** Where another strategy than the best on average would be the best, if one belief were known. */
export interface ChoiceFlip {
  /** Of the belief. */
  readonly id: string
  /** The strategy that is best there, by id. */
  readonly to: string
  /** Below a value, above one, or between two; of an event, where it does not happen or does. */
  readonly side: 'below' | 'above' | 'between'
  readonly isEvent: boolean
  /** Where it begins and ends; null at an end of the belief. */
  readonly start: Root | null
  readonly end: Root | null
  /** Between which the belief lies in 8 of 10 futures. */
  readonly span: readonly [number, number]
  /** The last hundredth of futures below, and the first above: as far as it is drawn. */
  readonly tails: readonly [number, number]
  /** The share of futures there; its error counts that of the value. */
  readonly chance: Estimate
  /** Where that share lies with 95% certainty: as far to either side as the value’s interval goes. */
  readonly chanceWithin: readonly [number, number]
  /** By how much it is ahead there on average of the best on average. */
  readonly gain: Estimate
  /** What taking it there adds to the average over all futures: the chance times the gain. */
  readonly worth: Estimate
}

export interface ChoiceFlips {
  /** The strategy that is best on average, by id; null where nothing is compared. */
  readonly best: string | null
  /** The second best on average, by id; null where there is none. */
  readonly second: string | null
  /** Futures that count. */
  readonly trials: number
  /** Whether those are too few to tell. */
  readonly areFew: boolean
  /** Beliefs that were looked at: all that vary. */
  readonly looked: number
  /** What would gain most first. */
  readonly flips: readonly ChoiceFlip[]
}

export interface ChoiceFlipsRequest {
  /** Strategies that can be chosen, in one scenario. */
  readonly cases: readonly CaseRef[]
  readonly outcome: string
  /** −1 where lower is better. */
  readonly sign: 1 | -1
  /** Beliefs that are looked at, by id. */
  readonly inputs: readonly string[]
  /** A future counts where it meets this in all of the strategies. */
  readonly selection: Selection
}

/** What is compared. */
export interface Compared {
  /** By trial; larger is better. */
  readonly strategies: readonly { readonly id: string; readonly values: Float64Array }[]
  readonly replicate: Replicate
  /** 1 where a trial counts; null where all do. */
  readonly mask: Uint8Array | null
}

/** So many slices of the futures by a belief, and at least so many futures in each. */
const SLICES = 60
const IN_SLICE = 40
/** Errors to either side of an interval: 95%. */
const ERRORS = 2

/**
 * For each belief the values at which the strategy with the best average changes. Neither the order
 * of strategies nor that of beliefs matters. Yields between beliefs.
 *
 * @param inputs beliefs by trial
 */
export function* choiceFlipsOf(
  compared: Compared,
  inputs: Iterable<{ readonly id: string; readonly values: Float64Array }>,
): Generator<void, ChoiceFlips> {
  const facts = factsOf(compared)
  const { ids, top, second, trials } = facts
  const areFew = trials < FEWEST
  const found: ChoiceFlip[] = []
  let looked = 0
  if (!areFew && ids.length > 1) {
    for (const input of inputs) {
      const flips = flipsAlong(facts, input)
      if (flips) looked++
      found.push(...(flips ?? []))
      yield
    }
  }
  const [best, next] = [ids[top] ?? null, ids[second] ?? null]
  return { best, second: next, trials, areFew, looked, flips: byWorth(found) }
}

function byWorth(flips: readonly ChoiceFlip[]): ChoiceFlip[] {
  return flips.toSorted(
    (a, b) => b.worth.value - a.worth.value || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

interface Facts extends Pick<Compared, 'replicate' | 'mask'> {
  readonly ids: readonly string[]
  /** By trial, and in it by strategy: how far each is ahead of the best on average. */
  readonly ahead: Float64Array
  readonly top: number
  readonly second: number
  /** Trials that count. */
  readonly trials: number
}

function factsOf({ strategies, replicate, mask }: Compared): Facts {
  // In one order, so that which of two equal ones is named does not hang on how they came.
  const sorted = [...strategies].sort((a, b) => (a.id < b.id ? -1 : 1))
  const counts = (trial: number) => !mask || mask[trial] === 1
  const sums = sorted.map(({ values }) =>
    values.reduce((sum, value, trial) => sum + (counts(trial) ? value : 0), 0),
  )
  const top = sums.indexOf(Math.max(...sums))
  const next = Math.max(...sums.filter((_, at) => at !== top))
  const second = sums.findIndex((sum, at) => at !== top && sum === next)
  const all = sorted[0]?.values.length ?? 0
  const ahead = new Float64Array(all * sorted.length)
  sorted.forEach(({ values }, k) => {
    const best = sorted[top].values
    for (let i = 0; i < all; i++) ahead[i * sorted.length + k] = values[i] - best[i]
  })
  const trials = mask ? mask.reduce((sum, one) => sum + one, 0) : all
  return { ids: sorted.map(({ id }) => id), ahead, top, second, trials, replicate, mask }
}

/** Null where the belief does not vary. */
function flipsAlong(
  facts: Facts,
  { id, values }: { readonly id: string; readonly values: Float64Array },
): ChoiceFlip[] | null {
  const { mask, trials, ahead, top, ids } = facts
  const ranked = rankingOf(values)
  const order = mask ? ranked.filter((trial) => mask[trial] === 1) : ranked
  if (!(values[order[0]] < values[order[trials - 1]])) return null
  const most = Math.max(2, Math.min(SLICES, Math.floor(trials / IN_SLICE)))
  const slices = slicesOf(values, order, most)
  const curves = new Curves({ slices, ahead, strategies: ids.length, top })
  // Most beliefs flip nothing, and need no smoothing to show it.
  if (!curves.mayFlip) return []
  const regions = regionsOf(curves)
  const roots = regions.slice(1).map((region, at) => rootOf(curves, regions[at], region))
  const isEvent = slices.count.length === 2 && slices.low[0] === 0 && slices.low[1] === 1
  const at = (share: number) => values[order[Math.floor(share * trials)]]
  return regions.flatMap((region: Region, place) => {
    if (region.best === top) return []
    const start = roots[place - 1] ?? null
    const end = roots[place] ?? null
    return [
      {
        id,
        to: ids[region.best],
        side: start ? (end ? 'between' : 'above') : 'below',
        isEvent,
        start: isEvent ? null : start,
        end: isEvent ? null : end,
        span: [at(0.1), at(0.9)],
        tails: [at(0.01), at(0.99)],
        ...figuresOf(facts, region.best, values, { start, end }, isEvent),
      } satisfies ChoiceFlip,
    ]
  })
}

interface Ends {
  readonly start: Root | null
  readonly end: Root | null
}

/** How likely it is to be there, and what is gained. */
function figuresOf(
  facts: Facts,
  strategy: number,
  values: Float64Array,
  ends: Ends,
  isEvent: boolean,
): Pick<ChoiceFlip, 'chance' | 'chanceWithin' | 'gain' | 'worth'> {
  const { mask, replicate, trials, ids } = facts
  const there = thereBy(values, mask, {
    start: ends.start?.value ?? null,
    end: ends.end?.value ?? null,
  })
  const ahead = values.map((_, trial) => there[trial] * facts.ahead[trial * ids.length + strategy])
  const number = sumOf(there)
  const sum = sumOf(ahead)
  const [chance, gain, worth] = [number / trials, number > 0 ? sum / number : 0, sum / trials]
  const about = (column: Float64Array, mean: number, over: Uint8Array | Float64Array | null) =>
    column.map((value, trial) => value - (over ? over[trial] * mean : mean))
  const drawn = standardErrorOf(about(there, chance, mask), replicate, trials) ?? 0
  const [least, most] = isEvent
    ? [chance, chance]
    : [narrow(ends), wide(ends)].map((one) => sumOf(thereBy(values, mask, one)) / trials)
  const within = (known: number) => Math.hypot(ERRORS * drawn, known)
  return {
    chance: { value: chance, error: Math.hypot(drawn, (most - least) / (2 * ERRORS)) },
    chanceWithin: [
      Math.max(0, chance - within(chance - least)),
      Math.min(1, chance + within(most - chance)),
    ],
    gain: { value: gain, error: standardErrorOf(about(ahead, gain, there), replicate, number) },
    worth: { value: worth, error: standardErrorOf(about(ahead, worth, mask), replicate, trials) },
  }
}

/** 1 for every trial that counts and lies past a value, or between two. */
function thereBy(values: Float64Array, mask: Uint8Array | null, { start, end }: Sides) {
  const low = start ?? Number.NEGATIVE_INFINITY
  const high = end ?? Number.POSITIVE_INFINITY
  return values.map((value, trial) =>
    value > low && value <= high && (!mask || mask[trial] === 1) ? 1 : 0,
  )
}

/** Values past which, or between which. */
interface Sides {
  readonly start: number | null
  readonly end: number | null
}

function narrow({ start, end }: Ends): Sides {
  return { start: start?.high ?? null, end: end?.low ?? null }
}

function wide({ start, end }: Ends): Sides {
  return { start: start?.low ?? null, end: end?.high ?? null }
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, one) => sum + one, 0)
}

/** Futures that count in every strategy: null where all do. */
export function commonMask(
  model: Given['model'],
  selection: Selection,
  cases: readonly Selectable[],
): Uint8Array | null {
  if (selection.kind === 'all' || cases.length === 0) return null
  const mask = new Uint8Array(cases[0].trials).fill(1)
  for (const one of cases) {
    const selected = selectedOf(model, selection, one)
    // A strategy that has no such future has nothing to be compared by.
    if (selected.isEmpty) return mask.fill(0)
    selected.mask?.forEach((counts, trial) => (mask[trial] &= counts))
  }
  return mask
}

/** For every belief where the choice would be another one, if it were known. */
export const choiceFlips = analysis({
  needs: ({ cases, outcome, inputs, selection }: ChoiceFlipsRequest, model) => {
    const needs = needsOf(cases, [outcome], measuresNamed(model, selection))
    return { ...needs, inputs: [...new Set([...inputs, ...needs.inputs])], isShared: true }
  },
  *steps(request, { model, replicate, cases }): Generator<void, ChoiceFlips> {
    const { outcome, sign, inputs, selection, cases: refs } = request
    const strategies = cases.map((one, at) => {
      const values = one.outcome(outcome)
      return {
        id: refs[at].strategy,
        values: sign === 1 ? values : values.map((value) => -value),
      }
    })
    const mask = commonMask(model, selection, cases)
    // Draws are taken one after the other: a column a belief.
    const columns = inputs.map((id) => ({ id, values: cases[0].input(id) }))
    return yield* choiceFlipsOf({ strategies, replicate, mask }, columns)
  },
  split: {
    parts: (request, most) =>
      request.inputs.length === 0
        ? [request]
        : dealt(request.inputs, most).map((inputs) => ({ ...request, inputs })),
    join: (answers) => ({
      ...answers[0],
      looked: answers.reduce((sum, one) => sum + one.looked, 0),
      flips: byWorth(answers.flatMap(({ flips }) => flips)),
    }),
  },
})
