import { strategiesOf } from '../engine/plan.ts'
import type { Lever } from '../engine/model.ts'
import type { PresentedPage } from '../study/index.ts'
import { assumptions, leversAt } from '../study/model.ts'
import { MOST_SLIDERS } from '../study/presentation.ts'
import type { Dossier } from './dossier.ts'
import { strongestBeliefs } from './pages/parts.ts'

/** What a what-if on a page moves: ids, beliefs apart from decisions. */
export interface Sliders {
  readonly beliefs: readonly string[]
  readonly levers: readonly string[]
}

/** Those chosen for a page; where nothing was said the two strongest beliefs and the main lever. */
export async function slidersFor(dossier: Dossier, entry: PresentedPage): Promise<Sliders> {
  const { study, sight } = dossier
  const known = knownOf(study.vantage, entry)
  const isSaid = entry.beliefs !== undefined || entry.levers !== undefined
  if (isSaid) return known
  const { levers = {} } = strategiesOf(dossier.plan).find(({ id }) => id === sight.chosen) ?? {}
  const lever = mainLever(leversThatMove(study.vantage, levers.invest !== false), levers)
  const strongest = (await strongestBeliefs(dossier)).slice(
    0,
    lever ? MOST_SLIDERS - 1 : MOST_SLIDERS,
  )
  return { beliefs: strongest.map(({ id }) => id), levers: lever ? [lever.id] : [] }
}

/** What a file names and the model has, no more than find room. */
function knownOf(vantage: string, { beliefs = [], levers = [] }: PresentedPage): Sliders {
  const some = beliefs
    .filter((id) => assumptions.some((one) => one.id === id && one.role !== 'luck'))
    .slice(0, MOST_SLIDERS)
  const amounts = leversThatMove(vantage, true).filter(({ id }) => levers.includes(id))
  return { beliefs: some, levers: amounts.map(({ id }) => id).slice(0, MOST_SLIDERS - some.length) }
}

/** The levers that can be moved along a track; none where nothing is invested. */
export function leversThatMove(vantage: string, invests: boolean): readonly Lever[] {
  return invests ? leversAt(vantage).filter(({ kind }) => kind === 'amount') : []
}

/** The lever that a strategy uses most, as a part of what it might. */
function mainLever(
  levers: readonly Lever[],
  setting: Readonly<Record<string, unknown>>,
): Lever | null {
  const part = (lever: Lever) => {
    const now = setting[lever.id]
    if (lever.kind !== 'amount' || typeof now !== 'number') return 0
    return lever.max > lever.min ? (now - lever.min) / (lever.max - lever.min) : 0
  }
  const [first] = levers.toSorted((a, b) => part(b) - part(a))
  return first && part(first) > 0 ? first : (levers[0] ?? null)
}
