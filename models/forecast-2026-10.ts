import type { Quantiles } from './scores.ts'
import type { SeriesId } from './series.ts'

/** One figure of a quarter that had not been printed. */
export interface Forecast extends Quantiles {
  readonly series: SeriesId
  readonly quarter: string
}

/**
 * A forecast on record, to be scored when the quarters are printed: what was seen from October 2026
 * under the deal as signed. It is never changed, whatever becomes of the model; a test sees to it.
 */
export const forecastOf202610 = {
  vantage: '2026-10',
  /** The newest fact it knows. */
  known: '2026-10-08',
  model: '1.1.0',
  strategy: 'asSigned',
  seed: 'stakes',
  sampling: 'sobol',
  trials: 4096,
  // Shares as fractions, spend in USD bn a quarter, AWS's revenue in USD bn a year.
  figures: [
    {
      series: 'spend',
      quarter: '2026Q3',
      p5: 145.25,
      p25: 151.61,
      p50: 155.77,
      p75: 160.2,
      p95: 167.37,
    },
    {
      series: 'spend',
      quarter: '2026Q4',
      p5: 153.16,
      p25: 162.41,
      p50: 168.96,
      p75: 175.97,
      p95: 187.23,
    },
    {
      series: 'awsShare',
      quarter: '2026Q3',
      p5: 0.2649,
      p25: 0.2717,
      p50: 0.2763,
      p75: 0.2807,
      p95: 0.2874,
    },
    {
      series: 'awsShare',
      quarter: '2026Q4',
      p5: 0.2572,
      p25: 0.2669,
      p50: 0.273,
      p75: 0.2793,
      p95: 0.2882,
    },
    {
      series: 'googleShare',
      quarter: '2026Q3',
      p5: 0.1449,
      p25: 0.15,
      p50: 0.154,
      p75: 0.1585,
      p95: 0.1664,
    },
    {
      series: 'googleShare',
      quarter: '2026Q4',
      p5: 0.1461,
      p25: 0.1527,
      p50: 0.158,
      p75: 0.1642,
      p95: 0.1749,
    },
    {
      series: 'azureShare',
      quarter: '2026Q3',
      p5: 0.1877,
      p25: 0.1946,
      p50: 0.1994,
      p75: 0.2046,
      p95: 0.2126,
    },
    {
      series: 'azureShare',
      quarter: '2026Q4',
      p5: 0.1851,
      p25: 0.1931,
      p50: 0.1988,
      p75: 0.205,
      p95: 0.2145,
    },
    {
      series: 'awsRevenue',
      quarter: '2026Q3',
      p5: 160.89,
      p25: 167.28,
      p50: 171.77,
      p75: 176.92,
      p95: 185.36,
    },
    {
      series: 'awsRevenue',
      quarter: '2026Q4',
      p5: 168.81,
      p25: 177,
      p50: 183.88,
      p75: 191.32,
      p95: 203.69,
    },
  ],
} as const satisfies { readonly figures: readonly Forecast[] } & Readonly<Record<string, unknown>>
