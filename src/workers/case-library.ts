import { caseKey, scenarioKey } from '../engine/cases.ts'
import type { RunPlan } from '../engine/plan.ts'
import { CaseStore } from './case-store.ts'

/** Bytes of columns kept for cases that no picture shows at the moment. */
const SPARE_BYTES = 60e6

/** Draws moved to their domain's bound, by block. */
export type MovedByBlock = Map<number, Int32Array>

export interface StoredCase {
  readonly key: string
  readonly store: CaseStore
}

/** Columns of past runs by case key, so that an edit runs again only what it changed. */
export class CaseLibrary {
  private readonly stores = new Map<string, CaseStore>()
  private readonly moved = new Map<string, MovedByBlock>()

  /** The stores of a plan's cases: `[scenario][strategy]`. */
  open(plan: RunPlan): StoredCase[][] {
    // Digests are kept with the columns, so other outcomes covered are another entry.
    const covered = plan.digestOf ? ` ${plan.digestOf.join(' ')}` : ''
    const cases = plan.scenarios.map((_, scenario) =>
      plan.strategies.map(({ levers }) =>
        this.store(caseKey(scenarioKey(plan, scenario), levers) + covered),
      ),
    )
    this.shrink(new Set(cases.flat().map(({ key }) => key)))
    return cases
  }

  /** Where the moved draws of a plan's scenario are counted, block by block. */
  movedOf(plan: RunPlan, scenario: number): MovedByBlock {
    return newest(this.moved, scenarioKey(plan, scenario), () => new Map())
  }

  private store(key: string): StoredCase {
    return { key, store: newest(this.stores, key, () => new CaseStore()) }
  }

  private shrink(inUse: ReadonlySet<string>): void {
    let spare = 0
    for (const [key, store] of [...this.stores].reverse()) {
      if (inUse.has(key)) continue
      spare += store.bytes
      if (spare > SPARE_BYTES) this.stores.delete(key)
    }
    for (const key of this.moved.keys()) {
      if (this.moved.size <= 50) break
      this.moved.delete(key)
    }
  }
}

/** The entry under a key, made if absent, and moved to the end of the map. */
function newest<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make()
  map.delete(key)
  map.set(key, value)
  return value
}
