import type { Series } from '../src/engine/model.ts'
import { aiPriceIndex, awsRevenue, chipAdvantage } from './measures.ts'
import type { Row } from './memory.ts'
import { AWS, AZURE, GENERAL, GOOGLE, OTHERS, SPECIALISTS } from './notation.ts'
import { withoutReaders } from './readers.ts'
import { concentration } from './regulation.ts'
import type { World } from './world.ts'

/**
 * Takes a series from a world.
 *
 * @param from the first quarter that is written
 * @param out one figure a quarter, 0 to the horizon
 */
type Reader = (world: World, from: number, out: Row) => void

/** The share of all spend of one provider. */
function shareOf(p: number): Reader {
  return ({ quarters }, from, out) => {
    for (let t = from; t < out.length; t++) out[t] = quarters[t].total[p]
  }
}

const listed = [
  {
    id: 'awsShare',
    label: 'AWS share',
    unit: 'fraction',
    description: 'AWS’s share of cloud spend, the contract counted.',
    read: shareOf(AWS),
  },
  {
    id: 'azureShare',
    label: 'Microsoft share',
    unit: 'fraction',
    description: 'Microsoft’s share of cloud spend, the contract counted.',
    read: shareOf(AZURE),
  },
  {
    id: 'googleShare',
    label: 'Google share',
    unit: 'fraction',
    description: 'Google’s share of cloud spend, the contract counted.',
    read: shareOf(GOOGLE),
  },
  {
    id: 'specialistsShare',
    label: 'Specialists’ share',
    unit: 'fraction',
    description: 'Share of cloud spend of specialised AI clouds, the contract counted.',
    read: shareOf(SPECIALISTS),
  },
  {
    id: 'othersShare',
    label: 'Other clouds’ share',
    unit: 'fraction',
    description: 'Share of cloud spend of all other clouds, the contract counted.',
    read: shareOf(OTHERS),
  },
  {
    id: 'awsAiShare',
    label: 'AWS share of AI',
    unit: 'fraction',
    description: 'AWS’s share of AI spend, the contract counted.',
    read: ({ quarters }, from, out) => {
      for (let t = from; t < out.length; t++) out[t] = quarters[t].ai[AWS]
    },
  },
  {
    id: 'awsRevenue',
    label: 'AWS revenue',
    unit: 'USD bn per year',
    description: 'AWS’s revenue at a yearly rate, the contract counted.',
    read: ({ quarters }, from, out) => {
      for (let t = from; t < out.length; t++) out[t] = 4 * awsRevenue(quarters[t])
    },
  },
  {
    id: 'spend',
    label: 'Cloud spend',
    unit: 'USD bn per quarter',
    description: 'Worldwide spend on cloud infrastructure, without the contract.',
    read: ({ quarters }, from, out) => {
      for (let t = from; t < out.length; t++)
        out[t] = quarters[t].spend[GENERAL] + quarters[t].aiSpend
    },
  },
  {
    id: 'hhi',
    label: 'Concentration',
    unit: 'points',
    description: 'Herfindahl-Hirschman index of cloud spend.',
    read: ({ quarters, fixed }, from, out) => {
      for (let t = from; t < out.length; t++) out[t] = concentration(quarters[t].total, fixed.firms)
    },
  },
  {
    id: 'hhiAi',
    label: 'Concentration of AI',
    unit: 'points',
    description: 'Herfindahl-Hirschman index of AI spend.',
    read: ({ quarters, fixed }, from, out) => {
      for (let t = from; t < out.length; t++) out[t] = concentration(quarters[t].ai, fixed.firms)
    },
  },
  {
    id: 'aiPriceIndex',
    label: 'AI price index',
    unit: 'index, 1 at start',
    description: 'Price of a constant unit of AI compute.',
    read: ({ quarters }, from, out) => {
      for (let t = from; t < out.length; t++) out[t] = aiPriceIndex(quarters[t])
    },
  },
  {
    id: 'awsChipAdvantage',
    label: 'AWS chip cost advantage',
    unit: 'fraction',
    description:
      'How much less capital a unit of AWS’s AI compute takes than a fleet of merchant chips.',
    read: ({ x, quarters }, from, out) => {
      for (let t = from; t < out.length; t++) out[t] = chipAdvantage(x, quarters[t])
    },
  },
  {
    id: 'cumulativeCash',
    label: 'Cash of the deal so far',
    unit: 'USD bn',
    description:
      'Discounted cash of the partnership up to a quarter, without the value of the stake and of what follows.',
    read: ({ quarters }, from, out) => {
      for (let t = from; t < out.length; t++) out[t] = quarters[t].cash
    },
  },
] as const satisfies readonly (Series & { readonly read: Reader })[]

export type SeriesId = (typeof listed)[number]['id']

/** What is followed quarter by quarter. */
export const series = withoutReaders(listed)

/** How each series is taken from a world, in the order of the series. */
export const seriesReaders: readonly Reader[] = listed.map(({ read }) => read)

/** The place of every series in the results of a trial. */
export const seriesAt = Object.fromEntries(series.map(({ id }, index) => [id, index])) as Readonly<
  Record<SeriesId, number>
>
