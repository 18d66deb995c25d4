import { distributionKey, drawTable, type DrawTable } from '../distributions/index.ts'
import type { Model } from '../model.ts'
import type { RunPlan } from '../plan.ts'
import { type StreamKey, streamKey } from '../streams.ts'
import { mixtures } from './correlate.ts'

/** The independent scores of one assumption. */
export interface ScoreSource {
  readonly id: string
  readonly key: StreamKey
  readonly dimension: number
  /** Equal tags mean equal scores in equal blocks. */
  readonly tag: number
}

/** How one assumption is drawn in one scenario. */
export interface ColumnPlan {
  /** Independent scores to mix; a single one with weight 1 where nothing is correlated. */
  readonly sources: readonly ScoreSource[]
  readonly weights: readonly number[]
  readonly table: DrawTable
  readonly domain: readonly [number, number]
  /** Equal tags mean equal values in equal blocks. */
  readonly tag: number
}

interface Prepared {
  readonly model: Model
  readonly columns: readonly ColumnPlan[]
}

// Plans are immutable, so what follows from one is worked out once.
const prepared = new WeakMap<RunPlan, Map<number, Prepared>>()
const shockKeys = new WeakMap<RunPlan, Map<Model, readonly StreamKey[]>>()

/**
 * How each assumption is drawn, in catalogue order.
 *
 * @throws where the scenario gives an assumption no distribution, or correlations make no sense
 */
export function columnPlans(model: Model, plan: RunPlan, scenario: number): readonly ColumnPlan[] {
  const scenarios = prepared.get(plan) ?? new Map<number, Prepared>()
  prepared.set(plan, scenarios)
  const known = scenarios.get(scenario)
  if (known?.model === model) return known.columns
  const columns = prepare(model, plan, scenario)
  scenarios.set(scenario, { model, columns })
  return columns
}

/** The keys of the model's shocks, in its order. */
export function shockStreams(model: Model, plan: RunPlan): readonly StreamKey[] {
  const models = shockKeys.get(plan) ?? new Map<Model, readonly StreamKey[]>()
  shockKeys.set(plan, models)
  let keys = models.get(model)
  if (!keys) {
    keys = model.shocks.map((id) => streamKey(seedOf(plan, `shock:${id}`), `shock:${id}`))
    models.set(model, keys)
  }
  return keys
}

function seedOf({ reseed, seed }: RunPlan, id: string): string {
  return Object.hasOwn(reseed, id) ? reseed[id] : seed
}

function prepare(model: Model, plan: RunPlan, scenario: number): readonly ColumnPlan[] {
  const { distributions } = plan.scenarios[scenario]
  const sources = new Map(model.assumptions.map((one) => [one.id, sourceOf(one, plan)]))
  const mixed = mixtures(plan.correlations, new Set(sources.keys()))
  return model.assumptions.map(({ id, domain }) => {
    if (!Object.hasOwn(distributions, id)) {
      throw new Error(`scenario ${plan.scenarios[scenario].id} has no distribution for ${id}`)
    }
    const { members, weights } = mixed.get(id) ?? { members: [id], weights: [1] }
    const own = members.flatMap((member) => sources.get(member) ?? [])
    const scores = own.map(({ tag }, i) => `${weights[i]}*${tag}`).join('+')
    return {
      sources: own,
      weights,
      table: drawTable(distributions[id]),
      domain,
      tag: tagOf(`${distributionKey(distributions[id])} ${domain[0]},${domain[1]} ${scores}`),
    }
  })
}

function sourceOf({ id, dimension }: Model['assumptions'][number], plan: RunPlan): ScoreSource {
  const key = streamKey(seedOf(plan, id), id)
  return { id, key, dimension, tag: tagOf(`${plan.sampling},${dimension},${key.join()}`) }
}

const MOST_TAGS = 50000
const tags = new Map<string, number>()
let nextTag = 0

/** A number for a text: asked again it is the same, as long as the text is remembered. */
function tagOf(text: string): number {
  let tag = tags.get(text)
  if (tag !== undefined) return tag
  // Forgetting is safe, since no number is given twice: columns are drawn once more.
  if (tags.size >= MOST_TAGS) tags.clear()
  tag = nextTag++
  tags.set(text, tag)
  return tag
}
