import { catalogue as market } from '../../models/index.ts'
import { hint, isKnown, isRetired } from './names.ts'
import { idOf, type Study } from './study.ts'

type Weighed = Pick<Study, 'scenarios' | 'scenarioWeights' | 'scenarioTargets'>

/**
 * Refuses weights and targets that say nothing.
 *
 * @throws in a sentence that says what was expected and what came
 */
export function checkWeights({ scenarios, scenarioWeights = {}, scenarioTargets }: Weighed): void {
  for (const [id, weight] of Object.entries(scenarioWeights)) {
    const all = [...scenarios, ...market.scenarios].map((one) => ({ id: idOf(one) }))
    if (!all.some((one) => one.id === id) && !isRetired('scenarios', id)) {
      throw new Error(`scenarioWeights: no scenario is called ${id}${hint(id, all)}`)
    }
    if (weight >= 0 && weight < Infinity) continue
    throw new Error(`scenarioWeights: ${id} is a number from 0 up, got ${weight}`)
  }
  const weights = Object.values(scenarioWeights)
  if (weights.length > 0 && weights.every((weight) => weight === 0)) {
    throw new Error('scenarioWeights: at least one is above 0, got 0 for all')
  }
  if (!scenarioTargets) return
  const { mean, below0 } = scenarioTargets
  if (!Number.isFinite(mean)) {
    throw new Error(`scenarioTargets: mean is a number of USD bn, got ${mean}`)
  }
  if (below0 >= 0 && below0 <= 1) return
  throw new Error(`scenarioTargets: below0 is a chance from 0 to 1, got ${below0}`)
}

/** A study of some of its scenarios, without weights of those of its own that it no longer has. */
export function withWeightsThere(study: Study): Study {
  const { scenarios, scenarioWeights } = study
  if (!scenarioWeights) return study
  const gone = Object.keys(scenarioWeights).filter(
    (id) => !isKnown('scenarios', id) && !scenarios.some((one) => idOf(one) === id),
  )
  return gone.filter((id) => !isRetired('scenarios', id)).reduce(withoutWeight, study)
}

/** A study without the weight of a scenario, and without any where none is left above 0. */
export function withoutWeight(study: Study, id: string): Study {
  const { scenarioWeights, ...rest } = study
  if (!scenarioWeights || !Object.hasOwn(scenarioWeights, id)) return study
  const { [id]: _gone, ...left } = scenarioWeights
  const isSaid = Object.values(left).some((weight) => weight > 0)
  return isSaid ? { ...rest, scenarioWeights: left } : rest
}
