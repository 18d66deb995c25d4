import { engineTools } from '../../../src/engine/certificate/index.ts'
import { references } from '../../../src/engine/certificate/references.ts'
import type { Tools } from '../../../src/engine/certificate/tools.ts'
import { families } from '../../../src/engine/distributions/index.ts'
import { changed, type Fault, off } from './certificate-parts.ts'

const sets = references.nist.sets.map(({ id }) => id)
const kinds = Object.keys(families)
const triplets = ['', '-lower', '-upper', '-lower-upper'].map((ends) => `metalog-triplet${ends}`)

/** Faults in what is worked out without chance. */
export const faults: readonly Fault[] = [
  [
    'a mean in single precision',
    'nist',
    { meanOf: (values) => Math.fround(engineTools.meanOf(values)) },
    ['PiDigits', 'Lottery', 'Lew', 'Mavro', 'Michelso', 'NumAcc2', 'NumAcc3', 'NumAcc4'].map(
      (id) => `nist-${id}-mean`,
    ),
  ],
  [
    'a variance by the mean of squares less the square of the mean',
    'nist',
    {
      varianceOf(values, mean) {
        const squares = Float64Array.from(values, (x) => x * x)
        const { length } = values
        return ((engineTools.meanOf(squares) - mean * mean) * length) / (length - 1)
      },
    },
    ['Mavro', 'Michelso', 'NumAcc1', 'NumAcc2', 'NumAcc3', 'NumAcc4'].map(
      (id) => `nist-${id}-deviation`,
    ),
  ],
  [
    'an exponential off by 1e-14',
    'functions',
    { exp: (x) => off(engineTools.exp(x), 1e-14) },
    ['function-exp'],
  ],
  [
    'a logarithm off by 1e-14',
    'functions',
    { log: (x) => off(engineTools.log(x), 1e-14) },
    ['function-log'],
  ],
  [
    'a lower tail taken from 1',
    'functions',
    { normalCumulative: (z) => 1 - engineTools.normalCumulative(-z) },
    ['function-cumulative-far', 'function-cumulative-near'],
  ],
  [
    'a quantile of small p from 1 − p',
    'functions',
    {
      normalQuantile: (p) => (p < 0.01 ? -1 : 1) * engineTools.normalQuantile(p < 0.01 ? 1 - p : p),
    },
    ['function-normal-lower'],
  ],
  [
    'scores in single precision',
    'functions',
    {
      fillNormalQuantiles: (p, out) =>
        changed(out, (_, i) => Math.fround(engineTools.normalQuantile(p[i]))),
    },
    ['function-normal-bulk'],
  ],
  [
    'a triangle off by 2e-9',
    'quantiles',
    {
      quantile(d) {
        const exact = engineTools.quantile(d)
        return (p) => off(exact(p), d.kind === 'triangular' ? 2e-9 : 0)
      },
    },
    ['quantile-triangular'],
  ],
  [
    'tables of coarse scores',
    'quantiles',
    {
      drawTable(d) {
        const table = engineTools.drawTable(d)
        return { ...table, value: (z) => table.value(Math.round(z * 1e7) / 1e7) }
      },
    },
    kinds
      .filter((kind) => kind !== 'constant' && kind !== 'discrete')
      .map((kind) => `draw-${kind}`),
  ],
  [
    'the third and fourth term of a metalog exchanged',
    'metalog',
    {
      fitCoefficients(points, count) {
        const [a1, a2, a3, a4, ...rest] = engineTools.fitCoefficients(points, count)
        return count > 3 ? [a1, a2, a4, a3, ...rest] : [a1, a2, a3]
      },
    },
    ['metalog-fit-5', 'metalog-fit-6'],
  ],
  [
    'a bound that is forgotten',
    'metalog',
    {
      quantile: (d) => engineTools.quantile(d.kind === 'metalog' ? { ...d, upper: undefined } : d),
    },
    ['metalog-triplet-upper', 'metalog-triplet-lower-upper'],
  ],
  [
    'a cumulative off by 1e-9',
    'metalog',
    { cumulative: (d, x) => off(engineTools.cumulative(d, x), 1e-9) },
    triplets.map((id) => `${id}-inverse`),
  ],
  [
    'a curve that falls and is let pass',
    'metalog',
    { accepted: (value) => value as ReturnType<Tools['accepted']> },
    ['metalog-feasible'],
  ],
  [
    'a mean off by 1e-13',
    'nist',
    { meanOf: (values) => off(engineTools.meanOf(values), 1e-13) },
    sets.map((id) => `nist-${id}-mean`),
  ],
  [
    'a deviation off by 1e-8',
    'nist',
    { varianceOf: (values, mean) => off(engineTools.varianceOf(values, mean), 2e-8) },
    sets.map((id) => `nist-${id}-deviation`),
  ],
  [
    'normal quantiles off by 1e-14',
    'functions',
    { normalQuantile: (p) => off(engineTools.normalQuantile(p), 1e-14) },
    ['lower', 'middle', 'upper'].map((where) => `function-normal-${where}`),
  ],
  [
    'exact quantiles off by 2e-9',
    'quantiles',
    {
      quantile(d) {
        const exact = engineTools.quantile(d)
        return (p) => off(exact(p), 2e-9)
      },
    },
    kinds.map((kind) => `quantile-${kind}`),
  ],
  [
    'drawn values off by 2e-9',
    'quantiles',
    {
      drawTable(d) {
        const table = engineTools.drawTable(d)
        return { ...table, value: (z) => off(table.value(z), 2e-9) }
      },
    },
    kinds.map((kind) => `draw-${kind}`),
  ],
  [
    'coefficients off by 1e-11',
    'metalog',
    {
      fitCoefficients: (...given) =>
        engineTools.fitCoefficients(...given).map((a) => off(a, 1e-11)),
    },
    references.metalog.fits.map((_, i) => `metalog-fit-${i + 1}`),
  ],
  [
    'a curve off by 1e-11',
    'metalog',
    {
      quantile(d) {
        const exact = engineTools.quantile(d)
        return (p) => off(exact(p), 1e-11)
      },
    },
    triplets.flatMap((id) => [id, `${id}-through`]),
  ],
]
