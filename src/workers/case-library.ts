import { caseKey, worldKey } from '../engine/cases.ts'
import type { CaseColumns } from '../engine/columns.ts'
import { type RunPlan, worldAt } from '../engine/plan.ts'
import { type CasePart, CaseStore } from './case-store.ts'

/** Bytes of columns kept for cases that no picture shows at the moment. */
const SPARE_BYTES = 160e6

/** Draws moved to their domain's bound, by the key of a part. */
export type MovedByBlock = Map<string, Int32Array>

/** A case as one run holds it. */
export interface HeldCase {
  readonly key: string
  readonly part: CasePart
}

/** Columns of past runs by case key, so that an edit runs again only what it changed. */
export class CaseLibrary {
  private readonly stores = new Map<string, CaseStore>()
  private readonly moved = new Map<string, MovedByBlock>()

  /** A plan's cases in their order, with what is known of each. */
  open(plan: RunPlan): HeldCase[] {
    // Digests are kept with the columns, so other outcomes covered are another entry.
    const covered = plan.digestOf ? ` ${plan.digestOf.join(' ')}` : ''
    const cases = plan.cases.map(({ scenario, levers }) => {
      const world = worldKey(plan, worldAt(plan, scenario))
      return this.case(caseKey(world, levers) + covered, plan.trials)
    })
    this.shrink(new Set(cases.map(({ key }) => key)))
    return cases
  }

  /** All columns of a case by its key, where every block of a run of so many trials is known. */
  wholeCase(key: string, trials: number): CaseColumns | null {
    const part = this.stores.get(key)?.part(trials)
    return part?.isWhole ? part.columns(trials) : null
  }

  /** Where the moved draws of a plan's world are counted, block by block. */
  movedOf(plan: RunPlan, world: number): MovedByBlock {
    return newest(this.moved, worldKey(plan, world), () => new Map())
  }

  private case(key: string, trials: number): HeldCase {
    return { key, part: newest(this.stores, key, () => new CaseStore()).part(trials) }
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
