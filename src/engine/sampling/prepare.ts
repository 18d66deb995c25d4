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

/** How one assumption is drawn in one world. */
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
const shockKeys = new WeakMap<RunPlan, Map<Model, (readonly StreamKey[])[]>>()

/**
 * How each assumption is drawn, in catalogue order.
 *
 * @throws where the world gives an assumption no distribution, or correlations make no sense
 */
export function columnPlans(model: Model, plan: RunPlan, world: number): readonly ColumnPlan[] {
  const worlds = prepared.get(plan) ?? new Map<number, Prepared>()
  prepared.set(plan, worlds)
  const known = worlds.get(world)
  if (known?.model === model) return known.columns
  const columns = prepare(model, plan, world)
  worlds.set(world, { model, columns })
  return columns
}

/** The keys of the model's shocks in one world, in the model's order. */
export function shockStreams(model: Model, plan: RunPlan, world: number): readonly StreamKey[] {
  const models = shockKeys.get(plan) ?? new Map<Model, (readonly StreamKey[])[]>()
  shockKeys.set(plan, models)
  const worlds = models.get(model) ?? []
  models.set(model, worlds)
  return (worlds[world] ??= model.shocks.map((id) =>
    streamKey(seedOf(plan, world, `shock:${id}`), `shock:${id}`),
  ))
}

function seedOf({ worlds, seed }: RunPlan, world: number, id: string): string {
  const { reseed = {} } = worlds[world]
  return Object.hasOwn(reseed, id) ? reseed[id] : seed
}

function prepare(model: Model, plan: RunPlan, world: number): readonly ColumnPlan[] {
  const { id: name, distributions } = plan.worlds[world]
  const sources = new Map(model.assumptions.map((one) => [one.id, sourceOf(one, plan, world)]))
  const mixed = mixtures(plan.correlations, new Set(sources.keys()))
  return model.assumptions.map(({ id, domain }) => {
    if (!Object.hasOwn(distributions, id)) {
      throw new Error(`scenario ${name} has no distribution for ${id}`)
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

function sourceOf(
  { id, dimension }: Model['assumptions'][number],
  plan: RunPlan,
  world: number,
): ScoreSource {
  const key = streamKey(seedOf(plan, world, id), id)
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
