import type { Tried } from './coverage-draws.ts'
import { driverCoverage } from './coverage-drivers.ts'
import { flipCoverage } from './coverage-flips.ts'
import { indexCoverage } from './coverage-indices.ts'
import { informationCoverage } from './coverage-information.ts'
import { ruleCoverage } from './coverage-rules.ts'
import { signpostCoverage } from './coverage-signposts.ts'

/** One kind of interval that is tried. */
export interface CoverageLine {
  readonly id: string
  /** What it is of. */
  readonly label: string
  /** Which shares of samples may hold, where it is not known to be the stated one. */
  readonly allowed?: readonly [number, number]
}

/** Intervals that are worked out from the same samples. */
export interface CoverageGroup {
  /** Of which analysis, model and design. */
  readonly name: string
  readonly lines: readonly CoverageLine[]
  /** Intervals of a sample of its own by that number, by line; one that is not there is a miss. */
  readonly sample: (seed: number) => Samples[number]
}

/** How often intervals of a kind held what is known exactly. */
export interface CoverageFigure extends CoverageLine {
  readonly group: string
  /** The share of samples whose interval held it, and the binomial standard error of that share. */
  readonly share: number
  readonly error: number
  readonly allowed: readonly [number, number]
  readonly pass: boolean
}

/** Every kind of interval; one more is a line here. */
export const coverages: readonly CoverageGroup[] = [
  ...flipCoverage,
  ...driverCoverage,
  ...indexCoverage,
  ...informationCoverage,
  ...signpostCoverage,
  ...ruleCoverage,
]

/** What every interval here is stated to hold. */
export const STATED = 0.95
/** Samples unless something else is asked for. */
export const SAMPLES = 200
/**
 * Of 200 intervals that hold 95 of 100 fewer hold once in 8,000 certificates, and all of them once in
 * 28,000.
 */
const ALLOWED = [0.885, 0.995] as const

/** Intervals by line, sample by sample. */
export type Samples = readonly Readonly<Record<string, Tried | null>>[]

/** @param count how many samples; the same ones whenever asked, fewer are the first of more */
export function samplesOf({ sample }: CoverageGroup, count = SAMPLES): Samples {
  return Array.from({ length: count }, (_, seed) => sample(seed))
}

/** How often intervals hold what is known exactly; of fewer than 200 samples more may miss by chance. */
export function coverageOf({ name, lines }: CoverageGroup, samples: Samples): CoverageFigure[] {
  return lines.map((line) => {
    const held = samples.filter(({ [line.id]: one }) => one && isHeld(one)).length
    const share = held / samples.length
    const error = Math.sqrt((share * (1 - share)) / samples.length)
    const allowed = widened(line.allowed ?? ALLOWED, samples.length)
    const pass = share >= allowed[0] && share <= allowed[1]
    return { ...line, group: name, share, error, allowed, pass }
  })
}

function isHeld({ low, high, truth }: Tried): boolean {
  return low <= truth && truth <= high
}

/** Of so many samples one at least must hold, however low a share is allowed. */
const ENOUGH = 20

/** Bounds for so many samples: as much further out as chance goes. */
function widened([least, most]: readonly [number, number], samples: number) {
  const times = Math.sqrt(Math.max(1, SAMPLES / samples))
  const middle = Math.min(STATED, (least + most) / 2)
  return [
    Math.max(samples < ENOUGH ? 0 : 1 / samples, middle - (middle - least) * times),
    Math.min(1, middle + (most - middle) * times),
  ] as const
}
