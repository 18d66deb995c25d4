import type { Root } from '../analyses/best-regions.ts'
import type { ChoiceFlip, ChoiceFlips } from '../analyses/choice-flips.ts'
import { FEWEST } from '../analyses/side-bins.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { assumptions, labelOf } from '../study/model.ts'
import {
  alternatives,
  capital,
  chanceWithError,
  count,
  counted,
  levelBetween,
  money,
  ofHundred,
  sentences,
  sizeWithError,
  value,
} from '../words/index.ts'
import type { Limits } from './best.ts'
import { flipsThatMatter, isKnownFlip } from './choice-flips-asked.ts'
import { amount, type Finding } from './finding.ts'
import { flipPlace } from './flip-place.ts'
import { rootWords } from './root-words.ts'
import { otherBestWords } from './other-best.ts'
import { measureOf } from './verdict-facts.ts'
import { hingeWords } from './verdict.ts'
import { type Where, whereWords } from './where.ts'
import { tooFew } from './too-few.ts'

/** What would flip the choice, and what it is said of. */
export interface ChoiceFlipsFacts {
  readonly outcome: NumberOutcome
  /** Null where nothing was asked: no side of the outcome is better, or there is no second strategy. */
  readonly found: ChoiceFlips | null
  readonly limits: Pick<Limits, 'negligible'>
  /** Futures that count. */
  readonly where: Where
  /** What a strategy is called. */
  readonly strategy: (id: string) => string
  /** The strategy that is spoken of beside it, by id; null where none is. */
  readonly explained: string | null
  /** Whether it is on a page that draws it and has controls; it is where nothing is said. */
  readonly isDrawn?: boolean
}

/** One stretch of a belief, and the strategy that is best there. */
export interface FlipPart {
  readonly id: string
  readonly label: string
  readonly from: number
  readonly to: number
}

/** One belief that flips the choice. */
export interface FlipMark {
  /** Of the belief. */
  readonly id: string
  readonly label: string
  /** What takes over where, how likely that is and what is gained: a sentence each. */
  readonly words: readonly string[]
  /** From the low end of its scale to the high one; of an event shares of futures. */
  readonly parts: readonly FlipPart[]
  /** Where they meet, each with its interval; of an event none. */
  readonly roots: readonly Root[]
  /** What stands at the ends of the scale. */
  readonly ends: readonly [string, string]
}

/** For every belief that flips the choice: where, to which strategy, how likely, and by how much. */
export function choiceFlipsFinding(facts: ChoiceFlipsFacts): Finding<readonly FlipMark[]> {
  const { outcome, found, where } = facts
  const { matter } = flipsThatMatter(found ?? { flips: [] }, facts.limits)
  const best = found?.best ? facts.strategy(found.best) : ''
  return {
    id: `flips-${outcome.id}`,
    title: titleOf(facts, matter),
    measure: sentences([
      otherBestWords({ ...facts, best: found?.best ?? null }),
      ...(matter.length > 0
        ? [
            `Suppose one of these beliefs were known, and nothing else: where would another strategy than “${best}” be best by ${measureOf(outcome)} on average? What would gain most comes first.`,
            takesOverWords(facts),
          ]
        : [
            `Which strategy would be best by ${measureOf(outcome)} on average, if one belief were known.`,
          ]),
    ]),
    caption: found ? captionOf(facts, matter, whereWords(where).counted) : '',
    table: () => tableOf(facts, matter),
    marks: marksOf(facts, matter),
  }
}

function titleOf(facts: ChoiceFlipsFacts, [first]: readonly ChoiceFlip[]): string {
  const { outcome, found, strategy } = facts
  if (outcome.better === 'neutral') {
    return `No side of ${measureOf(outcome)} is the better one, so there is no choice by it to flip`
  }
  if (!found?.best) return 'There is no second strategy to choose, so nothing flips the choice'
  if (found.areFew) {
    return tooFew('tell what flips the choice', FEWEST, found.trials)
  }
  if (!first) {
    const best = strategy(found.best)
    return found.flips.length > 0
      ? `No belief alone flips the choice from ${best} for a gain that matters`
      : `No belief alone surely flips the choice from ${best}`
  }
  const belief = labelOf(first.id)
  const other = strategy(first.to)
  if (!isKnownFlip(first)) {
    return `“${belief}” flips the choice to ${other}, at a value these futures hardly tell`
  }
  // As the headline has it.
  return hingeWords({ belief, where: flipPlace(first), other }).replace(/\.$/, '')
}

