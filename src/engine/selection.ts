import { type CaseColumns, outcomeColumn } from './columns.ts'
import type { Model } from './model.ts'

/** A number of each future: an outcome of the case at hand, or an input all cases share. */
export type Measure = { readonly outcome: string } | { readonly input: string }

/**
 * Which futures count: a value that can be kept, sent and compared. `closes` is the model's own
 * condition; `between` takes both of its ends in.
 */
export type Selection =
  | { readonly kind: 'all' }
  | { readonly kind: 'closes' }
  | {
      readonly kind: 'between'
      readonly of: Measure
      readonly low: number
      readonly high: number
    }
  | { readonly kind: 'states'; readonly outcome: string; readonly states: readonly string[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Selection[] }
  | { readonly kind: 'not'; readonly part: Selection }

export const ALL: Selection = { kind: 'all' }
export const CLOSES: Selection = { kind: 'closes' }

/** What a selection is taken from: the columns of one case, and the inputs behind them. */
export interface Selectable {
  readonly columns: CaseColumns
  /** By assumption id, in the order of trials; those a selection names. */
  readonly inputs?: ReadonlyMap<string, Float64Array>
}

export interface Selected {
  /** 1 where a trial counts; null where all do. */
  readonly mask: Uint8Array | null
  /** Trials that count. */
  readonly count: number
  /** Whether nothing met the selection, so that all are counted instead: to be said. */
  readonly isEmpty: boolean
}

/**
 * The futures a selection counts. Where none meets it all are counted, and the answer says so: a
 * figure of no futures is none.
 *
 * @throws where it names an outcome, state or input that is not there
 */
export function selectedOf(model: Model, selection: Selection, from: Selectable): Selected {
  const { trials } = from.columns
  if (selection.kind === 'all') return { mask: null, count: trials, isEmpty: false }
  const mask = maskOf(model, selection, from)
  const count = mask.reduce((sum, one) => sum + one, 0)
  return count === 0
    ? { mask: null, count: trials, isEmpty: true }
    : { mask, count, isEmpty: false }
}

/** 1 for every trial that meets a selection in one case; no trial may. */
export function maskOf(model: Model, selection: Selection, from: Selectable): Uint8Array {
  const { trials } = from.columns
  switch (selection.kind) {
    case 'all':
      return new Uint8Array(trials).fill(1)
    case 'closes':
      return statesMask(model, model.condition, from)
    case 'states':
      return statesMask(model, selection, from)
    case 'between': {
      const { low, high } = selection
      return Uint8Array.from(measured(model, selection.of, from), (value) =>
        value >= low && value <= high ? 1 : 0,
      )
    }
    case 'not':
      return maskOf(model, selection.part, from).map((one) => 1 - one)
    case 'and':
    case 'or': {
      const isAnd = selection.kind === 'and'
      const mask = new Uint8Array(trials).fill(isAnd ? 1 : 0)
      for (const part of selection.parts) {
        const other = maskOf(model, part, from)
        for (let i = 0; i < trials; i++) mask[i] = isAnd ? mask[i] & other[i] : mask[i] | other[i]
      }
      return mask
    }
  }
}

/** Ids of the inputs a selection names, each once: what must be drawn before it can be taken. */
export function inputsNamed(selection: Selection): readonly string[] {
  switch (selection.kind) {
    case 'between':
      return 'input' in selection.of ? [selection.of.input] : []
    case 'and':
    case 'or':
      return [...new Set(selection.parts.flatMap(inputsNamed))]
    case 'not':
      return inputsNamed(selection.part)
    default:
      return []
  }
}

function measured(model: Model, of: Measure, { columns, inputs }: Selectable): Float64Array {
  if ('outcome' in of) return outcomeColumn(columns, placeOf(model, of.outcome))
  const values = inputs?.get(of.input)
  if (!values) throw new Error(`the selection needs the input ${of.input}, which was not drawn`)
  return values
}

function statesMask(
  model: Model,
  { outcome: id, states }: { readonly outcome: string; readonly states: readonly string[] },
  { columns }: Selectable,
): Uint8Array {
  const place = placeOf(model, id)
  const outcome = model.outcomes[place]
  if (outcome.kind !== 'category') throw new Error(`the model has no category outcome ${id}`)
  const unknown = states.find((state) => !outcome.states.includes(state))
  if (unknown !== undefined) throw new Error(`${id} has no state ${unknown}`)
  const counts = outcome.states.map((state) => (states.includes(state) ? 1 : 0))
  return Uint8Array.from(outcomeColumn(columns, place), (state) => counts[state])
}

function placeOf(model: Model, id: string): number {
  const place = model.outcomes.findIndex((one) => one.id === id)
  if (place < 0) throw new Error(`the model has no outcome ${id}`)
  return place
}
