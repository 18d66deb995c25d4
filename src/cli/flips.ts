import type { ChoiceFlip } from '../analyses/choice-flips.ts'
import { choiceFlipsAsked, flipsThatMatter } from '../findings/choice-flips-asked.ts'
import { choiceFlipsFinding } from '../findings/choice-flips.ts'
import { rootError } from '../findings/flip-place.ts'
import { limitsOf } from '../findings/limits.ts'
import { choicesOf } from '../findings/status-quo.ts'
import { strategyRows } from '../findings/strategy-rows.ts'
import type { ResolvedStudy } from '../study/index.ts'
import { HEADLINE } from '../study/model.ts'
import { observedSelection } from '../study/observed.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import type { Extra } from './extras.ts'
import { outcomeNamed, subjectTyped } from './subject.ts'
import { printed } from './table.ts'

/** What would flip the choice by the headline outcome, scenario by scenario. */
export const flips: Extra = {
  option: 'flips',
  usage: [
    'what would flip the choice: for each belief the value at which another',
    'strategy is best, how likely that is, and what is gained there; always of',
    'the choice from the best on average, whatever --of names',
  ],
  prepare: (study, _typed, given) => {
    const subject = subjectTyped(study, given?.of, outcomeNamed('--flips', HEADLINE))
    return async (runner, results) => {
      const of = given?.of === undefined ? null : subject(results).a
      const found: Awaited<ReturnType<typeof flipsIn>>[] = []
      for (const { id, label } of results.plan.worlds) {
        found.push(await flipsIn(runner, study, results, { id, label }, of?.strategy ?? null))
      }
      return {
        text: found.map(({ text }) => text).join('\n'),
        json: { flips: found.flatMap(({ json }) => json) },
      }
    }
  },
}

async function flipsIn(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
  world: { readonly id: string; readonly label: string },
  explained: string | null,
) {
  const outcome = outcomeNamed('--flips', HEADLINE)
  const { plan, trials } = results
  const cases = results.cases.filter(({ scenario }) => scenario === world.id)
  const rows = strategyRows({ plan, cases }, outcome, 'all')
  const choices = choicesOf(rows, plan.vantage).map(({ id }) => id)
  const agreeing = study.observed ? observedSelection(study) : null
  const request = choiceFlipsAsked(cases, choices, outcome, agreeing)
  const found = request && (await runner.ask('choiceFlips', results, request))
  const limits = limitsOf({ trials, sampling: plan.sampling }, outcome, study.negligible)
  const strategy = (id: string) => rows.find((row) => row.id === id)?.label ?? id
  const where = agreeing ? 'observed' : 'all'
  const finding = choiceFlipsFinding({
    outcome,
    found,
    limits,
    where,
    strategy,
    explained,
    isDrawn: false,
  })
  const { matter } = flipsThatMatter(found ?? { flips: [] }, limits)
  const table = matter.length > 0 ? ['', ...printed(finding.table()), ''] : []
  const lines = [`${world.label}: ${finding.title}.`, finding.measure, ...table, finding.caption]
  return {
    text: `${lines.join('\n').trimEnd()}\n`,
    json: matter.map((flip) => jsonOf(flip, found?.best ?? null, world.id)),
  }
}

/**
 * One flip for a file. An event has no value; what lies between two has the lower one as its value,
 * and the upper one as `until`.
 */
function jsonOf(flip: ChoiceFlip, from: string | null, scenario: string) {
  const { id, side, start, end, chance, gain, worth, to, isEvent } = flip
  const root = start ?? end
  return {
    assumption: id,
    scenario,
    side: isEvent ? (side === 'above' ? 'happens' : 'does not happen') : side,
    value: root?.value ?? null,
    low: root?.low ?? null,
    high: root?.high ?? null,
    standardError: root ? rootError(root) : null,
    ...(start && end ? { until: { value: end.value, low: end.low, high: end.high } } : {}),
    chance: chance.value,
    chanceStandardError: chance.error,
    from,
    to,
    gain: gain.value,
    gainStandardError: gain.error,
    worth: worth.value,
    worthStandardError: worth.error,
  }
}
