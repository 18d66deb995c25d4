import type { Model } from './model.ts'

/** A case by name: of the first run that is asked about, unless another is named. */
export interface RunCase {
  readonly strategy: string
  readonly scenario: string
  /** Which of the runs, counted from 0. */
  readonly run?: number
}

/** The draws of a scenario, which all its cases share. */
export type RunScenario = Pick<RunCase, 'scenario' | 'run'>

/**
 * Futures that count, as plain data. Where no case is named (`of`), those asked about are meant: a
 * future counts if it does in one of them. `between` holds its ends; null is an end left open.
 */
export type Selection =
  | { readonly kind: 'all' }
  /** Those that meet the model's condition, e.g. in which the deal closes. */
  | { readonly kind: 'condition'; readonly of?: RunCase }
  | {
      readonly kind: 'states'
      readonly outcome: string
      readonly states: readonly string[]
      readonly of?: RunCase
    }
  | ({ readonly kind: 'between'; readonly outcome: string; readonly of?: RunCase } & Range)
  | ({ readonly kind: 'inputBetween'; readonly input: string; readonly of?: RunCase } & Range)
  | { readonly kind: 'and'; readonly parts: readonly Selection[] }
  | { readonly kind: 'or'; readonly parts: readonly Selection[] }
  | { readonly kind: 'not'; readonly part: Selection }

interface Range {
  readonly from: number | null
  readonly to: number | null
}

export const everyFuture: Selection = { kind: 'all' }

/** Where a selection finds what it reads. */
export interface Columns {
  readonly trials: number
  /** One outcome by trial. */
  outcome(of: RunCase, id: string): Float64Array
  /** One assumption by trial. */
  input(of: RunScenario, id: string): Float64Array
}

/** Columns by name. */
export interface Needs {
  readonly outcomes: readonly { readonly of: RunCase; readonly id: string }[]
  readonly inputs: readonly { readonly of: RunScenario; readonly id: string }[]
}

/** How many futures a figure stands on. */
export interface Futures {
  /** Of so many that were run. */
  readonly trials: number
  readonly count: number
  /** No future met the selection, so all are counted. */
  readonly isNone: boolean
}

export interface Selected {
  /** 1 where a trial counts; undefined where all do. */
  readonly mask: Uint8Array | undefined
  readonly futures: Futures
}

/**
 * The futures that count. Where none meets the selection, that is said and all count.
 *
 * @param subjects the cases asked about
 * @throws as `maskOf`
 */
export function selected(
  selection: Selection,
  model: Model,
  columns: Columns,
  subjects: readonly RunCase[],
): Selected {
  const { trials } = columns
  const every = { mask: undefined, futures: { trials, count: trials, isNone: false } }
  if (selection.kind === 'all') return every
  const mask = maskOf(selection, model, columns, subjects)
  const count = mask.reduce((sum, one) => sum + one, 0)
  if (count === 0) return { ...every, futures: { ...every.futures, isNone: true } }
  return { mask, futures: { trials, count, isNone: false } }
}

/**
 * 1 for every trial that meets a selection.
 *
 * @param subjects the cases asked about, meant where a selection names none
 * @throws where an outcome, state or case is not known, or a range is upside down
 */
export function maskOf(
  selection: Selection,
  model: Model,
  columns: Columns,
  subjects: readonly RunCase[],
): Uint8Array {
  const { trials } = columns
  const part = (one: Selection) => maskOf(one, model, columns, subjects)
  switch (selection.kind) {
    case 'all':
      return new Uint8Array(trials).fill(1)
    case 'and':
      return selection.parts.map(part).reduce(both, new Uint8Array(trials).fill(1))
    case 'or':
      return selection.parts.map(part).reduce(either, new Uint8Array(trials))
    case 'not':
      return part(selection.part).map((one) => 1 - one)
    case 'condition':
    case 'states':
    case 'between':
    case 'inputBetween': {
      const meets = testOf(selection, model)
      return columnsOf(selection, model, columns, subjects)
        .map((values) => marked(values, meets))
        .reduce(either, new Uint8Array(trials))
    }
  }
}

