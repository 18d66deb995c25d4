// Math.exp and its kin differ between engines in the last bit, so nothing here uses more than
// + - * / and sqrt, which IEEE 754 fixes to the bit.

export { exp, expm1, log, log1p, pow } from './exponential.ts'
export {
  fillNormalQuantiles,
  normalCumulative,
  normalDensity,
  normalQuantile,
} from './normal-curve.ts'
