import { commas, quarterNumber, unitText } from '../words/index.ts'
import { type CountedFutures, fanCounted } from './fan-futures.ts'
import { fanTitle, readout, readoutError } from './fan-words.ts'
import type { Fan, Observed } from './fans.ts'
import { cameAfter, publisherOf } from './observed.ts'
import { amount, type Cell, type Finding, type Table } from './finding.ts'

/** One series of one strategy, or of two that are compared. */
export interface FanFacts extends CountedFutures {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly description: string
  readonly fans: readonly Fan[]
  /** Single futures drawn over the first fan. */
  readonly singles: readonly (readonly number[])[]
  /** What is shown of what was observed. */
  readonly observed: readonly Observed[]
  /** The quarter of every value of a fan, e.g. 2025Q3. */
  readonly quarters: readonly string[]
  /** The difference that does not matter to the reader, of amounts in USD bn. */
  readonly negligible: number
}

/** What a fan chart draws. */
export interface FanMarks extends Pick<FanFacts, 'fans' | 'singles' | 'observed' | 'quarters'> {
  /** A value as the chart's readout has it. */
  readonly text: (x: number) => string
}

/** How a series could unfold. */
export function fanFinding(facts: FanFacts): Finding<FanMarks> {
  const { id, label, unit, description, fans, singles, observed, quarters, trials, negligible } =
    facts
  const error = readoutError(fans, trials)
  const text = (x: number) => readout(x, unit, error)
  const start = `in ${quarters[0]}`
  const whose = fans.length > 1 ? 'Fans' : (fans[0]?.label ?? '')
  const drawn = singles.length > 0 ? `; ${singles.length} single futures` : ''
  return {
    id: `fan-${id}`,
    title: fanTitle({ label, unit, start, quarters, trials, negligible }, fans),
    measure: commas([description.replace(/\.$/, ''), unitText(unit)]),
    caption: `${whose}: 90% of ${fanCounted(facts)}, the middle half, the median${drawn}.`,
    table: () => tableOf(facts, text),
    marks: { fans, singles, observed, quarters, text },
  }
}

/** Whose figures a fan's dots are. */
export function fanNote({
  id,
  observed,
  quarters,
}: Pick<FanFacts, 'id' | 'observed' | 'quarters'>): string {
  const publisher = publisherOf(id)
  if (observed.length === 0 || !publisher) return ''
  const hollow = observed.some(({ checked }) => !checked) ? ', hollow if unchecked' : ''
  const since = cameAfter(observed, quarters[0]) ? '; diamonds: what came since' : ''
  return `Dots: ${publisher}${hollow}${since}.`
}

function tableOf({ fans, observed, quarters }: FanFacts, text: (x: number) => string): Table {
  const cell = (x: number) => amount(text(x), x)
  const seen = (quarter: string): Cell => {
    const found = observed.find((dot) => dot.quarter === quarter)
    return found ? cell(found.value) : ''
  }
  const before = observed.filter(
    ({ quarter }) => quarterNumber(quarter) < quarterNumber(quarters[0]),
  )
  return {
    columns: [
      'Quarter',
      ...fans.flatMap(({ label }) => {
        const of = fans.length > 1 ? `, ${label}` : ''
        return [`5% below${of}`, `Median${of}`, `95% below${of}`]
      }),
      ...(observed.length > 0 ? ['Observed'] : []),
    ],
    rows: [
      ...before.map(({ quarter, value }) => [
        quarter,
        ...fans.flatMap(() => ['', '', '']),
        cell(value),
      ]),
      ...quarters.map((quarter, t) => [
        quarter,
        ...fans.flatMap(({ summary: { p5, p50, p95 } }) => [p5, p50, p95].map((p) => cell(p[t]))),
        ...(observed.length > 0 ? [seen(quarter)] : []),
      ]),
    ],
  }
}
