import {
  type Distribution,
  families,
  type FamilyId,
  type Parameter,
  quantile,
} from '../../engine/distributions/index.ts'
import type { SimpleDistribution } from '../../engine/distributions/simple.ts'
import {
  askIn,
  columnIn,
  numberIn,
  numberOf,
  numbersIn,
  shareOf,
  shareText,
  toDigits,
  typedIn,
} from '../../words/index.ts'
import { CHANCE, PLAIN, unitOf } from '../../study/parameter-units.ts'

export { unitOf }

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
export function formOf(d: Distribution, unit: string = PLAIN): BeliefForm {
  const values: Readonly<Record<string, unknown>> = { ...d }
  const texts: Record<string, string> = {}
  for (const { id, type } of parametersOf(d.kind)) {
    const value = values[id]
    if ((type ?? 'number') === 'number') {
      texts[id] = typeof value === 'number' ? typedIn(value, unitOf(d.kind, id, unit)) : ''
    }
    if (isColumn(d.kind, id) && Array.isArray(value)) {
      texts[id] = columnIn(value as readonly number[], unitOf(d.kind, id, unit))
    }
  }
  return { kind: d.kind, texts, rows: rowsOf(d, unit), branches: branchesOf(d, unit) }
}

/** What the texts say, to be checked: a text that is no number stays one. */
export function spokenBelief(form: BeliefForm, unit: string = PLAIN): unknown {
  const { kind, texts, rows, branches } = form
  const numbers: Record<string, unknown> = {}
  for (const { id, type, optional } of parametersOf(kind)) {
    const text = texts[id]
    if (text === undefined || (optional && text.trim() === '')) continue
    const of = unitOf(kind, id, unit)
    numbers[id] = (type ?? 'number') === 'number' ? numberIn(text, of) : numbersIn(text, of)
  }
  if (kind === 'discrete') {
    return {
      kind,
      values: rows.map(({ value }) => numberIn(value, unitOf(kind, 'values', unit))),
      probabilities: rows.map(({ share }) => numberIn(share, CHANCE)),
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
export function percentilesOf(rows: readonly RowForm[], unit: string = PLAIN) {
  return rows.map(({ share, value }) => ({ p: shareOf(share), value: numberIn(value, unit) }))
}

/** What to ask about the first text that can be read as two numbers; null where none can. */
export function askedOf(
  { kind, texts, rows, branches }: BeliefForm,
  unit: string = PLAIN,
): string | null {
  const asked = [
    ...Object.entries(texts).map(([id, text]) => askIn(text, unitOf(kind, id, unit))),
    ...rows.map(({ value }) => askIn(value, unitOf(kind, 'values', unit))),
    ...(kind === 'discrete' ? rows.map(({ share }) => askIn(share, CHANCE)) : []),
    ...branches.map(({ form }) => askedOf(form, unit)),
  ]
  return asked.find((one) => one !== null) ?? null
}

/** The chances of a form's rows together, NaN while one is no number. */
export function shareSum(rows: readonly RowForm[]): number {
  return rows.reduce((sum, { share }) => sum + Number(numberIn(share, CHANCE)), 0)
}

/** Numbers that are typed or pasted as a column rather than as rows. */
export function isColumn(kind: FamilyId, parameter: string): boolean {
  return kind === 'empirical' || (kind === 'metalog' && parameter === 'coefficients')
}

/** The same belief said by percentiles, for a curve that came as coefficients. */
export function asPercentiles(d: Distribution, unit: string): RowForm[] {
  const at = quantile(d)
  return [0.1, 0.5, 0.9].map((p) => ({ share: shareText(p), value: typedIn(rounded(at(p)), unit) }))
}

/** To seven digits: more than a belief has, few enough to read. */
export function rounded(x: number): number {
  return toDigits(x, 7)
}

export function parametersOf(kind: FamilyId): readonly Parameter[] {
  return families[kind].parameters
}

function rowsOf(d: Distribution, unit: string): RowForm[] {
  if (d.kind === 'discrete') {
    return d.values.map((value, i) => ({
      share: typedIn(d.probabilities[i], CHANCE),
      value: typedIn(value, unitOf(d.kind, 'values', unit)),
    }))
  }
  if (d.kind !== 'metalog') return []
  return (d.percentiles ?? []).map(({ p, value }) => ({
    share: shareText(p),
    value: typedIn(value, unit),
  }))
}

function branchesOf(d: Distribution, unit: string): BranchForm[] {
  if (d.kind !== 'mixture') return []
  return d.branches.map(({ label, weight, distribution }) => ({
    label,
    weight: String(weight),
    form: formOf(distribution satisfies SimpleDistribution, unit),
  }))
}
