import type { Metalog } from '../distributions/metalog.ts'
import type { References } from './references.ts'
import { atMost, type CertificateRow, relative, worst } from './row.ts'
import type { Tools } from './tools.ts'

const GROUP = 'Metalog'

/** Keelin's (2016) curves: coefficients, the triplet in closed form with every tail, feasibility. */
export function metalogCases({ metalog }: References, tools: Tools): CertificateRow[] {
  return [
    ...metalog.fits.map((fit, i) => fitCase(fit, i, tools)),
    ...metalog.triplets.flatMap((triplet) => tripletCases(triplet, metalog.probabilities, tools)),
    atMost({
      id: 'metalog-feasible',
      group: GROUP,
      label: 'Three terms are possible up to a3/a2 = 1.66711',
      measure: 'error',
      bound: 1e-9,
      figure: relative(steepestAccepted(tools), metalog.steepest),
    }),
  ]
}

type Fit = References['metalog']['fits'][number]

function fitCase({ percentiles, terms, coefficients }: Fit, i: number, tools: Tools) {
  const got = tools.fitCoefficients(percentiles, terms)
  const size = Math.max(...coefficients.map(Math.abs))
  const how = percentiles.length === terms ? 'through' : 'nearest to'
  return atMost({
    id: `metalog-fit-${i + 1}`,
    group: GROUP,
    label: `${terms} terms ${how} ${percentiles.map(({ p }) => `P${Math.round(100 * p)}`).join(', ')}`,
    measure: 'error',
    bound: 1e-12,
    figure: worst(coefficients.map((a, k) => Math.abs(got[k] - a) / size)),
  })
}

type Triplet = References['metalog']['triplets'][number]

function tripletCases(
  { quantiles, ...shape }: Triplet,
  probabilities: readonly number[],
  tools: Tools,
): CertificateRow[] {
  const d: Metalog = { kind: 'metalog', ...shape }
  const q = tools.quantile(d)
  const { percentiles, lower, upper } = shape
  const ends = [
    ...(lower === undefined ? [] : [`above ${lower}`]),
    ...(upper === undefined ? [] : [`below ${upper}`]),
  ]
  const name = [`Triplet ${percentiles.map(({ value }) => value).join(', ')}`, ...ends].join(' ')
  const common = { group: GROUP, measure: 'error' } as const
  const bounded = [
    ...(lower === undefined ? [] : ['lower']),
    ...(upper === undefined ? [] : ['upper']),
  ]
  const id = ['metalog-triplet', ...bounded].join('-')
  return [
    atMost({
      ...common,
      id,
      label: `${name}: quantiles`,
      bound: 1e-12,
      figure: worst(probabilities.map((p, i) => relative(q(p), quantiles[i]))),
    }),
    atMost({
      ...common,
      id: `${id}-through`,
      label: `${name}: gives its percentiles back`,
      bound: 1e-13,
      figure: worst(percentiles.map(({ p, value }) => relative(q(p), value))),
    }),
    atMost({
      ...common,
      id: `${id}-inverse`,
      label: `${name}: cumulative of quantiles`,
      bound: 1e-10,
      figure: worst(quantiles.map((x, i) => relative(tools.cumulative(d, x), probabilities[i]))),
    }),
  ]
}

/** The largest third coefficient beside a second of 1 that is not refused, by halving. */
function steepestAccepted(tools: Tools): number {
  let [good, bad] = [1, 3]
  for (let turn = 0; turn < 50; turn++) {
    const middle = (good + bad) / 2
    if (isAccepted({ kind: 'metalog', coefficients: [0, 1, middle] }, tools)) good = middle
    else bad = middle
  }
  return good
}

function isAccepted(d: Metalog, tools: Tools): boolean {
  try {
    tools.accepted(d)
    return true
  } catch {
    return false
  }
}
