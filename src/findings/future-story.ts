import type { Distribution } from '../engine/distributions/index.ts'
import type { Levers, NumberOutcome } from '../engine/model.ts'
import type { FutureCase, FutureScenario } from '../engine/replay.ts'
import { type UsualCase, usualDraw } from '../engine/usual.ts'
import { assumptions, HEADLINE, market } from '../study/model.ts'
import { count, difference, listed, money, value } from '../words/index.ts'
import { chanceOfDraw, chanceWords, eventChanceWords } from './draw-chances.ts'
import { beliefWords, drawWords, eventTimedBy, multipleWords } from './draw-words.ts'
import { type Moment, momentsOf } from './event-times.ts'

/** What a future is told from: one strategy of it, and what its draws did. */
export interface StoryFacts {
  /** Counted from 0. */
  readonly trial: number
  readonly vantage: string
  readonly quarters: number
  readonly outcome: NumberOutcome
  /** What the strategy is called, and its terms. */
  readonly label: string
  readonly levers: Levers
  readonly future: Pick<FutureScenario, 'inputs'>
  readonly case: Pick<FutureCase, 'strategy' | 'outcomes'>
  /** The beliefs its draws came from, by assumption id. */
  readonly beliefs: Readonly<Record<string, Distribution>>
  readonly usual: UsualCase
}

/** One draw that mattered in a future. */
export interface DrawTold {
  readonly id: string
  readonly label: string
  /** What was drawn, and how usual that is. */
  readonly words: string
  /** What the future would have come to without it. */
  readonly instead: string
  /** Chance of a draw as far out, by which they are in order. */
  readonly asFar: number
}

/** What one future is about, in words. */
export interface FutureStory {
  /** Its number, its result and why, in one line. */
  readonly title: string
  /** The result and why, without the number. */
  readonly result: string
  /** Why it came out so, in a sentence; empty where nothing made it so. */
  readonly why: string
  /** Whether it says what draws did to it. */
  readonly explains: boolean
  /** The most unusual draws of those that mattered, at most three. */
  readonly draws: readonly DrawTold[]
  readonly moments: readonly Moment[]
}

/** A part of the largest effect below which a draw did not matter. */
const MATTERS = 0.1
/** A part of what is to be explained from which a draw is a reason, and is named. */
const EXPLAINS = 0.1
/** A part of the largest effect below which what is to be explained is no more than what is left of draws both ways. */
const BALANCES = 0.5
const MOST = 3

interface Effect {
  readonly id: string
  /** What the outcome is more for it: where the talks came to nothing, than with this draw as usual; else its part of a sum. */
  readonly by: number
  /** What the outcome would be with this draw as usual. */
  readonly instead: number
}

/** Tells one future of one strategy. */
export function futureStory(facts: StoryFacts): FutureStory {
  const { inputs } = facts.future
  const state = stateOf(facts)
  const all = effectsOf(facts)
  const result = resultWords(facts)
  const reasons = reasonsOf(facts, all)
  const says = (id: string) =>
    id === SHOCKS ? SHOCK_WORDS : drawWords(id, inputs, { vantage: facts.vantage, state })
  const named = namedOf(facts, all)
  // An event is named with its year.
  const events = reasons.filter(({ id }) => eventTimedBy(id) === null)
  const short = endsIt(state) ? [] : [...new Set(events.map(({ id }) => says(id)))].slice(0, 2)
  const line = [result, short.join(', ')].filter(Boolean).join(': ')
  return {
    title: `Future ${count(facts.trial)}: ${line}`,
    result: line,
    why: whyWords(facts, named, says),
    explains: named.length > 0 && !endsIt(state),
    draws: unusual(facts, all),
    moments: momentsOf({ ...facts, inputs, state, close: numberOf(facts, 'closeQuarter') }),
  }
}

const SHOCKS = 'shocks'
const SHOCK_WORDS = 'swings of demand and luck in winning it'

function stateOf({ case: { outcomes } }: StoryFacts): string {
  return String(outcomes[market.condition.outcome])
}

function numberOf({ case: { outcomes } }: StoryFacts, id: string): number {
  const found = outcomes[id]
  return typeof found === 'number' ? found : 0
}

const closing: Readonly<Record<string, string>> = {
  none: 'no offer is made',
  collapsed: 'the talks end without a signature',
  blocked: 'a regulator blocks the deal',
  pending: 'the deal is still pending at the horizon',
}

/** Whether the way the talks ended says all there is to say. */
function endsIt(state: string): boolean {
  return Object.hasOwn(closing, state)
}

function resultWords(facts: StoryFacts): string {
  const { outcome, label } = facts
  const x = numberOf(facts, outcome.id)
  const state = stateOf(facts)
  const how = closing[state] ?? ''
  const isMet = market.condition.states.includes(state)
  if (outcome.onlyIf === 'met' && !isMet) return `${label} closes nothing: ${how}`
  if (outcome.onlyIf === 'unmet' && isMet)
    return `${label} pays no cost of a block: the deal closes`
  const after = how && `: ${how}`
  if (outcome.id !== HEADLINE) {
    return `${outcome.label} ${value(x, outcome.unit)} with ${label}${after}`
  }
  if (x === 0) return `${label} comes to ${money(0)}${after}`
  return `${label} ${x < 0 ? 'loses' : 'earns'} ${money(Math.abs(x))}${after}`
}

