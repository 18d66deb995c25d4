import { atMost, type CertificateRow } from '../engine/certificate/row.ts'
import { choiceMisses } from './coverage-choice.ts'
import { driverMisses } from './coverage-drivers.ts'
import { flipMisses } from './coverage-flips.ts'
import { indexMisses } from './coverage-indices.ts'
import { ruleMisses } from './coverage-rules.ts'

/** An interval that is meant to hold the truth in 95 of 100 samples. */
export interface Coverage {
  readonly id: string
  /** What it is of. */
  readonly label: string
  /** Whether it misses the truth in a sample of its own by that number. */
  readonly misses: (seed: number) => boolean
}

/** One more is a line here. */
const all: readonly Coverage[] = [
  ...driverMisses,
  ...indexMisses,
  ...flipMisses,
  ...choiceMisses,
  ...ruleMisses,
]

const SAMPLES = 200
/** Of intervals that hold the truth in 95 of 100 samples more miss it once in 600 certificates. */
const BOUND = 20

/** How often intervals miss what is known exactly. */
export function coverageRows(): CertificateRow[] {
  return all.map(({ id, label, misses }) => {
    let figure = 0
    for (let seed = 0; seed < SAMPLES; seed++) if (misses(seed)) figure++
    return atMost({
      id,
      group: 'Intervals',
      label: `${label}, 95% in ${SAMPLES} samples`,
      measure: 'count',
      bound: BOUND,
      figure,
    })
  })
}
