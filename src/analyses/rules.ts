import type { Catalogue } from '../engine/model.ts'
import type { Box, PrimColumn } from '../engine/sensitivity/prim-box.ts'
import type { Rule } from '../engine/sensitivity/prim-measured.ts'
import { stabilityOf } from '../engine/sensitivity/rule-stability.ts'
import {
  furtherRules,
  measuredRule,
  type Rules,
  rulesOf,
  type RulesTask,
} from '../engine/sensitivity/rules.ts'
import { CLOSES, maskOf, selectedOf } from '../engine/selection.ts'
import { rankingOf } from '../engine/statistics/ranking.ts'
import { isGood } from '../study/good.ts'
import type { Good } from '../study/rules.ts'
import { analysis, type Given, type Needs } from './analysis.ts'
import { type Subject, subjectColumn, subjectNeeds } from './subject.ts'

export interface RulesRequest {
  readonly subject: Subject
  readonly good: Good
}

export interface MoreRulesRequest extends RulesRequest {
  /** The rule in question, as it was told. */
  readonly rule: Rule
}

/** A belief that a rule limits, as it is drawn. */
export interface LimitedBelief {
  readonly id: string
  readonly lowest: number
  readonly highest: number
  /** What 10, 50 and 90 of 100 draws are below. */
  readonly percentiles: readonly number[]
  /** Of an event the share of draws in which it happens. */
  readonly mean: number
}

export interface RulesAnswer {
  readonly rules: Rules
  readonly beliefs: readonly LimitedBelief[]
  /** The lowest and the highest value of what is explained, where it counts; null where nothing does. */
  readonly reach: readonly [number, number] | null
}

const SAMPLES = 10

/** What would have to be true: rules, in terms of beliefs, under which the subject is good. */
export const rules = analysis({
  needs: (request: RulesRequest, model) => ({ ...needsOf(request, model), isShared: true }),
  *steps(request, given): Generator<number | void, RulesAnswer> {
    const { task, values, mask } = taskOf(request, given)
    const found = yield* rulesOf(task)
    return {
      rules: found,
      beliefs: drawnOf(task, found.curve),
      reach: reachOf(values, mask),
    }
  },
})

export interface RuleFiguresRequest extends RulesRequest {
  readonly box: Box
}

/** What a rule that is known already is worth in the futures at hand; null where none of those counts. */
export const ruleFigures = analysis({
  needs: (request: RuleFiguresRequest, model) => needsOf(request, model),
  // oxlint-disable-next-line require-yield
  *steps(request, given): Generator<void, Rule | null> {
    const { task } = taskOf(request, given)
    const found = measuredRule(task, request.box)
    return found.support.error === null ? null : found
  },
})

/** What else is to be known of a rule. */
export interface MoreRules {
  /** Of each of its limits, the share of samples of half the futures in which that belief is limited again. */
  readonly again: readonly number[]
  /** Rules for what it leaves: support and coverage are what each adds. */
  readonly others: readonly Rule[]
  readonly beliefs: readonly LimitedBelief[]
}

const MOST_OTHERS = 2

/** How well a rule stands when it is looked for again, and rules for what it leaves. */
export const moreRules = analysis({
  needs: (request: MoreRulesRequest, model) => needsOf(request, model),
  *steps(request, given): Generator<number | void, MoreRules> {
    const { task } = taskOf(request, given)
    const others = yield* furtherRules(task, request.rule, MOST_OTHERS)
    const again = yield* stabilityOf(task, request.rule.box, SAMPLES)
    return { again, others, beliefs: drawnOf(task, others) }
  },
})

/** Luck is nobody's belief: no rule can ask for it. */
function believed({ assumptions }: Catalogue): string[] {
  return assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)
}

/** Of one case it is told, too, what a rule is worth where the deal closes. */
function needsOf({ subject }: RulesRequest, model: Catalogue): Needs {
  const needs = subjectNeeds(subject, model, believed(model))
  if (subject.b) return needs
  return { ...needs, outcomes: [...new Set([...needs.outcomes, model.condition.outcome])] }
}

function taskOf({ subject, good }: RulesRequest, given: Given) {
  const { model, cases, replicate } = given
  const { values, mask: some } = subjectColumn(subject, given)
  // Where nothing meets a selection all would be counted; a rule for those would be about others.
  const isEmpty = !subject.b && selectedOf(model, subject.selection, cases[0]).isEmpty
  const mask = isEmpty ? new Uint8Array(values.length) : some
  const columns = model.assumptions
    .filter(({ role }) => role !== 'luck')
    .map(({ id, role }): PrimColumn => ({
      id,
      kind: role === 'event' ? 'event' : 'number',
      values: cases[0].input(id),
    }))
  const task: RulesTask = {
    columns,
    good: Uint8Array.from(values, (value) => (isGood(good, value) ? 1 : 0)),
    mask,
    replicate,
    ...(!subject.b && { met: maskOf(model, CLOSES, cases[0]) }),
  }
  return { task, values, mask }
}

/** The beliefs that some rules limit, as they are drawn. */
function drawnOf({ columns }: RulesTask, all: readonly Rule[]): LimitedBelief[] {
  const limited = new Set(all.flatMap(({ box }) => box.map(({ id }) => id)))
  return columns
    .filter(({ id }) => limited.has(id))
    .map(({ id, values }) => {
      const order = rankingOf(values)
      const at = (share: number) => values[order[Math.round(share * (order.length - 1))]]
      const mean = values.reduce((sum, one) => sum + one, 0) / values.length
      return { id, lowest: at(0), highest: at(1), percentiles: [at(0.1), at(0.5), at(0.9)], mean }
    })
}

function reachOf(values: Float64Array, mask: Uint8Array | undefined): [number, number] | null {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    if (mask && mask[i] !== 1) continue
    low = Math.min(low, values[i])
    high = Math.max(high, values[i])
  }
  return low <= high ? [low, high] : null
}