/** What lies so near an end of a strip, as a part of it, has it drawn farther. */
const NEAR = 0.05

const STRIP =
  'A strip is one belief, from what 10% of futures are below to what 90% are, or farther where the best changes there; the line is where it changes, the band about it what stands in brackets. '

function captionOf(
  { found, limits, strategy, isDrawn = true }: ChoiceFlipsFacts,
  matter: readonly ChoiceFlip[],
  counts: string,
): string {
  if (!found || found.areFew) return ''
  const { best, looked, flips } = found
  const beliefs = new Set(matter.map(({ id }) => id)).size
  const small = flips.length - matter.length
  const rest = looked - new Set(flips.map(({ id }) => id)).size
  return sentences([
    `Counted: ${counts}.`,
    beliefs === 0
      ? `Of ${counted(looked, 'belief')}, none is known to flip it by an amount that matters.`
      : `Of ${counted(looked, 'belief')}, ${count(rest)} ${rest === 1 ? 'is' : 'are'} not known to flip anything.`,
    small > 0 && limits.negligible !== null
      ? `Left out: ${small === 1 ? 'one that flips it' : `${count(small)} that flip it`} for a gain below ${money(limits.negligible)}, which was said not to matter.`
      : '',
    beliefs > 0
      ? `${isDrawn ? STRIP : ''}In brackets is where a figure lies with 95% certainty; ± is one standard error. Chances are those your own beliefs give; a gain is how far the strategy is ahead of ${best ? strategy(best) : ''} there on average.`
      : '',
  ])
}

function tableOf({ outcome, strategy }: ChoiceFlipsFacts, matter: readonly ChoiceFlip[]) {
  const { unit } = outcome
  return {
    columns: ['Belief', 'Where', 'Best there', 'Chance', 'Ahead there', 'Chance × ahead'],
    rows: matter.map((flip) => {
      const { chance, gain, worth } = flip
      return [
        labelOf(flip.id),
        flipPlace(flip, rootWords),
        strategy(flip.to),
        amount(chanceText(flip), chance.value, chance.error),
        amount(sizeWithError(gain.value, gain.error, unit), gain.value, gain.error),
        amount(sizeWithError(worth.value, worth.error, unit), worth.value, worth.error),
      ]
    }),
  }
}

function marksOf(facts: ChoiceFlipsFacts, matter: readonly ChoiceFlip[]): FlipMark[] {
  const { found, strategy } = facts
  const beliefs = [...new Set(matter.map(({ id }) => id))]
  return beliefs.map((id) => {
    const flips = matter.filter((one) => one.id === id)
    const { best } = found ?? {}
    const top = { id: best ?? '', label: best ? strategy(best) : '' }
    const roots = flips.flatMap(({ start, end }) => [start, end].filter((root) => root !== null))
    return {
      id,
      label: labelOf(id),
      words: flips.map((flip) => wordsOf(facts, flip)),
      parts: flips[0].isEvent ? eventParts(facts, flips[0], top) : partsOf(facts, flips, top),
      roots: [...new Map(roots.map((root) => [root.value, root])).values()],
      ends: flips[0].isEvent ? ['does not happen', 'happens'] : scaleOf(flips).words,
    }
  })
}

/** Below 4.1 ± 0.3% a year: No investment. 48 of 100 futures, there ahead by $4.2 ± 0.1 bn. */
function wordsOf(facts: ChoiceFlipsFacts, flip: ChoiceFlip): string {
  const place = capital(flipPlace(flip, rootWords))
  return `${place}: ${facts.strategy(flip.to)}. ${likelyWords(facts, flip)}`
}

function likelyWords({ outcome }: ChoiceFlipsFacts, flip: ChoiceFlip): string {
  const { chance, chanceWithin, isEvent, gain } = flip
  const ahead = sizeWithError(gain.value, gain.error, outcome.unit)
  const [least, most] = chanceWithin.map((one) => Math.round(100 * one))
  const within = isEvent || least === most ? '' : ` (${least} to ${most})`
  const likely = ofHundred(chance.value).replace(' of ', ' in ')
  return `Your beliefs give that ${likely}${within}; there it is ahead by ${ahead} on average.`
}

