import { chanceWithError, commas } from '../words/index.ts'
import { isBeyond, type Limits } from './best.ts'
import type { Estimate } from './estimates.ts'
import { amount, type Finding } from './finding.ts'
import type { RuleChoice } from './matrix-choices.ts'
import {
  cellAt,
  isWhole,
  type MatrixFacts,
  type MatrixScenario,
  placesWords,
} from './matrix-facts.ts'
import { less, sumIn, type Weights } from './spread.ts'

/** A value that changes evenly with the weight of one scenario: at none of it, and at nothing else. */
export interface Line {
  readonly without: number
  readonly alone: number
}

/** Weights between which one line is the highest. */
export interface Segment {
  readonly from: number
  readonly to: number
  /** Its place among the lines. */
  readonly best: number
}

/** Crossings nearer than this to an end or to each other are none. */
const TINY = 1e-12

/**
 * The upper envelope of lines over weights from 0 to 1. Of lines that lie on each other the first is
 * named.
 */
export function envelopeOf(lines: readonly Line[]): Segment[] {
  if (lines.length === 0) return []
  const slope = ({ without, alone }: Line) => alone - without
  let best = 0
  lines.forEach((line, at) => {
    const top = lines[best]
    const isHigher = line.without > top.without
    const isSteeper = line.without === top.without && slope(line) > slope(top)
    if (isHigher || isSteeper) best = at
  })
  const found: Segment[] = []
  let from = 0
  for (;;) {
    let next: { readonly at: number; readonly best: number } | null = null
    for (const [place, line] of lines.entries()) {
      const faster = slope(line) - slope(lines[best])
      if (!(faster > 0)) continue
      const at = (lines[best].without - line.without) / faster
      if (at >= 1 - TINY || at < from - TINY) continue
      const isSooner = next === null || at < next.at - TINY
      const isSteeper =
        next !== null && Math.abs(at - next.at) <= TINY && slope(line) > slope(lines[next.best])
      if (isSooner || isSteeper) next = { at, best: place }
    }
    if (!next) break
    if (next.at - from > TINY) {
      found.push({ from, to: next.at, best })
      from = next.at
    }
    best = next.best
  }
  return [...found, { from, to: 1, best }]
}

/** Where the choice changes as one scenario weighs more, the others in proportion. */
export interface ScenarioFlips {
  readonly scenario: MatrixScenario
  /** Who has the best weighted average, from none of it to nothing else. */
  readonly parts: readonly {
    readonly from: number
    readonly to: number
    readonly id: string
    readonly label: string
  }[]
  /** Between the parts: the weight and its error. */
  readonly flips: readonly Estimate[]
  /** The part in which the scenario weighs what it does now. */
  readonly now: number
}

/** For every scenario the weights at which the choice by weighted average flips; none while some are unknown. */
export function weightFlips(facts: MatrixFacts): ScenarioFlips[] {
  const { scenarios, found, outcome } = facts
  const spread = found.spreads.mean
  if (!spread || outcome.better === 'neutral' || scenarios.length < 2 || !isWhole(facts)) return []
  const sign = outcome.better === 'lower' ? -1 : 1
  const choices = found.strategies.flatMap((one, at) => (one.isChoice ? [{ ...one, at }] : []))
  return scenarios.flatMap((scenario) => {
    const lines = choices.map(({ at }): Line | null => {
      const valueAt = (weight: number) =>
        sumIn(spread, cellsAt(facts, at, scenario, weight))?.value ?? null
      const [without, alone] = [valueAt(0), valueAt(1)]
      return without === null || alone === null
        ? null
        : { without: sign * without, alone: sign * alone }
    })
    const known = choices.filter((_, i) => lines[i] !== null)
    const segments = envelopeOf(lines.filter((one) => one !== null))
    if (segments.length === 0) return []
    const flips = segments.slice(1).map(({ from, best }, i): Estimate => {
      const [a, b] = [known[segments[i].best], known[best]]
      const lead = (weight: number) =>
        sumIn(
          spread,
          less(cellsAt(facts, a.at, scenario, weight), cellsAt(facts, b.at, scenario, weight)),
        )
      // By the delta method: how far the lead is known there, over how fast it changes.
      const pace = Math.abs((lead(1)?.value ?? 0) - (lead(0)?.value ?? 0))
      const error = lead(from)?.error ?? null
      return { value: from, error: error === null || !(pace > 0) ? null : error / pace }
    })
    const parts = segments.map(({ from, to, best }) => {
      return { from, to, id: known[best].id, label: known[best].label }
    })
    const now = parts.findIndex(({ to }) => scenario.share <= to)
    return [{ scenario, parts, flips, now: now < 0 ? parts.length - 1 : now }]
  })
}

/** A strategy's cells where one scenario has a weight and the others share the rest as they do now. */
function cellsAt(
  { scenarios, found }: MatrixFacts,
  strategy: number,
  { id: of, share }: MatrixScenario,
  weight: number,
): Weights {
  const rest = 1 - share
  return scenarios.flatMap(({ id, share: own }) => {
    const part = rest > TINY ? own / rest : 1 / (scenarios.length - 1)
    const counts = id === of ? weight : (1 - weight) * part
    return counts > 0
      ? [[cellAt(found, strategy, found.scenarios.indexOf(id)), counts] as const]
      : []
  })
}

