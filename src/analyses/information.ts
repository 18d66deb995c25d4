import {
  chosenGain,
  cubicRankBasis,
  groupBasis,
  lineBasis,
  seenGain,
  type SeenGain,
} from '../engine/sensitivity/seen-gain.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'
import { atQuarter } from '../engine/selection.ts'
import { analysis, dealt } from './analysis.ts'
import { FEWEST } from './side-bins.ts'
import { varies } from './tornado-bars.ts'
import { seenFor, signFutures, signNeeds } from './sign-futures.ts'
import type { SignsAsked } from './signpost-facts.ts'

/** Inputs that are known together. */
export interface KnownTogether {
  readonly id: string
  readonly members: readonly string[]
}

export interface InformationRequest extends SignsAsked {
  /** Inputs that could be known, by id. */
  readonly inputs: readonly string[]
  readonly groups: readonly KnownTogether[]
}

/** What it would be worth to know something before choosing, in the outcome's unit. */
export interface Worth extends SeenGain {
  readonly id: string
  /** Whether it is beyond what chance may bring. */
  readonly isTold: boolean
}

export interface Information {
  /** Futures that count. */
  readonly trials: number
  /** The strategy that is best on average; null where there is nothing to choose, or too few futures. */
  readonly top: string | null
  /** Of knowing everything: luck and what comes later too. */
  readonly perfect: SeenGain
  /** Of knowing one input that varies, most first. */
  readonly bars: readonly Worth[]
  readonly groups: readonly Worth[]
}

/** A worth of so many errors is not chance, among a hundred looks. */
const BEYOND = 4

const NOTHING_TO_CHOOSE = { value: 0, error: null }

/**
 * The value of information for the choice among strategies: of knowing everything (EVPI), and of
 * knowing one input or several (EVPPI), by regression given the futures at hand (Strong, Oakley and
 * Brennan 2014), each future's choice made by the other futures, so that chance brings no gain.
 */
export const information = analysis({
  needs(request: InformationRequest, model) {
    const { reruns: _reruns, ...needs } = signNeeds(request, model)
    const members = request.groups.flatMap((one) => one.members)
    const inputs = [...new Set([...needs.inputs, ...request.inputs, ...members])]
    return { ...needs, inputs, isShared: true }
  },
  *steps(request, given): Generator<number | void, Information> {
    const { choice, replicate } = signFutures(request, given)
    const trials = choice?.mask
      ? choice.mask.reduce((sum, one) => sum + one, 0)
      : (choice?.others[0].ahead.length ?? 0)
    if (!choice || trials < FEWEST) {
      return { trials, top: null, perfect: NOTHING_TO_CHOOSE, bars: [], groups: [] }
    }
    const { ahead } = choice
    const { mask } = choice
    const column = (id: string) => firstOf(given.cases[0].input(id), ahead[0].length)
    const bars: Worth[] = []
    for (const id of request.inputs) {
      const values = column(id)
      // Of what does not vary there is nothing to know.
      if (!varies(values)) continue
      const gain = seenGain(cubicRankBasis(values, mask), ahead, replicate)
      bars.push({ id, ...gain, isTold: isBeyond(gain) })
      yield bars.length / (request.inputs.length + 4 * request.groups.length)
    }
    const groups: Worth[] = []
    for (const { id, members } of request.groups) {
      const gain = chosenGain(groupBasis(members.map(column), mask), ahead, replicate)
      groups.push({ id, ...gain, isTold: isBeyond(gain) })
      yield (bars.length + 4 * groups.length) / (bars.length + 4 * request.groups.length)
    }
    const perfect = perfectGain(ahead, replicate, mask)
    return { trials, top: choice.top, perfect, bars: byWorth(bars), groups: byWorth(groups) }
  },
  split: {
    parts({ inputs, groups, ...request }, most) {
      const [some, together] = [dealt(inputs, most), dealt(groups, most)]
      const many = Math.max(1, some.length, together.length)
      return Array.from({ length: many }, (_, at) => {
        return { ...request, inputs: some[at] ?? [], groups: together[at] ?? [] }
      })
    },
    join: (answers) => ({
      ...answers[0],
      bars: byWorth(answers.flatMap(({ bars }) => bars)),
      groups: byWorth(answers.flatMap(({ groups }) => groups)),
    }),
  },
})

/** What the choice would gain by seeing the market's first quarters before it is made. */
export interface WaitingRequest extends SignsAsked {
  readonly series: readonly string[]
  /** Quarters after which the market is seen, counted from the start. */
  readonly after: readonly number[]
}

export interface Waiting {
  readonly top: string | null
  readonly seen: readonly (SeenGain & { readonly t: number; readonly isTold: boolean })[]
}

/** The value of waiting: of choosing once every series of the market has been seen at a quarter. */
export const waiting = analysis({
  needs: (request: WaitingRequest, model) => signNeeds(request, model),
  *steps(request, given): Generator<number | void, Waiting> {
    const { choice, replicate } = signFutures(request, given)
    if (!choice || choice.others[0].ahead.length < FEWEST) return { top: null, seen: [] }
    const { ahead } = choice
    const columns = yield* seenFor(request, given, request.series, Math.max(...request.after))
    const seen: Waiting['seen'][number][] = []
    for (const t of request.after) {
      const all = request.series.flatMap((id) => columns.get(atQuarter(id, t)) ?? [])
      const gain = seenGain(lineBasis(all, choice.mask), ahead, replicate)
      seen.push({ t, ...gain, isTold: isBeyond(gain) })
    }
    return { top: choice.top, seen }
  },
})

/** The first so many of a column: itself where these are all, since what is known of it is kept. */
function firstOf(values: Float64Array, count: number): Float64Array {
  return values.length === count ? values : values.subarray(0, count)
}

function isBeyond({ value, error }: SeenGain): boolean {
  return value > 0 && error !== null && value > BEYOND * error
}

function byWorth(all: readonly Worth[]): Worth[] {
  return all.toSorted((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
}

/** The mean of what is best in each future, less that of what is best on average. */
export function perfectGain(
  ahead: readonly Float64Array[],
  replicate: Parameters<typeof standardErrorOf>[1],
  mask?: Uint8Array,
): SeenGain {
  const counts = (trial: number) => !mask || mask[trial] === 1
  const gains = ahead[0].map((_, trial) =>
    counts(trial) ? Math.max(0, ...ahead.map((one) => one[trial])) : 0,
  )
  const count = mask ? mask.reduce((sum, one) => sum + one, 0) : gains.length
  const value = gains.reduce((sum, one) => sum + one, 0) / count
  const off = gains.map((one, trial) => (counts(trial) ? one - value : 0))
  return { value, error: standardErrorOf(off, replicate, count) }
}
