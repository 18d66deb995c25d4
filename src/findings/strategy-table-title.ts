import { count, inColumn, listed, valueWithError } from '../words/index.ts'
import { type Choice, isBeyond } from './best.ts'
import type { StrategyTableFacts } from './strategy-table.ts'

/** More names than this are counted. */
const MOST_NAMES = 2

type TitleFacts = Pick<
  StrategyTableFacts,
  'outcome' | 'strategies' | 'figures' | 'choice' | 'tails' | 'certain'
>

/** Which strategy has the best average, and how its worst futures stand against the others'. */
export function tableTitle(facts: TitleFacts): string {
  const { outcome, choice } = facts
  const counted = facts.strategies.filter((one) => one.isChoice && one.hasFigure)
  if (counted.length === 0) return `${outcome.label}: no strategy has a figure`
  if (!choice) return outcome.label
  if (choice.kind === 'alone' || choice.rivals.length === 0) return aloneTitle(facts, choice)
  if (choice.kind === 'unranked') return spanTitle(facts, choice)
  return `${meanWords(choice)}${tailWords(facts, choice)}`
}

function figureOf({ strategies, figures }: TitleFacts, column: string, id: string) {
  return figures[column]?.[strategies.findIndex((one) => one.id === id)] ?? null
}

function textOf(facts: TitleFacts, column: string, id: string): string | null {
  const found = figureOf(facts, column, id)
  return found && valueWithError(found.value, found.error, facts.outcome.unit)
}

function aloneTitle(facts: TitleFacts, { top }: Choice): string {
  const [mean, tail] = ['mean', 'shortfall5'].map((column) => textOf(facts, column, top.id))
  if (mean === null) return facts.outcome.label
  const worst = facts.outcome.better === 'neutral' ? 'lowest' : 'worst'
  return `“${top.label}” averages ${mean}${tail === null ? '' : `, and ${tail} over its ${worst} 5% of futures`}`
}

/** Neither side is better: how far averages reach. */
function spanTitle(facts: TitleFacts, { top, rivals }: Choice): string {
  const last = rivals[rivals.length - 1]
  const [high, low] = [top, last].map(({ id }) => textOf(facts, 'mean', id))
  if (high === null || low === null) return facts.outcome.label
  const { unit } = facts.outcome
  const [a, b] = [top, last].map(({ id }) => figureOf(facts, 'mean', id))
  const isOne = a && b && inColumn(a.value, a.error, unit) === inColumn(b.value, b.error, unit)
  return isOne
    ? `Every strategy averages ${high}`
    : `Averages go from ${low} (“${last.label}”) to ${high} (“${top.label}”)`
}

function meanWords({ top, equal, open, kind }: Choice): string {
  const level = levelOf(open)
  if (level.length > 0) {
    const others = level.length > MOST_NAMES ? [`${count(level.length)} others`] : level.map(quoted)
    return `${listed([quoted(top), ...others])} are not told apart for the best average`
  }
  if (kind === 'best') return `“${top.label}” has the best average`
  if (kind === 'equal') {
    return equal.length > MOST_NAMES
      ? `“${top.label}” and ${count(equal.length)} others have about the same average, the best`
      : `${listed([top, ...equal].map(({ label }) => `“${label}”`))} have about the same average, the best`
  }
  const names =
    open.length > MOST_NAMES
      ? `${count(open.length)} others`
      : listed(open.map(({ label }) => `“${label}”`))
  return `“${top.label}” has the best average, not surely ahead of ${names} by an amount that matters`
}

/** Those that the first is not told apart from: of equals none is named alone. */
function levelOf(open: Choice['open']): Choice['open'] {
  return open.filter(({ isBehind }) => !isBehind)
}

function quoted({ label }: { readonly label: string }): string {
  return `“${label}”`
}

/** Said of the expected shortfall of the first named, against all others. */
function tailWords({ tails, certain }: TitleFacts, { top, rivals, kind, open }: Choice): string {
  if (!tails || tails.length !== rivals.length || tails.length === 0) return ''
  const limits = { certain, negligible: null }
  const sure = tails.filter((one) => isBeyond(one, limits))
  const better = sure.filter(({ value }) => value < 0).length
  const worse = sure.length - better
  const isNamed = kind === 'equal' || levelOf(open).length > 0
  const all = (which: string) =>
    isNamed
      ? `; the expected shortfall of “${top.label}” is the ${which}`
      : `${kind === 'best' ? '' : ','} and the ${which} expected shortfall`
  if (worse === tails.length) return all('best')
  if (better === tails.length) return all('worst')
  const than = isNamed ? ` than that of “${top.label}”` : ''
  if (better === 0) return `; no other has a surely better expected shortfall${than}`
  return `; ${count(better)} of ${count(tails.length)} others ${better === 1 ? 'has' : 'have'} a better expected shortfall${than}`
}