/**
 * The columns that a selection reads.
 *
 * @throws where it names no case and none is asked about
 */
export function needsOf(
  selection: Selection,
  model: Model,
  subjects: readonly RunCase[],
): { outcomes: Needs['outcomes'][number][]; inputs: Needs['inputs'][number][] } {
  switch (selection.kind) {
    case 'all':
      return { outcomes: [], inputs: [] }
    case 'and':
    case 'or': {
      const all = selection.parts.map((part) => needsOf(part, model, subjects))
      return {
        outcomes: all.flatMap(({ outcomes }) => outcomes),
        inputs: all.flatMap(({ inputs }) => inputs),
      }
    }
    case 'not':
      return needsOf(selection.part, model, subjects)
    case 'inputBetween': {
      const inputs = casesOf(selection, subjects).map((of) => ({ of, id: selection.input }))
      return { outcomes: [], inputs }
    }
    case 'condition':
    case 'states':
    case 'between': {
      const id = outcomeIn(selection, model)
      return { outcomes: casesOf(selection, subjects).map((of) => ({ of, id })), inputs: [] }
    }
  }
}

type Leaf = Extract<Selection, { kind: 'condition' | 'states' | 'between' | 'inputBetween' }>

function casesOf({ of }: Leaf, subjects: readonly RunCase[]): readonly RunCase[] {
  const cases = of ? [of] : subjects
  if (cases.length === 0) throw new Error('a selection of futures must name the case it speaks of')
  return cases
}

function columnsOf(
  leaf: Leaf,
  model: Model,
  columns: Columns,
  subjects: readonly RunCase[],
): Float64Array[] {
  const cases = casesOf(leaf, subjects)
  if (leaf.kind === 'inputBetween') return cases.map((of) => columns.input(of, leaf.input))
  const id = outcomeIn(leaf, model)
  return cases.map((of) => columns.outcome(of, id))
}

function outcomeIn(leaf: Exclude<Leaf, { kind: 'inputBetween' }>, model: Model): string {
  return leaf.kind === 'condition' ? model.condition.outcome : leaf.outcome
}

function testOf(leaf: Leaf, model: Model): (value: number) => boolean {
  if (leaf.kind === 'condition') return stateTest(model, model.condition)
  if (leaf.kind === 'states') return stateTest(model, leaf)
  const from = leaf.from ?? -Infinity
  const to = leaf.to ?? Infinity
  if (!(from <= to))
    throw new Error(`futures between ${from} and ${to} are none: turn the two round`)
  if (leaf.kind === 'between') {
    const outcome = model.outcomes.find(({ id }) => id === leaf.outcome)
    if (outcome?.kind !== 'number') throw new Error(`the model has no number ${leaf.outcome}`)
  }
  return (value) => value >= from && value <= to
}

function stateTest(
  model: Model,
  { outcome: id, states }: { readonly outcome: string; readonly states: readonly string[] },
): (value: number) => boolean {
  const outcome = model.outcomes.find((one) => one.id === id)
  if (outcome?.kind !== 'category') throw new Error(`the model has no category outcome ${id}`)
  const unknown = states.find((state) => !outcome.states.includes(state))
  if (unknown !== undefined) {
    throw new Error(`${id} is one of ${outcome.states.join(', ')}, never ${unknown}`)
  }
  const counts = outcome.states.map((state) => states.includes(state))
  return (value) => counts[value]
}

function marked(values: Float64Array, meets: (value: number) => boolean): Uint8Array {
  const mask = new Uint8Array(values.length)
  for (let i = 0; i < values.length; i++) if (meets(values[i])) mask[i] = 1
  return mask
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((one, trial) => one & b[trial])
}

function either(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((one, trial) => one | b[trial])
}
