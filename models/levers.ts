import type { Lever, Levers } from '../src/engine/model.ts'

/** What Amazon decides. With `invest` off every other lever is ignored. */
export const levers = [
  {
    id: 'invest',
    kind: 'switch',
    label: 'Invest in OpenAI',
    unit: 'yes or no',
    description: 'Whether Amazon makes an offer at all.',
    default: false,
  },
  {
    id: 'upfront',
    kind: 'amount',
    label: 'Paid at closing',
    unit: 'USD bn',
    description: 'Cash paid for a stake on the day the deal closes.',
    default: 0,
    min: 0,
    max: 50,
    step: 1,
  },
  {
    id: 'conditional',
    kind: 'amount',
    label: 'Paid later, if conditions are met',
    unit: 'USD bn',
    description:
      'A second payment for the stake, which counts half when they decide whether to sign; never paid once OpenAI is in distress.',
    default: 0,
    min: 0,
    max: 50,
    step: 1,
  },
  {
    id: 'exclusivity',
    kind: 'amount',
    label: 'Exclusivity asked for',
    unit: 'fraction',
    description: '0 leaves OpenAI free to sell through every cloud, 1 ties it to AWS.',
    default: 0,
    min: 0,
    max: 1,
    step: 0.05,
  },
  {
    id: 'codesign',
    kind: 'amount',
    label: 'Chip co-design effort',
    unit: 'fraction',
    description: "How far the labs tune OpenAI's models and Amazon's chips for each other.",
    default: 0,
    min: 0,
    max: 1,
    step: 0.05,
  },
  {
    id: 'access',
    kind: 'amount',
    label: 'OpenAI models offered on AWS',
    unit: 'fraction',
    description: "How fully AWS may sell OpenAI's models: 0 not at all, 1 like its own.",
    default: 0,
    min: 0,
    max: 1,
    step: 0.05,
  },
  {
    id: 'commitment',
    kind: 'amount',
    label: 'Compute OpenAI commits to buy, on top of the contract of November 2025',
    unit: 'USD bn',
    description: 'Total compute OpenAI promises to buy from AWS as part of the deal.',
    default: 0,
    min: 0,
    max: 200,
    step: 5,
  },
  {
    id: 'commitmentYears',
    kind: 'amount',
    label: 'Years of that commitment',
    unit: 'years',
    description: 'Years after closing over which that compute is to be bought.',
    default: 7,
    min: 3,
    max: 10,
    step: 1,
  },
] as const satisfies readonly Lever[]

export type LeverId = (typeof levers)[number]['id']

/** A value for every lever of this model. */
export type Terms = Readonly<Record<Exclude<LeverId, 'invest'>, number>> & {
  readonly invest: boolean
}

/** The defaults: no offer. */
export const noOffer = Object.fromEntries(
  levers.map((lever) => [lever.id, lever.default]),
) as unknown as Terms

/**
 * The levers as they may be set where a deal has been signed: what is paid does not go back.
 *
 * @param signed const.signed of the vantage; null where nothing has been signed
 */
export function leversFrom(signed: Terms | null): readonly Lever[] {
  if (!signed) return levers
  return levers.map((lever): Lever =>
    lever.id === 'upfront' ? { ...lever, min: signed.upfront, default: signed.upfront } : lever,
  )
}

/** A setting in which what is not given takes its default, so that an older file outlives a new lever. */
export function completeLevers(given: Levers): Levers {
  return { ...noOffer, ...given }
}

/**
 * What is wrong with a setting of the levers, in sentences that name the rule and the value; empty
 * when it can be run.
 */
export function checkLevers(setting: Levers): string[] {
  const known: readonly Lever[] = levers
  const unknown = Object.keys(setting)
    .filter((id) => !known.some((lever) => lever.id === id))
    .map((id) => `no lever is called ${id}`)
  return [...unknown, ...known.flatMap((lever) => checkLever(lever, setting))]
}

function checkLever(lever: Lever, setting: Levers): string[] {
  if (!Object.hasOwn(setting, lever.id)) return [`lever ${lever.id} has no value`]
  const value: unknown = setting[lever.id]
  if (lever.kind === 'switch') {
    return typeof value === 'boolean'
      ? []
      : [`lever ${lever.id} is true or false, got ${JSON.stringify(value)}`]
  }
  const { id, min, max, unit } = lever
  const fits = typeof value === 'number' && value >= min && value <= max
  if (fits) return []
  const words = unit === 'fraction' ? '' : ` ${unit}`
  return [`lever ${id} lies between ${min} and ${max}${words}, got ${show(value)}`]
}

function show(value: unknown): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}
