import {
  type Branch,
  type Distribution,
  families,
  type Parameter,
  type Percentile,
} from '../../engine/distributions/index.ts'
import { numberIn, shareOf, shareText, typedIn } from '../../words/index.ts'
import { PLAIN, unitOf } from '../parameter-units.ts'

// A shape as a person reads and types it in a cell: “lowest = 15%; likeliest = 22%; highest = 30%”.
// Numbers stand as the page writes them, and read back as the same bits.

/** Sets the parts of a shape apart; a comma may be a decimal sign. */
export const APART = '; '
/** Sets the branches of a mixture apart. */
export const BETWEEN_BRANCHES = ' | '
/** Stands before a number of the model that cannot be said in its unit with all its digits. */
export const RAW = 'raw'

/** A shape by the name people read. */
export function shapeLabel(d: Distribution): string {
  return families[d.kind].label
}

/** What a shape is described by, in a line; `spokenParameters` reads it. */
export function parametersText(d: Distribution, unit: string): string {
  const values = new Map<string, unknown>(Object.entries(d))
  return families[d.kind].parameters
    .flatMap((parameter) => {
      const value = values.get(parameter.id)
      return value === undefined ? [] : [parameterText(d, parameter, value, unit)]
    })
    .join(APART)
}

/** Shape and parameters in one cell. */
export function beliefText(d: Distribution, unit: string): string {
  return `${shapeLabel(d)}: ${parametersText(d, unit)}`
}

/** A number in a unit, with all its digits. */
export function exactText(x: number, unit: string): string {
  const text = unit === PLAIN ? String(x) : typedIn(x, unit)
  return Object.is(numberIn(text, unit), x + 0) ? text : `${RAW} ${x}`
}

function parameterText(
  d: Distribution,
  parameter: Parameter,
  value: unknown,
  unit: string,
): string {
  const of = unitOf(d.kind, parameter.id, unit)
  const named = (text: string) => `${parameter.label.toLowerCase()} = ${text}`
  switch (parameter.type) {
    case 'percentiles':
      return (value as readonly Percentile[])
        .map((one) => `${percentileName(one.p)} = ${exactText(one.value, unit)}`)
        .join(APART)
    case 'branches':
      return (value as readonly Branch[]).map((one) => branchText(one, unit)).join(BETWEEN_BRANCHES)
    case 'numbers':
      return named((value as readonly number[]).map((x) => exactText(x, of)).join(APART))
    case 'number':
    case undefined:
      return named(exactText(value as number, of))
  }
}

function branchText({ label, weight, distribution: d }: Branch, unit: string): string {
  return `${JSON.stringify(label)} weight ${weight}: ${shapeLabel(d)} [${parametersText(d, unit)}]`
}

/** P10 for a tenth; a share that percent cannot say exactly as it is. */
function percentileName(p: number): string {
  const percent = shareText(p)
  return shareOf(percent) === p ? `P${percent}` : `P(${p})`
}
