/** The values of one assumption in one block. */
export interface Column {
  readonly values: Float64Array
  /** Trials, counted in the block, whose draw was moved to a bound of the domain. */
  readonly moved: readonly number[]
}

export interface ShockBlock {
  readonly quarters: number
  readonly values: Float64Array
}

/** What of a draw is kept: something by name, oldest first out, up to so many bytes. */
class Shelf<N, T> {
  private readonly items = new Map<N, T>()
  private used = 0

  constructor(
    private readonly room: number,
    private readonly size: (item: T) => number,
  ) {}

  get(name: N): T | undefined {
    const item = this.items.get(name)
    if (item === undefined) return undefined
    // Moved to the end: a map remembers the order in which names came.
    this.items.delete(name)
    this.items.set(name, item)
    return item
  }

  set(name: N, item: T): void {
    const old = this.items.get(name)
    if (old !== undefined) this.used -= this.size(old)
    this.items.delete(name)
    this.items.set(name, item)
    this.used += this.size(item)
    for (const [oldest, gone] of this.items) {
      if (this.used <= this.room) break
      this.items.delete(oldest)
      this.used -= this.size(gone)
    }
  }
}

/** Makes one number of a tag and a block. */
const MOST_BLOCKS = 65536

/** What the values of an assumption in a block are kept by; columns with equal tags have equal values. */
export function columnName({ tag }: { readonly tag: number }, block: number): number {
  return tag * MOST_BLOCKS + block
}

/** What they are kept by over all trials of a run. */
export function wholeName({ tag }: { readonly tag: number }, trials: number): string {
  return `${tag} ${trials}`
}

const MEGABYTE = 1048576

/**
 * Keeps draws of one worker, so that another scenario or an edited belief draws only what it
 * changed. Losing it costs time and changes no number.
 */
export class DrawCache {
  readonly scores: Shelf<number, Float64Array>
  readonly columns: Shelf<number, Column>
  readonly shocks: Shelf<string, ShockBlock>
  readonly #shared = new WeakSet<ArrayBufferLike>()
  /** What the reference comes to at a quarter, by trial. */
  readonly followed: Shelf<string, Float64Array>
  /** Assumptions by trial, over all trials of a run: read only, as many questions are asked of them. */
  readonly whole: Shelf<string, Float64Array>

  /** @param megabytes memory to use at most */
  constructor(megabytes = 75) {
    const room = megabytes * MEGABYTE
    this.scores = new Shelf(room * 0.17, (scores) => scores.byteLength)
    this.columns = new Shelf(room * 0.21, (column) => column.values.byteLength)
    this.shocks = new Shelf(room * 0.34, (shocks) => shocks.values.byteLength)
    this.followed = new Shelf(room * 0.13, (values) => values.byteLength)
    this.whole = new Shelf(room * 0.15, (values) => values.byteLength)
  }

  /** Takes a column over all trials to be kept: from now on several questions may read it. */
  share(shelf: 'followed' | 'whole', name: string, values: Float64Array): void {
    this.#shared.add(values.buffer)
    this[shelf].set(name, values)
  }

  /** Whether some memory is that of a column that is or was kept, and may not be given away. */
  keeps(memory: ArrayBufferLike): boolean {
    return this.#shared.has(memory)
  }
}