/**
 * How the best weighted average hangs on one scenario's weight, in a sentence.
 *
 * @param isSettled whether it is now surely the best, and by more than what is negligible
 */
function flipWords({ scenario, parts, flips, now }: ScenarioFlips, isSettled: boolean): string {
  const named = `“${scenario.label}”`
  const own = parts[now].label
  const [before, after] = [parts[now - 1], parts[now + 1]]
  const at = (flip: Estimate) => chanceWithError(flip.value, flip.error)
  // Beyond the nearest flips: everyone else that the weights have first.
  const below = parts.slice(0, Math.max(0, now - 1)).map(({ label }, place) => {
    return `below ${at(flips[place])} ${label}`
  })
  const above = parts.slice(now + 2).map(({ label }, place) => {
    return `above ${at(flips[now + 1 + place])} ${label}`
  })
  const down = before ? [`below it is ${before.label}`, ...below.toReversed()] : []
  const up = after ? [`above it is ${after.label}`, ...above] : []
  if (!before && !after) return `${own} has the best weighted average whatever ${named} weighs.`
  const stays = isSettled
    ? `The choice stays ${own} while ${named} weighs`
    : `${own} has the best weighted average while ${named} weighs`
  if (!before) return `${stays} less than ${at(flips[now])}; ${commas(up)}.`
  if (!after) return `${stays} more than ${at(flips[now - 1])}; ${commas(down)}.`
  return `${stays} between ${at(flips[now - 1])} and ${at(flips[now])}; ${commas(down)}; ${commas(up)}.`
}

/**
 * Which scenario's weight is nearest to changing the best weighted average, in a sentence.
 *
 * @param isSettled whether it is now surely the best, and by more than what is negligible
 */
function flipsTitle(all: readonly ScenarioFlips[], isSettled: boolean, limits: Limits): string {
  const near = all.flatMap((one) =>
    [one.now - 1, one.now].flatMap((place) => {
      const flip = one.flips[place]
      if (!flip) return []
      const isUp = place === one.now
      const to = one.parts[isUp ? one.now + 1 : one.now - 1].label
      return [{ one, flip, to, isUp, distance: Math.abs(flip.value - one.scenario.share) }]
    }),
  )
  const [first] = all
  if (!first) return 'How the choice changes with the weights'
  if (near.length === 0) {
    const { label } = first.parts[first.now]
    return `No weight of a single scenario takes the best weighted average from ${label}`
  }
  const soonest = near.reduce((a, b) => (b.distance < a.distance ? b : a))
  const { one, flip, to, isUp } = soonest
  // Of weights that are not surely nearer than others none is the soonest.
  const ties = near.filter(
    (other) =>
      other.one !== one &&
      // Of two scenarios one weighs more as the other weighs less: that is one change.
      all.length > 2 &&
      !isBeyond(
        {
          value: other.distance - soonest.distance,
          error: Math.hypot(other.flip.error ?? Infinity, flip.error ?? Infinity),
        },
        limits,
      ),
  )
  const equals = [...new Set(ties.map((other) => other.one.scenario))]
  const at = chanceWithError(flip.value, flip.error)
  const what = isSettled ? 'The choice' : 'The best weighted average'
  const where = `${isUp ? 'above' : 'below'} ${at} it is ${to} (now ${one.scenario.shareText})`
  if (equals.length === 0) return `${what} flips soonest with “${one.scenario.label}”: ${where}`
  const such = `with “${one.scenario.label}” ${where}`
  return equals.length === all.length - 1
    ? `No scenario surely flips ${what.replace('The', 'the')} sooner than the others: ${such}`
    : `${what} flips soonest with ${placesWords([one.scenario, ...equals])}, not told apart: ${such}`
}

/** How the choice by weighted average hangs on each scenario's weight; no marks where it cannot. */
export function flipsFinding(
  facts: MatrixFacts,
  choices: readonly RuleChoice[],
): Finding<readonly (ScenarioFlips & { readonly words: string })[]> {
  const weighted = choices.find(({ id }) => id === 'weighted')
  const isSettled = weighted?.strategies.length === 1
  const all = weightFlips(facts)
  return {
    id: `weight-flips-${facts.outcome.id}`,
    title: flipsTitle(all, isSettled, facts.limits),
    measure: `${facts.outcome.label}: who has the best weighted average as one scenario weighs from 0 to 100%, the others in proportion.`,
    caption: `${isSettled || !weighted ? '' : `Now: ${weighted.words} `}Where it flips two weighted averages are equal; ± is one standard error of that weight.`,
    table: () => ({
      columns: ['Scenario', 'Weight', 'Flips at', 'From', 'To'],
      rows: all.flatMap(({ scenario, parts, flips }) => {
        const weight = amount(scenario.shareText, scenario.share)
        if (flips.length === 0) return [[scenario.label, weight, 'never', parts[0].label, '–']]
        return flips.map((flip, at) => [
          scenario.label,
          weight,
          amount(chanceWithError(flip.value, flip.error), flip.value),
          parts[at].label,
          parts[at + 1].label,
        ])
      }),
    }),
    marks: all.map((one) => ({ ...one, words: flipWords(one, isSettled) })),
  }
}
