import type { RunResults } from '../workers/results.ts'

/** Whether two runs drew the same futures, whatever was believed of them. */
export function isSameDraws(
  { plan: a }: Pick<RunResults, 'plan'>,
  { plan: b }: Pick<RunResults, 'plan'>,
): boolean {
  const what = ({ vantage, seed, sampling, quarters }: typeof a) =>
    [vantage, seed, sampling, quarters].join('\n')
  return what(a) === what(b)
}
