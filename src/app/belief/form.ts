import {
  type Distribution,
  families,
  type FamilyId,
  type Parameter,
  quantile,
} from '../../engine/distributions/index.ts'
import type { SimpleDistribution } from '../../engine/distributions/simple.ts'
import {
  askOf,
  columnOf,
  type NumberField,
  numberOf,
  shareOf,
  shareText,
  toDigits,
} from '../../words/index.ts'

const CHANCE: NumberField = { percent: true }

/** Two fields that belong together: a value and its chance, or a share of futures and a value. */
export interface RowForm {
  share: string
  value: string
}

export interface BranchForm {
  label: string
  weight: string
  form: BeliefForm
}

/** A distribution as texts, good or not, the way a person types it. */
export interface BeliefForm {
  kind: FamilyId
  /** Numbers by their parameter; a column of numbers is one text. */
  texts: Record<string, string>
  /** Values with their chances, or percentiles; empty where the family has neither. */
  rows: RowForm[]
  branches: BranchForm[]
}

/** The texts that say a distribution. */
export function formOf(d: Distribution): BeliefForm {
  const values: Readonly<Record<string, unknown>> = { ...d }
  const texts: Record<string, string> = {}
  for (const { id, type } of parametersOf(d.kind)) {
    const value = values[id]
    if ((type ?? 'number') === 'number') {
      texts[id] = typeof value === 'number' ? textOf(value, fieldOf(d.kind)) : ''
    }
    if (isColumn(d.kind, id) && Array.isArray(value)) texts[id] = value.join('\n')
  }
  return { kind: d.kind, texts, rows: rowsOf(d), branches: branchesOf(d) }
}

/** What the texts say, to be checked: a text that is no number stays one. */
export function spokenBelief(form: BeliefForm, unit?: string): unknown {
  const { kind, texts, rows, branches } = form
  const numbers: Record<string, unknown> = {}
  for (const { id, type, optional } of parametersOf(kind)) {
    const text = texts[id]
    if (text === undefined || (optional && text.trim() === '')) continue
    numbers[id] =
      (type ?? 'number') === 'number' ? numberOf(text, fieldOf(kind, unit)) : numbersOf(text)
  }
  if (kind === 'discrete') {
    return {
      kind,
      values: rows.map(({ value }) => numberOf(value, { unit })),
      probabilities: rows.map(({ share }) => numberOf(share, CHANCE)),
    }
  }
  if (kind === 'mixture') {
    return {
      kind,
      branches: branches.map(({ label, weight, form: one }) => ({
        label,
        weight: numberOf(weight),
        distribution: spokenBelief(one, unit),
      })),
    }
  }
  if (rows.length > 0) return { kind, percentiles: percentilesOf(rows, unit), ...numbers }
  return { kind, ...numbers }
}

/** Percentiles as they were typed. */
export function percentilesOf(rows: readonly RowForm[], unit?: string) {
  return rows.map(({ share, value }) => ({ p: shareOf(share), value: numberOf(value, { unit }) }))
}

/** What to ask about the first text that can be read as two numbers; null where none can. */
export function askedOf({ kind, texts, rows, branches }: BeliefForm): string | null {
  const asked = [
    ...Object.values(texts).map((text) => askOf(text, fieldOf(kind))),
    ...(kind === 'discrete' ? rows.map(({ share }) => askOf(share, CHANCE)) : []),
    ...branches.map(({ form }) => askedOf(form)),
  ]
  return asked.find((one) => one !== null) ?? null
}

/** The chances of a form's rows together, NaN while one is no number. */
export function shareSum(rows: readonly RowForm[]): number {
  return rows.reduce((sum, { share }) => sum + Number(numberOf(share, CHANCE)), 0)
}

/** Numbers that are typed or pasted as a column rather than as rows. */
export function isColumn(kind: FamilyId, parameter: string): boolean {
  return kind === 'empirical' || (kind === 'metalog' && parameter === 'coefficients')
}

/** The same belief said by percentiles, for a curve that came as coefficients. */
export function asPercentiles(d: Distribution): RowForm[] {
  const at = quantile(d)
  return [0.1, 0.5, 0.9].map((p) => ({ share: shareText(p), value: String(rounded(at(p))) }))
}

/** To seven digits: more than a belief has, few enough to read. */
export function rounded(x: number): number {
  return toDigits(x, 7)
}

export function parametersOf(kind: FamilyId): readonly Parameter[] {
  return families[kind].parameters
}

function rowsOf(d: Distribution): RowForm[] {
  if (d.kind === 'discrete') {
    return d.values.map((value, i) => ({
      share: textOf(d.probabilities[i], CHANCE),
      value: String(value),
    }))
  }
  if (d.kind !== 'metalog') return []
  return (d.percentiles ?? []).map(({ p, value }) => ({
    share: shareText(p),
    value: String(value),
  }))
}

function branchesOf(d: Distribution): BranchForm[] {
  if (d.kind !== 'mixture') return []
  return d.branches.map(({ label, weight, distribution }) => ({
    label,
    weight: String(weight),
    form: formOf(distribution satisfies SimpleDistribution),
  }))
}

/** A chance is written as percent; every other number plainly. */
function fieldOf(kind: FamilyId, unit?: string): NumberField {
  return kind === 'bernoulli' ? CHANCE : { unit }
}

function textOf(x: number, { percent }: NumberField): string {
  return percent ? `${shareText(x)}%` : String(x)
}

/** The numbers of a text; the first cell that is none stays a text, so that it is named. */
function numbersOf(text: string): (number | string)[] {
  const { values, bad } = columnOf(text)
  return bad.length === 0 ? [...values] : [...values, bad[0].text]
}
