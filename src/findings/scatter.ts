import type { Scatter, ScatterSide } from '../analyses/scatter.ts'
import type { Known, ScatterBin } from '../analyses/scatter-bins.ts'
import type { Measure } from '../engine/selection.ts'
import type { NumberOutcome } from '../engine/model.ts'
import {
  count,
  counted as countedText,
  difference,
  differenceWithError,
  exactValue,
  ofHundred,
  sentences,
  toDigits,
  unitText,
  commas,
  value,
  valueWithError,
  withError,
} from '../words/index.ts'
import { isEvent, measureName, unitOfMeasure } from './brush.ts'
import { luckSides } from './draw-words.ts'
import { amount, type Finding, type Table } from './finding.ts'

export type { ScatterBin, ScatterSide }

export interface ScatterFacts {
  readonly answer: Scatter
  readonly outcome: NumberOutcome
  /** Whose outcome it is: a strategy, or one less another. */
  readonly whose: string
  /** Whether it is of one less another. */
  readonly isDifference: boolean
  /** Futures that count, in words. */
  readonly counted: string
  /** What makes some stand out, after “futures where”; null for none. */
  readonly brushed: string | null
}

/** What a scatter draws. */
export interface ScatterMarks extends Pick<Scatter, 'dots' | 'sides' | 'bins'> {
  readonly x: ScatterAxis
  readonly y: ScatterAxis
  readonly isMarked: boolean
}

/** What one axis is called and how its numbers are written. */
export interface ScatterAxis {
  readonly name: string
  /** The same with the unit its ticks are in. */
  readonly label: string
  readonly unit: string
  /** Names of 0 and 1 where there is nothing between. */
  readonly ends: readonly [string, string] | null
  readonly isDifference: boolean
}

/** Fewer futures than these do not know their own error. */
const TOLD = 30
/** Errors that a change must be beyond to be told. */
const SURE = 3

/** An outcome against an input or another outcome. */
export function scatterFinding(facts: ScatterFacts): Finding<ScatterMarks> {
  const { answer, outcome, whose, isDifference, brushed } = facts
  const { x, dots, sides, bins } = answer
  const xUnit = x ? unitOfMeasure(x) : ''
  const isOutcome = x !== null && 'outcome' in x
  return {
    id: `against-${outcome.id}-${x ? ('input' in x ? x.input : x.outcome) : 'none'}`,
    title: titleOf(facts),
    measure: commas([
      `${outcome.label} of ${whose} (upwards)`,
      x ? `by ${acrossWords(x)} (to the right)` : '',
    ]),
    caption: captionOf(facts),
    table: () => tableOf(facts),
    marks: {
      dots,
      sides,
      bins,
      x: {
        name: x ? measureName(x) : '',
        label: x ? commas([measureName(x), unitText(xUnit)]) : '',
        unit: xUnit,
        ends: x && isEvent(x) ? eventEnds(bins) : null,
        isDifference: isOutcome && isDifference,
      },
      y: {
        name: outcome.label,
        label: commas([outcome.label, unitText(outcome.unit)]),
        unit: outcome.unit,
        ends: null,
        isDifference,
      },
      isMarked: brushed !== null,
    },
  }
}

/** Whether an event happens, with how often: dots of either are as wide whatever its chance. */
function eventEnds(bins: readonly ScatterBin[]): readonly [string, string] {
  const all = bins.reduce((sum, one) => sum + one.count, 0)
  const share = (happens: boolean) =>
    bins.reduce((sum, { from, count: own }) => sum + (from > 0 === happens ? own : 0), 0) / all
  if (all === 0) return ['does not happen', 'happens']
  return [`does not happen (${ofHundred(share(false))})`, `happens (${ofHundred(share(true))})`]
}

function acrossWords(x: Measure): string {
  return commas([`“${measureName(x)}”`, isEvent(x) ? '' : unitText(unitOfMeasure(x))])
}

/** What is to be expected at both ends, where that surely differs. */
function titleOf({ answer, outcome, isDifference }: ScatterFacts): string {
  const { x, bins } = answer
  if (bins.length === 0) return 'No future counts, so there is nothing to draw'
  if (x === null) return 'No belief varies in these futures, so none goes with it'
  const name = `“${measureName(x)}”`
  if (bins.length === 1) return `${name} is the same in every future that counts`
  const text = (known: Known) => figureOf(known, outcome.unit, isDifference)
  const told = bins.filter((bin) => bin.count >= TOLD)
  if (told.length < 2)
    return `Too few futures count to tell what ${outcome.label} does with ${name}`
  const ends = [told[0], told[told.length - 1]] as const
  const [low, high] = placesOf(x, told)
  if (differs(ends[0].p50, ends[1].p50)) {
    const [first, last] = ends
    return `${outcome.label}: median ${text(first.p50)} ${low}, ${text(last.p50)} ${high}`
  }
  const most = farthest(told)
  if (most) {
    const way = most.p50.value > ends[0].p50.value ? 'highest' : 'lowest'
    return `${outcome.label} is ${way} for middling ${name}: median ${text(most.p50)}, ${text(ends[0].p50)} ${low} and ${text(ends[1].p50)} ${high}`
  }
  return `The median of ${outcome.label} does not surely rise or fall with ${name}${averageWords(ends, text)}`
}

