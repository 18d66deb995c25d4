import type { Fifth, Together } from '../analyses/together.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { commas, correlation, count, strengthWords, unitText, value } from '../words/index.ts'
import { amount, type Finding, type Table } from './finding.ts'

/** A pair of beliefs, and how they came out in a run. */
export interface TogetherFacts {
  readonly first: string
  readonly second: string
  /** The coefficient they were drawn with. */
  readonly coefficient: number
  readonly answer: Together
  /** Null until they are known. */
  readonly fifths: readonly Fifth[] | null
}

/** What a scatter of two beliefs draws. */
export interface TogetherMarks {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly labels: readonly [x: string, y: string]
  readonly units: readonly [x: string, y: string]
}

/** How two beliefs move together in the futures of a run. */
export function togetherFinding(facts: TogetherFacts): Finding<TogetherMarks> {
  const { first, second, coefficient, answer } = facts
  const labels = [labelOf(first), labelOf(second)] as const
  const units = [unitOf(first), unitOf(second)] as const
  const withUnit = (index: 0 | 1) => commas([labels[index], unitText(units[index])])
  return {
    id: `together-${first}-${second}`,
    title: `${labels[0]} and ${labels[1]} move ${strengthWords(coefficient)}`,
    measure: `${withUnit(1)} (upwards) by ${withUnit(0)} (to the right)`,
    caption: `A dot is a future: the first ${count(answer.x.length)} of the run. Rank correlation over all of them: ${correlation(answer.correlation, 2)}.`,
    table: () => tableOf(facts),
    marks: { x: answer.x, y: answer.y, labels, units },
  }
}

const parts = ['lowest fifth', 'second fifth', 'middle fifth', 'fourth fifth', 'highest fifth']

function tableOf({ first, second, fifths }: TogetherFacts): Table {
  const cell = (id: string) => (x: number) => amount(value(x, unitOf(id)), x)
  const [a, b] = [cell(first), cell(second)]
  return {
    columns: [
      `Futures by ${labelOf(first)}`,
      'From',
      'To',
      `${labelOf(second)}: 10% are below`,
      '50% are below',
      '90% are below',
    ],
    rows: (fifths ?? []).map(({ from, to, p10, p50, p90 }, index) => [
      parts[index],
      a(from),
      a(to),
      b(p10),
      b(p50),
      b(p90),
    ]),
  }
}

function unitOf(id: string): string {
  return assumptions.find((one) => one.id === id)?.unit ?? ''
}
