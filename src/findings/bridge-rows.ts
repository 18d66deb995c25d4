import type { NumberOutcome } from '../engine/model.ts'
import type { Bridged, BridgeGroup } from '../study/bridge.ts'
import { differenceWithError } from '../words/index.ts'
import type { BridgeAnswer } from '../workers/bridge.ts'
import type { BridgeSide } from '../workers/bridge-side.ts'
import { isBeyond } from './best.ts'
import { entryLabel, entryWords } from './bridge-words.ts'
import type { Estimate } from './estimates.ts'
import { limitsOf } from './limits.ts'

/** A bar of a bridge, and those it opens to. */
export interface BridgeRow extends Estimate {
  /** Unique among all bars. */
  readonly id: string
  readonly side: 'decide' | 'believe' | 'together'
  readonly label: string
  readonly text: string
  /** Standard errors to each side that its line reaches: beyond them it is sure. */
  readonly reach: number
  /** Whether it can be told from 0: its line does not reach back to where it starts. */
  readonly isSure: boolean
  /** The term or belief it is about; null for several. */
  readonly entry: string | null
  /** What holds at both ends, of one term or belief. */
  readonly before: string | null
  readonly after: string | null
  /** They add up to it; none where it is one, or they are not known yet. */
  readonly parts: readonly BridgeRow[]
}

interface Facts {
  readonly outcome: NumberOutcome
  readonly between: Bridged
  readonly answer: BridgeAnswer
}

/** A bar's value as it is written. */
export function rowText({ value, error }: Estimate, unit: string): string {
  return differenceWithError(value, error, unit)
}

/** The bars between two cases; what cannot be is left out. */
export function bridgeRows(facts: Facts): BridgeRow[] {
  const { between, answer } = facts
  const { decide, believe } = between
  const row = makerOf(facts, answer.trials)
  const side = (
    id: 'decide' | 'believe',
    label: string,
    whole: Estimate,
    groups: readonly BridgeGroup[],
    found: BridgeSide | null,
  ): BridgeRow[] =>
    groups.length === 0
      ? []
      : [{ ...row(id, id, label, whole), parts: found ? partsOf(facts, id, groups, found) : [] }]
  return [
    ...side('decide', 'What we decide', answer.decide, decide, answer.terms),
    ...side('believe', 'What we believe', answer.believe, believe, answer.beliefs),
    ...(decide.length > 0 && believe.length > 0
      ? [row('together', 'together', 'What needs both', answer.together)]
      : []),
  ]
}

function partsOf(
  facts: Facts,
  side: 'decide' | 'believe',
  groups: readonly BridgeGroup[],
  found: BridgeSide,
): BridgeRow[] {
  const { from, to } = facts.between
  const row = makerOf(facts, found.trials)
  return groups.flatMap(({ id, label, entries }): BridgeRow[] => {
    const whole = found.groups.find((one) => one.id === id)
    const parts = entries.flatMap((entry): BridgeRow[] => {
      const one = found.entries.find((other) => other.id === entry)
      if (!one) return []
      const before = entryWords(entry, from)
      const after = entryWords(entry, to)
      return [
        { ...row(`${side}/${id}/${entry}`, side, entryLabel(entry), one), entry, before, after },
      ]
    })
    // A group of one is that one.
    if (!whole || parts.length < 2) return parts
    return [{ ...row(`${side}/${id}`, side, label, whole), parts }]
  })
}

function makerOf({ outcome, between }: Facts, trials: number) {
  const limits = limitsOf({ ...between.plan, trials }, outcome)
  return (
    id: string,
    side: BridgeRow['side'],
    label: string,
    { value, error }: Estimate,
  ): BridgeRow => ({
    id,
    side,
    label,
    value,
    error,
    text: rowText({ value, error }, outcome.unit),
    reach: limits.certain,
    isSure: isBeyond({ value, error }, limits),
    entry: null,
    before: null,
    after: null,
    parts: [],
  })
}
