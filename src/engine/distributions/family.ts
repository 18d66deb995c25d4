interface ParameterBase {
  readonly id: string
  readonly label: string
  /** One plain sentence. */
  readonly description: string
  /** May be left out. */
  readonly optional?: boolean
}

interface Bounds {
  /** Smallest and largest value allowed; between ±1e100 unless given. */
  readonly min?: number
  readonly max?: number
  /** Must be larger than this. */
  readonly above?: number
}

interface Lengths {
  /** How many entries there may be. */
  readonly least: number
  readonly most: number
}

/** One number a family is described by, and the rule it must keep on its own. */
export interface NumberParameter extends ParameterBase, Bounds {
  readonly type?: 'number'
  /** What it is where it is left out. */
  readonly default?: number
}

/** A list of numbers, each within the bounds. */
export interface NumbersParameter extends ParameterBase, Bounds, Lengths {
  readonly type: 'numbers'
}

/** Percentiles `{ p, value }`, p and value both rising. */
export interface PercentilesParameter extends ParameterBase, Lengths {
  readonly type: 'percentiles'
}

/** Named alternatives `{ label, weight, distribution }`. */
export interface BranchesParameter extends ParameterBase, Lengths {
  readonly type: 'branches'
}

/** One thing a family is described by; a number unless its type says otherwise. */
export type Parameter =
  | NumberParameter
  | NumbersParameter
  | PercentilesParameter
  | BranchesParameter

/** A share p of all values lies below a value. */
export interface Percentile {
  readonly p: number
  readonly value: number
}

/** A stretch of a quantile function without a kink, for tables over normal scores. */
export interface Piece {
  /** The score at which the piece ends; Infinity for the last. */
  readonly until: number
  /**
   * The value below which a share `lower` lies and above which a share `upper` lies; both are
   * given since each is exact where it is small.
   *
   * @param near a value close to the answer, where one is known
   */
  readonly solve: (lower: number, upper: number, near?: number) => number
  readonly density: (x: number) => number
  /** Derivative of the density's logarithm. */
  readonly logSlope: (x: number) => number
  /** Value, first and second derivative over the score, where that is better than by the density. */
  readonly jet?: (z: number) => readonly [number, number, number]
  /** Intervals a table begins with; 32 unless given. */
  readonly least?: number
  /** Intervals of a table worth trying; 4,096 unless given. */
  readonly most?: number
}

/** How values follow from normal scores: by a formula cheap enough for every draw, or by pieces a table is made of. */
export type Scoring =
  | { readonly kind: 'formula'; readonly value: (z: number) => number }
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }

/** What every family of distributions can tell. Each takes parameters that passed `check`. */
export interface Family<D extends { readonly kind: string }> {
  readonly kind: D['kind']
  readonly label: string
  /** When one would use it, in one plain sentence. */
  readonly description: string
  readonly parameters: readonly Parameter[]
  /** True where values have probability of their own: `density` then gives that probability. */
  readonly discrete: boolean
  /** Throws in the user's words where parameters contradict each other; each alone is checked before. */
  check(d: D): void
  /** The exact value below which a share p lies, for p from 0 to 1. */
  quantile(d: D): (p: number) => number
  density(d: D, x: number): number
  /** Probability of a value of at most x. */
  cumulative(d: D, x: number): number
  mean(d: D): number
  standardDeviation(d: D): number
  /** Smallest and largest possible value. */
  support(d: D): readonly [number, number]
  scoring(d: D): Scoring
  /** Values where the density jumps or bends, or that have probability of their own; the finite ends of the support need not be named. */
  breaks?(d: D): readonly number[]
}

/** The distributions of a family. */
export type MemberOf<F> = F extends Family<infer D> ? D : never
