import { type ChoiceFlip, choiceFlipsOf, type Compared } from './choice-flips.ts'

/** Where the sign of a mean difference turns, if one assumption were known. */
export interface Turn extends Pick<
  ChoiceFlip,
  'side' | 'isEvent' | 'start' | 'end' | 'span' | 'chance' | 'gain'
> {
  /** Who is ahead on the side: the first where 1, the second where −1; the other one is elsewhere. */
  readonly ahead: 1 | -1
}

/** Two cases, future by future. */
export interface ComparedPair extends Pick<Compared, 'replicate' | 'mask'> {
  readonly values: readonly [first: Float64Array, second: Float64Array]
}

const IDS = ['first', 'second'] as const

/**
 * For each assumption on which side of which value the case that is behind on average is ahead: what
 * flips the choice where these two are all there is to choose from, by the same rule. Where it is so on
 * two sides, that on which most is gained. Yields between assumptions.
 *
 * @param inputs assumptions by trial
 * @returns by assumption; without those that turn it nowhere for certain
 */
export function* turnsOf(
  { values, replicate, mask }: ComparedPair,
  inputs: Iterable<{ readonly id: string; readonly values: Float64Array }>,
): Generator<void, ReadonlyMap<string, Turn>> {
  const strategies = values.map((column, at) => ({ id: IDS[at], values: column }))
  const { flips } = yield* choiceFlipsOf({ strategies, replicate, mask }, inputs)
  // What gains most comes first, and is the last that is put in.
  return new Map(flips.toReversed().map((flip) => [flip.id, turnFrom(flip)]))
}

function turnFrom({ to, side, isEvent, start, end, span, chance, gain }: ChoiceFlip): Turn {
  return { ahead: to === IDS[0] ? 1 : -1, side, isEvent, start, end, span, chance, gain }
}
