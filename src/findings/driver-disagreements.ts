import type { DisagreementReason, DriverDisagreement } from '../analyses/driver-disagreements.ts'
import type { DriverMethod } from '../analyses/driver-bars.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { capital, count, listed } from '../words/index.ts'

/** Beliefs that are spoken of. */
const MOST = 4

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
  const isDoubted = ({ places }: DriverDisagreement) => Object.values(places).includes(null)
  const one = leading
    .map((id) => found.find((other) => other.id === id && isDoubted(other)))
    .find((other) => other !== undefined)
  if (!one) return []
  const says = `Methods differ on “${labelOf(one.id)}”: it is ${placesWords(one)}.`
  return [says, ...one.reasons.slice(0, 1).map((reason) => reasonWords(one.id, reason))]
}

/** What places it has by which methods: number 2 by swing, but no more than chance by regression. */
function placesWords({ places }: DriverDisagreement): string {
  const known = Object.entries(places)
  const best = Math.min(...known.map(([, place]) => place ?? Infinity))
  const none = known.filter(([, place]) => place === null)
  const worst = Math.max(...known.map(([, place]) => place ?? 0))
  const high = named(known.filter(([, place]) => place === best))
  const low =
    none.length > 0
      ? `no more than chance by ${named(none)}`
      : `number ${count(worst)} by ${named(known.filter(([, place]) => place === worst))}`
  return `number ${count(best)} by ${high}, but ${low}`
}

function named(entries: readonly (readonly [string, number | null])[]): string {
  return listed(entries.map(([method]) => NAMES[method as DriverMethod] ?? method))
}

function reasonWords(id: string, reason: DisagreementReason): string {
  const isEvent = assumptions.find((one) => one.id === id)?.role === 'event'
  switch (reason.kind) {
    case 'bends':
      return 'Its effect bends back: the outcome rises along one part of it and falls along another, which a direction misses.'
    case 'interaction':
      return `What it does depends on ${labelOf(reason.with)}: measured alone, part of that is missed.`
    case 'correlated':
      return `It goes together with ${labelOf(reason.with)}, which accounts for much of what it seems to do.`
    case 'few':
      return isEvent
        ? 'It happens or it does not: its swing is between those two, however rare the one is, while shares and correlations count how often.'
        : 'It has few values: its ends are more than a tenth, and shares count how often each comes.'
    case 'lost':
      return lostWords(reason.by)
    case 'spread':
      return 'It moves how widely the outcome spreads, but its average by no more than chance may bring.'
    case 'tails':
      return 'Averages count the far futures most, ranks count every future alike.'
    case 'near':
      return 'Others do about as much, so that places among them change by chance.'
  }
}

function lostWords(by: readonly DriverMethod[]): string {
  const names = by.map((one) =>
    one === 'delta' ? 'a shift of the distribution' : 'a share of the variance',
  )
  return `${capital(listed(names))} cannot tell its effect from chance here.`
}
