import type { CaseColumns } from '../engine/columns.ts'
import { BLOCK } from '../engine/plan.ts'
import { blockCount, SERIES_TRIALS, trialsInBlock } from '../engine/blocks.ts'
import type { BlockCase } from '../engine/run.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'

interface Kept {
  readonly trials: number
  readonly digest: Uint8Array
  readonly outcomes: Float64Array
  series: Float32Array
}

/** The columns of one case, block by block. Cases of equal key share one store. */
export class CaseStore {
  private readonly blocks: (Kept | undefined)[] = []
  private readonly summaries = new Map<number, CaseSummary>()
  private lending: Promise<unknown> = Promise.resolve()

  /** Whether a block of a run of so many trials is here. */
  has(block: number, trials: number): boolean {
    const kept = this.blocks[block]
    return kept?.trials === trialsInBlock(trials, block) && kept.outcomes.length > 0
  }

  put(block: number, trials: number, { digest, outcomes, series }: BlockCase): void {
    this.blocks[block] = { trials, digest, outcomes, series }
  }

  /** Bytes held. */
  get bytes(): number {
    let sum = 0
    for (const kept of this.blocks) {
      if (kept) sum += kept.outcomes.byteLength + kept.series.byteLength
    }
    return sum
  }

  /** Block digests of a run of so many trials; every block must be here. */
  digests(trials: number): Uint8Array[] {
    return this.first(trials).map(({ digest }) => digest)
  }

  /** The columns of the first trials. Series may be away while they are being summarised. */
  columns(trials: number): CaseColumns {
    const blocks = this.first(trials)
    return {
      trials,
      outcomes: blocks.map(({ outcomes }) => outcomes),
      series: blocks.slice(0, SERIES_TRIALS / BLOCK).map(({ series }) => series),
    }
  }

  summary(trials: number): CaseSummary | undefined {
    return this.summaries.get(trials)
  }

  keepSummary(trials: number, summary: CaseSummary): void {
    this.summaries.set(trials, summary)
  }

  /**
   * Lends the columns to one borrower at a time, who may transfer the series away and must hand
   * them back. If the borrower fails, the blocks it held are forgotten.
   */
  lend<T>(
    trials: number,
    borrow: (columns: CaseColumns) => Promise<{ result: T; series: readonly Float32Array[] }>,
  ): Promise<T> {
    const turn = this.lending.then(async () => {
      const held = this.first(trials)
      try {
        const { result, series } = await borrow(this.columns(trials))
        series.forEach((part, index) => {
          held[index].series = part
        })
        return result
      } catch (error) {
        this.forget()
        throw error
      }
    })
    this.lending = turn.catch(() => {})
    return turn
  }

  /** Drops the columns and keeps digests and summaries. */
  release(): void {
    this.blocks.forEach((kept, index) => {
      if (!kept) return
      this.blocks[index] = { ...kept, outcomes: new Float64Array(), series: new Float32Array() }
    })
  }

  private forget(): void {
    this.blocks.length = 0
  }

  private first(trials: number): Kept[] {
    return Array.from({ length: blockCount(trials) }, (_, block) => {
      const kept = this.blocks[block]
      if (!kept) throw new Error(`block ${block} of a case is missing`)
      return kept
    })
  }
}
