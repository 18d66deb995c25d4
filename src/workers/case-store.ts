import type { CaseColumns } from '../engine/columns.ts'
import { blockCount, trialsInBlock } from '../engine/blocks.ts'
import type { HashedCase } from '../engine/run.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'

/** One block of a case. Whoever holds it keeps it: nobody empties a block that another may hold. */
interface Kept {
  readonly digest: Uint8Array
  readonly outcomes: Float64Array
}

/** Names what a run of so many trials has in a block: a last block may be cut. */
export function partKey(trials: number, block: number): string {
  return `${block} ${trialsInBlock(trials, block)}`
}

/** What is known of one case from all runs of it. Cases of equal key share one store. */
export class CaseStore {
  private readonly blocks = new Map<string, Kept>()
  private readonly summaries = new Map<number, CaseSummary>()

  /** The part of a run of so many trials, with every block of it that is known. */
  part(trials: number): CasePart {
    return new CasePart(this, trials)
  }

  /** Bytes held. */
  get bytes(): number {
    let sum = 0
    for (const { outcomes } of this.blocks.values()) sum += outcomes.byteLength
    return sum
  }

  find(part: string): Kept | undefined {
    return this.blocks.get(part)
  }

  keep(part: string, kept: Kept): void {
    this.blocks.set(part, kept)
  }

  forget(part: string): void {
    this.blocks.delete(part)
  }

  summary(trials: number): CaseSummary | undefined {
    return this.summaries.get(trials)
  }

  keepSummary(trials: number, summary: CaseSummary): void {
    this.summaries.set(trials, summary)
  }
}

/** What one run holds of one case: its own list of blocks, which no other run can change. */
export class CasePart {
  private readonly blocks: (Kept | undefined)[]

  constructor(
    private readonly store: CaseStore,
    private readonly trials: number,
  ) {
    this.blocks = Array.from({ length: blockCount(trials) }, (_, block) =>
      store.find(partKey(trials, block)),
    )
  }

  has(block: number): boolean {
    return this.blocks[block] !== undefined
  }

  /** Whether every block is known and none was let go of. */
  get isWhole(): boolean {
    return this.blocks.every((kept) => kept !== undefined && kept.outcomes.length > 0)
  }

  put(block: number, { digest, outcomes }: HashedCase): void {
    const kept = { digest, outcomes }
    this.blocks[block] = kept
    this.store.keep(partKey(this.trials, block), kept)
  }

  /** Block digests of the first so many trials; every block must be here. */
  digests(trials: number): Uint8Array[] {
    return this.first(trials).map(({ digest }) => digest)
  }

  /** The columns of the first trials. */
  columns(trials: number): CaseColumns {
    return { trials, outcomes: this.first(trials).map(({ outcomes }) => outcomes) }
  }

  summary(trials: number): CaseSummary | undefined {
    return this.store.summary(trials)
  }

  keepSummary(trials: number, summary: CaseSummary): void {
    this.store.keepSummary(trials, summary)
  }

  /** Lets go of the columns, here and for later runs, and keeps digests and summaries. */
  release(): void {
    this.forget()
    this.blocks.forEach((kept, block) => {
      if (!kept) return
      this.blocks[block] = { digest: kept.digest, outcomes: new Float64Array() }
    })
  }

  private forget(): void {
    this.blocks.forEach((kept, block) => {
      const part = partKey(this.trials, block)
      if (kept && this.store.find(part) === kept) this.store.forget(part)
    })
  }

  private first(trials: number): Kept[] {
    return Array.from({ length: blockCount(trials) }, (_, block) => {
      const kept = this.blocks[block]
      if (!kept) throw new Error(`block ${block} of a case is missing`)
      return kept
    })
  }
}
