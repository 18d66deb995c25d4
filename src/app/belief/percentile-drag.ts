import type { BeliefDraft } from './draft.svelte.ts'
import type { PercentileDraft } from './percentiles.svelte.ts'
import { type Held, heldBy, LEVELS, movedPercentile, roomFor } from './percentile-moves.ts'

/** A percentile in somebody's hand: the results follow it, and it is one change when it is let go. */
export class PercentileDrag {
  #held: Held | null = null

  constructor(
    private readonly belief: BeliefDraft,
    private readonly percentiles: PercentileDraft,
    private readonly hand: { begin(): void; end(): void },
  ) {}

  /** Takes one of P10, P50, P90: gives the values it may have, or null where it cannot move. */
  grab(index: number, domain: readonly [number, number]): readonly [number, number] | null {
    const level = LEVELS[index]
    this.#held = heldBy(this.belief.good, level, this.percentiles.partnerOf(level))
    if (this.#held === null) return null
    this.percentiles.touch(level)
    this.hand.begin()
    return roomFor(this.#held, domain)
  }

  /** Moves it there from where it was taken; what cannot be leaves the belief as it was. */
  move(value: number): void {
    if (this.#held === null) return
    try {
      this.belief.set(movedPercentile(this.#held, value))
    } catch {
      // Past an end by a rounding error: the next move will do.
    }
  }

  release(): void {
    if (this.#held === null) return
    this.#held = null
    this.hand.end()
  }
}
