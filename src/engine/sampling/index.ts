import type { Design, Replicate } from './design.ts'

export type { Design, Replicate } from './design.ts'

/** Trials of a Latin hypercube that share one set of strata. */
export const GROUP = 64
/** Independent scrambles of Sobol's sequence: trial i is a point of scramble i mod 8. */
export const SCRAMBLES = 8

/**
 * Every sampling design, in the order pickers show them: what is said of it, apart from the
 * arithmetic, which `fill.ts` joins to it, so that who only names designs need not load that.
 */
export const designs = {
  random: {
    label: 'Random',
    description: 'Every trial is drawn on its own.',
    replicate: 1,
  },
  latinHypercube: {
    label: 'Latin hypercube',
    description:
      'Each 64 trials cover every 64th of each distribution once, so averages settle sooner.',
    replicate: GROUP,
  },
  sobol: {
    label: 'Sobol',
    description:
      'Each new trial lies where earlier ones left room, in all assumptions at once, so averages settle soonest.',
    replicate: { interleaved: SCRAMBLES },
  },
} satisfies Readonly<Record<string, Design>>

export type SamplingId = keyof typeof designs

/** Which trials together are one independent repetition of a design. */
export function replicateOf(design: SamplingId): Replicate {
  return designs[design].replicate
}
