import type { Information } from '../analyses/information.ts'
import {
  confidencesIn,
  groupsOf,
  informationAsked,
  waitingAsked,
} from '../findings/information-asked.ts'
import { groupsTable, informationFinding } from '../findings/information.ts'
import { signsAsked } from '../findings/signposts-asked.ts'
import { countedFor, whereWords } from '../findings/where.ts'
import { isChoice } from '../study/index.ts'
import { HEADLINE, market, vantages } from '../study/model.ts'
import type { Extra } from './extras.ts'
import { outcomeNamed, subjectTyped } from './subject.ts'
import { printed } from './table.ts'

/** What is worth knowing before choosing, and what it would be worth to wait. */
export const informationExtra: Extra = {
  option: 'information',
  usage: [
    'what each belief, and everything, would be worth to know before',
    'choosing, beside the confidence written; and what waiting would be',
  ],
  prepare(study) {
    const inSight = market.outcomes.find(({ id }) => id === study.sight?.outcome)
    const outcome = outcomeNamed(
      '--information',
      inSight?.kind === 'number' ? inSight.id : HEADLINE,
    )
    const subjectOf = subjectTyped(study, undefined, outcome)
    return async (runner, results) => {
      const { plan } = results
      const choices = study.strategies
        .filter((one) => isChoice(plan.vantage, one))
        .map(({ id }) => id)
      const subject = subjectOf(results)
      const of = { plan, subject, outcome, choices, negligible: study.negligible }
      const isChosenBy = signsAsked(of).choices.length > 1
      const groups = groupsOf(plan)
      const asked = waitingAsked(of)
      const found = isChosenBy
        ? await runner.ask('information', results, informationAsked(of, groups))
        : null
      const facts = {
        outcome,
        found,
        waiting:
          isChosenBy && asked.after.length > 0 ? await runner.ask('waiting', results, asked) : null,
        groups,
        explained: subject.a.strategy,
        confidences: confidencesIn(study),
        strategy: (id: string) => study.strategies.find((one) => one.id === id)?.label ?? id,
        start: vantages.find(({ id }) => id === plan.vantage)?.startQuarter ?? '',
        counted: whereWords(countedFor(outcome, 'all')).counted,
      }
      const { title, measure, caption, table, waits } = informationFinding(facts)
      const told = table()
      const shown = told.rows.slice(0, 1 + (found?.bars.filter(({ isTold }) => isTold).length ?? 0))
      const lines = [
        `${title}.`,
        measure,
        ...(shown.length > 0 ? ['', ...printed({ ...told, rows: shown })] : []),
        ...(found && found.groups.length > 0 ? ['', ...printed(groupsTable(facts))] : []),
        ...(waits.length > 0 ? ['', ...waits] : []),
        '',
        caption,
      ]
      return {
        text: `${lines.join('\n').trimEnd()}\n`,
        json: { information: found && { ...fileOf(found), waiting: facts.waiting?.seen ?? [] } },
      }
    }
  },
}

function fileOf({ top, perfect, bars, groups }: Information) {
  const told = (all: Information['bars']) =>
    all.map(({ id, value, error }) => ({ id, value, standardError: error }))
  return {
    best: top,
    // What is not known is not 0.
    perfect: top === null ? null : perfect.value,
    standardError: perfect.error,
    bars: told(bars),
    groups: told(groups),
  }
}