/** That the average does, where it does: the line is the median. */
function averageWords(
  [first, last]: readonly [ScatterBin, ScatterBin],
  text: (known: Known) => string,
): string {
  if (!differs(first.mean, last.mean)) return ''
  return `, but its average does: from ${text(first.mean)} to ${text(last.mean)}`
}

/** Where the two ends are, in the middle of a sentence. */
function placesOf(x: Measure, bins: readonly ScatterBin[]): readonly [string, string] {
  const name = `“${measureName(x)}”`
  if (isEvent(x)) return [`where ${name} does not happen`, 'where it does']
  const luck = 'input' in x ? luckSides(x.input) : null
  if (luck) return [`where ${luck[0]}`, `where ${luck[1]}`]
  const unit = unitOfMeasure(x)
  const [first, last] = [bins[0], bins[bins.length - 1]]
  const [low, high] = [first, last].map(({ middle }) => {
    const said = value(middle, unit)
    return isAboutNone(said) ? endWords(middle, unit) : said
  })
  return [`with ${name} at ${low}`, `at ${high}`]
}

/** Whether words say next to nothing of a place: no size, or no more than that it is small. */
function isAboutNone(words: string): boolean {
  return words.startsWith('under') || !/[1-9]/.test(words)
}

/** The part that is surely above both ends, or below both, by most. */
function farthest(bins: readonly ScatterBin[]): ScatterBin | null {
  const [first, last] = [bins[0].p50, bins[bins.length - 1].p50]
  const beyond = bins.filter(({ p50 }) => {
    const sameSide = Math.sign(p50.value - first.value) === Math.sign(p50.value - last.value)
    return sameSide && differs(p50, first) && differs(p50, last)
  })
  const far = ({ p50 }: ScatterBin) => Math.abs(p50.value - first.value)
  return beyond.reduce<ScatterBin | null>(
    (most, bin) => (most && far(most) >= far(bin) ? most : bin),
    null,
  )
}

function differs(a: Known, b: Known): boolean {
  if (a.error === null || b.error === null) return false
  return Math.abs(a.value - b.value) > SURE * Math.hypot(a.error, b.error)
}

function captionOf({ answer, counted, brushed, outcome, isDifference }: ScatterFacts): string {
  const { dots, count: all, correlation, sides, bins, x } = answer
  const drawn = dots.trials.length
  const { atom } = sides.y
  const at = atom && figureOf({ value: atom.value, error: null }, outcome.unit, isDifference)
  return sentences([
    drawn < all
      ? `A dot is a future: the first ${count(drawn)} of ${count(all)} that count.`
      : `A dot is a future: all ${countedText(all, 'future')} that count.`,
    brushed === null ? '' : `In full colour: those where ${brushed}.`,
    `Counted: ${counted}.`,
    bins.length > 1
      ? 'Over all of them: the line is the median by the value to the right, the band holds 80 of 100 futures (P10 to P90), and the shade at its edges and about the line is one standard error.'
      : '',
    atom
      ? `In ${ofHundred(atom.share)} futures it is exactly ${at}: their dots lie in the strip below.`
      : '',
    hasBeyond(answer) ? 'Dots at an edge lie beyond it.' : '',
    x && bins.length > 1
      ? `Rank correlation ${withError(correlation.value, correlation.error, 2)}.`
      : '',
  ])
}

/** Whether some dots are drawn at an edge: an axis leaves out the outermost futures. */
function hasBeyond({ dots, sides: { x, y } }: Scatter): boolean {
  const isOut =
    ([low, high]: readonly [number, number]) =>
    (at: number) =>
      at < low || at > high
  return dots.x.some(isOut(x.span)) || dots.y.some(isOut(y.span))
}

function figureOf({ value: x, error }: Known, unit: string, isDifference: boolean): string {
  return isDifference ? difference(x, unit, error) : value(x, unit, error)
}

/** An end of a part in three digits that count, whatever its size: it lies on the side of 0 it is on. */
function endWords(x: number, unit: string): string {
  return exactValue(toDigits(x, 3), unit)
}

function tableOf({ answer, outcome, isDifference }: ScatterFacts): Table {
  const { x, bins } = answer
  const unit = x ? unitOfMeasure(x) : ''
  const known = ({ value: size, error }: Known) =>
    amount(
      isDifference
        ? differenceWithError(size, error, outcome.unit)
        : valueWithError(size, error, outcome.unit),
      size,
      error,
    )
  const name = x ? measureName(x) : 'Futures'
  const isYesNo = x !== null && isEvent(x)
  return {
    columns: isYesNo
      ? [name, 'Futures', 'P10', 'Median', 'P90', 'Average']
      : [`${name}, from`, 'To', 'Futures', 'P10', 'Median', 'P90', 'Average'],
    rows: bins.map(({ from, to, count: futures, p10, p50, p90, mean }) => [
      ...(isYesNo
        ? [from > 0 ? 'Happens' : 'Does not happen']
        : [from, to].map((end) => amount(endWords(end, unit), end))),
      amount(count(futures), futures),
      ...[p10, p50, p90, mean].map(known),
    ]),
  }
}
