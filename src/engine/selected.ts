import { type CaseColumns, outcomeColumn, outcomePlace } from './columns.ts'
import type { Catalogue } from './model.ts'
import type { Measure, Selection } from './selection.ts'

/** What a selection is taken from: one case, trial by trial. */
export interface Selectable {
  readonly trials: number
  /** An outcome by its id. */
  outcome(id: string): Float64Array
  /** An input by its id. */
  input(id: string): Float64Array
}

/** The columns of a case as something to select from; of inputs only those given. */
export function selectable(
  model: Catalogue,
  columns: CaseColumns,
  inputs?: ReadonlyMap<string, Float64Array>,
): Selectable {
  return {
    trials: columns.trials,
    outcome: (id) => outcomeColumn(columns, outcomePlace(model, id)),
    input(id) {
      const values = inputs?.get(id)
      if (!values) throw new Error(`the selection needs the input ${id}, which was not drawn`)
      return values
    },
  }
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
export function selectedOf(model: Catalogue, selection: Selection, from: Selectable): Selected {
  const { trials } = from
  if (selection.kind === 'all') return { mask: null, count: trials, isEmpty: false }
  const mask = maskOf(model, selection, from)
  const count = mask.reduce((sum, one) => sum + one, 0)
  return count === 0
    ? { mask: null, count: trials, isEmpty: true }
    : { mask, count, isEmpty: false }
}

/** 1 for every trial that meets a selection in one case; no trial may. */
export function maskOf(model: Catalogue, selection: Selection, from: Selectable): Uint8Array {
  const { trials } = from
  switch (selection.kind) {
    case 'all':
      return new Uint8Array(trials).fill(1)
    case 'closes':
      return statesMask(model, model.condition, from)
    case 'states':
      return statesMask(model, selection, from)
    case 'between': {
      const { low, high } = selection
      return Uint8Array.from(measured(selection.of, from), (value) =>
        value >= low && value <= high ? 1 : 0,
      )
    }
    case 'trials':
      return marksRead(selection, trials)
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

/** Outcomes and inputs a selection names, each once: what must be at hand before it can be taken. */
export function measuresNamed(
  model: Catalogue,
  selection: Selection,
): { readonly outcomes: readonly string[]; readonly inputs: readonly string[] } {
  switch (selection.kind) {
    case 'all':
    case 'trials':
      return { outcomes: [], inputs: [] }
    case 'closes':
      return { outcomes: [model.condition.outcome], inputs: [] }
    case 'states':
      return { outcomes: [selection.outcome], inputs: [] }
    case 'between':
      return 'input' in selection.of
        ? { outcomes: [], inputs: [selection.of.input] }
        : { outcomes: [selection.of.outcome], inputs: [] }
    case 'not':
      return measuresNamed(model, selection.part)
    case 'and':
    case 'or': {
      const named = selection.parts.map((part) => measuresNamed(model, part))
      return {
        outcomes: [...new Set(named.flatMap(({ outcomes }) => outcomes))],
        inputs: [...new Set(named.flatMap(({ inputs }) => inputs))],
      }
    }
  }
}

const PER_DIGIT = 4

/** The futures of a mask, by their numbers: a selection that is the same for every case of a run. */
export function marked(mask: ArrayLike<number>): Selection {
  let marks = ''
  for (let at = 0; at < mask.length; at += PER_DIGIT) {
    let digit = 0
    for (let bit = 0; bit < PER_DIGIT; bit++) digit |= (mask[at + bit] ? 1 : 0) << bit
    marks += digit.toString(16)
  }
  return { kind: 'trials', trials: mask.length, marks }
}

/** @throws where more trials are asked about than are marked: they are of another run */
function marksRead(
  { trials: known, marks }: { readonly trials: number; readonly marks: string },
  trials: number,
): Uint8Array {
  if (trials > known) {
    throw new Error(`the futures selected are of a run of ${known}, not of ${trials}`)
  }
  return new Uint8Array(trials).map(
    (_, trial) => (parseInt(marks[Math.floor(trial / PER_DIGIT)], 16) >> (trial % PER_DIGIT)) & 1,
  )
}

function measured(of: Measure, from: Selectable): Float64Array {
  return 'outcome' in of ? from.outcome(of.outcome) : from.input(of.input)
}

function statesMask(
  model: Catalogue,
  { outcome: id, states }: { readonly outcome: string; readonly states: readonly string[] },
  from: Selectable,
): Uint8Array {
  const outcome = model.outcomes.find((one) => one.id === id)
  if (outcome?.kind !== 'category') throw new Error(`the model has no category outcome ${id}`)
  const unknown = states.find((state) => !outcome.states.includes(state))
  if (unknown !== undefined) throw new Error(`${id} has no state ${unknown}`)
  const counts = outcome.states.map((state) => (states.includes(state) ? 1 : 0))
  return Uint8Array.from(from.outcome(id), (state) => counts[state])
}
