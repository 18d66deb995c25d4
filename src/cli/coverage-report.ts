import { amount } from '../findings/finding.ts'
import { fixedPercent } from '../words/index.ts'
import { type CoverageFigure, STATED } from './coverage.ts'
import { printed } from './table.ts'

/** How often intervals hold as a table for a terminal, group by group, and whether all do as they should. */
export function coverageReport(
  figures: readonly CoverageFigure[],
  samples: number,
): { readonly held: boolean; readonly text: string } {
  const [head, ...lines] = printed({
    columns: ['', 'interval of', 'stated', 'held', '±', 'allowed'],
    rows: figures.map(({ label, share, error, allowed, pass }) => [
      pass ? 'ok' : 'FAILED',
      label,
      amount(fixedPercent(STATED), STATED),
      amount(fixedPercent(share, 1), share),
      amount(fixedPercent(error, 1), error),
      allowed.map((one) => fixedPercent(one, 1)).join(' to '),
    ]),
  })
  const parts = [...new Set(figures.map(({ group }) => group))].flatMap((name) => [
    '',
    name,
    ...lines.filter((_, at) => figures[at].group === name),
  ])
  const good = figures.filter(({ pass }) => pass).length
  const measure = `${good} of ${figures.length} kinds of intervals hold as often as they should, in ${samples} samples each`
  const held = figures.length > 0 && good === figures.length
  return { held, text: `${[head, ...parts, '', measure].join('\n')}\n` }
}
