import type { Series } from '../engine/model.ts'
import { difference, quarterLabels, unitText, value } from '../words/index.ts'
import { readout } from './fan-words.ts'
import { amount, type Finding } from './finding.ts'

/** One strategy's series in one future. */
export interface FutureLine {
  readonly id: string
  readonly label: string
  /** Quarters 0 to the horizon. */
  readonly values: readonly number[]
}

/** What a chart of one series in one future draws. */
export interface FutureLines {
  readonly lines: readonly FutureLine[]
  /** Names of the quarters. */
  readonly quarters: readonly string[]
}

/**
 * One series in one future, under every strategy.
 *
 * @param told the strategy the future is told of
 * @param without what it is held against
 */
export function futureSeries(
  { id, label, unit, description }: Series,
  start: string,
  lines: readonly FutureLine[],
  { told, without }: { readonly told: string; readonly without: string },
): Finding<FutureLines> {
  const one = lines.find((line) => line.id === told) ?? lines[0]
  const other = lines.find((line) => line.id === without)
  const quarters = quarterLabels(start, one.values.length - 1)
  const last = one.values.length - 1
  const by = other && other !== one ? one.values[last] - other.values[last] : null
  // What is nothing without it needs no second figure, and what cannot be written is no difference.
  const text = by === null || other?.values[last] === 0 ? '' : difference(by, unit)
  const size = /[1-9]/.test(text) ? `, ${text} against` : ', as with'
  const apart = text === '' ? '' : `${size} ${other?.label ?? ''}`
  return {
    id: `future-${id}`,
    title: `${label}: ${value(one.values[0], unit)} in ${quarters[0]}, ${value(one.values[last], unit)} in ${quarters[last]}${apart}`,
    measure: [description.replace(/\.$/, ''), unitText(unit)].filter(Boolean).join(', '),
    caption: '',
    table: () => ({
      columns: ['Quarter', ...lines.map((line) => line.label)],
      rows: quarters.map((quarter, t) => [
        quarter,
        ...lines.map(({ values }) => amount(readout(values[t], unit, null), values[t])),
      ]),
    }),
    marks: { lines, quarters },
  }
}
