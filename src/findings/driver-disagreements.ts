import type { DisagreementReason, DriverDisagreement } from '../analyses/driver-disagreements.ts'
import type { Lost } from '../analyses/driver-lost.ts'
import type { DriverMethod } from '../analyses/driver-bars.ts'
import { labelOf } from '../study/model.ts'
import { chance, correlation, count, listed, percent } from '../words/index.ts'
import { isEvent } from './driver-meanings.ts'

type Method = keyof DriverDisagreement['places']

/** Beliefs that are spoken of. */
const MOST = 4
/** Places from which a belief is missed where a method does not tell it. */
const LEADS = 4

const NAMES: Readonly<Partial<Record<DriverMethod, string>>> = {
  swing: 'swing',
  spearman: 'rank correlation',
  regression: 'regression',
  firstOrder: 'share of variance',
  delta: 'shift of the distribution',
}

/** Where methods rank a belief differently, and why where that is known: a sentence or more for each. */
export function disagreementWords(found: readonly DriverDisagreement[]): string[] {
  return found.slice(0, MOST).map((one) => {
    const why = one.reasons.map((reason) => reasonWords(one.id, reason))
    return [`${labelOf(one.id)} is ${placesWords(one)}.`, ...why].join(' ')
  })
}

/**
 * The first of some leading beliefs on which methods differ by so much that one of them does not tell
 * it at all: that in a sentence, and why in another where that is known; none where there is none.
 *
 * @param leading beliefs that are named as those that move an outcome most, by id
 */
export function leadingDoubtWords(
  found: readonly DriverDisagreement[],
  leading: readonly string[],
): string[] {
  const one = doubted(found, leading)
  return one ? doubtOf(one) : []
}

/**
 * What must stand beside the bars of a method: beliefs that lead by another and that it does not tell,
 * each in a string with the reason where one is known, and the first of its own leading ones that another does not.
 *
 * @param method whose bars are in sight; null of a method that is not among those compared
 * @param leading beliefs of its first bars, by id
 */
export function doubtWords(
  found: readonly DriverDisagreement[],
  method: Method | null,
  leading: readonly string[],
): string[] {
  const missed = method === null ? [] : found.filter((one) => isMissed(one, method))
  const own = doubted(found, leading)
  return [...new Set([...missed, ...(own ? [own] : [])])]
    .slice(0, MOST)
    .map((one) => doubtOf(one, method).join(' '))
}

function isMissed({ places }: DriverDisagreement, method: Method): boolean {
  const known = Object.values(places).map((place) => place ?? Infinity)
  return places[method] === null && Math.min(...known) <= LEADS
}

function doubted(found: readonly DriverDisagreement[], leading: readonly string[]) {
  const isDoubted = ({ places }: DriverDisagreement) => Object.values(places).includes(null)
  return leading
    .map((id) => found.find((other) => other.id === id && isDoubted(other)))
    .find((other) => other !== undefined)
}

function doubtOf(one: DriverDisagreement, method: Method | null = null): string[] {
  const says = `Methods differ on “${labelOf(one.id)}”: it is ${placesWords(one)}.`
  const reason = reasonFor(one, method)
  return reason ? [says, reasonWords(one.id, reason)] : [says]
}

/** The reason for the method in sight, if it is one that does not tell the belief; else the first. */
function reasonFor({ places, reasons }: DriverDisagreement, method: Method | null) {
  if (method === null || places[method] !== null) return reasons.at(0)
  const of = (one: DisagreementReason) =>
    one.kind === 'lost' ? one.by === method : one.kind !== 'correlated' || method === 'regression'
  return reasons.find(of)
}

/** What places it has by which methods: number 2 by swing, but not told from chance by regression. */
function placesWords({ places }: DriverDisagreement): string {
  const known = Object.entries(places)
  const best = Math.min(...known.map(([, place]) => place ?? Infinity))
  const none = known.filter(([, place]) => place === null)
  const worst = Math.max(...known.map(([, place]) => place ?? 0))
  const high = named(known.filter(([, place]) => place === best))
  const low =
    none.length > 0
      ? `not told from chance by ${named(none)}`
      : `number ${count(worst)} by ${named(known.filter(([, place]) => place === worst))}`
  return `number ${count(best)} by ${high}, but ${low}`
}

function named(entries: readonly (readonly [string, number | null])[]): string {
  return listed(entries.map(([method]) => NAMES[method as DriverMethod] ?? method))
}

function reasonWords(id: string, reason: DisagreementReason): string {
  switch (reason.kind) {
    case 'bends':
      return 'The outcome rises along one part of its range and falls along another, which a method that looks for one direction misses.'
    case 'interaction':
      return `What it does depends on “${labelOf(reason.with)}”, and a method that looks at each belief by itself misses part of that.`
    case 'correlated':
      return `It tends to move together with “${labelOf(reason.with)}”: regression counts once what both share, and other methods count it for each of the two.`
    case 'few':
      return isEvent(id)
        ? 'It happens or it does not: its swing is from the one to the other, however rare it is, while shares and correlations also count how often it happens.'
        : 'It has few values: its ends are more than a tenth of the futures each, and shares count how often each value comes.'
    case 'lost':
      return lostWords(reason)
    case 'spread':
      return 'It moves how widely the outcome spreads, but its average by no more than chance may bring.'
    case 'tails':
      return 'Averages count the far futures most, while ranks count every future alike.'
    case 'near':
      return 'Others do about as much, so that places among them change by chance.'
  }
}

/** That a method finds less than it can be sure of, in its own measure. */
function lostWords({ by, size, least }: Lost): string {
  const isPart = by === 'firstOrder' || by === 'delta'
  const words = (one: number) => (isPart ? chance(one) : correlation(one, 2))
  const found = words(size)
  const isNear = size !== 0 && words(Math.abs(size)) === words(least)
  const limit = isNear
    ? 'just less than it can be sure of with these futures'
    : `and anything ${isPart ? 'below' : 'nearer to 0 than'} ${words(least)} may be chance with these futures`
  switch (by) {
    case 'swing':
      return `Its swing is ${percent(Math.abs(size) / least)} of what that method could be sure of with these futures, because the outcome varies so much for other reasons.`
    case 'firstOrder':
      return `Share of variance finds that ${found} of the variance goes with it, ${limit}.`
    case 'delta':
      return `Shift of the distribution finds that it moves ${found} of the distribution, ${limit}.`
    case 'spearman':
      return `Rank correlation finds ${found}, ${limit}.`
    case 'regression':
      return `Regression finds a coefficient of ${found} beside all other beliefs, ${limit}.`
  }
}
