import type { CellMeasure } from '../analyses/cells.ts'
import type { Table } from '../findings/finding.ts'
import type { MatrixFacts, MatrixFound } from '../findings/matrix-facts.ts'
import type { Page } from './page.ts'
import type { FanPlain, RangesChart } from './plain-chart.ts'

/** What is shown as a chart with a table behind it, in words as the page has them. */
export interface Shown<Chart> {
  readonly id: string
  /** On its switch. */
  readonly label: string
  /** What was found. */
  readonly title: string
  /** What is measured. */
  readonly measure: string
  readonly caption: string
  readonly chart: Chart
  readonly table: Table
}

/** A belief, in words. */
export interface BeliefTold {
  readonly label: string
  readonly question: string
  /** What it belongs to. */
  readonly group: string
  readonly now: string
  /** The model's default; null where it is the same. */
  readonly before: string | null
  readonly rationale: string
  readonly sources: readonly SourceTold[]
  /** What somebody noted on it; empty where nobody has. */
  readonly note: string
}

export interface SourceTold {
  readonly text: string
  /** Empty where none is known. */
  readonly url: string
}

/** One future of the chosen strategy. */
export interface FutureTold {
  readonly trial: number
  /** Of the outcome in sight. */
  readonly value: number
  readonly text: string
  readonly title: string
  readonly why: string
  readonly draws: readonly string[]
  readonly moments: readonly (readonly [when: string, what: string])[]
  /** Outcomes with the chosen strategy and with its rival. */
  readonly table: Table
  /** By series, quarter by quarter, with the chosen strategy. */
  readonly lines: Readonly<Record<string, readonly number[]>>
}

/** Futures told one by one: those at dots that stand for equal shares of all, from the lowest on. */
export interface FuturesTold {
  /** Of what is measured. */
  readonly label: string
  readonly measure: string
  readonly unit: string
  readonly dots: readonly FutureTold[]
  /** Places among the dots of those of which 10%, half and 90% are below. */
  readonly marks: readonly (readonly [label: string, at: number])[]
}

/** A spread of which each matrix is its lower half, row by row: the other half is the same. */
export interface PackedSpread {
  readonly strategies: number
  readonly values: readonly (number | null)[]
  readonly matrices: readonly (readonly number[] | null)[]
}

/** The matrix, from which every measure is worked out anew for any weights. */
export interface MatrixTold {
  readonly facts: Omit<MatrixFacts, 'measure' | 'found'>
  readonly found: Omit<MatrixFound, 'spreads'>
  readonly spreads: Readonly<Partial<Record<CellMeasure, PackedSpread>>>
}

/** All that a handout shows: plain data, worked out when it is written. */
export interface HandoutData {
  readonly name: string
  /** What it is of, in a line. */
  readonly about: string
  readonly headline: string
  /** The question, why, and the decision asked. */
  readonly pages: readonly Page[]
  readonly chosen: { readonly id: string; readonly label: string }
  readonly rival: { readonly id: string; readonly label: string }
  readonly outcome: string
  /** What the scenario in sight is called. */
  readonly scenario: string
  readonly strategies: readonly Shown<RangesChart>[]
  readonly matrix: MatrixTold
  readonly series: readonly Shown<FanPlain>[]
  readonly futures: FuturesTold
  readonly terms: Table
  readonly scenarios: readonly {
    readonly label: string
    readonly story: string
    readonly changes: readonly string[]
  }[]
  readonly beliefs: readonly BeliefTold[]
  readonly method: readonly (readonly [label: string, text: string])[]
  readonly digest: string
  /** The study as a file that Stakes opens. */
  readonly study: string
}