/** What every draw did to the outcome, the largest first; those that did nothing are left out. */
function effectsOf(facts: StoryFacts): Effect[] {
  const { outcome, usual } = facts
  const at = placeOf(outcome)
  const came = usual.outcomes[at]
  const isOver = endsIt(stateOf(facts))
  const one = (id: string, instead: number, added: number): Effect[] => {
    // What changes nothing of what came did not make it so, whatever it would do elsewhere.
    if (instead === came) return []
    return [{ id, by: isOver ? came - instead : added, instead }]
  }
  return [
    ...assumptions.flatMap(({ id }, a) => {
      const [instead, added] = [usual.instead[a], usual.added[a]]
      return instead && added ? one(id, instead[at], added[at]) : []
    }),
    ...one(SHOCKS, usual.calm[at], usual.shocksAdded[at]),
  ].sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
}

function placeOf({ id }: NumberOutcome): number {
  return market.outcomes.findIndex((one) => one.id === id)
}

/** What took the outcome where it is, away from where all draws as usual would have left it. */
function reasonsOf({ outcome, usual }: StoryFacts, all: readonly Effect[]): Effect[] {
  const at = placeOf(outcome)
  const away = usual.outcomes[at] - usual.allUsual[at]
  if (Math.abs(away) < BALANCES * Math.abs(all[0]?.by ?? 0)) return []
  return all.filter(({ by }) => by * away > 0 && Math.abs(by) >= EXPLAINS * Math.abs(away))
}

/** The draws that are named with their figures: the strongest, whichever way they went. */
function namedOf({ outcome, usual }: StoryFacts, all: readonly Effect[]): readonly Effect[] {
  const at = placeOf(outcome)
  const away = Math.abs(usual.outcomes[at] - usual.allUsual[at])
  const least = EXPLAINS * Math.max(away, Math.abs(all[0]?.by ?? 0))
  return all.filter(({ by }) => by !== 0 && Math.abs(by) >= least).slice(0, MOST)
}

/** From all draws as usual to what came, in figures that add up. */
function whyWords(
  facts: StoryFacts,
  named: readonly Effect[],
  says: (id: string) => string,
): string {
  if (endsIt(stateOf(facts))) return ''
  const { outcome, usual } = facts
  const at = placeOf(outcome)
  const [middle, came] = [usual.allUsual[at], usual.outcomes[at]]
  const rest = came - middle - named.reduce((sum, { by }) => sum + by, 0)
  const largest = Math.max(...[middle, came, rest, ...named.map(({ by }) => by)].map(Math.abs))
  // The last digit of the largest is that of all: figures that add up are read under each other.
  const step = largest === 0 ? 0 : 10 ** (Math.floor(Math.log10(largest)) - 2)
  const by = (x: number) => difference(x, outcome.unit, step)
  const start = `With every draw at its middle it would be ${value(middle, outcome.unit, step)}.`
  if (named.length === 0) return came === middle ? `${start} It is the same.` : start
  const parts = named.map((one) => `${by(one.by)} from ${says(one.id)}`)
  const others = /[1-9]/.test(by(rest)) ? [`${by(rest)} from all else together`] : []
  return `${start} From there to what came: ${listed([...parts, ...others])}.`
}

function unusual({ future, beliefs, outcome }: StoryFacts, all: readonly Effect[]): DrawTold[] {
  const [largest] = all
  if (!largest) return []
  const least = MATTERS * Math.abs(largest.by)
  return all
    .filter(({ id, by }) => id !== SHOCKS && Math.abs(by) >= least)
    .flatMap(({ id, instead }): DrawTold[] => {
      const belief = assumptions.find((one) => one.id === id)
      if (!belief) return []
      const x = future.inputs[id]
      const { role, label, unit } = belief
      const chance = chanceOfDraw(beliefs[id], belief, x)
      const isEvent = role === 'event'
      const words = isEvent ? eventChanceWords(x === 1, chance) : chanceWords(chance)
      const middle = usualDraw(beliefs[id], belief)
      const otherwise = isEvent
        ? `Had it ${x === 1 ? 'not happened' : 'happened'}`
        : role === 'luck'
          ? 'With middling luck'
          : `At its middle, ${multipleWords(value(middle, unit))},`
      return [
        {
          id,
          label,
          words: `${role === 'belief' ? beliefWords(label, x, unit) : label}: ${words}`,
          instead: `${otherwise} this future would come to ${value(instead, outcome.unit)}.`,
          asFar: chance.asFar,
        },
      ]
    })
    .sort((a, b) => a.asFar - b.asFar)
    .slice(0, MOST)
}
