/**
 * Ids that were used once and are never used again, so that an old study cannot come to mean another
 * thing. The dimension of a retired assumption stays in `test/fixtures/dimensions.json`.
 */
export const retired: Readonly<
  Record<
    'assumptions' | 'levers' | 'outcomes' | 'series' | 'strategies' | 'scenarios' | 'vantages',
    readonly string[]
  >
> = {
  assumptions: [],
  levers: [],
  outcomes: [],
  series: [],
  strategies: [],
  scenarios: [],
  vantages: [],
}
