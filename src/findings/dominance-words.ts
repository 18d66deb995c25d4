import type { NumberOutcome } from '../engine/model.ts'
import type { Dominance, Violation } from '../engine/statistics/dominance.ts'
import { count, listed, sizeWithError, value } from '../words/index.ts'

type DominanceOutcome = Pick<NumberOutcome, 'unit' | 'better'>

/** By row, over the strategy of the column; null over itself. */
export type Dominances = readonly (readonly (Dominance | null)[])[]

/** What is known of one strategy over another: the strongest that holds. */
export type Standing = 'first' | 'second' | 'nearlyFirst' | 'nearlySecond'

/** More names than this are counted. */
const MOST_NAMES = 4

/** The strongest that can be said of one over the other; null where nothing can. */
export function standingOver(dominance: Dominance | null): Standing | null {
  if (!dominance) return null
  const [first, second] = [dominance.first.verdict, dominance.second.verdict]
  if (first === 'dominates') return 'first'
  if (second === 'dominates') return 'second'
  if (first === 'nearly') return 'nearlyFirst'
  return second === 'nearly' ? 'nearlySecond' : null
}

/** Whether one surely dominates the other, in either order. */
function isSure(standing: Standing | null): boolean {
  return standing === 'first' || standing === 'second'
}

const orderWords: Readonly<Record<Standing, string>> = {
  first: '1st',
  second: '2nd',
  nearlyFirst: 'nearly 1st',
  nearlySecond: 'nearly 2nd',
}

/** The others that a strategy dominates, or is dominated by, in the words of a cell. */
export function dominanceCell(
  labels: readonly string[],
  found: Dominances,
  at: number,
  way: 'dominates' | 'dominatedBy',
): { readonly text: string; readonly count: number } {
  const others = labels.flatMap((label, other) => {
    const standing = standingOver(way === 'dominates' ? found[at][other] : found[other][at])
    return standing ? [{ label, standing }] : []
  })
  const sure = others.filter(({ standing }) => isSure(standing)).length
  const words = others.map(({ label, standing }) => `${label} (${orderWords[standing]})`)
  const text =
    words.length === 0
      ? '–'
      : words.length <= MOST_NAMES
        ? words.join(', ')
        : `${count(sure)} surely, ${count(words.length - sure)} nearly`
  return { text, count: sure + (words.length - sure) / 1000 }
}

/** What dominance comes to, a sentence each: who is left first, then by whom the others are dominated. */
export function dominanceSentences(
  labels: readonly string[],
  found: Dominances,
  outcome: DominanceOutcome,
): string[] {
  if (labels.length < 2) return []
  const standings = found.map((row) => row.map(standingOver))
  const sentences = labels.flatMap((label, at) => [
    ...sureSentences(label, labels, standings[at]),
    ...nearlySentences(label, labels, found[at], outcome),
  ])
  return [leadOf(labels, found, standings), ...sentences]
}

function leadOf(
  labels: readonly string[],
  found: Dominances,
  standings: readonly (readonly (Standing | null)[])[],
): string {
  const left = labels.filter((_, at) => !standings.some((row) => isSure(row[at])))
  if (left.length === labels.length) {
    const areAlike = found.every((row) => row.every((one) => !one || areSame(one)))
    return areAlike
      ? 'These trials do not tell the chances of one strategy from those of another.'
      : 'No strategy surely dominates another: which one is preferred depends on how a board sees risk.'
  }
  const gone = labels.filter((label) => !left.includes(label))
  if (gone.length <= left.length) {
    const each = gone.length === 1 ? 'it is dominated' : 'each is dominated'
    return `A board that does not like risk would not choose ${quoted(gone)}: ${each}.`
  }
  const others = `the other ${count(gone.length)} are dominated`
  return `A board that does not like risk is left with ${quoted(left)}: ${others}.`
}

function areSame({ first, second }: Dominance): boolean {
  return first.verdict === 'same' && second.verdict === 'same'
}

function sureSentences(
  label: string,
  labels: readonly string[],
  standings: readonly (Standing | null)[],
): string[] {
  const over = (wanted: Standing) => labels.filter((_, at) => standings[at] === wanted)
  const [first, second] = [over('first'), over('second')]
  return [
    ...(first.length > 0
      ? [
          `“${label}” dominates ${quoted(first)} in the first order: every board prefers it, however it sees risk.`,
        ]
      : []),
    ...(second.length > 0
      ? [
          `“${label}” dominates ${quoted(second)} in the second order: every board that does not like risk prefers it.`,
        ]
      : []),
  ]
}

/** What is nearly so, and the error that this rests on. */
function nearlySentences(
  label: string,
  labels: readonly string[],
  row: readonly (Dominance | null)[],
  outcome: DominanceOutcome,
): string[] {
  const over = (wanted: Standing, order: 'first' | 'second') =>
    row.flatMap((one, at) =>
      one && standingOver(one) === wanted
        ? [{ label: labels[at], violation: one[order].violation }]
        : [],
    )
  return [
    ...nearly(label, over('nearlyFirst', 'first'), 'first', (most) => chanceAgainst(most, outcome)),
    ...nearly(label, over('nearlySecond', 'second'), 'second', (most) =>
      meanAgainst(most, outcome),
    ),
  ]
}

/** One sentence on all that a strategy nearly dominates, with what speaks most against it. */
function nearly(
  label: string,
  others: readonly { readonly label: string; readonly violation: Violation }[],
  order: string,
  against: (most: Violation) => string,
): string[] {
  if (others.length === 0) return []
  const most = others
    .map(({ violation }) => violation)
    .reduce((one, other) => (other.size > one.size ? other : one))
  const names = quoted(others.map((one) => one.label))
  const atMost = others.length > 1 ? 'at most: ' : ''
  return [
    `“${label}” nearly dominates ${names} in the ${order} order: what speaks against it is less than three times its error (${atMost}${against(most)}).`,
  ]
}

function chanceAgainst({ size, error, at }: Violation, { unit, better }: DominanceOutcome): string {
  const most = better === 'lower' ? 'at least' : 'at most'
  return `its chance of ${most} ${value(at, unit)} is ${sizeWithError(size, error, 'fraction')} larger`
}

/** The area between two curves up to a value is how far averages are apart where no more than it counts. */
function meanAgainst({ size, error, at }: Violation, { unit, better }: DominanceOutcome): string {
  const beyond = better === 'lower' ? 'below' : 'above'
  const worse = better === 'lower' ? 'more' : 'less'
  return `with nothing counted ${beyond} ${value(at, unit)} it averages ${sizeWithError(size, error, unit)} ${worse}`
}

function quoted(labels: readonly string[]): string {
  if (labels.length > MOST_NAMES + 1) {
    const more = labels.length - MOST_NAMES
    return `${labels
      .slice(0, MOST_NAMES)
      .map((one) => `“${one}”`)
      .join(', ')} and ${count(more)} others`
  }
  return listed(labels.map((one) => `“${one}”`))
}