/** How likely it is, as the chance of an event or within what the value’s interval leaves open. */
function chanceText({ chance, chanceWithin: [least, most], isEvent }: ChoiceFlip): string {
  return isEvent
    ? chanceWithError(chance.value, chance.error)
    : levelBetween(chance.value, least, most, 'fraction')
}

/**
 * Why another takes over than the one that is nearest on average, in a sentence; null where it is that
 * one, or nothing flips.
 */
export function takesOverWords(facts: ChoiceFlipsFacts): string | null {
  const { found, strategy } = facts
  const { matter } = flipsThatMatter(found ?? { flips: [] }, facts.limits)
  const others = [...new Set(matter.map(({ to }) => to))]
  const { best: top = null, second = null } = found ?? {}
  if (top === null || second === null || others.length === 0 || others.includes(second)) return null
  const best = strategy(top)
  return `“${strategy(second)}” comes nearest to “${best}” on average; but where one of these beliefs puts “${best}” behind, ${alternatives(others.map((id) => `“${strategy(id)}”`))} is ahead of both.`
}

/** What flips the choice first of all, and how likely that is, in two sentences; null where nothing does. */
export function firstFlipWords(facts: ChoiceFlipsFacts): string | null {
  const { matter } = flipsThatMatter(facts.found ?? { flips: [] }, facts.limits)
  const [first] = matter
  return first ? `${titleOf(facts, matter)}. ${likelyWords(facts, first)}` : null
}

type Named = Pick<FlipPart, 'id' | 'label'>

/** Not happening on the left. */
function eventParts({ strategy }: ChoiceFlipsFacts, flip: ChoiceFlip, top: Named): FlipPart[] {
  const { side, chance, to } = flip
  const other = { id: to, label: strategy(to) }
  const edge = side === 'above' ? 1 - chance.value : chance.value
  const [left, right] = side === 'above' ? [top, other] : [other, top]
  return [
    { ...left, from: 0, to: edge },
    { ...right, from: edge, to: 1 },
  ]
}

function partsOf({ strategy }: ChoiceFlipsFacts, flips: readonly ChoiceFlip[], top: Named) {
  const [low, high] = scaleOf(flips).ends
  const sorted = flips
    .map(({ start, end, to }) => ({
      id: to,
      label: strategy(to),
      from: start?.value ?? low,
      to: end?.value ?? high,
    }))
    .sort((a, b) => a.from - b.from)
  const parts: FlipPart[] = []
  let from = low
  for (const one of sorted) {
    if (one.from > from) parts.push({ ...top, from, to: one.from })
    parts.push(one)
    from = one.to
  }
  if (from < high) parts.push({ ...top, from, to: high })
  return parts
}

/** What stands at the ends of a strip, and the values there. */
interface Scale {
  readonly ends: readonly [number, number]
  readonly words: readonly [string, string]
}

/** From what a tenth of futures are below to what nine are; as far as what is told, with its interval, where that is near or beyond. */
function scaleOf(flips: readonly ChoiceFlip[]): Scale {
  const [{ id, span, tails }] = flips
  const roots = flips.flatMap(({ start, end }) => [start, end].flatMap((one) => one ?? []))
  const least = Math.min(...roots.map(({ low }) => low))
  const most = Math.max(...roots.map(({ high }) => high))
  const near = NEAR * (span[1] - span[0])
  const { unit = '' } = assumptions.find((one) => one.id === id) ?? {}
  const [low, lowWords] =
    least > span[0] + near
      ? [span[0], `10% below ${value(span[0], unit)}`]
      : least > tails[0]
        ? [tails[0], `1% below ${value(tails[0], unit)}`]
        : [least, `from ${value(least, unit)}`]
  const [high, highWords] =
    most < span[1] - near
      ? [span[1], `90% below ${value(span[1], unit)}`]
      : most < tails[1]
        ? [tails[1], `99% below ${value(tails[1], unit)}`]
        : [most, `to ${value(most, unit)}`]
  return { ends: [low, high], words: [lowWords, highWords] }
}
