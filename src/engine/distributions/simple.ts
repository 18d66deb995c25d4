import { bernoulli } from './bernoulli.ts'
import { beta } from './beta.ts'
import { constant } from './constant.ts'
import { discrete } from './discrete.ts'
import { empirical } from './empirical.ts'
import type { Family, MemberOf } from './family.ts'
import { lognormal } from './lognormal.ts'
import { metalog } from './metalog.ts'
import { normal } from './normal.ts'
import { pert } from './pert.ts'
import { triangular } from './triangular.ts'
import { truncatedNormal } from './truncated-normal.ts'
import { uniform } from './uniform.ts'

/** Every family that is not made of others, in the order pickers show them. */
export const simpleFamilies = {
  constant,
  uniform,
  triangular,
  pert,
  normal,
  truncatedNormal,
  lognormal,
  beta,
  metalog,
  empirical,
  bernoulli,
  discrete,
} satisfies Readonly<Record<string, Family<{ readonly kind: string }>>>

export type SimpleDistribution = MemberOf<(typeof simpleFamilies)[keyof typeof simpleFamilies]>

/** The family a distribution belongs to. */
export function simpleFamilyOf(d: SimpleDistribution): Family<SimpleDistribution> {
  return simpleFamilies[d.kind]
}
